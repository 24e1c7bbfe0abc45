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
  static let spfTree = Wording("SPF look-ups", "SPFの参照ツリー")
  static let authorizedAddresses = Wording("Authorised addresses", "許可されているアドレス")
  static let restLeftOut = Wording("… (the rest is left out)", "… (以下省略)")
  static let everybody = Wording("everybody (+all)", "すべて(+all)")
  static let andMore = Wording(
    "and what depends on the message or could not be asked", "ほかに、メールごとに異なるものと確認できなかったもの")

  /// Nil where the look-up has an answer for everybody.
  static func voidLookup(for families: [AddressFamily]) -> Wording? {
    guard families != AddressFamily.allCases else { return Wording("void", "空応答(void lookup)") }
    return families.first.map { Wording("void for \($0.name) senders", "\($0.name)の送信元では空応答(void lookup)") }
  }

  static func lookupCount(_ count: Int) -> Wording {
    Wording("\(count) look-up\(count == 1 ? "" : "s")", "DNS参照\(count)回")
  }

  /// `hasIPv6`: whether some of the ranges are of that family, whose addresses nobody counts.
  static func addressCount(_ count: UInt64, ranges: Int, hasIPv6: Bool) -> Wording {
    Wording(
      "IPv4: \(count.grouped) address\(count == 1 ? "" : "es"); \(ranges.grouped) range\(ranges == 1 ? "" : "s") in all",
      "IPv4 \(count.grouped)アドレス(\(hasIPv6 ? "IPv6を含む" : "")\(ranges.grouped)範囲)")
  }

  static func stopped(_ family: AddressFamily, at term: String) -> Wording {
    Wording(
      "\(family.name): nobody from `\(term)` on (too many void look-ups: permerror)",
      "\(family.name): `\(term)` 以降は対象外、空応答(void lookup)が上限を超えるためpermerror")
  }

  static func moreRanges(_ count: Int) -> Wording {
    Wording("… and \(count.grouped) more", "… ほか\(count.grouped)個")
  }

  static func authorized(_ provider: Wording, by path: String) -> Wording {
    Wording("\(provider.english) may send, by \(path)", "\(provider.japanese)からの送信を許可(\(path))")
  }

  static func notAuthorized(_ provider: Wording) -> Wording {
    Wording("\(provider.english) may not send", "\(provider.japanese)からの送信は未許可")
  }
}
