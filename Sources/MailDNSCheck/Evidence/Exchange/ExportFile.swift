/// One export, and what there is to say of it as a file.
struct ExportFile: Sendable {
  /// As it was named: not safe to show.
  let name: String
  var kind: ExportKind
  var rows = 0
  /// How many could not be read, and the first of them.
  private(set) var brokenCount = 0
  private(set) var broken: [BrokenRow] = []
  /// Lists whose values the file does not have, by the column's name.
  var lostLists: Set<String> = []
  /// What its rows show of the kind.
  var homes: Set<ExportKind> = []

  /// What a cmdlet returns unless it is told otherwise, and the most that a query for a message trace does.
  static let defaultLimit = 1_000
  static let traceLimit = 5_000
  private static let maximumBroken = 20

  init(name: String, kind: ExportKind) {
    self.name = name
    self.kind = kind
  }

  mutating func note(_ row: BrokenRow) {
    brokenCount += 1
    if broken.count < Self.maximumBroken { broken.append(row) }
  }

  /// Whether all that there is is in it: false for as many rows as a cmdlet returns by itself; nil where it can't be told.
  var isComplete: Bool? {
    let count = rows + brokenCount
    if count == Self.defaultLimit || rows == Self.defaultLimit { return false }
    if kind == .messageTrace, count == Self.traceLimit { return nil }
    return broken.contains { $0.reason == .cutOff } ? nil : true
  }
}
