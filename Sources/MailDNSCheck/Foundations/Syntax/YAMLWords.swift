extension YAMLFault.Reason {
  var wording: Wording {
    switch self {
    case .tooDeep(let maximum):
      Wording("YAML: more than \(maximum) levels within each other", "YAML: 入れ子が\(maximum)段を超えています")
    case .tooManyAliased(let maximum):
      Wording(
        "YAML: aliases repeat more than \(maximum.grouped) values",
        "YAML: エイリアスで繰り返す値が\(maximum.grouped)個を超えています")
    case .tabInIndentation:
      Wording("YAML: a tab in the indentation: use spaces", "YAML: インデントにタブは使えません。空白にしてください")
    case .tab:
      Wording("YAML: a tab outside quotation marks: use spaces", "YAML: 引用符の外でタブは使えません。空白にしてください")
    case .wideSign:
      Wording(
        "YAML: a full-width colon or space: type it in ASCII", "YAML: 全角のコロンまたは空白があります。半角にしてください")
    case .notUTF8:
      Wording(
        "YAML: no UTF-8 from here on: save the file in UTF-8",
        "YAML: ここからはUTF-8として読めません。UTF-8で保存し直してください")
    case .badCharacter(let value):
      Wording(
        "YAML: the character U+\(value.codePoint) may not be there", "YAML: 文字 U+\(value.codePoint) は使えません")
    case .indentation:
      Wording(
        "YAML: the indentation fits none of the lines above", "YAML: インデントが前の行のどれとも合いません")
    case .missingKey:
      Wording("YAML: expected \"key: value\" here", "YAML: ここには「キー: 値」が必要です")
    case .nestedMapping:
      Wording(
        "YAML: a second \": \" in one value: put the text into quotation marks",
        "YAML: 値の中に「: 」があります。テキストを引用符で囲んでください")
    case .unclosedQuotes: Wording("YAML: quotation mark never closed", "YAML: 引用符が閉じられていません")
    case .unclosed(let end):
      Wording("YAML: never closed: \(end) is missing", "YAML: 閉じられていません(\(end) がありません)")
    case .missingComma:
      Wording(
        "YAML: a comma or a closing bracket is missing before this",
        "YAML: この前にカンマまたは閉じ括弧が必要です")
    case .badEscape:
      Wording(
        "YAML: broken escape after a backslash: in single quotation marks a backslash is one",
        "YAML: バックスラッシュの後のエスケープが不正です(単一引用符の中ではそのまま書けます)")
    case .trailing:
      Wording("YAML: something is left over behind the value", "YAML: 値の後に余分な内容があります")
    case .reservedSign(let sign):
      Wording(
        "YAML: a text that begins with \(VisibleText(sign)) needs quotation marks",
        "YAML: \(VisibleText(sign)) で始まるテキストは引用符で囲む必要があります")
    case .unknownAlias(let name):
      Wording(
        "YAML: no anchor &\(VisibleText.shortened(name)) above",
        "YAML: アンカー &\(VisibleText.shortened(name)) がこれより前にありません")
    case .unknownTag(let tag):
      Wording(
        "YAML: unknown tag \(VisibleText.shortened(tag))",
        "YAML: 未知のタグ \(VisibleText.shortened(tag)) です")
    case .unmergeable:
      Wording("YAML: << takes mappings only", "YAML: << に指定できるのはマッピングだけです")
    case .secondDocument:
      Wording(
        "YAML: a second document begins here, and only one may be there", "YAML: 2つ目の文書があります(1つしか置けません)")
    case .noMapping:
      Wording("YAML: the file is no mapping of keys to values", "YAML: ファイルが「キー: 値」の並びではありません")
    }
  }
}

extension UInt32 {
  /// In at least four hexadecimal digits.
  fileprivate var codePoint: String {
    let digits = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
