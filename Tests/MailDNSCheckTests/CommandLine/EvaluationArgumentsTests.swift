import Testing

@testable import MailDNSCheck

@Suite("The command line of spf --ip")
struct EvaluationArgumentsTests {
  private func request(_ arguments: String...) throws -> EvaluationRequest {
    guard case .evaluate(let request) = try ParsedArguments(["spf"] + arguments).invocation.get() else {
      throw Unexpected()
    }
    return request
  }

  private func error(_ arguments: [String]) -> UsageError? { ParsedArguments(arguments).error }

  private struct Unexpected: Error {}

  @Test("an address and a sender make an evaluation; what is not given is empty")
  func defaults() throws {
    let request = try request("--ip", "192.0.2.1", "--mail-from", "u@a.jp")
    #expect(request.address == IPAddress("192.0.2.1"))
    #expect(request.mailFrom == "u@a.jp")
    #expect(request.helo == "")
    #expect(request.domain == nil)
    #expect(request.query == QueryOptions())
    #expect(request.report == ReportOptions())
  }

  @Test("all of it, in any order")
  func everything() throws {
    let request = try request(
      "--helo=mx.a.jp", "B.jp", "--format", "json", "--mail-from=u@a.jp", "--ip=2001:db8::1", "@192.0.2.53",
      "-v")
    #expect(request.address == IPAddress("2001:db8::1"))
    #expect(request.mailFrom == "u@a.jp")
    #expect(request.helo == "mx.a.jp")
    #expect(request.domain?.name == DomainName("b.jp"))
    #expect(request.query.servers == [ServerAddress("192.0.2.53")!])
    #expect(request.report == ReportOptions(documents: [.init(format: .json)], verbosity: 1))
  }

  @Test(
    "sender and HELO name are taken as they come",
    arguments: ["", "<>", "JUMPIN' JUPITER", "[192.0.2.1]", "--tcp", "-", "a..b", "\u{1B}[31m", "日本語.jp"])
  func asTyped(_ text: String) throws {
    #expect(try request("--ip", "192.0.2.1", "--helo", text).helo == text)
    #expect(try request("--ip", "192.0.2.1", "--mail-from", text).mailFrom == text)
    #expect(try request("--ip", "192.0.2.1", "--helo=\(text)", "--mail-from=\(text)").mailFrom == text)
  }

  @Test(
    "what is no address is named",
    arguments: [
      "", "192.0.2.256", "192.0.2", "192.0.2.0/24", "a.jp", "[2001:db8::1]", "192.0.2.1:53", "fe80::1%eth0",
    ])
  func badAddress(_ text: String) {
    #expect(
      error(["spf", "--ip", text, "a.jp"]) == .badValue(option: "--ip", value: text, .notAddress))
  }

  @Test(
    "a sender means nothing without an address",
    arguments: ["--mail-from", "--helo"])
  func needsAddress(_ option: String) {
    #expect(error(["spf", option, "u@a.jp", "a.jp"]) == .optionNeeds(option: option, other: "--ip"))
  }

  @Test("there must be somebody to check")
  func nobody() { #expect(error(["spf", "--ip", "192.0.2.1"]) == .missingSender) }

  @Test("there is one domain at most, and no list")
  func oneDomain() {
    #expect(error(["spf", "--ip", "192.0.2.1", "a.jp", "b.jp"]) == .unexpectedOperand("b.jp", .spf))
    #expect(
      error(["spf", "--ip", "192.0.2.1", "--input", "list"]) == .optionNotTaken(option: "--input", .spf))
  }

  @Test("a DOMAIN that is none is refused")
  func badDomain() {
    guard case .badDomain = error(["spf", "--ip", "192.0.2.1", "a..jp"]) else {
      Issue.record("accepted")
      return
    }
  }

  @Test("no other command takes them", arguments: ["check", "mx", "dkim", "dmarc", "lookup", "providers"])
  func otherCommands(_ command: String) throws {
    let name = try #require(Command(rawValue: command))
    // The full check has an --ip of its own.
    for option in ["--ip", "--mail-from", "--helo"] where name != .check || option != "--ip" {
      #expect(error([command, option, "192.0.2.1", "a.jp"]) == .optionNotTaken(option: option, name))
    }
  }
}
