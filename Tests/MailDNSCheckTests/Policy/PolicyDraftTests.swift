import Testing

@testable import MailDNSCheck

@Suite("A policy made of what DNS shows")
struct PolicyDraftTests {
  private func reports(_ domains: [String], _ dns: RecordedResolver) async throws -> [DomainReport] {
    var reports: [DomainReport] = []
    for domain in domains { reports.append(try await dns.report(on: domain)) }
    return reports
  }

  private func draft(_ reports: [DomainReport], _ language: Language = .english) -> PolicyDraft {
    PolicyDraft(reports: reports, catalogue: .builtIn, language: language)
  }

  @Test("it names the route, DMARC, the providers of SPF and the keys")
  func content() async throws {
    let text = draft(try await reports(["example.jp"], RecordedResolver(PublishedDomain().lines))).text
    #expect(
      text.split(separator: "\n").dropFirst(2).joined(separator: "\n") == """
        {
          "domains": {
            "example.jp": {
              "route": "securemx-office365",
              "dmarc": "reject",
              "spf": { "authorize": ["securemx", "office365"] },
              "dkim": { "selectors": {
                "key1.smx": { "minimumBits": 2048 },
                "selector1": {},
                "selector2": {}
              } }
            }
          }
        }
        """)
    #expect(text.hasPrefix("// A policy for maildnscheck --policy, made from what DNS showed on 20"))
    #expect(text.hasSuffix("}\n"))
  }

  @Test(
    "checked against the policy made of it, every example domain is as expected", arguments: Language.allCases
  )
  func roundTrip(language: Language) async throws {
    let dns = try RecordedResolver.example()
    let domains = ExampleFiles.domains.map(\.domain) + ["nowhere.example"]
    let text = draft(try await reports(domains, dns), language).text
    let policy = try PolicyFile.read(name: "drafted", octets: Array(text.utf8), in: .builtIn)
    #expect(policy.domains.count == domains.count)
    for domain in domains {
      let check = DomainCheck(
        areas: .whole, resolver: dns, catalogue: .builtIn, selectors: [], expectedRoute: nil,
        policy: policy)
      let report = await check.report(on: try MailDomain(pasted: domain))
      #expect(report.findings.filter { $0.area == .policy } == [], "\(domain)")
      #expect(report.meetsExpectation == true, "\(domain)")
    }
  }

  @Test("what DNS could not tell is left out, and said in a comment")
  func unknown() async throws {
    let dns = try RecordedResolver(
      PublishedDomain().lines,
      failing: ["example.jp MX", "example.jp TXT", "_dmarc.example.jp", "selector1._domainkey.example.jp"])
    let draft = draft(try await reports(["example.jp"], dns))
    for key in ["route", "dmarc", "spf"] {
      #expect(draft.text.contains("// \(key): DNS could not tell"))
      #expect(!draft.text.contains("\"\(key)\""))
    }
    #expect(draft.text.contains("// dkim: some selectors could not be asked"))
    #expect(!draft.isComplete)
    _ = try PolicyFile.read(name: "drafted", octets: Array(draft.text.utf8), in: .builtIn)
  }

  @Test("a Japanese domain is named in both forms")
  func japanese() async throws {
    let text = draft(try await reports(["日本語.jp"], RecordedResolver("xn--wgv71a119e.jp MX 0 ."))).text
    #expect(text.contains("    // 日本語.jp\n    \"xn--wgv71a119e.jp\": {\n"))
  }
}
