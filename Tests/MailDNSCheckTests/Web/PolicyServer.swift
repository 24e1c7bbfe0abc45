/// An HTTPS server on loopback, with the policy of example.jp, with a certificate of an authority of its own.
final class PolicyServer: Sendable {
  private let server: ScriptServer

  var port: Int { server.port }
  /// The certificate of the authority.
  var authorities: String { server.path("ca.pem") }
  /// Requests so far, each with its user agent.
  var requests: [String] { server.requests }

  enum Answer: String {
    case policy, redirect, missing, html, untyped, large, chunked, slow
    /// With less than was announced.
    case short
  }

  enum Certificate: String {
    case valid, otherName, expired, selfSigned
  }

  init(_ answer: Answer = .policy, _ certificate: Certificate = .valid) async throws {
    server = try await ScriptServer(
      ScriptServer.makingCertificates + Self.script, [answer.rawValue, certificate.rawValue])
  }

  private static let script = """
    import http.server, ssl, sys, time

    answer, certificate = sys.argv[1:]
    make_certificate("mta-sts.example.jp", certificate)

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *words):
            print(self.path, self.headers.get("User-Agent"), file=sys.stderr, flush=True)

        def do_GET(self):
            body = b"version: STSv1\\nmode: enforce\\nmx: mx.securemx.jp\\nmax_age: 604800\\n"
            status = {"redirect": 302, "missing": 404}.get(answer, 200)
            self.send_response(status)
            if answer != "untyped":
                self.send_header("Content-Type", "text/html" if answer == "html" else "text/plain; charset=utf-8")
            if answer == "redirect":
                self.send_header("Location", "https://mta-sts.example.jp/elsewhere")
            if answer == "chunked":
                self.send_header("Transfer-Encoding", "chunked")
                self.end_headers()
                try:
                    for _ in range(80):
                        self.wfile.write(b"400\\r\\n" + b"x" * 1024 + b"\\r\\n")
                    self.wfile.write(b"0\\r\\n\\r\\n")
                except OSError:
                    pass
                return
            if answer == "large":
                body = b"x" * 65537
            self.send_header("Content-Length", str(len(body) + (1 if answer == "short" else 0)))
            self.end_headers()
            try:
                for octet in body:
                    if answer != "slow":
                        self.wfile.write(body)
                        self.close_connection = True
                        return
                    self.wfile.write(bytes([octet]))
                    time.sleep(0.2)
            except OSError:
                pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("certificate", "key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """
}
