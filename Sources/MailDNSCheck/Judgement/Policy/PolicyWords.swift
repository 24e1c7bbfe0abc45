extension Expectation.Sender {
  func wording(in catalogue: ProviderCatalogue) -> Wording {
    switch self {
    case .network(let network): Wording(verbatim: network.description)
    case .provider(let id): HostProvider.provider(id).wording(in: catalogue)
    }
  }

  /// The term that lets the sender in, as far as that is known.
  var term: String? {
    switch self {
    case .network(let network):
      switch network.address {
      case .v4: "ip4:\(network)"
      case .v6: "ip6:\(network)"
      }
    case .provider: nil
    }
  }
}

extension SPFShortfall {
  var wording: Wording {
    switch self {
    case .noRecord: Wording("there is no SPF record", "SPFレコードがありません")
    case .invalid:
      Wording("the record is in error, and receivers take nobody from it", "レコードに誤りがあり、誰も許可されません")
    case .leftOut: Wording("the record leaves it out", "レコードに含まれていません")
    }
  }
}

extension DKIMShortfall {
  var wording: Wording {
    switch self {
    case .missing: Wording("there is none", "鍵がありません")
    case .revoked: Wording("it has been withdrawn", "失効済みです")
    case .unusable: Wording("verifiers do not take it", "検証側で使えない鍵です")
    case .tooShort(let bits, let minimum):
      Wording("it has \(bits) bits, and should have \(minimum)", "\(bits)ビットで、必要な\(minimum)ビットに足りません")
    }
  }
}

extension Wording {
  /// How many domains are as expected, and which, where they are few.
  static func expectationSummary(met: Int, of total: Int, names: [String]) -> Wording {
    let list = names.isEmpty ? "" : ": " + names.joined(separator: ", ")
    let japaneseList = names.isEmpty ? "" : "(\(names.joined(separator: "、")))"
    return Wording(
      "As expected: \(met.grouped) of \(total.grouped)\(list)",
      "期待どおり: \(total.grouped)ドメイン中\(met.grouped)\(japaneseList)")
  }

  static let noPolicyDomains = Wording(
    "the policy names no domain: give one, or --input", "ポリシーにドメインの指定がありません。ドメインか --input を指定してください")
}

/// The comments of a policy file that the program writes.
extension Wording {
  static func draftTitle(_ date: String) -> Wording {
    Wording(
      "A policy for maildnscheck --policy, made from what DNS showed on \(date).",
      "maildnscheck --policy 用のポリシー。\(date) 時点のDNSの内容から作成")
  }
  static let draftExplanation = Wording(
    "Check that it is what you want, then let it stand guard: what it names must stay so.",
    "意図した内容か確認してから使ってください。ここに書かれた状態と異なると「重大」になります。")
  static func domainNotDrafted(_ domain: String) -> Wording {
    Wording("\(domain) does not exist in DNS: it is left out", "\(domain) はDNSに存在しないため除きました")
  }

  static let draftOfNothing = Wording(
    "DNS told nothing of these domains: no policy is written", "DNSから何も確認できないため、ポリシーは作成しません")
  static let draftNoRoute = Wording("route: DNS could not tell", "route: DNSで判断できません")
  static let draftNoDMARC = Wording("dmarc: there is no usable record", "dmarc: 使えるレコードがありません")
  static let draftDMARCUnknown = Wording("dmarc: DNS could not tell", "dmarc: DNSで判断できません")
  static let draftSPFInvalid = Wording("spf: the record is in error", "spf: レコードに誤りがあります")
  static let draftSPFUnknown = Wording("spf: DNS could not tell", "spf: DNSで判断できません")
  static let draftNoSPF = Wording("spf: there is no record", "spf: レコードがありません")
  static let draftNoProvider = Wording(
    "spf: no known provider is authorised; networks can be named: { \"authorize\": [\"192.0.2.0/24\"] }",
    "spf: 許可された既知の事業者はありません。ネットワークも指定できます: { \"authorize\": [\"192.0.2.0/24\"] }")
  static let draftNoKeys = Wording("dkim: no key was found", "dkim: 鍵が見つかりません")
  static let draftKeysUnknown = Wording(
    "dkim: some selectors could not be asked", "dkim: 確認できないセレクタがあります")
}
