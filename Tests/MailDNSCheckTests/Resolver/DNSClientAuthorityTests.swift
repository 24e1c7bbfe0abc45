import Glibc
import Testing

@testable import MailDNSCheck

@Suite("Answers of a real name server (NSD)")
struct DNSClientAuthorityTests {
  private static let zone = TestZone(
    "example.jp",
    """
    $TTL 300
    @ IN SOA ns hostmaster 1 3600 600 86400 60
    @ IN NS ns
    @ IN MX 10 mail
    @ IN MX 20 backup
    @ IN TXT "v=spf1 " "include:spf.example.com" " -all"
    ns IN A 127.0.0.1
    mail 120 IN A 192.0.2.25
    backup IN AAAA 2001:db8::25
    alias 30 IN CNAME alias2
    alias2 IN CNAME mail
    dangling IN CNAME nothing
    aliasnodata IN CNAME backup
    out IN CNAME mail.example.com.
    lost IN CNAME mail.elsewhere.example.
    below.nonterminal IN A 192.0.2.3
    long IN TXT \((0..<16).map { "\"\($0) \(String(repeating: "x", count: 240))\"" }.joined(separator: " "))
    \((0..<250).map { "many IN TXT \"number \($0) \(String(repeating: "y", count: 200))\"" }.joined(separator: "\n"))

    """)
  private static let other = TestZone(
    "example.com",
    """
    $TTL 300
    @ IN SOA ns hostmaster 1 3600 600 86400 60
    @ IN NS ns
    ns IN A 127.0.0.1
    mail IN A 192.0.2.26

    """)

  /// One for all tests: they only ask.
  private static let shared = Result { try NSDServer([zone, other]) }

  private let server: NSDServer
  private let client: DNSClient

  init() throws {
    server = try Self.shared.get()
    client = try dnsClient(server.address)
  }

  @Test("records are found, with TTL, server, transport and AA")
  func found() async {
    let answer = await client.answer(to: asking("mail.example.jp", .a))
    #expect(answer.records == [rr("mail.example.jp", ipv4("192.0.2.25"), timeToLive: 120)])
    #expect(answer.server == server.address)
    #expect(answer.transport == .udp)
    #expect(answer.origin.isAuthoritative)
    #expect(!answer.origin.offersRecursion)
    #expect(!answer.origin.isAuthenticated)
    #expect(answer.origin.duration > .zero)
    let exchanges = await client.answer(to: asking("EXAMPLE.jp", .mx))
    #expect(
      Set(exchanges.data) == [
        .mx(preference: 10, exchange: fqdn("mail.example.jp")),
        .mx(preference: 20, exchange: fqdn("backup.example.jp")),
      ])
  }

  @Test("the strings of a TXT record are kept apart and in order")
  func strings() async {
    let answer = await client.answer(to: asking("example.jp", .txt))
    #expect(answer.data == [txt("v=spf1 ", "include:spf.example.com", " -all")])
  }

  @Test(
    "a name without such records is no data, and the zone that says so is named",
    arguments: ["mail", "nonterminal"])
  func noData(_ host: String) async {
    let answer = await client.answer(to: asking("\(host).example.jp", .mx))
    #expect(answer.isNoData)
    #expect(answer.denial == Answer.Denial(zone: fqdn("example.jp"), timeToLive: 60))
  }

  @Test("a name that does not exist is no such name")
  func noSuchName() async {
    let answer = await client.answer(to: asking("nothing.example.jp", .mx))
    #expect(answer.deniesName)
    #expect(answer.denial == Answer.Denial(zone: fqdn("example.jp"), timeToLive: 60))
  }

  @Test("aliases within a zone are followed to the records, to no data and to no such name")
  func aliases() async {
    let found = await client.answer(to: asking("alias.example.jp", .a))
    #expect(found.aliases.map(\.target) == [fqdn("alias2.example.jp"), fqdn("mail.example.jp")])
    #expect(found.data == [ipv4("192.0.2.25")])
    #expect(found.timeToLive == 30)
    let dangling = await client.answer(to: asking("dangling.example.jp", .a))
    #expect(dangling.isNoSuchName && !dangling.deniesName)
    #expect(dangling.canonicalName == fqdn("nothing.example.jp"))
    let empty = await client.answer(to: asking("aliasnodata.example.jp", .a))
    #expect(empty.isNoData)
    #expect(empty.canonicalName == fqdn("backup.example.jp"))
  }

  @Test(
    "an alias into another zone is asked for there; where the server does not hold it, the failure says so")
  func aliasElsewhere() async {
    let found = await client.answer(to: asking("out.example.jp", .a))
    #expect(found.aliases.map(\.target) == [fqdn("mail.example.com")])
    #expect(found.data == [ipv4("192.0.2.26")])
    let lost = await client.answer(to: asking("lost.example.jp", .a))
    #expect(lost.aliases.map(\.target) == [fqdn("mail.elsewhere.example")])
    #expect(lost.failure?.kind == .responseCode(.refused))
    #expect(lost.failure?.server == server.address)
  }

  @Test("a zone that the server does not hold is a refusal, not an absence")
  func refused() async {
    let answer = await client.answer(to: asking("elsewhere.example", .a))
    #expect(answer.failure?.kind == .responseCode(.refused))
    #expect(!answer.isAbsence)
  }

  @Test("a record that fits no packet is fetched over TCP, whole")
  func longRecord() async throws {
    let answer = await client.answer(to: asking("long.example.jp", .txt))
    #expect(answer.transport == .tcp)
    guard case .txt(let strings) = try #require(answer.data.first) else { return }
    #expect(strings.strings.count == 16)
    #expect(strings.strings.allSatisfy { $0.count >= 242 })
  }

  @Test("a set of 250 records of 55 thousand octets arrives whole")
  func manyRecords() async {
    let answer = await client.answer(to: asking("many.example.jp", .txt))
    #expect(answer.transport == .tcp)
    #expect(Set(answer.data).count == 250)
  }

  @Test("over TCP only, every answer comes that way")
  func onlyTCP() async throws {
    let client = try dnsClient(server.address) { $0.tcpOnly = true }
    let answer = await client.answer(to: asking("mail.example.jp", .a))
    #expect(answer.data == [ipv4("192.0.2.25")])
    #expect(answer.transport == .tcp)
  }

  private static let hasIPv6: Bool = {
    let descriptor = socket(AF_INET6, Int32(SOCK_DGRAM.rawValue), 0)
    defer { close(descriptor) }
    return ServerAddress("[::1]:9").map {
      $0.withSocketAddress { connect(descriptor, $0, $1) == 0 }
    } ?? false
  }()

  @Test("a server is asked over IPv6 just the same", .enabled(if: hasIPv6))
  func overIPv6() async throws {
    let server = try NSDServer([Self.other], options: ["ip-address: ::1"])
    let address = ServerAddress(address: .v6(IPv6Address(value: 1)), port: server.port)
    for isTCP in [false, true] {
      let client = try dnsClient(address) { $0.tcpOnly = isTCP }
      let answer = await client.answer(to: asking("mail.example.com", .a))
      #expect(answer.failure == nil, "\(server.log)")
      #expect(answer.data == [ipv4("192.0.2.26")])
      #expect(answer.server == address)
    }
  }
}
