/// The provider catalogue as people and programs read it.
struct ProviderListing {
  let catalogue: ProviderCatalogue

  func text(language: Language, ink: Ink, width: Int) -> String {
    var page = Page(width: width, isASCII: ink.isASCII)
    for provider in catalogue.providers { Self.add(provider, to: &page, language, ink) }
    return page.text
  }

  static func add(_ provider: Provider, to page: inout Page, _ language: Language, _ ink: Ink) {
    page.add("\(provider.id)  \(provider.introduction[language])", ink: { ink($0, .bold) })
    let kinds = Provider.Kind.allCases.filter(provider.kinds.contains).map { $0.wording[language] }
    page.add(kinds.joined(separator: Wording.listSeparator[language]), indent: 4)
    for (title, values) in uses(of: provider) where !values.isEmpty {
      page.add("\(title[language]): \(values.joined(separator: " "))", indent: 4)
    }
    let date = provider.date.map { VisibleText($0).description }.map { Wording(" (\($0))", "(\($0))") }
    page.add(
      "\(provider.certainty.wording[language]): \(provider.sourceWording[language])\(date?[language] ?? "")",
      indent: 4,
      ink: { ink($0, .faint) })
  }

  private static func uses(of provider: Provider) -> [(title: Wording, values: [String])] {
    [
      (Wording(verbatim: "MX"), provider.mxSuffixes.map(\.description)),
      (Wording("MX for verification", "所有確認用MX"), provider.verificationMXSuffixes.map(\.description)),
      (
        Wording(verbatim: "SPF"), (provider.spfSuffixes + provider.opaqueSPFSuffixes).map(\.description)
      ),
      (Wording(verbatim: "SPF include"), [provider.spfInclude].compactMap(\.self)),
      (Wording("shared hosts", "共用ホスト"), provider.sharedHostSuffixes.map(\.description)),
      (Wording("not its own", "対象外"), provider.exceptions.map(\.description)),
      (Wording(verbatim: "DKIM CNAME"), provider.dkimTargetSuffixes.map(\.description)),
      (
        Wording("DKIM selector", "DKIMセレクタ"),
        provider.selectorGroups.map { $0.map(\.text).joined(separator: ">") }
      ),
      (Wording("DKIM d=", "DKIM d="), [provider.signingDomain].compactMap(\.self)),
      (Wording(verbatim: "TXT"), provider.visibleVerifications),
      (Wording("header fields", "ヘッダー"), provider.headerMarks),
      (Wording(verbatim: "autodiscover"), provider.autodiscoverTargets.map(\.description)),
      (Wording(verbatim: "DMARC rua"), provider.reportSuffixes.map(\.description)),
      (Wording(verbatim: "IP"), provider.networks.map(\.description)),
      (Wording("within", "包含元"), provider.outerProviders.map(\.text)),
    ]
  }

  var json: [Entry] { catalogue.providers.map(Entry.init) }

  struct Name: JSONObject, Sendable {
    let en: String
    let ja: String
  }

  struct Entry: JSONObject, Sendable {
    let id: String
    let name: Name
    let kinds: [String]
    let within: [String]
    let mx: [String]
    let except: [String]
    let verificationMX: [String]
    let spf: [String]
    let include: String?
    let opaqueSPF: [String]
    let sharedHosts: [String]
    let dkimTargets: [String]
    let autodiscover: [String]
    let reports: [String]
    let networks: [String]
    let selectors: [String]
    /// Those of them that are used in turn, the first to be asked for first.
    let selectorsInTurn: [[String]]
    let verifications: [String]
    let headers: [String]
    let signingDomain: String?
    let source: String
    let certainty: String
    let date: String?

    init(_ provider: Provider) {
      id = provider.id.text
      name = Name(en: provider.name.english, ja: provider.name.japanese)
      kinds = Provider.Kind.allCases.filter(provider.kinds.contains).map(\.rawValue)
      within = provider.outerProviders.map(\.text)
      mx = provider.mxSuffixes.map(\.description)
      except = provider.exceptions.map(\.description)
      verificationMX = provider.verificationMXSuffixes.map(\.description)
      spf = provider.spfSuffixes.map(\.description)
      include = provider.spfInclude
      opaqueSPF = provider.opaqueSPFSuffixes.map(\.description)
      sharedHosts = provider.sharedHostSuffixes.map(\.description)
      dkimTargets = provider.dkimTargetSuffixes.map(\.description)
      autodiscover = provider.autodiscoverTargets.map(\.description)
      reports = provider.reportSuffixes.map(\.description)
      networks = provider.networks.map(\.description)
      selectors = provider.dkimSelectors.map(\.text)
      selectorsInTurn = provider.selectorGroups.filter { $0.count > 1 }.map { $0.map(\.text) }
      verifications = provider.visibleVerifications
      headers = provider.headerMarks
      signingDomain = provider.signingDomain
      source = provider.source
      certainty = provider.certainty.rawValue
      date = provider.date
    }
  }
}

extension Provider {
  /// The texts as a file has them are compared octet by octet, and may hold anything.
  fileprivate var visibleVerifications: [String] { verifications.map { VisibleText($0).description } }
}

extension ProviderListing.Name {
  func addMembers(to json: inout JSONWriter) {
    json.add("en", en)
    json.add("ja", ja)
  }
}

extension ProviderListing.Entry {
  func addMembers(to json: inout JSONWriter) {
    json.add("autodiscover", autodiscover)
    json.add("certainty", certainty)
    json.add("date", date)
    json.add("dkimTargets", dkimTargets)
    json.add("except", except)
    json.add("headers", headers)
    json.add("id", id)
    json.add("include", include)
    json.add("kinds", kinds)
    json.add("mx", mx)
    json.add("name", name)
    json.add("networks", networks)
    json.add("opaqueSPF", opaqueSPF)
    json.add("reports", reports)
    json.add("selectors", selectors)
    json.add("selectorsInTurn", selectorsInTurn)
    json.add("sharedHosts", sharedHosts)
    json.add("signingDomain", signingDomain)
    json.add("source", source)
    json.add("spf", spf)
    json.add("verificationMX", verificationMX)
    json.add("verifications", verifications)
    json.add("within", within)
  }
}
