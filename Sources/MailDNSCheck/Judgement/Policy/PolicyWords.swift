extension Finding {
  /// What is the matter, and why it does not count where it does not.
  var message: Wording { exemption.map { statement + $0.wording } ?? statement }

  /// What to do about it, or what to publish instead; nil where there is nothing to do.
  var fix: Wording? { exemption == nil ? advice : nil }
}

extension Finding {
  /// `statement` of what a policy expects.
  var policyStatement: Wording {
    switch kind {
    case .policyDMARCWeak(let expected, let found):
      Wording(
        "The policy expects p=\(expected.rawValue) or stricter of DMARC for \(subject); "
          + (found.map { "found is \($0.rawValue)." } ?? "there is no usable record."),
        "ポリシーでは \(subject) のDMARCに p=\(expected.rawValue) 以上が必要ですが、"
          + (found.map { "実際は \($0.rawValue) です。" } ?? "使えるレコードがありません。"))
    case .policyDMARCUndecided(let expected):
      Wording(
        "Whether DMARC for \(subject) is p=\(expected.rawValue) or stricter can't be told.",
        "\(subject) のDMARCが p=\(expected.rawValue) 以上かどうか判断できません。")
    case .policySPFUnauthorized(let sender, _, let shortfall):
      Wording(
        "The policy expects SPF of \(subject) to authorise \(sender.english): \(shortfall.wording.english).",
        "ポリシーでは \(subject) のSPFで \(sender.japanese) の許可が必要ですが、\(shortfall.wording.japanese)。")
    case .policySPFUndecided(let sender):
      Wording(
        "Whether SPF of \(subject) authorises \(sender.english) can't be told.",
        "\(subject) のSPFが \(sender.japanese) を許可しているか判断できません。")
    case .policyDKIMSelector(let shortfall):
      Wording(
        "The policy expects a DKIM key at \(subject): \(shortfall.wording.english).",
        "ポリシーでは \(subject) にDKIM鍵が必要ですが、\(shortfall.wording.japanese)。")
    case .policyDKIMUndecided(let failure):
      Wording(
        "The DKIM key at \(subject), which the policy expects, could not be asked: \(failure.wording.english).",
        "ポリシーで必要な \(subject) のDKIM鍵を確認できませんでした: \(failure.wording.japanese)。")
    case .policyIgnoreExpired(let finding, let until, let reason):
      Wording(
        "The policy ignored \(finding) until \(until) (\(reason)): that day is over, and it counts again.",
        "ポリシーで \(finding) を無視する期限 \(until) が過ぎたため、再び判定の対象になりました(理由: \(reason))。")
    default: Wording(verbatim: id)
    }
  }
}

extension Expectation.Exemption {
  /// What is put behind the sentence of the finding.
  fileprivate var wording: Wording {
    Wording(" (ignored until \(until): \(reason))", "(\(until) まで無視: \(reason))")
  }
}

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
    return Wording("As expected: \(met) of \(total)\(list)", "期待どおり: \(total)件中\(met)件\(list)")
  }

  static let noPolicyDomains = Wording(
    "the policy names no domain: give one, or --input", "ポリシーにドメインの指定がありません。ドメインか --input を指定してください")
}

/// The comments of a policy file that the program writes.
extension Wording {
  static func draftTitle(_ date: String) -> Wording {
    Wording(
      "A policy for maildnscheck --policy, made from what DNS showed on \(date).",
      "maildnscheck --policy 用のポリシー。\(date) 時点の DNS の内容から作成")
  }
  static let draftExplanation = Wording(
    "Check that it is what you want, then let it stand guard: what it names must stay so.",
    "意図した内容か確認してから使ってください。ここに書かれた状態から外れると検出されます。")
  static let draftNoRoute = Wording("route: DNS could not tell", "route: DNS で判断できません")
  static let draftNoDMARC = Wording("dmarc: there is no usable record", "dmarc: 使えるレコードがありません")
  static let draftDMARCUnknown = Wording("dmarc: DNS could not tell", "dmarc: DNS で判断できません")
  static let draftSPFInvalid = Wording("spf: the record is in error", "spf: レコードに誤りがあります")
  static let draftSPFUnknown = Wording("spf: DNS could not tell", "spf: DNS で判断できません")
  static let draftNoSPF = Wording("spf: there is no record", "spf: レコードがありません")
  static let draftNoProvider = Wording(
    "spf: no known provider is authorised; networks can be named: { \"authorize\": [\"192.0.2.0/24\"] }",
    "spf: 許可された既知の事業者はありません。ネットワークも指定できます: { \"authorize\": [\"192.0.2.0/24\"] }")
  static let draftNoKeys = Wording("dkim: no key was found", "dkim: 鍵が見つかりません")
  static let draftKeysUnknown = Wording(
    "dkim: some selectors could not be asked", "dkim: 確認できないセレクタがあります")
}
