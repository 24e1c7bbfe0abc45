/// The cmdlets that set the attribute of candidates for exclusion, and those that undo it, as PowerShell runs them. Whatever
/// comes out of an export stands in a literal string: no name can end it.
struct ExclusionCommands {
  let candidates: [RecipientTally.Candidate]
  let exclusion: RecipientExclusion
  let language: Language

  /// The cmdlets end after a quarter of an hour: more in one go may not get done.
  static let blockSize = 1_000

  var text: String {
    var lines = [PowerShellText.comment(Wording.commandsPurpose(exclusion.attribute)[language])]
    lines.append("Connect-ExchangeOnline")
    let usable = candidates.filter(\.isUsable)
    if candidates.isEmpty { lines.append(PowerShellText.comment(Wording.noCandidates[language])) }
    for start in stride(from: 0, to: usable.count, by: Self.blockSize) {
      let block = usable[start..<min(start + Self.blockSize, usable.count)]
      let count = Wording.commandBlock(from: start + 1, to: start + block.count, of: usable.count)
      lines += ["", PowerShellText.comment(count[language])]
      lines += block.compactMap { line($0, PowerShellText.quoted(exclusion.keyword)) }
      lines += ["", PowerShellText.comment(Wording.undoBlock[language])]
      lines += block.compactMap { line($0, "$null") }.map { "# " + $0 }
    }
    let others = candidates.count - usable.count
    if others > 0 { lines += ["", PowerShellText.comment(Wording.unusableNames(others)[language])] }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ candidate: RecipientTally.Candidate, _ value: String) -> String? {
    guard let command = candidate.kind.setCommand else { return nil }
    let identity = PowerShellText.quoted(candidate.address)
    return "\(command) -Identity \(identity) -\(exclusion.attribute) \(value)"
  }
}

extension RecipientTally.Candidate {
  /// Whether the address is one line of visible text: what is not is no address, and a terminal may act on it.
  fileprivate var isUsable: Bool {
    kind.setCommand != nil && VisibleText(address).description == address && address.utf8.count <= 320
  }
}

extension Wording {
  static func commandsPurpose(_ attribute: String) -> Wording {
    Wording(
      "Sets \(attribute) of the candidates so that they are not synchronised. Look through the list before running it.",
      "候補の \(attribute) を設定し、同期の対象から外します。内容を確認してから実行してください。")
  }

  static let noCandidates = Wording("There is no candidate.", "候補はありません。")
  static let undoBlock = Wording("To undo it, without the # in front:", "元に戻すには、先頭の # を外して実行します:")

  static func commandBlock(from first: Int, to last: Int, of total: Int) -> Wording {
    Wording("\(first) to \(last) of \(total)", "\(total)件中 \(first)〜\(last)件目")
  }

  static func unusableNames(_ count: Int) -> Wording {
    Wording(
      "\(count) addresses hold characters that no address has, and are left out.",
      "アドレスに使えない文字を含む\(count)件は除きました。")
  }
}
