/// The fixed words of the area of the hosts.
extension Wording {
  static let hosts = Wording(verbatim: "HOSTS")
  /// In front of the hosts.
  static let onlyReceiving = Wording("only take mail, and are not judged as senders", "受信のみ(送信元としては判定の対象外)")
  static let noSenders = Wording("no sending address is known", "送信元アドレス不明")
  static let noReverseName = Wording("no reverse name (PTR)", "逆引き名(PTR)なし")
  static let reverseNameUnknown = Wording("reverse name could not be asked", "逆引き名を確認できず")
  /// The gateway greets by one name for all of its hosts.
  static let greetingOfSecureMX = Wording(
    "another name in HELO (mo-csw.securemx.jp) is normal", "HELOが別の名前(mo-csw.securemx.jp)でも正常")

  static func senders(_ count: Int, confirmed: Int) -> Wording {
    let all = count.counting("sender", "senders")
    if count == confirmed {
      return Wording("\(all) confirmed by name", "送信元\(count)個(正引きと一致)")
    }
    return Wording(
      "\(all), \(confirmed) confirmed by name", "送信元\(count)個(うち\(confirmed)個は正引きと一致)")
  }

  static func moreSenders(_ count: Int) -> Wording {
    Wording("and \(count.grouped) more", "ほか\(count.grouped)個")
  }

  static func confirmedName(_ name: DomainName) -> Wording {
    Wording("\(name), confirmed", "\(name)(正引きと一致)")
  }

  static func unconfirmedNames(_ names: Wording) -> Wording {
    Wording("\(names.english), not confirmed", "\(names.japanese)(正引きと不一致)")
  }

  static func onLists(_ names: Wording) -> Wording {
    Wording("on \(names.english)", "\(names.japanese) に登録あり")
  }

  static func onNoneOf(_ names: Wording) -> Wording {
    Wording("blocklists without an entry: \(names.english)", "登録のないブロックリスト: \(names.japanese)")
  }

  static func onNone(of count: Int) -> Wording {
    Wording("on 0 of \(count.counting("list", "lists"))", "ブロックリスト\(count)件に登録なし")
  }

  static func unknownLists(_ names: Wording) -> Wording {
    Wording("blocklists that could not be asked: \(names.english)", "確認できないブロックリスト: \(names.japanese)")
  }
}
