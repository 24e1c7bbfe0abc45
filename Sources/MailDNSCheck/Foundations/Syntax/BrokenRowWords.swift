extension BrokenRowReason {
  var wording: Wording {
    switch self {
    case .quotes: Wording("a quotation mark is not closed", "引用符が閉じていません")
    case .fieldCount(let count, let expected):
      Wording("\(count) columns where there are \(expected)", "列数が\(expected)ではなく\(count)です")
    case .tooLong(let maximum):
      Wording("longer than \(maximum.grouped) octets", "\(maximum.grouped)オクテットを超えています")
    case .json(let reason): reason.wording
    case .notAnObject: Wording("it is no object", "オブジェクトではありません")
    case .cutOff: Wording("the file ends in the middle of it", "途中でファイルが終わっています")
    case .noReport: Wording("it is no report on a domain", "ドメインの検査結果ではありません")
    case .badValue(let column, let text):
      Wording(
        "\(column) can't be '\(VisibleText.shortened(text))'",
        "\(column) の値 '\(VisibleText.shortened(text))' は正しくありません")
    }
  }
}
