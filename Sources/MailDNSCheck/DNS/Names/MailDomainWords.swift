extension MailDomainError {
  /// One line, safe to show, with the text in quotes.
  var wording: Wording {
    let reason = reason.wording
    if case .brokenRow = self.reason {
      return Wording("the row can't be read: \(reason.english)", "行を読み取れません: \(reason.japanese)")
    }
    let shown = "'\(VisibleText(text))'"
    return Wording(
      "\(shown) is not a mail domain: \(reason.english)", "\(shown) はメールドメインとして解釈できません: \(reason.japanese)")
  }
}

extension MailDomainError.Reason {
  var wording: Wording {
    switch self {
    case .empty: Wording("there is no name in it", "名前がありません")
    case .ipAddress(let address):
      Wording(
        "it is an IP address; to look it up: maildnscheck lookup \(address)",
        "IPアドレスです。逆引きは maildnscheck lookup \(address)")
    case .labelTooLong: Wording("a label has more than 63 characters", "63文字を超えるラベルがあります")
    case .nameTooLong: Wording("it has more than 253 characters", "253文字を超えています")
    case .emptyLabel:
      Wording("a label is empty (two dots in a row, or one at the start)", "空のラベルがあります(ドットの連続、または先頭のドット)")
    case .underscore:
      Wording(
        "it has an underscore; to see what DNS says about it: maildnscheck lookup",
        "アンダースコアがあります。DNSの回答を見るには maildnscheck lookup を使ってください")
    case .badCharacter(" "): Wording("it has a space in it", "空白があります")
    case .badCharacter(let scalar):
      Wording(
        "it has the character \(Self.shown(scalar))", "使えない文字 \(Self.shown(scalar)) があります")
    case .hyphen: Wording("a label begins or ends with a hyphen", "ハイフンで始まる、または終わるラベルがあります")
    case .idna(let reason):
      Wording(
        "not allowed as an internationalized name (\(VisibleText(reason.text)))", reason.japanese)
    case .recordType(let type):
      Wording(
        "it is a record type; to see such records: maildnscheck lookup NAME \(type) (the domain is written '\(type.description.lowercased()).')",
        "レコードタイプです。レコードを見るには maildnscheck lookup NAME \(type)(ドメインの場合は '\(type.description.lowercased()).')")
    case .tableRow:
      Wording(
        "it is a row of a table; say with --column NAME or --column N in which column the domains stand",
        "表の行です。ドメインの列を --column で列名または列番号により指定してください")
    case .brokenRow(let reason): reason.wording
    case .idnaUnavailable:
      Wording(
        "libidn2 is not installed; give the name in its ASCII form (xn--...)",
        "libidn2がありません。ASCII形式(xn--...)で指定してください")
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    "'\(VisibleText(String(Character(scalar))))'"
  }
}
