/// A host on loopback that takes mail, or seems to: mail.example.jp, with a certificate of an authority of its own. It never
/// takes a message.
final class MailServer: Sendable {
  private let server: ScriptServer

  var port: Int { server.port }
  /// The certificate of the authority.
  var authorities: String { server.path("ca.pem") }
  /// The commands so far, `connection` for each connection in between.
  var commands: [String] { server.requests }

  enum Habit: String, CaseIterable {
    case proper
    /// Greets after a second.
    case late
    /// Never greets.
    case silent
    /// 554 in place of a greeting.
    case closed
    /// Hangs up after the greeting.
    case short
    /// Does not know EHLO.
    case old
    /// Offers no STARTTLS.
    case plain
    /// Offers what a firewall has made of STARTTLS.
    case masked
    /// Takes the offer back: 454.
    case declining
    /// Goes on in the clear behind its consent, in the same packet.
    case injecting
    /// Sends no TLS where it should.
    case garbage
    /// A line without an end.
    case endless
    /// A reply without an end.
    case manyLines
    /// Something else than SMTP.
    case web
    /// Sends an octet at a time.
    case trickling
    /// Escape sequences in its greeting.
    case hostile
    /// Knows no newer version of TLS than 1.0.
    case outdated
  }

  init(_ habit: Habit = .proper, _ certificate: PolicyServer.Certificate = .valid) async throws {
    server = try await ScriptServer(
      ScriptServer.makingCertificates + Self.script, [habit.rawValue, certificate.rawValue])
  }

  private static let script = """
    import socketserver, ssl, sys, time

    habit, certificate = sys.argv[1:]
    make_certificate("mail.example.jp", certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("certificate", "key")
    if habit == "outdated":
        context.set_ciphers("DEFAULT:@SECLEVEL=0")
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1

    class Handler(socketserver.BaseRequestHandler):
        def say(self, text):
            octets = text.encode()
            if habit == "trickling":
                for octet in octets:
                    self.request.sendall(bytes([octet]))
                    time.sleep(0.002)
            else:
                self.request.sendall(octets)

        def lines(self):
            pending = b""
            while True:
                while b"\\r\\n" not in pending:
                    more = self.request.recv(4096)
                    if not more:
                        return
                    pending += more
                line, pending = pending.split(b"\\r\\n", 1)
                yield line.decode()

        def greet(self):
            if habit == "late":
                time.sleep(1)
            if habit == "silent":
                time.sleep(60)
            if habit == "closed":
                self.say("554 5.7.1 no mail from you\\r\\n")
            elif habit == "web":
                self.say("HTTP/1.1 400 Bad Request\\r\\n\\r\\n")
            elif habit == "hostile":
                self.say("220 \\x1b[31mmail.example.jp \\u202e ESMTP\\r\\n")
            elif habit == "endless":
                while True:
                    self.say("2" * 4096)
            elif habit == "manyLines":
                while True:
                    self.say("220-hello\\r\\n" * 64)
            else:
                self.say("220-mail.example.jp\\r\\n220 ESMTP\\r\\n")

        def extensions(self):
            if habit == "plain" or isinstance(self.request, ssl.SSLSocket):
                return "250-mail.example.jp\\r\\n250 SIZE 1000\\r\\n"
            word = "XXXXXXXA" if habit == "masked" else "STARTTLS"
            return "250-mail.example.jp greets you\\r\\n250-SIZE 1000\\r\\n250 %s\\r\\n" % word

        def handle(self):
            print("connection", file=sys.stderr, flush=True)
            try:
                self.greet()
                if habit == "short":
                    return
                self.talk()
            except (OSError, ValueError):
                pass

        def talk(self):
            for line in self.lines():
                print(line, file=sys.stderr, flush=True)
                word = line.split(" ")[0].upper()
                if word == "QUIT":
                    self.say("221 bye\\r\\n")
                    return
                if word == "EHLO" and habit != "old":
                    self.say(self.extensions())
                elif word == "STARTTLS" and habit == "declining":
                    self.say("454 4.7.0 TLS not available\\r\\n")
                elif word == "STARTTLS" and habit == "injecting":
                    self.say("220 go ahead\\r\\n250 SMTPUTF8\\r\\n")
                    return
                elif word == "STARTTLS":
                    self.say("220 go ahead\\r\\n")
                    if habit == "garbage":
                        # Earlier it would be more of what was said in the clear.
                        self.request.recv(1)
                        self.say("500 what?\\r\\n" * 8)
                        return
                    self.request = context.wrap_socket(self.request, server_side=True)
                    return self.talk()
                else:
                    self.say("502 5.5.1 not here\\r\\n")

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """
}
