import Glibc

extension ProgramError {
  /// Mistakes of one file that are said.
  private static let maximumMistakes = 20

  /// Every line to be said, the one that explains the end of the run last.
  var wordings: [Wording] {
    switch self {
    case .zone(let errors): errors.prefix(Self.maximumMistakes).map(\.wholeWording)
    case .noZoneFile(_, let leftOut): leftOut.prefix(Self.maximumMistakes).map(\.wording) + [wording]
    default: [wording]
    }
  }

  var wording: Wording {
    switch self {
    case .usage(let error): error.wording
    case .output(let path, let error):
      // The file need not be there: what is missing is the folder that it was to lie in.
      Self.about(
        path, Wording("can't write", "に書き込めません"), Wording("standard output", "標準出力"),
        error.code == ENOENT ? error.wordingOfFolder : error.wording)
    case .input(let path, let error), .export(let path, let error):
      Self.about(path, Wording("can't read", "を読み込めません"), Wording("standard input", "標準入力"), error)
    case .noMessage(let path):
      Wording(
        "\(path.map { VisibleText($0).description } ?? "standard input"): there is no message in it",
        "\(path.map { VisibleText($0).description } ?? "標準入力"): メッセージのヘッダーが見つかりません")
    case .zoneFile(let path, let error):
      Self.about(path, Wording("can't read", "を読み込めません"), Wording("the zone file", "ゾーンファイル"), error)
    case .zone(let errors): errors.first?.wholeWording ?? Wording(verbatim: "")
    case .noZoneFile(let path, _):
      Wording("no zone file in \(VisibleText(path))", "\(VisibleText(path)) にゾーンファイルがありません")
    case .settings(let error): error.wording
    case .catalogue(let error):
      Wording(
        "the provider files do not make a catalogue: \(VisibleText("\(error)"))",
        "事業者ファイルからカタログを作れません: \(VisibleText("\(error)"))")
    case .foreignExport(let path, let columns):
      Self.foreignExport(VisibleText(path ?? "-").description, columns)
    case .brokenExport(let path, let row):
      row.reason.wording.at(line: row.line, of: path)
    case .noOlderRecipients(let path):
      Wording(
        "can't compare with \(VisibleText(path)): it is no export of recipients",
        "\(VisibleText(path)) とは比較できません: 受信者のエクスポートではありません")
    case .noTrace(let path):
      Wording(
        "can't join \(VisibleText(path)): it is no message trace",
        "\(VisibleText(path)) は照合できません: メッセージ追跡のエクスポートではありません")
    case .noReports(let path):
      Wording(
        "\(path.map { VisibleText($0).description } ?? "standard input"): there is no report of this program in it (--format ndjson or json)",
        "\(path.map { VisibleText($0).description } ?? "標準入力"): 本プログラムの検査結果(--format ndjson または json)がありません")
    case .changedMeanwhile(let path):
      Wording(
        "\(VisibleText(path)) was changed while it was read; try again",
        "\(VisibleText(path)) は読み込み中に変更されました。もう一度実行してください")
    case .serverName(let name, let failure): .nameOfServerUnknown(name.description, failure)
    case .noConfiguration:
      Wording(
        "the system's resolver configuration can't be read; name a server with --server",
        "システムのリゾルバ設定を読み込めません。--server でサーバを指定してください")
    case .notResumable(let path, let line):
      Wording(
        "can't go on with \(VisibleText(path)): line \(line) is no NDJSON report of this program",
        "\(VisibleText(path)) の続きから実行できません: \(line)行目が本プログラムのNDJSONではありません")
    case .resumedInPart(let path, let line):
      Wording(
        "can't go on with \(VisibleText(path)): line \(line) is of a run that asked for something else",
        "\(VisibleText(path)) の続きから実行できません: \(line)行目は検査範囲の異なる実行の結果です")
    case .inUse(let path):
      Wording(
        "can't go on with \(VisibleText(path)): another run is writing to it",
        "\(VisibleText(path)) の続きから実行できません: 別の実行が書き込み中です")
    case .noRegularFile(let path):
      Wording(
        "can't go on with \(VisibleText(path)): it is no regular file, but a pipe, a device or a socket",
        "\(VisibleText(path)) の続きから実行できません: 通常のファイルではありません(パイプ、デバイス、ソケット)")
    case .outputIsInput(let path):
      Wording(
        "can't write \(VisibleText(path)): it is a file that this run reads",
        "\(VisibleText(path)) に書き込めません: この実行で読み込むファイルです")
    case .alreadyThere(let path):
      Wording(
        "\(VisibleText(path)) is there already, and is not overwritten",
        "\(VisibleText(path)) はすでに存在するため、上書きしません")
    case .noColumn(let path, let column, let columns): Self.noColumn(path, column, columns)
    case .workbook(let path):
      Self.about(
        path, Wording("can't use", "は使えません"), Wording("standard input", "標準入力"),
        Wording(
          "it is a workbook of Excel or another packed file; save the sheet as CSV",
          "Excelのブックなどの圧縮ファイルです。シートをCSVで保存してください"))
    case .foreignLink(let path):
      Wording(
        "\(VisibleText(path)) is not followed: another user's symbolic link in a directory where everybody may write",
        "\(VisibleText(path)) のリンク先は使いません: 誰でも書き込めるディレクトリにほかのユーザが置いたシンボリックリンクです")
    case .resources(let error):
      Wording("out of system resources: \(error)", "システム資源が不足しています: \(error.wording.japanese)")
    }
  }

  private static func foreignExport(_ path: String, _ columns: [String]) -> Wording {
    guard !columns.isEmpty else {
      return Wording(
        "can't use \(path): it is empty, so what it is can't be told",
        "\(path) は使えません: ファイルが空で、内容を判別できません")
    }
    let list = columns.map { VisibleText.shortened($0) }.listed
    return Wording(
      "can't use \(path): no export of Exchange Online that is known has these columns: \(list.english)",
      "\(path) は使えません: 次の列を持つExchange Onlineのエクスポートはありません: \(list.japanese)")
  }

  private static func noColumn(_ path: String?, _ column: ListColumn, _ columns: [String]) -> Wording {
    let list = columns.map { VisibleText.shortened($0) }.listed
    let name = VisibleText.shortened(column.description)
    return about(
      path, Wording("can't use", "は使えません"), Wording("standard input", "標準入力"),
      Wording(
        "there is no column '\(name)'; there are: \(list.english)",
        "列「\(name)」がありません。あるのは次の列です: \(list.japanese)"))
  }

  private static func about(_ path: String?, _ failure: Wording, _ standard: Wording, _ error: Errno)
    -> Wording
  {
    let isOfFolder = path?.hasSuffix("/") ?? false
    return about(path, failure, standard, isOfFolder ? error.wordingOfFolder : error.wording)
  }

  private static func about(_ path: String?, _ failure: Wording, _ standard: Wording, _ reason: Wording)
    -> Wording
  {
    let name = path.map { VisibleText($0).description }.map { Wording($0, $0 + " ") } ?? standard
    return Wording(
      "\(failure.english) \(name.english): \(reason.english)",
      "\(name.japanese)\(failure.japanese): \(reason.japanese)")
  }
}

extension Wording {
  /// The text with the line of the input that it is about in front.
  func at(line: Int, of path: String?) -> Wording {
    let place = "\(VisibleText(path ?? "-")):\(line): "
    return Wording(place + english, place + japanese)
  }

  static let noResolverConfiguration = Wording(
    "there is no /etc/resolv.conf: asking the server on this machine; name another one with --server",
    "/etc/resolv.conf がないため、このマシン上のサーバに問い合わせます。別のサーバは --server で指定できます")

  static let encodingUnavailable = Wording(
    "this system can't write the encoding of the locale: the output is UTF-8",
    "ロケールの文字コードで出力できないため、UTF-8で出力します")

  /// Names of zones that have MX records and can't be checked, a few of them by name: at least one.
  static func passedOver(_ names: [DomainName]) -> Wording {
    let list =
      names.prefix(maximumPassedOver).map { VisibleText($0.description).description }.listed
      + .andMore(names.count - maximumPassedOver)
    let advice =
      names.contains { $0.description.hasPrefix("*.") }
      ? Wording(
        "; to check what a wildcard says, give a name that it stands for",
        "。ワイルドカードの内容は、該当する名前を1つ指定すると検査できます") : Wording(verbatim: "")
    return Wording(
      "passed over, with MX records but no mail domain: \(list.english)\(advice.english)",
      "MXレコードがあってもメールドメインではないため、検査しない名前: \(list.japanese)\(advice.japanese)")
  }

  private static let maximumPassedOver = 10

  static let noMailNames = Wording(
    "no name of the zone files has to do with mail", "ゾーンファイルにメールに関係する名前がありません")
  static let noDomains = Wording("the input names no domain", "入力にドメインがありません")
  /// `count` domains of a list had been named before.
  static func namedAgain(_ count: Int) -> Wording {
    Wording(
      "\(count.counting("domain was", "domains were")) named again, and checked once",
      "重複して指定されたドメイン\(count.grouped)件は1回だけ検査しました")
  }
  /// `signal` by its name; `count` domains were finished before it.
  static func ended(by signal: String, after count: Int) -> Wording {
    guard count > 0 else {
      return Wording(
        "ended by \(signal) before a domain was finished", "\(signal)により、1件も終わらないうちに終了しました")
    }
    return Wording(
      "ended by \(signal) after \(count.counting("domain", "domains")): the report is not of the whole run",
      "\(signal)により\(count.grouped)ドメインで終了しました。出力されたのは検査結果の一部です")
  }
  /// The same of reports in files, which get their names only when they are whole.
  static func ended(by signal: String, after count: Int, without files: [String]) -> Wording {
    let list = files.map { VisibleText($0).description }.listed
    return Wording(
      "ended by \(signal) after \(count.counting("domain", "domains")): \(list.english) \(files.count == 1 ? "was" : "were") not written",
      "\(signal)により\(count.grouped)ドメインで終了しました。\(list.japanese) は書き込まれていません")
  }
  /// `count` domains have their report.
  static func inputCutOff(after count: Int) -> Wording {
    Wording(
      "the deadline came before the end of the input, after \(count.counting("domain", "domains"))",
      "入力の終わりより先に期限(--deadline)に達しました(\(count.grouped)ドメインまで)")
  }

  /// How far a run is. `total` is the number of domains where that is known.
  static func progress(
    done: Int, of total: Int?, perSecond: Int, secondsLeft: Int?, unknown: Int
  ) -> Wording {
    let all = total.map { "/\($0.grouped)" } ?? ""
    let left =
      secondsLeft.map { Wording(", \($0.grouped) s left", "、残り\($0.grouped)秒") } ?? Wording(verbatim: "")
    return Wording(
      "\(done.grouped)\(all) domains, \(perSecond.grouped)/s\(left.english), \(unknown.grouped) unknown",
      "\(done.grouped)\(all)件、毎秒\(perSecond.grouped)件\(left.japanese)、不明\(unknown.grouped)件")
  }

  static func summary(domains: Int, _ counts: [(Status, Int)]) -> Wording {
    func list(_ language: Language) -> String {
      counts.map { "\($0.wording[language]) \($1.grouped)" }.joined(
        separator: Wording.listSeparator[language])
    }
    return Wording(
      "\(domains.counting("domain", "domains")): \(list(.english))",
      "\(domains.grouped)ドメイン: \(list(.japanese))")
  }
}
