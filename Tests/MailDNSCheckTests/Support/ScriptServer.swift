import Foundation
import Glibc

/// A small server in Python, in a directory of its own: it prints its port, and whatever it is asked on standard error. It
/// ends with the value that holds it.
final class ScriptServer: Sendable {
  let port: Int
  private let running: ChildProcess.Running
  private let directory: TemporaryDirectory

  struct DidNotStart: Error, CustomStringConvertible {
    let description: String
  }

  init(_ script: String, _ arguments: [String] = []) async throws {
    directory = try TemporaryDirectory()
    let file = try directory.write(script, to: "server.py")
    running = try ChildProcess.start(
      "/usr/bin/python3", ["-W", "ignore", file] + arguments, environment: ["PATH": "/usr/bin:/bin"],
      directory: directory.path)
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

  /// What it was asked so far.
  var requests: [String] { running.stderr.split(separator: "\n").map(String.init) }

  /// The file that the server has made under that name.
  func path(_ name: String) -> String { directory.path + "/" + name }

  /// Makes an authority (`ca.pem`) and a certificate of it (`certificate`, `key`). `names` are its names, without one that it
  /// has none; `kind` is what is wrong with it.
  static let makingCertificates = """
    import subprocess

    def openssl(*words):
        subprocess.run(["openssl", *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def make_certificate(name, kind):
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=An authority")
        name = "www.example.jp" if kind == "otherName" else name
        with open("names", "w") as names:
            names.write("subjectAltName=DNS:%s\\n" % name)
        if kind == "selfSigned":
            openssl("req", "-x509", *key, "-keyout", "key", "-out", "certificate", "-days", "2",
                    "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name)
        else:
            openssl("req", *key, "-keyout", "key", "-out", "request", "-subj", "/CN=" + name)
            openssl("x509", "-req", "-in", "request", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                    "-out", "certificate", "-extfile", "names", "-days", "-1" if kind == "expired" else "2")


    """
}
