import Foundation
import Testing

@testable import MailDNSCheck

@Suite("A policy that nginx serves")
struct NginxTests {
  @Test("is fetched, by either library", arguments: WebLibrary.allCases)
  func policy(_ web: WebLibrary) async throws {
    let server = try await ScriptServer(ScriptServer.makingCertificates + Self.script)
    func response(_ path: String) throws -> HTTPSResponse {
      try #require(web.library).response(
        to: HTTPSRequest(
          host: "mta-sts.example.jp", port: server.port, path: path,
          addresses: [try #require(IPAddress("127.0.0.1"))], timeout: .seconds(20), maximumSize: 65_536,
          userAgent: "x/1", authorities: server.path("ca.pem")))
    }
    let text = try response("/.well-known/mta-sts.txt").policy
    #expect(String(decoding: text, as: UTF8.self) == "version: STSv1\nmode: none\nmax_age: 86400\n")
    #expect(throws: MTASTSPolicyFailure.status(404)) { try response("/other.txt").policy }
    #expect(throws: MTASTSPolicyFailure.redirect(status: 301)) { try response("/.well-known").policy }
  }

  private static let script = """
    import os, shutil, socket, sys, time

    if not shutil.which("nginx", path="/usr/sbin"):
        sys.exit("nginx is not installed: run Scripts/install-test-tools")
    make_certificate("mta-sts.example.jp", "valid")
    os.makedirs("www/.well-known")
    with open("www/.well-known/mta-sts.txt", "w") as policy:
        policy.write("version: STSv1\\nmode: none\\nmax_age: 86400\\n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = os.getcwd()
    os.mkdir("temp")
    with open("nginx.conf", "w") as file:
        file.write("daemon off; master_process off; pid nginx.pid; error_log stderr;\\n")
        file.write("events {} http { access_log off; types { text/plain txt; }\\n")
        for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]:
            file.write("%s_temp_path %s/temp;\\n" % (kind, folder))
        file.write("server { listen 127.0.0.1:%d ssl; root %s/www;\\n" % (port, folder))
        file.write("ssl_certificate %s/certificate; ssl_certificate_key %s/key; } }\\n" % (folder, folder))
    server = subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-e", "stderr", "-c", folder + "/nginx.conf"])
    for _ in range(200):
        time.sleep(0.05)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
    print(port, flush=True)
    server.wait()
    """
}
