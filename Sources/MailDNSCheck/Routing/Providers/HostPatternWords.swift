/// What is wrong with the end of host names, in half a sentence.
extension HostPatternError {
  var flaw: Wording {
    switch self {
    case .name(.empty): Wording("it is empty", "空です")
    case .name(.emptyLabel): Wording("a label is empty", "空のラベルがあります")
    case .name(.labelTooLong): Wording("a label has more than 63 octets", "ラベルが63オクテットを超えています")
    case .name(.nameTooLong): Wording("it has more than 255 octets", "255オクテットを超えています")
    case .name(.badEscape): Wording("broken escape", "エスケープが不正です")
    case .twoPlaceholders: Wording("two placeholders in one label", "1つのラベルに <n> や * が複数あります")
    case .noFixedLabel: Wording("it would match every host", "すべてのホストに一致してしまいます")
    case .badOctet(let octet):
      Wording(
        "\"\(VisibleText(CollectionOfOne(octet)))\" can't stand here; write other letters than ASCII as A-labels (xn--...)",
        "「\(VisibleText(CollectionOfOne(octet)))」は使えません。ASCII以外の文字はAラベル(xn--...)で指定してください")
    }
  }
}
