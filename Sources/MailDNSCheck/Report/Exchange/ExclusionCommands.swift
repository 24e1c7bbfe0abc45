/// What sets the attribute of candidates for exclusion, and what undoes it: cmdlets as PowerShell runs them, or CSV parts that
/// it imports. Whatever comes out of an export stands in a literal string: no name can end it.
struct ExclusionCommands {
  let candidates: [RecipientTally.Candidate]
  let exclusion: RecipientExclusion
  let language: Language

  /// The cmdlets end after a quarter of an hour: more in one go may not get done.
  static let blockSize = 1_000

  var text: String {
    var lines = [PowerShellText.comment(Wording.commandsPurpose(exclusion.attribute)[language])]
    let usable = candidates.filter(\.isUsable)
    let replaced = usable.filter { $0.before != nil }.count
    if replaced > 0, !exclusion.isOfSeveral {
      lines.append(PowerShellText.comment(Wording.replacedValues(replaced, exclusion.attribute)[language]))
    }
    lines.append(PowerShellText.comment(Wording.commandsAsCSV[language]))
    lines += [importLine, undoingImportLine].map { "#   " + $0 }
    lines.append("Connect-ExchangeOnline")
    if candidates.isEmpty { lines.append(PowerShellText.comment(Wording.noCandidates[language])) }
    for start in stride(from: 0, to: usable.count, by: Self.blockSize) {
      let block = usable[start..<min(start + Self.blockSize, usable.count)]
      let count = Wording.commandBlock(from: start + 1, to: start + block.count, of: usable.count)
      lines += ["", PowerShellText.comment(count[language])]
      lines += block.compactMap { line($0, value) }
      lines += ["", PowerShellText.comment(Wording.undoBlock[language])]
      lines += block.compactMap { line($0, undoing($0)) }.map { "# " + $0 }
    }
    let others = candidates.count - usable.count
    if others > 0 { lines += ["", PowerShellText.comment(Wording.unusableNames(others)[language])] }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The same as CSV, each part with at most `blockSize` rows and a heading of its own; one without rows where nobody is a
  /// candidate.
  var parts: [String] {
    let usable = candidates.filter(isUsableInTable)
    let starts = usable.isEmpty ? [0] : Array(stride(from: 0, to: usable.count, by: Self.blockSize))
    return starts.enumerated().map { index, start in
      let block = usable[start..<min(start + Self.blockSize, usable.count)]
      let rows = block.map { candidate in
        [
          "\(index + 1)", candidate.kind.setCommand ?? "", candidate.address, exclusion.keyword,
          candidate.before ?? "",
        ]
      }
      let heading = ["Part", "Cmdlet", "PrimarySmtpAddress", exclusion.attribute, "Before"]
      return CSVText.byteOrderMark + ([heading] + rows).map(CSVText.row).joined()
    }
  }

  /// All parts as one table, told apart by its first column.
  var table: String {
    parts.enumerated().map { index, part in
      index == 0 ? part : String(part.drop { $0 != "\r\n" }.dropFirst())
    }.joined()
  }

  /// How many candidates can't stand in a table: a spreadsheet would act on them.
  var unusableInTable: Int { candidates.count - candidates.filter(isUsableInTable).count }

  private func isUsableInTable(_ candidate: RecipientTally.Candidate) -> Bool {
    candidate.isUsable
      && [candidate.address, exclusion.keyword, candidate.before ?? ""].allSatisfy(CSVText.isHarmless)
  }

  private var importLine: String {
    let value = exclusion.isOfSeveral ? "@{Add=$_.\(exclusion.attribute)}" : "$_.\(exclusion.attribute)"
    return importing(value)
  }

  private var undoingImportLine: String {
    importing(
      exclusion.isOfSeveral
        ? "@{Remove=$_.\(exclusion.attribute)}" : "$(if ($_.Before) { $_.Before } else { $null })")
  }

  private func importing(_ value: String) -> String {
    "Import-Csv exclude.csv -Encoding UTF8 | ForEach-Object { & $_.Cmdlet -Identity $_.PrimarySmtpAddress -\(exclusion.attribute) \(value) }"
  }

  private var value: String {
    let keyword = PowerShellText.quoted(exclusion.keyword)
    return exclusion.isOfSeveral ? "@{Add=\(keyword)}" : keyword
  }

  /// What stood there before comes back.
  private func undoing(_ candidate: RecipientTally.Candidate) -> String {
    if exclusion.isOfSeveral { return "@{Remove=\(PowerShellText.quoted(exclusion.keyword))}" }
    return candidate.before.map(PowerShellText.quoted) ?? "$null"
  }

  private func line(_ candidate: RecipientTally.Candidate, _ value: String) -> String? {
    guard let command = candidate.kind.setCommand else { return nil }
    let identity = PowerShellText.quoted(candidate.address)
    return "\(command) -Identity \(identity) -\(exclusion.attribute) \(value)"
  }
}

extension RecipientTally.Candidate {
  /// Whether what the export has of it is one line of visible text: an address that is not is none, and a terminal may act
  /// on it.
  fileprivate var isUsable: Bool {
    kind.setCommand != nil && VisibleText(address).description == address && address.utf8.count <= 320
      && before.map { VisibleText($0).description == $0 && $0.utf8.count <= 1_024 } ?? true
  }
}

extension Wording {
  static func commandsPurpose(_ attribute: String) -> Wording {
    Wording(
      "Sets \(attribute) of the candidates so that they are not synchronised. Look through the list before running it.",
      "候補の \(attribute) を設定し、同期の対象から外します。内容を確認してから実行してください。")
  }

  static func replacedValues(_ count: Int, _ attribute: String) -> Wording {
    Wording(
      "\(count.grouped) of them \(count == 1 ? "has" : "have") another value in \(attribute), which is replaced; what undoes it puts it back.",
      "\(count.grouped)件は \(attribute) に別の値があり、上書きされます。元に戻すコマンドはその値に戻します。")
  }

  static let commandsAsCSV = Wording(
    "Or by CSV: `--commands --format csv --output exclude.csv` writes parts of at most 1,000 rows; the first line sets, the second undoes:",
    "CSVで設定する場合: `--commands --format csv --output exclude.csv` で最大1,000行ずつのファイルができます。1行目で設定し、2行目で元に戻します:")
  static let noCandidates = Wording("There is no candidate.", "候補はありません。")
  static let undoBlock = Wording("To undo it, without the # in front:", "元に戻すには、先頭の # を外して実行します:")

  static func commandBlock(from first: Int, to last: Int, of total: Int) -> Wording {
    Wording(
      "\(first.grouped) to \(last.grouped) of \(total.grouped)",
      "\(total.grouped)件中\(first.grouped)〜\(last.grouped)件目")
  }

  static func unusableNames(_ count: Int) -> Wording {
    Wording(
      "Left out, because of characters that no address has: \(count.counting("address", "addresses")).",
      "アドレスに使えない文字を含む\(count.grouped)件は除きました。")
  }

  static func harmfulNames(_ count: Int) -> Wording {
    Wording(
      "not in the CSV, because a spreadsheet or terminal would act on the text: \(count.counting("candidate", "candidates")); `--commands` without --format has what of that is an address",
      "表計算ソフトや端末で動作してしまう文字を含む\(count.grouped)件の候補はCSVから除きました。アドレスとして使えるものは --format なしの --commands で出力されます")
  }
}
