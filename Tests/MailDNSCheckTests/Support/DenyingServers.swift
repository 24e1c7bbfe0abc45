import Foundation

@testable import MailDNSCheck

/// Name servers that deny names which have others below them (empty non-terminals), as real ones do.

/// tinydns of djbdns. It binds port 53 only, and changes its root directory: for root, and behind a relay.
final class TinyDNSServer: Sendable {
  private let daemon: DNSDaemon

  var address: ServerAddress { daemon.address }

  static var isPossible: Bool { geteuid() == 0 }

  /// `data` are lines in tinydns's own notation.
  init(zone: String, _ data: String) throws {
    daemon = try DNSDaemon(program: "python3", zone: zone) { port, directory in
      try directory.write(data, to: "data")
      // An address of loopback that no other test has.
      return ["-c", Self.relay, String(port), "127.\(port >> 8).\(port & 255).53"]
    }
  }

  /// Makes the database, starts the server, and hands every question on to it.
  private static let relay = """
    import os, signal, socket, subprocess, sys
    port, host = int(sys.argv[1]), sys.argv[2]
    subprocess.run(["tinydns-data"], check=True)
    server = subprocess.Popen(["tinydns"], env=dict(os.environ, IP=host, ROOT=os.getcwd(), UID="0", GID="0"))
    def end(*_):
        server.kill()
        sys.exit(0)
    signal.signal(signal.SIGTERM, end)
    own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    own.bind(("127.0.0.1", port))
    while server.poll() is None:
        query, asker = own.recvfrom(65535)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
            other.settimeout(2)
            try:
                other.sendto(query, (host, 53))
                own.sendto(other.recv(65535), asker)
            except OSError:
                pass
    """

  func stop() { daemon.stop() }
}

/// PowerDNS with SQLite, whose rows a panel wrote: nobody told PowerDNS about names that have others below them only, unless
/// `isRectified`.
final class PowerDNSServer: Sendable {
  private let daemon: DNSDaemon

  var address: ServerAddress { daemon.address }

  init(zone: String, isRectified: Bool, _ records: [(name: String, type: String, content: String)]) throws {
    let rows = records.map { record in
      let values = [record.name, record.type, record.content.replacing("'", with: "''")].map { "'\($0)'" }
      return "INSERT INTO records (domain_id, name, type, content, ttl, prio, auth) VALUES "
        + "(1, \(values.joined(separator: ", ")), 3600, 10, 1);"
    }
    daemon = try DNSDaemon(program: "bash", zone: zone) { port, directory in
      try directory.write(
        "INSERT INTO domains (id, name, type) VALUES (1, '\(zone)', 'NATIVE');\n"
          + rows.joined(separator: "\n"), to: "rows.sql")
      try directory.write(
        """
        launch=gsqlite3
        gsqlite3-database=\(directory.path)/db
        local-address=127.0.0.1
        local-port=\(port)
        socket-dir=\(directory.path)
        daemon=no
        guardian=no
        disable-syslog=yes
        security-poll-suffix=

        """, to: "pdns.conf")
      return ["-c", Self.start, "start", isRectified ? zone : ""]
    }
  }

  private static let start = """
    set -e
    sqlite3 db < /usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql
    sqlite3 db < rows.sql
    [ -z "$1" ] || pdnsutil --config-dir=. rectify-zone "$1"
    exec pdns_server --config-dir=.
    """

  func stop() { daemon.stop() }
}
