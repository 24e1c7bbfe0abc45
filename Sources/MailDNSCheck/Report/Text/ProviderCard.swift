/// What the catalogue says of one provider or host, as people and programs read it.
struct ProviderCard: Sendable {
  let subject: ProviderSubject
  let publicSuffixes: PublicSuffixList?

  func text(language: Language, ink: Ink, width: Int) -> String {
    var page = Page(width: width, isASCII: ink.isASCII)
    if subject.providers.isEmpty {
      page.add(Wording.nobodyKnown(subject.text)[language], ink: { ink($0, .bold) })
      if let suggestion {
        page.add(Wording.lookUpOwner(of: suggestion.suffix.description)[language], indent: 4)
        page.addVerbatim("    " + suggestion.text)
      }
    }
    for mark in subject.marks {
      let provider =
        subject.providers.first { $0.id == mark.provider }?.name ?? Wording(verbatim: mark.provider.text)
      page.add("\(subject.text) → \(provider[language]) (\(mark.wording[language]))", outdent: 2)
    }
    if !subject.marks.isEmpty { page.blank() }
    for provider in subject.providers { ProviderListing.add(provider, to: &page, language, ink) }
    return page.text
  }

  private var suggestion: ProviderSuggestion? {
    subject.host.map { ProviderSuggestion(host: $0, publicSuffixes: publicSuffixes) }
  }

  var json: Answer {
    Answer(
      subject: subject.text,
      marks: subject.marks.map {
        Answer.Mark(use: $0.use.map { "\($0)" } ?? "network", text: $0.text, provider: $0.provider.text)
      }, providers: subject.providers.map(ProviderListing.Entry.init))
  }

  struct Answer: JSONObject, Sendable {
    let subject: String
    /// What shows whose it is: what it is looked up for, and the suffix or network.
    let marks: [Mark]
    /// Empty where nobody is known.
    let providers: [ProviderListing.Entry]

    struct Mark: JSONObject, Sendable {
      let use: String
      let text: String
      let provider: String
    }
  }
}

extension ProviderSubject.Mark {
  fileprivate var wording: Wording {
    switch use {
    case .mx: Wording("as an MX host, by \(text)", "MXホスト: \(text)")
    case .verificationMX:
      Wording("as an MX that only proves whose the domain is, by \(text)", "所有確認用のMX: \(text)")
    case .spf: Wording("as a name in SPF, by \(text)", "SPFの名前: \(text)")
    case .opaqueSPF: Wording("as SPF that hides its senders by design, by \(text)", "送信元を隠すSPF: \(text)")
    case .sharedHost: Wording("as a web server that many customers share, by \(text)", "共用Webサーバ: \(text)")
    case .dkimTarget: Wording("as the target of a DKIM CNAME, by \(text)", "DKIMのCNAMEの参照先: \(text)")
    case .autodiscover: Wording("as the target of autodiscover, by \(text)", "autodiscoverの参照先: \(text)")
    case .report: Wording("as a host for DMARC reports, by \(text)", "DMARCレポートの宛先: \(text)")
    case nil: Wording("by the network \(text)", "ネットワーク: \(text)")
    }
  }
}

extension Wording {
  static func nobodyKnown(_ text: String) -> Wording {
    Wording("\(text): the catalogue knows nobody whose this is.", "\(text): 事業者カタログに該当がありません。")
  }

  static func lookUpOwner(of name: String) -> Wording {
    Wording(
      "Look up who is behind \(name) (whois, its web site, the contract), and put an entry with the right name and kind into a file for --providers:",
      "\(name) の事業者を調べ(WHOIS、Webサイト、契約書など)、名称と種別を直して --providers のファイルに加えてください:")
  }
}

extension ProviderCard.Answer {
  func addMembers(to json: inout JSONWriter) {
    json.add("marks", marks)
    json.add("providers", providers)
    json.add("subject", subject)
  }
}

extension ProviderCard.Answer.Mark {
  func addMembers(to json: inout JSONWriter) {
    json.add("provider", provider)
    json.add("text", text)
    json.add("use", use)
  }
}
