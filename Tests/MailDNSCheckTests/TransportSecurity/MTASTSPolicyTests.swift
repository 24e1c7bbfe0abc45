import Testing

@testable import MailDNSCheck

@Suite("The MTA-STS policy (RFC 8461 §3.2)")
struct MTASTSPolicyTests {
  private func policy(_ text: String) throws(MTASTSPolicyError) -> MTASTSPolicy {
    try MTASTSPolicy(parsing: Array(text.utf8))
  }

  private static let whole = ["version: STSv1", "mode: enforce", "mx: mail.example.jp", "max_age: 604800"]

  @Test(
    "lines end in LF or CRLF, the last one or not, and come in any order",
    arguments: [
      whole.joined(separator: "\n"), whole.joined(separator: "\r\n") + "\r\n",
      whole.reversed().joined(separator: "\n") + "\n",
      "version:STSv1\nmode:\tenforce  \nmx:mail.example.jp\nmax_age:604800",
    ])
  func lines(_ text: String) throws {
    let policy = try policy(text)
    #expect(policy.mode == .enforce)
    #expect(policy.maximumAge == 604_800)
    #expect(policy.patterns.map(\.description) == ["mail.example.jp"])
    #expect(policy.emptyLines == [])
  }

  @Test("unknown keys are passed over, and of a key that comes again the first one counts, but for mx")
  func repeated() throws {
    let text =
      Self.whole.joined(separator: "\n")
      + "\nmode: none\nmax_age: 1\nversion: STSv2\nmx: *.example.net\nmx: mail.example.jp\nnew-key: 日本語 a:b\n"
    let policy = try policy(text)
    #expect(policy.mode == .enforce)
    #expect(policy.maximumAge == 604_800)
    #expect(policy.patterns.map(\.description) == ["mail.example.jp", "*.example.net"])
  }

  @Test("mode none needs no mx")
  func none() throws {
    #expect(try policy("version: STSv1\nmode: none\nmax_age: 86400\n").patterns == [])
  }

  @Test("an empty line is passed over, and told")
  func emptyLine() throws {
    #expect(try policy("version: STSv1\n\nmode: none\nmax_age: 0\n \n").emptyLines == [2, 5])
  }

  @Test(
    "what can't be used says why, and on which line",
    arguments: [
      ("", .empty, nil),
      ("mode: none\nmax_age: 1", .missing(key: "version"), nil),
      ("Version: STSv1\nmode: none\nmax_age: 1", .missing(key: "version"), nil),
      ("version: STSv1\nmax_age: 1", .missing(key: "mode"), nil),
      ("version: STSv1\nmode: none", .missing(key: "max_age"), nil),
      ("version: STSv2\nmode: none\nmax_age: 1", .badVersion(Array("STSv2".utf8)), 1),
      ("version: STSv1\nmode: Enforce\nmax_age: 1", .badMode(Array("Enforce".utf8)), 2),
      ("version: STSv1\nmode: none\nmax_age: 31557601", .badMaximumAge(Array("31557601".utf8)), 3),
      ("version: STSv1\nmode: none\nmax_age: -1", .badMaximumAge(Array("-1".utf8)), 3),
      ("version: STSv1\nmode: none\nmax_age: 1d", .badMaximumAge(Array("1d".utf8)), 3),
      ("version: STSv1\nmode: none\nmax_age: 99999999999", .badMaximumAge(Array("99999999999".utf8)), 3),
      ("version: STSv1\nmode: enforce\nmax_age: 1", .noPattern, nil),
      ("<html>", .noKey(Array("<html>".utf8)), 1),
      ("\u{FEFF}version: STSv1", .noKey(Array("\u{FEFF}version: STSv1".utf8)), 1),
      ("version: STSv1\nmode: none\nx: a\u{1B}b", .badValue(key: "x"), 3),
      ("version: STSv1\nmx: *.*.example.jp", .badPattern(Array("*.*.example.jp".utf8)), 2),
      ("version: STSv1\nmx: mail.*.example.jp", .badPattern(Array("mail.*.example.jp".utf8)), 2),
      ("version: STSv1\nmx: example.jp.", .badPattern(Array("example.jp.".utf8)), 2),
      ("version: STSv1\nmx: 10 mail.example.jp", .badPattern(Array("10 mail.example.jp".utf8)), 2),
      ("version: STSv1\nmx: *", .badPattern(Array("*".utf8)), 2),
      ("version: STSv1\nmx:", .badPattern([]), 2),
    ] as [(String, MTASTSPolicyError.Reason, Int?)])
  func invalid(_ text: String, _ reason: MTASTSPolicyError.Reason, _ line: Int?) {
    #expect(throws: MTASTSPolicyError(reason: reason, line: line)) { try policy(text) }
  }

  @Test("64 KB are read, and no more")
  func size() throws {
    let text = Self.whole.joined(separator: "\n") + "\nx: "
    let full = text + String(repeating: "a", count: MTASTSPolicy.maximumSize - text.utf8.count)
    #expect(try policy(full).mode == .enforce)
    #expect(throws: MTASTSPolicyError(reason: .tooLarge)) { try policy(full + "a") }
  }

  @Test(
    "* stands for one label, and only for the first",
    arguments: [
      ("mail.example.jp", "mail.example.jp", true),
      ("mail.example.jp", "MAIL.Example.JP", true),
      ("mail.example.jp", "a.mail.example.jp", false),
      ("*.example.jp", "mail.example.jp", true),
      ("*.example.jp", "example.jp", false),
      ("*.example.jp", "a.mail.example.jp", false),
      ("*.example.jp", "mailexample.jp", false),
      ("*.jp", "example.jp", true),
    ])
  func matching(_ text: String, _ host: String, _ expected: Bool) throws {
    let pattern = try #require(MXPattern(Array(text.utf8)[...]))
    #expect(pattern.matches(DomainName(host)!) == expected)
  }
}
