import Testing

@testable import MailDNSCheck

@Suite("The proxy for HTTPS")
struct WebProxyTests {
  private func proxy(_ environment: [String: String], for host: String = "mta-sts.example.jp") throws
    -> String
  {
    let addresses = ["192.0.2.80"].compactMap { IPAddress($0) }
    do throws(WebProxy.Fault) {
      let proxy = try WebProxy.named(for: host, at: addresses) { environment[$0] }
      return proxy.map { "\($0.host) \($0.port) \($0.credentials ?? "-")" } ?? "none"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "which variable counts, and what it says",
    arguments: [
      ([:], "none"), (["http_proxy": "http://a:1"], "none"), (["HTTP_PROXY": "http://a:1"], "none"),
      (["https_proxy": "http://proxy.example:3128"], "proxy.example 3128 -"),
      (["https_proxy": "proxy.example:3128/"], "proxy.example 3128 -"),
      (["https_proxy": "HTTP://proxy.example"], "proxy.example 1080 -"),
      (["https_proxy": "http://u%40a:p@proxy.example:1"], "proxy.example 1 u@a:p"),
      (["https_proxy": "http://[2001:db8::1]:3128"], "2001:db8::1 3128 -"),
      (["https_proxy": "", "HTTPS_PROXY": "b:2"], "b 2 -"), (["ALL_PROXY": "c:3"], "c 3 -"),
      (["https_proxy": "a:1", "ALL_PROXY": "c:3"], "a 1 -"),
      (["https_proxy": "socks5://a:1"], #"unsupported(scheme: "socks5")"#),
      (["https_proxy": "https://a:1"], #"unsupported(scheme: "https")"#),
      (["https_proxy": "http://:1"], "malformed"), (["https_proxy": "a:0"], "malformed"),
      (["https_proxy": "a:99999"], "malformed"), (["https_proxy": "a b:1"], "malformed"),
      (["https_proxy": "u%4:p@a:1"], "malformed"),
    ])
  func variables(_ environment: [String: String], _ expected: String) throws {
    #expect(try proxy(environment) == expected)
  }

  @Test(
    "what no_proxy names is asked straight",
    arguments: [
      ("*", true), ("example.jp", true), (".example.jp", true), ("mta-sts.example.jp", true),
      ("EXAMPLE.JP", true),
      ("192.0.2.0/24", true), ("192.0.2.80", true), ("a, example.jp", true), ("", false), ("ample.jp", false),
      ("other.example", false), ("198.51.100.0/24", false), (",", false),
    ])
  func exceptions(_ list: String, _ isException: Bool) throws {
    #expect(try proxy(["https_proxy": "a:1", "no_proxy": list]) == (isException ? "none" : "a 1 -"))
  }

  @Test("what it is asked, and who asks")
  func request() throws {
    let plain = try WebProxy(parsing: "a:1")
    #expect(
      String(decoding: plain.request(for: "b:443", userAgent: "x/1"), as: UTF8.self)
        == "CONNECT b:443 HTTP/1.1\r\nHost: b:443\r\nUser-Agent: x/1\r\n\r\n")
    let known = try WebProxy(parsing: "user:pass@a:1")
    #expect(
      String(decoding: known.request(for: "b:443", userAgent: "x/1"), as: UTF8.self)
        .contains("\r\nProxy-Authorization: Basic dXNlcjpwYXNz\r\n"))
  }

  /// Leads on whoever asks, or does not; each request stands in its log.
  private static let script = """
    import socket, sys, threading

    habit, target = sys.argv[1:]

    def pump(source, sink):
        try:
            while octets := source.recv(4096):
                sink.sendall(octets)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def serve(client):
        head = b""
        while b"\\r\\n\\r\\n" not in head:
            head += client.recv(4096)
        print(head.split(b"\\r\\n")[0].decode(), file=sys.stderr, flush=True)
        if habit == "refusing":
            client.sendall(b"HTTP/1.1 407 Proxy Authentication Required\\r\\n\\r\\n")
            return client.close()
        if habit == "silent":
            return client.close()
        server = socket.create_connection(("127.0.0.1", int(target)))
        client.sendall(b"HTTP/1.1 200 Connection established\\r\\n\\r\\n")
        threading.Thread(target=pump, args=(server, client), daemon=True).start()
        pump(client, server)

    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client,), daemon=True).start()
    """

  @Test(
    "the policy comes through the proxy, by the name of its host",
    arguments: [("leading", true), ("refusing", false), ("silent", false)])
  func through(_ habit: String, _ isFetched: Bool) async throws {
    let server = try await PolicyServer()
    let proxy = try await ScriptServer(Self.script, [habit, "\(server.port)"])
    let client = HTTPSClient(library: try #require(OpenSSL.shared)) { name in
      name == "https_proxy" ? "http://127.0.0.1:\(proxy.port)" : nil
    }
    let request = HTTPSRequest(
      host: "mta-sts.example.jp", port: server.port, path: "/.well-known/mta-sts.txt",
      // Nobody is there: the proxy finds the host by itself.
      addresses: [try #require(IPAddress("192.0.2.80"))], timeout: .seconds(20), maximumSize: 65_536,
      userAgent: "x/1", authorities: server.authorities)
    do throws(MTASTSPolicyFailure) {
      let response = try client.response(to: request)
      #expect(isFetched && response.status == 200)
    } catch {
      guard case .connection = error, !isFetched else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(proxy.requests == ["CONNECT mta-sts.example.jp:\(server.port) HTTP/1.1"])
  }
}
