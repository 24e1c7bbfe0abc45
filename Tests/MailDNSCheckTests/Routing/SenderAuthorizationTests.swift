import Testing

@testable import MailDNSCheck

@Suite("Whether SPF lets those send through whom the route leads")
struct SenderAuthorizationTests {
  private func report(_ record: String, _ more: String = "", failing: [String] = []) async throws
    -> DomainReport
  {
    var domain = PublishedDomain()
    domain.texts = [record]
    domain.more = [more]
    return try await domain.report(failing: failing)
  }

  /// `provider: path` of each sender; `-` where there is none.
  private func senders(_ report: DomainReport) throws -> [String] {
    let verdict = try #require(report.verdict)
    let tree = try #require(report.facts.spf)
    return verdict.senders.map { sender in
      let path = sender.path(in: tree, .builtIn)
      // What is told without looking for a path is what looking for it tells.
      #expect(sender.isAuthorized == (path != nil))
      return "\(sender.provider.text): \(path?.joined(separator: " > ") ?? "-")"
    }
  }

  /// The lines that stand below the record and the count.
  private func lines(_ report: DomainReport, _ language: Language) throws -> [String] {
    let lines = AreaLines(
      catalogue: .builtIn, language: language, verdict: report.verdict, hosts: report.verdict?.hosts ?? [])
    return Array(lines.spf(try #require(report.facts.spf)).dropFirst(2))
  }

  private static let nested = """
    own.test TXT "v=spf1 include:spf.protection.outlook.com include:deep.test -all"
    deep.test TXT "v=spf1 include:spf.securemx.jp -all"

    """

  @Test(
    "each by the first path of terms that leads there",
    arguments: [
      (
        "include:spf.securemx.jp include:spf.protection.outlook.com -all",
        ["securemx: include:spf.securemx.jp", "office365: include:spf.protection.outlook.com"]
      ),
      (
        "include:own.test -all",
        [
          "securemx: include:own.test > include:deep.test > include:spf.securemx.jp",
          "office365: include:own.test > include:spf.protection.outlook.com",
        ]
      ),
      (
        "redirect=own.test",
        [
          "securemx: redirect=own.test > include:deep.test > include:spf.securemx.jp",
          "office365: redirect=own.test > include:spf.protection.outlook.com",
        ]
      ),
      ("redirect=spf.securemx.jp", ["securemx: redirect=spf.securemx.jp", "office365: -"]),
      ("ip4:210.130.202.128/25 -all", ["securemx: ip4:210.130.202.128/25", "office365: -"]),
      ("ip4:210.130.203.0/24 -all", ["securemx: -", "office365: -"]),
      ("ip6:2001:240:bb81::/48 -all", ["securemx: ip6:2001:240:bb81::/48", "office365: -"]),
      (
        "include:deep.test include:spf.securemx.jp -all",
        ["securemx: include:deep.test > include:spf.securemx.jp", "office365: -"]
      ),
      ("-all include:spf.securemx.jp", ["securemx: -", "office365: -"]),
      ("-all redirect=own.test", ["securemx: -", "office365: -"]),
    ] as [(String, [String])])
  func paths(_ terms: String, _ expected: [String]) async throws {
    #expect(try senders(try await report("v=spf1 \(terms)", Self.nested)) == expected)
  }

  @Test(
    "a term that does not pass authorises nobody",
    arguments: [
      "-include:spf.securemx.jp", "~include:spf.securemx.jp", "?include:spf.securemx.jp",
      "-ip4:210.130.202.128/25", "-include:deep.test", "include:refused.test",
    ])
  func qualifiers(_ term: String) async throws {
    let more = Self.nested + "refused.test TXT \"v=spf1 -include:spf.securemx.jp -all\"\n"
    let report = try await report("v=spf1 \(term) include:spf.protection.outlook.com -all", more)
    #expect(try senders(report).first == "securemx: -")
    #expect(report.findings("spf-gateway-not-authorized").count == 1)
  }

  @Test("the report names the path, and says where one may not send")
  func reportLines() async throws {
    let both = try await report("v=spf1 include:own.test -all", Self.nested)
    #expect(
      try lines(both, .english) == [
        "IIJ SecureMX may send, by include:own.test → include:deep.test → include:spf.securemx.jp",
        "Office365 may send, by include:own.test → include:spf.protection.outlook.com",
      ])
    #expect(
      try lines(both, .japanese) == [
        "SecureMXからの送信を許可(include:own.test → include:deep.test → include:spf.securemx.jp)",
        "Office365からの送信を許可(include:own.test → include:spf.protection.outlook.com)",
      ])
    let none = try await report("v=spf1 ip4:192.0.2.1 -all")
    #expect(try lines(none, .english) == ["IIJ SecureMX may not send", "Office365 may not send"])
    #expect(
      try lines(none, .japanese) == ["SecureMXからの送信は未許可", "Office365からの送信は未許可"])
    #expect(none.findings.map(\.id).filter { $0.hasSuffix("-not-authorized") }.count == 2)
  }

  @Test(
    "what is not known to its end, or hides its senders, may authorise them all the same: nothing is said",
    arguments: [
      ("include:unknown.test", "unknown.test"), ("exists:%{i}.e.test", "none.test"),
      ("include:%{o}.i.test", "none.test"), ("include:x.powerspf.com", "none.test"),
    ])
  func silence(_ term: String, _ failing: String) async throws {
    let report = try await report(
      "v=spf1 \(term) include:spf.securemx.jp -all", "x.powerspf.com TXT \"v=spf1 ip4:192.0.2.1 -all\"",
      failing: [failing])
    #expect(try lines(report, .english) == ["IIJ SecureMX may send, by include:spf.securemx.jp"])
    #expect(report.findings.allSatisfy { !$0.id.hasSuffix("-not-authorized") })
  }

  @Test("of a record that receivers refuse nothing is said")
  func broken() async throws {
    let report = try await report("v=spf1 include:spf.securemx.jp include:gone.test -all")
    #expect(try lines(report, .english) == [])
  }

  @Test("a domain with its own hosts alone has no such senders")
  func ownHosts() async throws {
    let dns = try RecordedResolver(
      "example.jp MX 10 m.example.jp\nm.example.jp A 192.0.2.1\nexample.jp TXT \"v=spf1 mx -all\"")
    #expect(try senders(try await dns.report(on: "example.jp")) == [])
  }
}
