import Testing

@testable import MailDNSCheck

/// dnsmasq, a forwarding resolver, that drops private addresses from what the world says (`--stop-dns-rebind`).
private final class GuardingServer: Sendable {
  private let daemon: DNSDaemon

  var address: ServerAddress { daemon.address }

  init(zone: String, authority: UInt16) throws {
    daemon = try DNSDaemon(program: "dnsmasq", zone: zone) { port, _ in
      [
        "--keep-in-foreground", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--port=\(port)",
        "--listen-address=127.0.0.1", "--bind-interfaces", "--server=127.0.0.1#\(authority)",
        "--stop-dns-rebind", "--user=", "--pid-file=", "--log-facility=-",
      ]
    }
  }

  func stop() { daemon.stop() }
}

@Suite("Answers that a resolver withholds (dnsmasq)")
struct WithheldAnswerTests {
  private static let zone = """
    $TTL 300
    @ IN SOA ns hostmaster 1 3600 600 86400 60
    @ IN NS ns
    ns IN A 192.0.2.53
    @ IN MX 10 mail
    mail IN A 10.0.0.25
    out IN A 210.130.202.97

    """

  @Test("a host whose address is withheld is unknown, with that reason, and not without an address")
  func rebinding() async throws {
    let authority = try NSDServer(origin: "rebind.example", Self.zone)
    let resolver = try GuardingServer(zone: "rebind.example", authority: authority.port)
    defer {
      resolver.stop()
      authority.stop()
    }
    let client = try dnsClient(resolver.address, timeout: .seconds(60))
    let withheld = await client.answer(to: asking("mail.rebind.example", .a))
    #expect(withheld.failure?.kind == .withheld)
    #expect(withheld.failure?.extendedErrors.map(\.code) == [15])
    let shown = await client.answer(to: asking("out.rebind.example", .a))
    #expect(shown.records.count == 1)
    let absent = await client.answer(to: asking("mail.rebind.example", .txt))
    #expect(absent.isAbsence)
    let check = DomainCheck(
      areas: [.mx], resolver: client, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    let ids = await check.report(on: try MailDomain(pasted: "rebind.example")).findings.map(\.id)
    #expect(ids.contains("mx-host-unknown") && !ids.contains("mx-host-without-address"), "\(ids)")
  }
}
