/// The provider catalogue as people and programs read it.
struct ProviderListing {
  let catalogue: ProviderCatalogue

  func text(language: Language, ink: Ink, width: Int) -> String {
    var page = Page(width: width, isASCII: ink.isASCII)
    for provider in catalogue.providers {
      page.add("\(provider.id)  \(provider.name[language])", ink: { ink($0, .bold) })
      let kinds = Provider.Kind.allCases.filter(provider.kinds.contains).map { $0.wording[language] }
      page.add(kinds.joined(separator: ", "), indent: 4)
      for (title, values) in Self.uses(of: provider) where !values.isEmpty {
        page.add("\(title): \(values.joined(separator: " "))", indent: 4)
      }
      page.add(
        "\(provider.certainty.wording[language]): \(provider.source)", indent: 4, ink: { ink($0, .faint) })
    }
    return page.text
  }

  private static func uses(of provider: Provider) -> [(title: String, values: [String])] {
    [
      ("MX", provider.mxSuffixes.map(\.description)),
      ("SPF", (provider.spfSuffixes + provider.opaqueSPFSuffixes).map(\.description)),
      ("DKIM CNAME", provider.dkimTargetSuffixes.map(\.description)),
      ("DKIM selector", provider.dkimSelectors.map(\.text)),
      ("TXT", provider.visibleVerifications),
      ("autodiscover", provider.autodiscoverTargets.map(\.description)),
      ("DMARC rua", provider.reportSuffixes.map(\.description)),
      ("IP", provider.networks.map(\.description)),
    ]
  }

  var json: [Entry] {
    catalogue.providers.map { provider in
      Entry(
        id: provider.id.text, name: Name(en: provider.name.english, ja: provider.name.japanese),
        kinds: Provider.Kind.allCases.filter(provider.kinds.contains).map(\.rawValue),
        mx: provider.mxSuffixes.map(\.description), spf: provider.spfSuffixes.map(\.description),
        opaqueSPF: provider.opaqueSPFSuffixes.map(\.description),
        dkimTargets: provider.dkimTargetSuffixes.map(\.description),
        autodiscover: provider.autodiscoverTargets.map(\.description),
        reports: provider.reportSuffixes.map(\.description), networks: provider.networks.map(\.description),
        selectors: provider.dkimSelectors.map(\.text), verifications: provider.visibleVerifications,
        headers: provider.headerMarks,
        signingDomain: provider.signingDomain, source: provider.source, certainty: provider.certainty.rawValue
      )
    }
  }

  struct Name: Encodable, Sendable {
    let en: String
    let ja: String
  }

  struct Entry: Encodable, Sendable {
    let id: String
    let name: Name
    let kinds: [String]
    let mx: [String]
    let spf: [String]
    let opaqueSPF: [String]
    let dkimTargets: [String]
    let autodiscover: [String]
    let reports: [String]
    let networks: [String]
    let selectors: [String]
    let verifications: [String]
    let headers: [String]
    @Nullable var signingDomain: String?
    let source: String
    let certainty: String
  }
}

extension Provider {
  /// The texts as a file has them are compared octet by octet, and may hold anything.
  fileprivate var visibleVerifications: [String] { verifications.map { VisibleText($0).description } }
}
