import Testing

@testable import MailDNSCheck

@Suite("Answers of a real resolver (Unbound)")
struct DNSClientRecursionTests {
  private static let zone = TestZone(
    "example.jp",
    """
    $TTL 300
    @ IN SOA ns hostmaster 1 3600 600 86400 60
    @ IN NS ns
    ns IN A 127.0.0.1
    mail IN A 192.0.2.25
    out IN CNAME mail.example.com.
    many IN TXT \((0..<10).map { "\"\($0) \(String(repeating: "x", count: 240))\"" }.joined(separator: " "))

    """)
  /// A zone that should be signed and is not.
  private static let unsigned = TestZone("bogus.example", other.text)
  private static let other = TestZone(
    "example.com",
    """
    $TTL 300
    @ IN SOA ns hostmaster 1 3600 600 86400 60
    @ IN NS ns
    ns IN A 127.0.0.1
    mail IN A 192.0.2.26

    """)

  /// A resolver and the name server that it asks.
  private struct Servers {
    let authority: NSDServer
    let broken: FaultServer
    let resolver: UnboundServer

    init() throws {
      authority = try NSDServer([zone, other, unsigned])
      broken = try FaultServer { [.reply(.rcode(2, to: $0))] }
      resolver = try UnboundServer(
        stubs: [
          ("example.jp", authority.port), ("example.com", authority.port),
          ("broken.example", broken.port),
        ], modules: "validator iterator",
        options: [
          "ede: yes", "local-zone: \"refused.example\" always_refuse",
          "trust-anchor: \"bogus.example. DS 1 8 2 \(String(repeating: "AB", count: 32))\"",
        ],
        clauses: "stub-zone:\n  name: \"bogus.example\"\n  stub-addr: 127.0.0.1@\(authority.port)\n")
    }
  }

  /// One for all tests: they only ask.
  private static let shared = Result { try Servers() }

  private let resolver: UnboundServer
  private let client: DNSClient

  init() throws {
    resolver = try Self.shared.get().resolver
    client = try dnsClient(resolver.address)
  }

  @Test("a recursive answer has RA and not AA")
  func recursion() async {
    let answer = await client.answer(to: asking("mail.example.jp", .a))
    #expect(answer.data == [ipv4("192.0.2.25")])
    #expect(answer.origin.offersRecursion)
    #expect(!answer.origin.isAuthoritative)
    #expect(!answer.origin.isAuthenticated)
  }

  @Test("a chain over two zones comes complete")
  func chain() async {
    let answer = await client.answer(to: asking("out.example.jp", .a))
    #expect(answer.aliases.map(\.target) == [fqdn("mail.example.com")])
    #expect(answer.data == [ipv4("192.0.2.26")])
  }

  @Test("a denial names its zone and may be kept for the zone's minimum at most")
  func denial() async throws {
    let missing = await client.answer(to: asking("nothing.example.jp", .a))
    #expect(missing.deniesName)
    #expect(missing.denial?.zone == fqdn("example.jp"))
    #expect(try (1...60).contains(#require(missing.timeToLive)))
    let empty = await client.answer(to: asking("mail.example.jp", .mx))
    #expect(empty.isNoData)
    #expect(empty.denial?.zone == fqdn("example.jp"))
  }

  @Test("a record that fits no packet is fetched over TCP, whole")
  func overTCP() async throws {
    let answer = await client.answer(to: asking("many.example.jp", .txt))
    #expect(answer.transport == .tcp)
    guard case .txt(let strings) = try #require(answer.data.first) else { return }
    #expect(strings.strings.count == 10)
  }

  @Test("a zone whose servers fail is SERVFAIL, told from silence and absence")
  func broken() async throws {
    let patient = try dnsClient(resolver.address, timeout: .seconds(60))
    let answer = await patient.answer(to: asking("mail.broken.example", .a))
    #expect(answer.failure?.kind == .responseCode(.serverFailure))
    #expect(answer.failure?.server == resolver.address)
  }

  @Test("a zone that DNSSEC proves wrong is SERVFAIL, and the resolver says why")
  func bogus() async throws {
    let patient = try dnsClient(resolver.address, timeout: .seconds(60))
    let answer = await patient.answer(to: asking("mail.bogus.example", .a))
    #expect(answer.failure?.kind == .responseCode(.serverFailure))
    let error = try #require(answer.failure?.extendedErrors.first)
    #expect(answer.origin.extendedErrors.first == error)
    #expect(
      answer.failure?.wording.english.hasPrefix("SERVFAIL, from \(resolver.address): \(error.purpose)")
        == true)
  }

  @Test("a refusal is told from a failure")
  func refused() async {
    let answer = await client.answer(to: asking("x.refused.example", .a))
    #expect(answer.failure?.kind == .responseCode(.refused))
  }
}
