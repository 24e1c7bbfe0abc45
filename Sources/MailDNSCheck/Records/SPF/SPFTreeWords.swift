extension SPFTreeNode.State {
  /// What there is to say about a node beyond its cost.
  var remark: Wording? {
    switch self {
    case .record, .leaf: nil
    case .repeated: Wording("as above", "上記と同じ")
    case .loop: Wording("a loop", "ループ")
    case .unusable: Wording("no usable SPF record", "有効なSPFレコードなし")
    case .macros: Wording("depends on the message", "メールごとに異なる")
    case .unknown: Wording("could not be asked", "確認できず")
    }
  }
}

extension Wording {
  static let spfTree = Wording("SPF look-ups", "SPFの参照")
  static let authorizedAddresses = Wording("Authorised addresses", "許可されているアドレス")
  static let restLeftOut = Wording("… (the rest is left out)", "…(以下省略)")
  static let everybody = Wording("everybody (+all)", "すべて(+all)")
  static let andMore = Wording(
    "and what depends on the message or could not be asked", "ほかに、メールごとに異なるものと確認できなかったもの")

  /// Nil where the look-up has an answer for everybody.
  static func voidLookup(for families: [AddressFamily]) -> Wording? {
    guard families != AddressFamily.allCases else { return Wording("void", "空応答(void)") }
    return families.first.map { Wording("void for \($0.name) senders", "\($0.name)の送信元では空応答(void)") }
  }

  static func lookupCount(_ count: Int) -> Wording {
    Wording("\(count) look-up\(count == 1 ? "" : "s")", "DNS参照 \(count)回")
  }

  static func addressCount(_ count: UInt64, ranges: Int) -> Wording {
    Wording(
      "IPv4: \(count) address\(count == 1 ? "" : "es"); \(ranges) range\(ranges == 1 ? "" : "s") in all",
      "IPv4 \(count)個、範囲は計\(ranges)個")
  }

  static func stopped(_ family: AddressFamily, at term: String) -> Wording {
    Wording(
      "\(family.name): nobody from `\(term)` on (too many void look-ups: permerror)",
      "\(family.name): `\(term)` 以降は対象外(空応答(void lookup)が上限を超えpermerror)")
  }

  static func moreRanges(_ count: Int) -> Wording { Wording("… and \(count) more", "… ほか\(count)個") }

  static func authorized(_ provider: Wording, by path: String) -> Wording {
    Wording("\(provider.english) may send, by \(path)", "\(provider.japanese)の送信を許可(\(path))")
  }

  static func notAuthorized(_ provider: Wording) -> Wording {
    Wording("\(provider.english) may not send", "\(provider.japanese)の送信は許可されていない")
  }
}
