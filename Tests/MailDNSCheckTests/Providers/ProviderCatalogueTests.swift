import Testing

@testable import MailDNSCheck

@Suite("A provider catalogue")
struct ProviderCatalogueTests {
  private static func entry(_ id: String) -> ProviderEntry {
    ProviderEntry(
      id: id, name: Wording(verbatim: id), kinds: [.mailbox], source: "a test", certainty: .reported)
  }

  private static func catalogue(_ entries: [ProviderEntry]) throws -> ProviderCatalogue {
    try ProviderCatalogue(try entries.map { try Provider($0) })
  }

  private static func id(_ text: String) -> Provider.ID { Provider.ID(text)! }

  @Test("a provider is of the kinds that it has, and of no other")
  func kinds() throws {
    for kind in Provider.Kind.allCases {
      var entry = Self.entry("some")
      entry.kinds = [kind]
      let provider = try Provider(entry)
      #expect(Provider.Kind.allCases.filter(provider.isOf) == [kind])
      entry.kinds = CaseSet(Provider.Kind.allCases).subtracting([kind])
      #expect(try !Provider(entry).isOf(kind))
    }
  }

  @Test("the suffix with the most labels wins, whatever the order")
  func longestSuffix() throws {
    var (wide, narrow) = (Self.entry("wide"), Self.entry("narrow"))
    wide.mx = ["example.jp"]
    narrow.mx = ["mail.example.jp"]
    for entries in [[wide, narrow], [narrow, wide]] {
      let catalogue = try Self.catalogue(entries)
      #expect(catalogue.provider(ofMX: DomainName("mx.mail.example.jp")!)?.id.text == "narrow")
      #expect(catalogue.provider(ofMX: DomainName("mx.other.example.jp")!)?.id.text == "wide")
    }
  }

  @Test("a pattern counts by all its labels, and yields to a plain suffix of as many")
  func patternRank() throws {
    var (plain, pattern, wide) = (Self.entry("plain"), Self.entry("pattern"), Self.entry("wide"))
    wide.mx = ["example.jp"]
    plain.mx = ["mx1.example.jp"]
    pattern.mx = ["mx<n>.example.jp"]
    for entries in [[wide, plain, pattern], [pattern, plain, wide]] {
      let catalogue = try Self.catalogue(entries)
      #expect(catalogue.provider(ofMX: DomainName("mx1.example.jp")!)?.id.text == "plain")
      #expect(catalogue.provider(ofMX: DomainName("a.mx2.example.jp")!)?.id.text == "pattern")
      #expect(catalogue.provider(ofMX: DomainName("mxa.example.jp")!)?.id.text == "wide")
    }
  }

  @Test("a suffix holds for its own use only")
  func uses() throws {
    var entry = Self.entry("one")
    entry.spf = ["example.jp"]
    let catalogue = try Self.catalogue([entry])
    let name = DomainName("example.jp")!
    #expect(catalogue.provider(ofSPF: name)?.id.text == "one")
    #expect(catalogue.provider(ofMX: name) == nil)
    #expect(catalogue.provider(ofDKIMTarget: name) == nil)
    #expect(catalogue.provider(ofAutodiscover: name) == nil)
    #expect(catalogue.provider(ofReportHost: name) == nil)
  }

  @Test("the network with the longest prefix wins")
  func longestPrefix() throws {
    var (wide, narrow) = (Self.entry("wide"), Self.entry("narrow"))
    wide.networks = ["0.0.0.0/0", "2001:db8::/32"]
    narrow.networks = ["192.0.2.128/25", "2001:db8::1/128"]
    let catalogue = try Self.catalogue([wide, narrow])
    let found = ["192.0.2.127", "192.0.2.128", "2001:db8::1", "2001:db8::2", "2001:db9::"].map {
      catalogue.provider(ofAddress: IPAddress($0)!)?.id.text
    }
    #expect(found == ["wide", "narrow", "narrow", "wide", nil])
  }

  @Test("two providers of one identifier are refused")
  func duplicateID() {
    #expect(throws: ProviderCatalogueError.duplicateID(Self.id("a"))) {
      try Self.catalogue([Self.entry("a"), Self.entry("b"), Self.entry("a")])
    }
  }

  @Test("a suffix of two providers is refused, in whatever case it is written")
  func duplicateSuffix() throws {
    var (first, second) = (Self.entry("first"), Self.entry("second"))
    first.mx = ["mx.example.jp"]
    second.mx = ["a.example.jp", "MX.Example.JP."]
    let error = ProviderCatalogueError.duplicateHost(
      try HostPattern(parsing: "mx.example.jp"), .mx, Self.id("first"), Self.id("second"))
    #expect(throws: error) { try Self.catalogue([first, second]) }
  }

  @Test("an opaque SPF suffix and a readable one of two providers are the same suffix")
  func duplicateOpaque() throws {
    var (first, second) = (Self.entry("first"), Self.entry("second"))
    first.spf = ["spf.example.jp"]
    second.opaqueSPF = ["spf.example.jp"]
    let error = ProviderCatalogueError.duplicateHost(
      try HostPattern(parsing: "spf.example.jp"), .spf, Self.id("first"), Self.id("second"))
    #expect(throws: error) { try Self.catalogue([first, second]) }
  }

  @Test("a network of two providers is refused, also with other host bits")
  func duplicateNetwork() {
    var (first, second) = (Self.entry("first"), Self.entry("second"))
    first.networks = ["192.0.2.0/24"]
    second.networks = ["192.0.2.1/24"]
    let error = ProviderCatalogueError.duplicateNetwork(
      IPNetwork("192.0.2.1/24")!, Self.id("first"), Self.id("second"))
    #expect(throws: error) { try Self.catalogue([first, second]) }
  }

  @Test("one provider may list a suffix twice")
  func repeatedSuffix() throws {
    var entry = Self.entry("one")
    entry.hosts = ["example.jp"]
    entry.mx = ["example.jp"]
    #expect(try Self.catalogue([entry]).provider(ofMX: DomainName("mx.example.jp")!)?.id.text == "one")
  }

  @Test("selectors of added providers are asked for after the common ones")
  func addedSelectors() throws {
    var entry = Self.entry("one")
    entry.selectors = ["mine", "google", "key9.mine"]
    let catalogue = try Self.catalogue([entry])
    #expect(catalogue.selectors.map(\.text) == ProviderCatalogue.commonSelectors + ["mine", "key9.mine"])
  }

  @Test("of selectors that are used in turn the first is asked for, the others with it")
  func selectorsInTurn() throws {
    var entry = Self.entry("one")
    entry.selectors = ["egw1>egw2>egw3"]
    let catalogue = try Self.catalogue([entry])
    #expect(catalogue.selectors.map(\.text) == ProviderCatalogue.commonSelectors + ["egw1"])
    #expect(catalogue.selectors(inTurnWith: DKIMSelector("EGW1")!).map(\.text) == ["egw2", "egw3"])
    #expect(catalogue.selectors(inTurnWith: DKIMSelector("egw2")!) == [])
    #expect(catalogue.owner(of: DKIMSelector("egw3")!)?.id.text == "one")
  }

  @Test("names that a provider leaves out are nobody's, or another provider's")
  func exceptions() throws {
    var (one, other) = (Self.entry("one"), Self.entry("other"))
    one.hosts = ["example.jp"]
    one.except = ["vs.example.jp", "web.example.jp"]
    other.mx = ["web.example.jp"]
    for entries in [[one, other], [other, one]] {
      let catalogue = try Self.catalogue(entries)
      let found = ["mx.example.jp", "a.vs.example.jp", "a.web.example.jp"].map {
        catalogue.provider(ofMX: DomainName($0)!)?.id.text
      }
      #expect(found == ["one", nil, "other"])
      #expect(catalogue.provider(ofSPF: DomainName("a.web.example.jp")!) == nil)
    }
  }

  @Test("an entry with a fault is refused and the fault named")
  func faultyEntries() {
    let one = Self.id("one")
    let faults: [(ProviderEntryError, (inout ProviderEntry) -> Void)] = [
      (.badIdentifier("One"), { $0.id = "One" }), (.badIdentifier(""), { $0.id = "" }),
      (.badIdentifier("-a"), { $0.id = "-a" }), (.badIdentifier("a-"), { $0.id = "a-" }),
      (.badIdentifier("a_b"), { $0.id = "a_b" }), (.badIdentifier("self"), { $0.id = "self" }),
      (.badIdentifier("unknown"), { $0.id = "unknown" }), (.noKind(one), { $0.kinds = [] }),
      (.badHost(one, "a..b", .name(.emptyLabel(offset: 2))), { $0.reports = ["a..b"] }),
      (.badHost(one, "*", .noFixedLabel), { $0.mx = ["*"] }),
      (.badNetwork(one, "192.0.2.0"), { $0.networks = ["192.0.2.0"] }),
      (.badSelector(one, "a b"), { $0.selectors = ["a b"] }),
      (.badSelector(one, "a."), { $0.selectors = ["a."] }),
    ]
    for (error, spoil) in faults {
      var entry = Self.entry("one")
      spoil(&entry)
      #expect(throws: error) { try Provider(entry) }
    }
  }

  @Test("a catalogue that knows nobody finds nobody")
  func empty() {
    let name = DomainName("mx.securemx.jp")!
    #expect(ProviderCatalogue.empty.provider(ofMX: name) == nil)
    #expect(ProviderCatalogue.empty.provider(ofAddress: IPAddress("210.130.202.1")!) == nil)
    #expect(ProviderCatalogue.empty.selectors.map(\.text) == ProviderCatalogue.commonSelectors)
  }
}
