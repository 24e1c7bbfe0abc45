import Testing

@testable import MailDNSCheck

@Suite("One provider, and whose a host is")
struct ProviderCardTests {
  private func card(_ text: String) throws -> ProviderCard {
    let subject = try #require(ProviderSubject(text, in: .builtIn))
    return ProviderCard(subject: subject, publicSuffixes: nil)
  }

  private func text(_ text: String, _ language: Language = .english) throws -> String {
    try card(text).text(language: language, ink: .plain, width: 100)
  }

  @Test("a host is told whose it is, and by what mark, in both languages")
  func host() throws {
    let english = try text("mx1.coreserver.jp")
    #expect(english.contains("as an MX host, by coreserver.jp"))
    #expect(english.contains("value-server"))
    #expect(try text("mx1.coreserver.jp", .japanese).contains("MXホスト: coreserver.jp"))
    #expect(try card("MX1.CoreServer.JP.").json.marks.first?.provider == "value-server")
  }

  @Test(
    "each use has its mark",
    arguments: [
      ("abcd.mx-verification.google.com", "verificationMX", "mx-verification.google.com"),
      ("www123.sakura.ne.jp", "sharedHost", "www<n>.sakura.ne.jp"),
      ("_spf.vali.email", "opaqueSPF", "_spf.vali.email"),
      ("selector1-a._domainkey.b.onmicrosoft.com", "dkimTarget", "onmicrosoft.com"),
      ("autodiscover.outlook.com", "autodiscover", "autodiscover.outlook.com"),
      ("210.130.202.97", "network", "210.130.202.96/29"),
    ])
  func marks(subject: String, use: String, mark: String) throws {
    let marks = try card(subject).json.marks
    #expect(marks.contains { $0.use == use && $0.text == mark }, "\(marks)")
  }

  @Test(
    "a provider is found by its identifier and by its name",
    arguments: ["securemx", "SecureMX", "IIJ SecureMX", "IIJセキュアMXサービス"])
  func name(text: String) throws {
    let card = try card(text)
    #expect(card.json.providers.map(\.id) == ["securemx"])
    #expect(card.json.marks.isEmpty)
    let full = card.text(language: .english, ink: .plain, width: 100)
    for part in ["spf.securemx.jp", "key1.smx>key2.smx", "dxg.dox.jp", "210.130.202.128/29", "2026-11"] {
      #expect(full.contains(part), "\(part)")
    }
  }

  @Test("a host of nobody known is said to be so, with an entry to complete")
  func nobody() throws {
    let text = try text("mx1.unheard-of.test")
    #expect(text.contains("knows nobody"))
    #expect(text.contains("\"mx\": [\"unheard-of.test\"]"))
    #expect(try card("mx1.unheard-of.test").json.providers.isEmpty)
  }

  @Test("a word that is neither is no subject", arguments: ["securemxx", "", "no such provider"])
  func neither(text: String) { #expect(ProviderSubject(text, in: .builtIn) == nil) }
}
