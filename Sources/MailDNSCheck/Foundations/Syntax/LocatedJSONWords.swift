extension LocatedJSONError.Reason {
  var wording: Wording {
    switch self {
    case .tooLarge(let maximum):
      Wording("the file has more than \(maximum.grouped) octets", "ファイルが\(maximum.grouped)オクテットを超えています")
    case .tooDeep(let maximum):
      Wording("more than \(maximum) brackets within each other", "括弧の入れ子が\(maximum)段を超えています")
    case .encodedInUTF16:
      Wording("the file is UTF-16: save it as UTF-8", "ファイルがUTF-16です。UTF-8で保存し直してください")
    case .notUTF8: Wording("the text is not UTF-8", "文字列がUTF-8ではありません")
    case .empty: Wording("there is nothing in the file", "ファイルに内容がありません")
    case .unclosedComment: Wording("the comment is never closed: */ is missing", "コメントが閉じられていません(*/ がありません)")
    case .unclosedString: Wording("no closing quotation mark on this line", "引用符がこの行で閉じられていません")
    case .unclosed(let end): Wording("never closed: \(end) is missing", "閉じられていません(\(end) がありません)")
    case .controlCharacter:
      Wording(
        "a control character within a text: write \\n, \\t or \\u00XX",
        "文字列に制御文字があります(\\n、\\t、\\u00XX と書いてください)")
    case .badEscape: Wording("broken escape after a backslash", "バックスラッシュの後のエスケープが不正です")
    case .badNumber: Wording("not a number as JSON has it", "JSONの数値ではありません")
    case .bareWord(let word):
      Wording(
        "\(VisibleText.shortened(word)) needs quotation marks",
        "\(VisibleText.shortened(word)) を引用符で囲んでください")
    case .missingValue: Wording("a value is missing here", "ここに値が必要です")
    case .missingName: Wording("a name in quotation marks is missing here", "ここに引用符で囲んだキーが必要です")
    case .missingColon: Wording("a colon is missing before this", "この前にコロン(:)が必要です")
    case .missingComma: Wording("a comma is missing before this", "この前にカンマ(,)が必要です")
    case .trailing: Wording("something is left over behind the end", "終わりの後に余分な内容があります")
    case .duplicateName(let name, let line):
      Wording(
        "\"\(VisibleText.shortened(name))\" is there a second time, the first is on line \(line)",
        "「\(VisibleText.shortened(name))」が重複しています(1つ目は\(line)行目)")
    }
  }
}
