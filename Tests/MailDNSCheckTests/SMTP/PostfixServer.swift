@testable import MailDNSCheck

/// Postfix with TLS, mail.example.jp, on an address of its own and a port that is free, in a directory of its own. It must be
/// started by root, and says so where it can't be.
final class PostfixServer: Sendable {
  static let address = IPAddress("127.0.0.25")!
  let server: ScriptServer

  var port: Int { server.port }
  var authorities: String { server.path("ca.pem") }
  var keyDigest: String { server.requests.first ?? "" }
  var log: String { server.requests.joined(separator: "\n") }

  init() async throws { server = try await ScriptServer(ScriptServer.makingCertificates + Self.script) }

  /// Until the log has that text.
  func waitForLog(_ text: String) async throws {
    let end = Instant.now + .seconds(10)
    while !log.contains(text), Instant.now < end { try await Task.sleep(for: .milliseconds(20)) }
  }

  // The daemon has a session of its own: a process that waits for the end of this one ends it.
  private static let script = """
    import hashlib, os, shutil, socket, sys, time

    if os.geteuid() != 0:
        sys.exit("Postfix must be started by root")
    if not shutil.which("postfix", path="/usr/sbin"):
        sys.exit("postfix is not installed: run Scripts/install-test-tools")
    make_certificate("mail.example.jp", "valid")
    key = subprocess.run(["openssl", "pkey", "-in", "key", "-pubout", "-outform", "DER"],
                         check=True, capture_output=True).stdout
    print(hashlib.sha256(key).hexdigest(), file=sys.stderr, flush=True)
    address = "127.0.0.25"
    with socket.socket() as probe:
        probe.bind((address, 0))
        port = probe.getsockname()[1]
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.setsid()
        os.close(writer)
        sessions = b""
        while more := os.read(reader, 100):
            sessions += more
        for session in sessions.split():
            os.killpg(int(session), 9)
        os._exit(0)
    folder = os.getcwd()
    # Postfix gives its rights away, and must find its way to the files all the same.
    above = folder
    while above.startswith("/tmp/"):
        os.chmod(above, 0o755)
        above = os.path.dirname(above)
    for name in ["etc", "spool", "data"]:
        os.mkdir(name)
    shutil.chown("data", "postfix")
    with open("etc/main.cf", "w") as main:
        main.write(f\"""
    compatibility_level = 3.6
    queue_directory = {folder}/spool
    data_directory = {folder}/data
    command_directory = /usr/sbin
    daemon_directory = /usr/lib/postfix/sbin
    mail_owner = postfix
    setgid_group = postdrop
    myhostname = mail.example.jp
    mydestination = example.jp
    inet_interfaces = loopback-only
    inet_protocols = ipv4
    alias_maps =
    local_recipient_maps =
    smtpd_tls_cert_file = {folder}/certificate
    smtpd_tls_key_file = {folder}/key
    smtpd_tls_security_level = may
    maillog_file = /dev/stdout
    maillog_file_prefixes = /dev
    \""")
    with open("etc/master.cf", "w") as master:
        master.write(f"{address}:{port} inet n - n - - smtpd\\n")
        master.write("postlog unix-dgram n - n - 1 postlogd\\n")
        for name, rest in {"cleanup": "n - n - 0", "qmgr": "n - n 300 1", "tlsmgr": "- - n 1000? 1", "rewrite": "- - n - -",
                           "bounce": "- - n - 0", "defer": "- - n - 0", "error": "- - n - -", "proxymap": "- - n - -",
                           "anvil": "- - n - 1", "pickup": "n - n 60 1", "local": "- n n - -"}.items():
            program = {"rewrite": "trivial-rewrite", "defer": "bounce"}.get(name, name)
            master.write(f"{name} unix {rest} {program}\\n")
    daemon = subprocess.Popen(["/usr/sbin/postfix", "-c", folder + "/etc", "start-fg"], stdout=sys.stderr)
    for _ in range(200):
        time.sleep(0.05)
        with socket.socket() as probe:
            if probe.connect_ex((address, port)) == 0:
                break
    with open("spool/pid/master.pid") as pid:
        os.write(writer, pid.read().strip().encode() + b" ")
    print(port, flush=True)
    daemon.wait()
    """
}
