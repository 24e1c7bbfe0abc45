extension UsageError {
  /// One line, safe to show, without the program's name and a final newline.
  var wording: Wording {
    switch self {
    case .unknownOption(let option, let suggestion):
      Wording("unknown option \(quoted(option))", "オプション \(quoted(option)) はありません")
        .suggesting(suggestion)
    case .unknownPlus(let word):
      Wording(
        "\(quoted(word)) is dig's: known are +short, +tcp, +time=SECONDS and +tries=N, and -vv shows everything",
        "\(quoted(word)) はdigのオプションです。使えるのは +short、+tcp、+time=秒数、+tries=回数 です(詳細な表示は -vv)")
    case .lookupMeant(let option, let line):
      Wording(
        "option \(quoted(option)) is for raw answers: type \(quoted(line))",
        "オプション \(quoted(option)) はDNSの回答を表示するものです。\(quoted(line)) のように指定してください")
    case .wordAmongDomains(let word, let lines):
      Wording(
        "\(quoted(word)) is no domain here: type \(lines.map(quoted).joined(separator: " or ")) (a domain is written \(quoted(word + ".")))",
        "\(quoted(word)) はドメインとして扱いません。\(lines.map(quoted).joined(separator: " または ")) のように指定してください(ドメインの場合は \(quoted(word + ".")))"
      )
    case .noList(let command):
      Wording(
        "'\(command.rawValue)' reads no list from standard input: name what is meant on the command line",
        "'\(command.rawValue)' は標準入力から一覧を読みません。対象をコマンドラインで指定してください")
    case .twoLists:
      Wording("'-' is standard input, and '--input' names another list", "'-'(標準入力)と '--input' は併用できません")
    case .offlineWithoutZones:
      Wording(
        "'--offline' asks no DNS server, so that '--zone-file FILE' has to say what there is",
        "'--offline' ではDNSサーバに問い合わせないため、'--zone-file FILE' でゾーンファイルを指定してください")
    case .typeWithoutName(let word):
      Wording(
        "\(quoted(word)) is a record type: type 'maildnscheck lookup NAME \(quotedWord(word))' (a name is written \(quoted(word + ".")))",
        "\(quoted(word)) はレコードタイプです。'maildnscheck lookup NAME \(quotedWord(word))' のように指定してください(名前の場合は \(quoted(word + ".")))"
      )
    case .resumeIsWhole:
      Wording(
        "--resume goes with neither --only nor --sort: the file is to have every domain",
        "--resume は --only や --sort と併用できません。ファイルには全ドメインの結果が必要なためです")
    case .missingValue(let option):
      Wording("option \(quoted(option)) needs a value", "オプション \(quoted(option)) には値が必要です")
    case .unexpectedValue(let option):
      Wording("option \(quoted(option)) takes no value", "オプション \(quoted(option)) に値は指定できません")
    case .badValue(let option, let value, let problem):
      problem.wording(option: quoted(option), value: quoted(value))
    case .optionNotTaken(let option, let command):
      Wording(
        "option \(quoted(option)) is not for the command '\(command.rawValue)'",
        "オプション \(quoted(option)) はコマンド '\(command.rawValue)' では使えません")
    case .mistypedCommand(let word, let command):
      Wording(
        "unknown command \(quoted(word)); did you mean '\(command.rawValue)'? (a domain is written \(quoted(word + ".")))",
        "コマンド \(quoted(word)) はありません。もしかして '\(command.rawValue)' ですか(ドメインの場合は \(quoted(word + ".")))")
    case .unknownCommand(let word, let suggestion):
      Wording(
        "unknown command \(quoted(word))", "コマンド \(quoted(word)) はありません"
      ).suggesting(suggestion?.rawValue)
    case .missingDomain(.nagios):
      Wording("no domain given: name one with -H DOMAIN", "ドメインが指定されていません。-H DOMAIN で指定してください")
    case .missingFile(let command):
      Wording(
        "no file given: type 'maildnscheck \(command.rawValue) FILE'; --how says how to make one",
        "ファイルが指定されていません。「maildnscheck \(command.rawValue) FILE」のように指定してください(作成方法は --how)")
    case .missingRuns:
      Wording(
        "two files are to be compared: type 'maildnscheck diff OLD NEW'",
        "比較するファイルを2つ、「maildnscheck diff OLD NEW」のように指定してください")
    case .watchIsText:
      Wording(
        "--watch shows text on standard output: leave out --output and other formats",
        "--watch は標準出力にテキストで表示します。--output やほかの形式とは併用できません")
    case .missingShell:
      Wording(
        "no shell given: one of \(Shell.list.english)", "シェルが指定されていません。\(Shell.list.japanese) のいずれかを指定してください")
    case .unknownProvider(let word, let suggestion):
      Wording(
        "there is no provider \"\(VisibleText(word))\""
          + (suggestion.map { "; did you mean \"\($0)\"?" } ?? ""),
        "事業者「\(VisibleText(word))」はありません" + (suggestion.map { "。もしかして「\($0)」ですか" } ?? ""))
    case .unknownShell(let word):
      Wording(
        "no completions for \(quoted(word)): only for \(Shell.list.english)",
        "\(quoted(word)) 用の補完はありません(\(Shell.list.japanese) のいずれか)")
    case .missingDomain(let command):
      Wording(
        "no domain given: type 'maildnscheck \(command.rawValue) DOMAIN', or --help",
        "ドメインが指定されていません。「maildnscheck \(command.rawValue) DOMAIN」のように指定してください(説明は --help)")
    case .optionNeeds(let option, let other):
      Wording(
        "option \(quoted(option)) needs \(quoted(other)) beside it",
        "オプション \(quoted(option)) には \(quoted(other)) も必要です")
    case .missingOption(let option, let command):
      Wording(
        "'\(command.rawValue)' needs \(quoted(option))", "\(command.rawValue) には \(quoted(option)) が必要です")
    case .outputWithoutFormat(let file):
      Wording(
        "no '--format' is left for '--output' \(quoted(file)): each output belongs to a format, in the order given",
        "'--output' \(quoted(file)) に対応する '--format' がありません(出力先と形式は指定順に対応します)")
    case .outputTakenTwice(nil):
      Wording(
        "only one format can go to standard output: give each other one an '--output', in the order of the formats",
        "標準出力に書ける形式は1つだけです。ほかの形式には、形式の順に '--output' を指定してください")
    case .outputTakenTwice(let file?):
      Wording(
        "two formats can't go to one file: \(quoted(file))", "1つのファイルに2つの形式は書けません: \(quoted(file))")
    case .standardInputTwice:
      Wording("standard input ('-') can be read only once", "標準入力('-')は1か所でしか使えません")
    case .resumeIsNDJSON:
      Wording(
        "--resume goes on with its own NDJSON file: leave out --output and other formats",
        "--resume は指定したNDJSONファイルの続きに書きます。--output やほかの形式とは併用できません")
    case .resumeIsUnjudged:
      Wording(
        "--resume goes with neither --expect nor --policy: what the file holds may have been judged without them",
        "--resume は --expect や --policy と併用できません。ファイルの結果がそれらで判定されたとは限らないためです")
    case .missingSender:
      Wording(
        "nobody to check: give --mail-from, --helo or a DOMAIN",
        "判定対象が指定されていません。--mail-from、--helo、DOMAIN のいずれかを指定してください")
    case .badDomain(let error): error.wording
    case .missingName:
      Wording(
        "no name given: type 'maildnscheck lookup NAME [TYPE...]', or --help",
        "名前が指定されていません。「maildnscheck lookup NAME [TYPE...]」のように指定してください(説明は --help)")
    case .unexpectedOperand(let operand, let command):
      Wording(
        "the command '\(command.rawValue)' does not take \(quoted(operand))",
        "コマンド '\(command.rawValue)' に \(quoted(operand)) は指定できません")
    case .badName(let name, let problem):
      Wording("\(quoted(name)) is not a name in DNS: ", "\(quoted(name)) はDNSの名前ではありません: ")
        .followed(by: problem.wording)
    case .unknownType(let word, let type):
      Wording(
        "unknown record type \(quoted(word))\(type.map { "; did you mean '\($0)'?" } ?? "") (a name is written \(quoted(word + ".")))",
        "レコードタイプ \(quoted(word)) はありません\(type.map { "。もしかして '\($0)' ですか" } ?? "")(名前の場合は \(quoted(word + ".")))"
      )
    }
  }
}

extension UsageError.Problem {
  fileprivate func wording(option: String, value: String) -> Wording {
    switch self {
    case .notOneOf(let choices, let suggestion):
      Wording(
        "option \(option): \(value) is not one of \(choices.joined(separator: ", "))",
        "オプション \(option): \(value) は指定できません。\(choices.joined(separator: "、")) のいずれかを指定してください"
      ).suggesting(suggestion)
    case .notInteger(let range):
      Wording(
        "option \(option): \(value) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
        "オプション \(option): \(value) は指定できません。\(range.lowerBound)〜\(range.upperBound)の整数を指定してください")
    case .notSeconds(let maximum):
      Wording(
        "option \(option): \(value) is not a number of seconds above 0 and at most \(maximum)",
        "オプション \(option): \(value) は指定できません。0より大きく\(maximum)以下の秒数を指定してください")
    case .notServer:
      Wording(
        "option \(option): \(value) is not an IP address with or without a port",
        "オプション \(option): \(value) は指定できません。IPアドレス(ポート番号は省略可)を指定してください")
    case .notServerOrName:
      Wording(
        "option \(option): \(value) is not an IP address or a host name, with or without a port",
        "オプション \(option): \(value) は指定できません。IPアドレスまたはホスト名(ポート番号は省略可)を指定してください")
    case .notSelector:
      Wording(
        "option \(option): \(value) is not a DKIM selector, what stands before '._domainkey'",
        "オプション \(option): \(value) は指定できません。DKIMセレクタ('._domainkey' の前の部分)を指定してください")
    case .notExclusion:
      Wording(
        "option \(option): \(value) is not ATTRIBUTE=KEYWORD, such as CustomAttribute1=NOSYNC",
        "オプション \(option): \(value) は指定できません。CustomAttribute1=NOSYNC のような「属性=値」を指定してください")
    case .notAddress:
      Wording(
        "option \(option): \(value) is not an IP address",
        "オプション \(option): \(value) は指定できません。IPアドレスを指定してください")
    case .notBlocklist:
      Wording(
        "option \(option): \(value) is not the zone of a blocklist",
        "オプション \(option): \(value) は指定できません。ブロックリストのゾーン名を指定してください")
    case .notColumn:
      Wording(
        "option \(option): \(value) is no column: give its name, or its number from 1 to \(ListColumn.maximum)",
        "オプション \(option): \(value) は指定できません。列名、または1〜\(ListColumn.maximum)の列番号を指定してください")
    case .notRange(let error):
      Wording(
        "option \(option): \(value) is not a range [@]START:END: \(error.wording.english)",
        "オプション \(option): \(value) は指定できません。範囲 [@]START:END を指定してください: \(error.wording.japanese)")
    case .notState:
      Wording(
        "option \(option): \(value) is not ok, warning, critical, unknown or 0 to 3",
        "オプション \(option): \(value) は指定できません。ok、warning、critical、unknown、0〜3のいずれかを指定してください")
    case .notTimeLimit(let maximum):
      Wording(
        "option \(option): \(value) is not SECONDS[:STATE] with more than 0 and at most \(maximum) seconds",
        "オプション \(option): \(value) は指定できません。SECONDS[:STATE](0より大きく\(maximum)以下の秒数)を指定してください")
    case .noStream:
      Wording(
        "option \(option): name a file; what was written to a stream can't be read again (a file of that name is `./-`)",
        "オプション \(option): ファイル名を指定してください。ストリームに書いた結果は読み直せません(その名前のファイルは `./-` で指定できます)")
    case .emptyFileName:
      Wording("option \(option): the file name is empty", "オプション \(option): ファイル名が空です")
    }
  }
}

extension UsageError.NameProblem {
  fileprivate var wording: Wording {
    switch self {
    case .syntax(.empty): Wording("it is empty", "空です")
    case .syntax(.emptyLabel): MailDomainError.Reason.emptyLabel.wording
    case .syntax(.labelTooLong): MailDomainError.Reason.labelTooLong.wording
    case .syntax(.nameTooLong): MailDomainError.Reason.nameTooLong.wording
    case .syntax(.badEscape):
      Wording(
        "a backslash without a character or three digits up to 255 after it",
        "バックスラッシュの後に文字または255以下の3桁の数字がありません")
    case .idna(let reason): MailDomainError.Reason.idna(reason).wording
    case .idnaUnavailable: MailDomainError.Reason.idnaUnavailable.wording
    }
  }
}

extension Wording {
  fileprivate func suggesting(_ word: String?) -> Wording {
    guard let word else { return self }
    return Wording("\(english); did you mean '\(word)'?", "\(japanese)。もしかして '\(word)' ですか")
  }

}

/// The same without quotes.
private func quotedWord(_ text: String) -> String {
  "\(VisibleText(text.cut(to: MailDomainError.maximumLength)))"
}

/// Text from the command line in quotes, safe to show and of bounded length.
private func quoted(_ text: String) -> String {
  "'\(VisibleText(text.cut(to: MailDomainError.maximumLength)))'"
}
