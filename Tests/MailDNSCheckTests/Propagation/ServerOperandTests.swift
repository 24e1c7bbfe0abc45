import Testing

@testable import MailDNSCheck

@Suite("compare: the command line")
struct ServerOperandTests {
  private static let name = LookupFixtures.name("dns.example")

  @Test(
    "a server by address or by name",
    arguments: [
      ("192.0.2.1", .address(ServerAddress("192.0.2.1")!)),
      ("[2001:db8::1]:5353", .address(ServerAddress("[2001:db8::1]:5353")!)),
      ("dns.example", .name(name, port: nil)), ("@DNS.example", .name(name, port: nil)),
      ("dns.example:5353", .name(name, port: 5353)), ("dns.example#5353", .name(name, port: 5353)),
      ("dns.example.", .name(name, port: nil)),
      ("localhost", .name(LookupFixtures.name("localhost"), port: nil)),
    ] as [(String, ServerOperand)])
  func operands(text: String, expected: ServerOperand) { #expect(ServerOperand(text) == expected) }

  @Test(
    "what is neither is refused",
    arguments: [
      "", "@", ".", "192.0.2", "192.0.2.300", "dns.example:0", "dns.example:99999", "dns.example:x", "a b",
      "dns_1.example", "-", "[dns.example]", "dns..example", "dns.example/x",
    ])
  func refused(text: String) { #expect(ServerOperand(text) == nil) }

  private struct Unexpected: Error {}

  private func request(_ line: String) throws -> CompareRequest {
    guard case .compare(let request) = try ParsedArguments(words(line)).invocation.get() else {
      throw Unexpected()
    }
    return request
  }

  @Test("defaults")
  func defaults() throws {
    #expect(
      try request("compare a.jp")
        == CompareRequest(
          domains: ["a.jp"], servers: [], selectors: [], interval: nil, query: QueryOptions(),
          report: ReportOptions()))
  }

  @Test("servers are taken in their order, each once; @ as dig has it")
  func servers() throws {
    let request = try request("compare a.jp @192.0.2.1 --server dns.example --server 192.0.2.1")
    #expect(
      request.servers == [.address(ServerAddress("192.0.2.1")!), .name(Self.name, port: nil)])
    #expect(request.query.servers.isEmpty)
  }

  @Test("--watch looks every 30 seconds, or as --interval says")
  func interval() throws {
    #expect(try request("compare a.jp --watch").interval == .seconds(30))
    #expect(try request("compare a.jp --watch --interval 0.5").interval == .milliseconds(500))
  }

  @Test(
    "what does not go together",
    arguments: [
      ("compare", UsageError.missingDomain(.compare)),
      ("compare a.jp --interval 5", .optionNeeds(option: "--interval", other: "--watch")),
      ("compare a.jp --watch --format json", .watchIsText), ("compare a.jp --watch --output x", .watchIsText),
      ("compare a.jp --server a_b", .badValue(option: "--server", value: "a_b", .notServerOrName)),
      ("compare a.jp --zone-file x", .optionNotTaken(option: "--zone-file", .compare)),
      ("a.jp --watch", .optionNotTaken(option: "--watch", .check)), ("compare -", .noList(.compare)),
    ])
  func mistakes(line: String, expected: UsageError) {
    #expect(ParsedArguments(words(line)).invocation == .failure(expected))
  }
}
