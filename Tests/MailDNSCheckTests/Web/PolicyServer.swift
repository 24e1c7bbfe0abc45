import Foundation
import Glibc

@testable import MailDNSCheck

/// An HTTPS server on loopback for the policy of example.jp, with a certificate of an authority of its own.
final class PolicyServer: Sendable {
  let port: Int
  /// The certificate of the authority.
  var authorities: String { directory.path + "/ca.pem" }

  private let running: ChildProcess.Running
  private let directory: TemporaryDirectory

  enum Answer: String {
    case policy, redirect, missing, html, untyped, large, chunked, slow
  }

  enum Certificate: String {
    case valid, otherName, expired, selfSigned
  }

  struct DidNotStart: Error, CustomStringConvertible {
    let description: String
  }

  init(_ answer: Answer = .policy, _ certificate: Certificate = .valid) async throws {
    directory = try TemporaryDirectory()
    let script = try directory.write(Self.script, to: "server.py")
    running = try ChildProcess.start(
      "/usr/bin/python3", [script, answer.rawValue, certificate.rawValue],
      environment: ["PATH": "/usr/bin:/bin"], directory: directory.path)
    let end = ContinuousClock.now + .seconds(20)
    while !running.stdout.contains("\n"), ContinuousClock.now < end {
      try await Task.sleep(for: .milliseconds(20))
    }
    guard let port = Int(running.stdout.prefix { $0 != "\n" }) else {
      running.process.send(SIGKILL, toGroup: true)
      throw DidNotStart(description: running.stderr)
    }
    self.port = port
  }

  deinit { running.process.send(SIGKILL, toGroup: true) }

  /// Requests so far, each with its user agent.
  var requests: [String] { running.stderr.split(separator: "\n").map(String.init) }

  private static let script = """
    import http.server, ssl, subprocess, sys, time

    answer, certificate = sys.argv[1:]

    def openssl(*words):
        subprocess.run(["openssl", *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=An authority")
    name = "www.example.jp" if certificate == "otherName" else "mta-sts.example.jp"
    with open("names", "w") as names:
        names.write("subjectAltName=DNS:%s\\n" % name)
    if certificate == "selfSigned":
        openssl("req", "-x509", *key, "-keyout", "key", "-out", "certificate", "-days", "2",
                "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name)
    else:
        openssl("req", *key, "-keyout", "key", "-out", "request", "-subj", "/CN=" + name)
        openssl("x509", "-req", "-in", "request", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                "-out", "certificate", "-extfile", "names", "-days", "-1" if certificate == "expired" else "2")

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
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                for octet in body:
                    if answer != "slow":
                        self.wfile.write(body)
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
