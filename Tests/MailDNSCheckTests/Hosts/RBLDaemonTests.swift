import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Lists that rbldnsd serves")
struct RBLDaemonTests {
  private static let head = """
    $SOA 3000 ns.list.test hostmaster.list.test 0 600 300 86400 300
    $NS 3000 ns.list.test

    """

  /// Lists by their zones, each with its kind and entries.
  private func server(_ lists: [(zone: String, kind: String, entries: String)]) throws -> DNSDaemon {
    try DNSDaemon(program: "rbldnsd", zone: lists[0].zone) { port, directory in
      // It won't run as root, and must read its files as somebody else.
      chmod(directory.path, 0o755)
      let sets = try lists.map { list in
        let path = try directory.write(Self.head + list.entries, to: list.zone)
        chmod(path, 0o644)
        return "\(list.zone):\(list.kind):\(list.zone)"
      }
      let user = geteuid() == 0 ? ["-u", "nobody"] : []
      return ["-n", "-b", "127.0.0.1/\(port)", "-w", directory.path] + user + sets
    }
  }

  @Test(
    "a listing, an address that is not listed, and lists that are empty, list everything or refuse whoever asks"
  )
  func lists() async throws {
    let server = try server([
      ("list.test", "ip4set", ":127.0.0.2:x\n127.0.0.2\n192.0.2.25 :127.0.0.4:spam\n"),
      ("empty.test", "ip4set", ""),
      // It takes no 0.0.0.0/0.
      ("every.test", "ip4set", ":127.0.0.2:x\n0.0.0.0/1\n128.0.0.0/1\n"),
      ("refusing.test", "ip4set", ":127.255.255.254:x\n0.0.0.0/1\n128.0.0.0/1\n"),
    ])
    let files = try TemporaryDirectory()
    let head =
      "$TTL 3600\n@ SOA ns.example.jp. hostmaster.example.jp. 1 7200 1800 1209600 300\n@ NS ns.example.jp.\n"
    let reverse = try files.write(
      "$ORIGIN 2.0.192.in-addr.arpa.\n" + head + "25 PTR mail.example.jp.\n26 PTR mail.example.jp.\n",
      to: "reverse.zone")
    let zone = try files.write(
      "$ORIGIN example.jp.\n" + head + "@ MX 10 mail\nmail A 192.0.2.25\nmail A 192.0.2.26\n",
      to: "example.jp.zone")
    func hosts(_ arguments: String...) async throws -> ChildProcess.Result {
      try await ChildProcess.maildnscheck(
        ["hosts", "--zone-file", zone, "--zone-file", reverse, "--server", "\(server.address)"] + arguments
          + ["example.jp"])
    }
    let lists = ["--blocklist", "list.test"]
    let listed = try await hosts(lists[0], lists[1], "--ip", "192.0.2.25")
    #expect(listed.status == 1, "\(listed.stdout)\(listed.stderr)")
    #expect(listed.stdout.contains("on list.test") && !listed.stdout.contains("blocklist-unknown"))
    let clean = try await hosts(lists[0], lists[1], "--ip", "192.0.2.26")
    #expect(clean.status == 0, "\(clean.stdout)\(clean.stderr)")
    let empty = try await hosts("--blocklist", "empty.test", "--ip", "192.0.2.25")
    #expect(empty.status == 3 && empty.stdout.contains("127.0.0.2"), "\(empty.stdout)\(empty.stderr)")
    let everything = try await hosts("--blocklist", "every.test", "--ip", "192.0.2.25")
    #expect(everything.status == 3 && everything.stdout.contains("127.0.0.1"), "\(everything.stdout)")
    let refusing = try await hosts("--blocklist", "refusing.test", "--ip", "192.0.2.25")
    #expect(refusing.status == 3 && refusing.stdout.contains("127.255.255.254"), "\(refusing.stdout)")
    #expect(!everything.stdout.contains("blocklist-listed") && !refusing.stdout.contains("blocklist-listed"))
  }
}
