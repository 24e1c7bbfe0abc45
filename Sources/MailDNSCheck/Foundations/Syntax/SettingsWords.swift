extension SettingsError {
  /// `providers.json:12:7: unknown key "mxx"`, as compilers have it.
  var wording: Wording {
    Wording(verbatim: "\(VisibleText(file)):\(fault.place.line):\(fault.place.column): ")
      + fault.reason.wording
  }
}

extension SettingsFault.Reason {
  var wording: Wording {
    switch self {
    case .syntax(let reason): reason.wording
    case .unknownKey(let key, let nearest):
      Wording("unknown key \(english(key))", "未知のキー\(japanese(key))です").suggesting(nearest)
    case .missingKey(let key): Wording("\(english(key)) is missing", "\(japanese(key))がありません")
    case .wrongType(let key, let expected, let found):
      Wording(
        "\(key.map { english($0) + ": " } ?? "")\(expected.wording.english) expected, not \(found.wording.english)",
        "\(key.map { japanese($0) + ": " } ?? "")\(found.wording.japanese)ではなく、\(expected.wording.japanese)が必要です"
      )
    case .notOneOf(let key, let text, let choices, let nearest):
      Wording(
        "\(key.map { english($0) + ": " } ?? "")\(english(text)) is not one of \(choices.joined(separator: ", "))",
        "\(key.map { japanese($0) + ": " } ?? "")\(japanese(text))は指定できません。\(choices.joined(separator: "、")) のいずれかを指定してください"
      ).suggesting(nearest)
    case .unknownWord(.finding, let text, let nearest):
      Wording(
        "there is no finding \(english(text)) (docs/findings.md lists them)",
        "検出事項\(japanese(text))はありません(一覧は docs/findings.md)"
      ).suggesting(nearest)
    case .unknownWord(.provider, let text, let nearest):
      Wording(
        "there is no provider \(english(text)) ('maildnscheck providers' lists them), and it is no address or network",
        "\(japanese(text))は事業者カタログになく(一覧は maildnscheck providers)、アドレスやネットワークでもありません"
      ).suggesting(nearest)
    case .empty(let key): Wording("\(english(key)) is empty", "\(japanese(key))が空です")
    case .badSelector(let text):
      Wording("\(english(text)) is not a DKIM selector", "\(japanese(text))はDKIMセレクタではありません")
    case .badHeaderName(let text):
      Wording(
        "\(english(text)) can't begin the name of a header field",
        "\(japanese(text))はヘッダー名の先頭として使えません")
    case .badNetwork(let text):
      Wording(
        "\(english(text)) is not an address or a network such as 192.0.2.0/24",
        "\(japanese(text))はアドレスまたはネットワーク(192.0.2.0/24 など)ではありません")
    case .badDate(let text):
      Wording(
        "\(english(text)) is not a date such as 2027-03-31", "\(japanese(text))は日付(2027-03-31 など)ではありません")
    case .badDomain(let text, let flaw):
      Wording(
        "\(english(text)) is neither a domain nor a pattern such as *.example.jp: \(flaw.english)",
        "\(japanese(text))はドメインでもパターン(*.example.jp など)でもありません: \(flaw.japanese)")
    case .sameAgain(let text, let line):
      Wording(
        "\(english(text)) is there a second time, the first is on line \(line)",
        "\(japanese(text))が重複しています(1つ目は\(line)行目)")
    case .badProviderID(let text):
      Wording(
        "\(english(text)) can't be the id of a provider: lower-case letters, digits and hyphens between them",
        "\(japanese(text))は事業者のIDにできません(英小文字、数字、途中のハイフンのみ)")
    case .badHost(let text, let flaw):
      Wording(
        "\(english(text)) is not the end of host names: \(flaw.english)",
        "\(japanese(text))はホスト名の末尾として使えません: \(flaw.japanese)")
    case .claimedTwice(let text, let provider, let line):
      Wording(
        "\(english(text)) is that of \(VisibleText(provider)) already, on line \(line)",
        "\(japanese(text))は\(line)行目ですでに \(VisibleText(provider)) に割り当てられています")
    }
  }
}

extension SettingsFault.Expected {
  fileprivate var wording: Wording {
    switch self {
    case .text: Wording("a text in quotation marks", "引用符で囲んだ文字列")
    case .textOrNames:
      Wording("a text, or an object with \"en\" and \"ja\"", "文字列、または「en」と「ja」を持つオブジェクト")
    case .list: Wording("a list in [ ]", "リスト([ ])")
    case .object: Wording("an object in { }", "オブジェクト({ })")
    case .number(let range):
      Wording(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        "\(range.lowerBound)〜\(range.upperBound)の整数")
    }
  }
}

extension LocatedJSON.Kind {
  fileprivate var wording: Wording {
    switch self {
    case .null: Wording(verbatim: "null")
    case .boolean: Wording("true or false", "真偽値")
    case .number: Wording("this number", "この数値")
    case .string: Wording("a text", "文字列")
    case .array: Wording("a list", "リスト")
    case .object: Wording("an object", "オブジェクト")
    }
  }
}

/// Text out of the file in quotation marks, safe to show and of bounded length.
private func english(_ text: String) -> String { "\"\(VisibleText.shortened(text))\"" }
private func japanese(_ text: String) -> String { "「\(VisibleText.shortened(text))」" }

extension Wording {
  fileprivate func suggesting(_ word: String?) -> Wording {
    guard let word else { return self }
    return Wording("\(english); did you mean \"\(word)\"?", "\(japanese)。もしかして「\(word)」ですか")
  }
}
