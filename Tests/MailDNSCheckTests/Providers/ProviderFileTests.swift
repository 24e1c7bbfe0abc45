import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Files that add to the provider catalogue")
struct ProviderFileTests {
  private func catalogue(_ files: String...) throws -> ProviderCatalogue {
    var overlay = ProviderOverlay()
    for (index, text) in files.enumerated() {
      try overlay.apply(try ProviderFile(name: "file\(index)", octets: Array(text.utf8)))
    }
    return try overlay.catalogue()
  }

  private func complaint(_ text: String, _ language: Language = .english) -> String? {
    do throws(SettingsError) {
      var overlay = ProviderOverlay()
      try overlay.apply(try ProviderFile(name: "p.json", octets: Array(text.utf8)))
      return nil
    } catch { return error.wording[language] }
  }

  private func owner(_ host: String, in catalogue: ProviderCatalogue) -> String? {
    DomainName(host).flatMap { catalogue.provider(ofMX: $0)?.id.text }
  }

  private static let ours = """
    { "providers": [ { "id": "ours", "name": {"en": "Ours", "ja": "自社"}, "kinds": ["mailbox", "inboundGateway"],
      "mx": ["mx<n>.ours.example"], "networks": ["198.51.100.0/24", "192.0.2.1"], "selectors": ["key9.ours"],
      "verifications": ["ours="], "signingDomain": "s.ours.example", "source": "a contract", "certainty": "documented" } ] }
    """

  @Test("a new provider is known by all that the file says of it")
  func addition() throws {
    let catalogue = try catalogue(Self.ours)
    let id = try #require(Provider.ID("ours"))
    let provider = try #require(catalogue[id])
    #expect(owner("mx1.ours.example", in: catalogue) == "ours")
    #expect(owner("mxa.ours.example", in: catalogue) == nil)
    #expect(catalogue.provider(ofAddress: IPAddress("192.0.2.1")!)?.id.text == "ours")
    #expect(catalogue.provider(ofAddress: IPAddress("192.0.2.2")!) == nil)
    #expect(catalogue.selectors.last?.text == "key9.ours")
    #expect(provider.name == Wording("Ours", "自社"))
    #expect(provider.kinds == [.mailbox, .inboundGateway])
    #expect(provider.verifications == ["ours="])
    #expect(provider.signingDomain == "s.ours.example")
    #expect(provider.source == "a contract")
    #expect(provider.certainty == .documented)
    #expect(catalogue.providers.count == ProviderCatalogue.builtIn.providers.count + 1)
  }

  @Test("what a file does not say of a built-in provider stays")
  func override() throws {
    let catalogue = try catalogue(
      #"{ "providers": [ { "id": "securemx", "name": "Our gateway", "selectors": ["key3.smx"] } ] }"#)
    let provider = try #require(catalogue[.securemx])
    let original = try #require(ProviderCatalogue.builtIn[.securemx])
    #expect(provider.name == Wording(verbatim: "Our gateway"))
    #expect(provider.dkimSelectors.map(\.text) == ["key3.smx"])
    #expect(provider.mxSuffixes == original.mxSuffixes)
    #expect(provider.networks == original.networks)
    #expect(provider.kinds == original.kinds)
    #expect(owner("mx.securemx.jp", in: catalogue) == "securemx")
  }

  @Test("a suffix that a file claims leaves the provider that had it, for that use alone")
  func claim() throws {
    let catalogue = try catalogue(
      #"{ "providers": [ { "id": "ours", "name": "Ours", "kinds": ["mailbox"], "mx": ["securemx.jp"], "networks": ["210.130.202.96/29"] } ] }"#
    )
    #expect(owner("mx.securemx.jp", in: catalogue) == "ours")
    #expect(catalogue.provider(ofSPF: DomainName("spf.securemx.jp")!)?.id.text == "securemx")
    #expect(catalogue.provider(ofAddress: IPAddress("210.130.202.97")!)?.id.text == "ours")
    #expect(catalogue.provider(ofAddress: IPAddress("2001:240:bb81::4:1")!)?.id.text == "securemx")
    let securemx = try #require(catalogue[.securemx])
    #expect(!securemx.mxSuffixes.map(\.description).contains("securemx.jp"))
    #expect(securemx.spfSuffixes.map(\.description).contains("securemx.jp"))
    #expect(!securemx.networks.map(\.description).contains("210.130.202.96/29"))
  }

  @Test("a claim takes a suffix from a provider that no file speaks of as well")
  func claimFromTable() throws {
    let catalogue = try catalogue(
      #"{ "providers": [ { "id": "ours", "name": "Ours", "kinds": ["mailbox"], "hosts": ["sakura.ne.jp"] } ] }"#
    )
    #expect(owner("www1.sakura.ne.jp", in: catalogue) == "ours")
    let sakura = try #require(catalogue.providers.first { $0.id.text == "sakura" })
    #expect(!sakura.mxSuffixes.map(\.description).contains("sakura.ne.jp"))
    #expect(owner("os3-1.vs.sakura.ne.jp", in: catalogue) == nil)
  }

  @Test("every field of the built-in data can stand in a file")
  func allFields() throws {
    let text = """
      { "providers": [ { "id": "ours", "name": "O", "kinds": ["mailbox", "webHost"], "within": ["sakura"],
        "hosts": ["ours.example"], "except": ["vs.ours.example"], "verificationMX": ["proof.ours.example"],
        "include": "spf.ours.example", "sharedHosts": ["www<n>.ours.example"],
        "selectors": [{ "first": "o1", "then": ["o2"] }, "o3"], "certainty": "likely", "date": "2026-11" } ] }
      """
    let catalogue = try catalogue(text)
    let provider = try #require(Provider.ID("ours").flatMap { catalogue[$0] })
    #expect(owner("a.vs.ours.example", in: catalogue) == nil)
    #expect(owner("mx.ours.example", in: catalogue) == "ours")
    #expect(catalogue.isVerification(mx: DomainName("proof.ours.example")!))
    #expect(catalogue.isShared(host: DomainName("www7.ours.example")!))
    #expect(provider.spfInclude == "spf.ours.example")
    #expect(provider.selectorGroups.map { $0.map(\.text) } == [["o1", "o2"], ["o3"]])
    #expect(catalogue.selectors.suffix(2).map(\.text) == ["o1", "o3"])
    #expect(provider.certainty == .likely)
    #expect(provider.date == "2026-11")
    #expect(provider.outerProviders.map(\.text) == ["sakura"])
  }

  @Test("the later of two files wins, and a field that it leaves open is as the earlier one says")
  func layers() throws {
    let later =
      #"{ "providers": [ { "id": "ours", "name": "Still ours" }, { "id": "theirs", "name": "T", "kinds": ["sender"], "mx": ["mx<n>.ours.example"] } ] }"#
    let catalogue = try catalogue(Self.ours, later)
    #expect(owner("mx1.ours.example", in: catalogue) == "theirs")
    #expect(catalogue.providers.first { $0.id.text == "ours" }?.name == Wording(verbatim: "Still ours"))
    #expect(catalogue.providers.first { $0.id.text == "ours" }?.verifications == ["ours="])
    let again = try self.catalogue(
      Self.ours, later, #"{ "providers": [ { "id": "ours", "name": "Third" } ] }"#)
    #expect(owner("mx1.ours.example", in: again) == "theirs")
  }

  @Test("a file without providers is a file all the same")
  func emptyList() throws {
    #expect(
      try catalogue("{ \"providers\": [] }").providers.count == ProviderCatalogue.builtIn.providers.count)
  }

  private static func provider(_ fields: String) -> String {
    "{ \"providers\": [\n{ \"id\": \"ours\", \"name\": \"O\", \"kinds\": [\"mailbox\"],\n\(fields) } ] }"
  }

  static let mistakes: [(String, String)] = [
    ("[]", "1:1: an object in { } expected, not a list"),
    ("{}", "1:1: \"providers\" is missing"),
    ("{ \"provider\": [] }", "1:3: unknown key \"provider\"; did you mean \"providers\"?"),
    ("{ \"providers\": {} }", "1:16: \"providers\": a list in [ ] expected, not an object"),
    (
      "{ \"providers\": [ { \"id\": \"Ours\" } ] }",
      "1:26: \"Ours\" can't be the id of a provider: lower-case letters, digits and hyphens between them"
    ),
    ("{ \"providers\": [ { \"id\": \"ours\" } ] }", "1:18: \"name\" is missing"),
    ("{ \"providers\": [ { \"id\": \"ours\", \"name\": \"O\" } ] }", "1:18: \"kinds\" is missing"),
    (provider("\"mxx\": []"), "3:1: unknown key \"mxx\"; did you mean \"mx\"?"),
    (provider("\"mx\": \"a.example\""), "3:7: \"mx\": a list in [ ] expected, not a text"),
    (provider("\"mx\": [1]"), "3:8: \"mx\": a text in quotation marks expected, not this number"),
    (provider("\"mx\": [\n\"a..b\"]"), "4:1: \"a..b\" is not the end of host names: a label is empty"),
    (provider("\"mx\": [\"*\"]"), "3:8: \"*\" is not the end of host names: it would match every host"),
    (
      provider("\"networks\": [\"192.0.2.0/33\"]"),
      "3:14: \"192.0.2.0/33\" is not an address or a network such as 192.0.2.0/24"
    ),
    (provider("\"selectors\": [\"a b\"]"), "3:15: \"a b\" is not a DKIM selector"),
    (provider("\"verifications\": [\"\"]"), "3:19: \"verifications\" is empty"),
    (
      provider("\"certainty\": \"sen\""),
      "3:14: \"certainty\": \"sen\" is not one of seen, documented, reported, likely; did you mean \"seen\"?"
    ),
    (
      provider("\"id\": \"x\""), "3:1: \"id\" is there a second time, the first is on line 2"
    ),
    (
      "{ \"providers\": [ { \"id\": \"a\", \"name\": \"A\", \"kinds\": [\"mailboxes\"] } ] }",
      "1:54: \"kinds\": \"mailboxes\" is not one of inboundGateway, outboundGateway, mailbox, webHost, sender, spfService, reportService, forwarder, parked; did you mean \"mailbox\"?"
    ),
    (
      "{ \"providers\": [\n{ \"id\": \"office365\" },\n{ \"id\": \"office365\" } ] }",
      "3:9: \"office365\" is there a second time, the first is on line 2"
    ),
    (
      "{ \"providers\": [\n{ \"id\": \"office365\", \"mx\": [\"a.example\"] },\n{ \"id\": \"google\", \"hosts\": [\"A.example\"] } ] }",
      "3:29: \"A.example\" is that of office365 already, on line 2"
    ),
  ]

  @Test("a mistake is named with file, line, column and what would be right", arguments: mistakes)
  func mistake(text: String, expected: String) throws {
    #expect(complaint(text) == "p.json:" + expected)
    let japanese = try #require(complaint(text, .japanese))
    #expect(japanese.hasPrefix("p.json:") && japanese.unicodeScalars.contains { !$0.isASCII })
  }

  @Test("what is quoted from the file is safe to show")
  func hostile() throws {
    let text = try #require(complaint(#"{ "\u001b[31m\u202e": 1 }"#))
    #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0 != "\u{202E}" })
  }

  @Test("the example that comes with the program can be loaded, and does what its comments say")
  func example() throws {
    let path = ExampleFiles.root.appendingPathComponent("Examples/providers.json").path
    let catalogue = try catalogue(String(contentsOfFile: path, encoding: .utf8))
    #expect(owner("mx3.mail-in.example", in: catalogue) == "example-gateway")
    #expect(owner("a.gateway.example", in: catalogue) == "example-gateway")
    #expect(owner("mx.zoho.jp", in: catalogue) == "our-zoho")
    #expect(owner("mx.zoho.com", in: catalogue) == "zoho")
    #expect(owner("www1.sakura.ne.jp", in: catalogue) == "sakura")
  }

  @Test(
    "the user's own file lies in the XDG configuration directory, and those of the command line are over it")
  func places() throws {
    let directory = try TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: directory.path + "/.config/maildnscheck", withIntermediateDirectories: true)
    try directory.write(Self.ours, to: ".config/maildnscheck/providers.json")
    let over = try directory.write(
      #"{ "providers": [ { "id": "ours", "name": "Over it" } ] }"#, to: "over.json")
    func names(_ files: [String], _ environment: [String: String]) throws -> String? {
      try CatalogueSetup(files: files, environment: environment).catalogue().providers
        .first { $0.id.text == "ours" }?.name.english
    }
    #expect(try names([], ["HOME": directory.path]) == "Ours")
    #expect(
      try names([], ["XDG_CONFIG_HOME": directory.path + "/.config", "HOME": "/nonexistent"]) == "Ours")
    #expect(try names([over], ["HOME": directory.path]) == "Over it")
    #expect(try names([], ["XDG_CONFIG_HOME": "/nonexistent", "HOME": directory.path]) == nil)
    #expect(try names([], ["XDG_CONFIG_HOME": "relative"]) == nil)
    #expect(try names([], [:]) == nil)
  }
}

@Suite("An entry for an MX host of nobody known")
struct ProviderSuggestionTests {
  @Test(
    "it names the end that the provider's other hosts share, and never one below which strangers are",
    arguments: [
      ("mx1.unheard-of.test", "unheard-of.test"), ("mail.example.co.jp", "example.co.jp"),
      ("example.co.jp", "example.co.jp"), ("mx.iij.jp", "mx.iij.jp"), ("unheard-of.test", "unheard-of.test"),
      ("localhost", "localhost"), ("a.b.mail.example", "b.mail.example"),
    ])
  func suffix(host: String, suffix: String) throws {
    #expect(ProviderSuggestion(host: try DomainName(parsing: host)).suffix.description == suffix)
  }

  @Test(
    "with a public suffix list it is the owner's name, whatever lies below it",
    arguments: [
      ("mx1.a.unheard-of.co.jp", "unheard-of.co.jp"), ("mx.city.chuo.tokyo.jp", "city.chuo.tokyo.jp"),
      ("mx.a.b.example.com", "example.com"),
    ])
  func owner(host: String, suffix: String) throws {
    let list = try #require(PublicSuffixList.system)
    let name = try DomainName(parsing: host)
    guard case .domain = list.organization(of: name) else { return }
    #expect(ProviderSuggestion(host: name, publicSuffixes: list).suffix.description == suffix)
  }

  @Test(
    "none is of use for what is no name on the Internet, nor for the domain's own",
    arguments: [
      ("localhost", false), ("mx.localhost", false), ("mail.corp.local", false), ("mail.example.jp", false),
      ("example.jp", false), ("mx.unheard-of.test", true), ("mail.other.jp", true),
    ])
  func usefulness(host: String, isUseful: Bool) throws {
    let suggestion = ProviderSuggestion(host: try DomainName(parsing: host))
    #expect(suggestion.isUseful(to: DomainName("example.jp")!) == isUseful)
  }

  @Test(
    "pasted into a file it makes a provider that knows the host",
    arguments: ["mx1.unheard-of.test", "mx.self", "mx.unknown", "a.\\\"x\\\\.example", "MX._X_.Example"])
  func paste(host: String) throws {
    let name = try DomainName(parsing: host)
    let text = "{ \"providers\": [ \(ProviderSuggestion(host: name).text) ] }"
    #expect(!text.contains("\n"))
    var overlay = ProviderOverlay()
    try overlay.apply(try ProviderFile(name: "pasted", octets: Array(text.utf8)))
    #expect(try overlay.catalogue().provider(ofMX: name) != nil)
  }
}
