import Testing

@testable import MailDNSCheck

@Suite("Selectors: which are asked for, and how many")
struct SelectorTurnsTests {
  private func selectors(_ lines: String) async throws -> [String] {
    let report = try await RecordedResolver(World.withoutTenant + lines).report(on: "example.jp")
    return report.facts.dkim?.selectors.map(\.selector.text) ?? []
  }

  private static let mail = World.securemx

  @Test("a domain with keys is asked for 24, as many as ever, whoever it points to")
  func count() async throws {
    let key = World.key("google._domainkey.example.jp")
    let spf =
      "example.jp TXT \"v=spf1 include:zohomail.com include:spf.messagingengine.com a:www1.sakura.ne.jp ~all\"\n"
    for lines in [Self.mail + key, Self.mail + key + spf] {
      let asked = try await selectors(lines)
      #expect(asked.count == 24)
      #expect(Set(asked).count == 24)
    }
  }

  @Test(
    "a provider's own selector is asked for where MX, SPF or a TXT point to it, and before the common ones")
  func ownSelectors() async throws {
    let key = World.key("google._domainkey.example.jp")
    #expect(try await !selectors(Self.mail + key).contains("zoho"))
    for lines in [
      "example.jp MX 10 mx.zoho.jp\n",
      Self.mail + "example.jp TXT \"zoho-verification=zb1.zmverify.zoho.jp\"\n",
      Self.mail + "example.jp TXT \"v=spf1 include:zoho.jp ~all\"\n",
    ] {
      #expect(try await selectors(lines + key).contains("zoho"))
    }
  }

  @Test(
    "what is used in turn with a selector is asked for only where that is there",
    arguments: [("s1", "s2"), ("k3", "k2"), ("zendesk1", "zendesk2"), ("ctct1", "ctct2"), ("hs1", "hs2")])
  func seconds(first: String, second: String) async throws {
    let other = World.key("google._domainkey.example.jp")
    #expect(try await !selectors(Self.mail + other).contains(second))
    #expect(
      try await selectors(Self.mail + other + World.key("\(first)._domainkey.example.jp")).contains(second))
  }

  @Test("a wildcard that answers for all selectors calls for no second one")
  func wildcard() async throws {
    let asked = try await selectors(Self.mail + World.key("*._domainkey.example.jp"))
    #expect(!asked.contains("s2"))
  }

  @Test(
    "where the name is denied, those that are likely are asked for before anybody says that there is no key")
  func denied() async throws {
    let asked = try await selectors("example.jp MX 10 mx.zoho.jp\n")
    #expect(Set(asked).isSuperset(of: ["default", "s1", "google", "selector1", "zoho"]))
    #expect(asked.count < 16)
  }
}
