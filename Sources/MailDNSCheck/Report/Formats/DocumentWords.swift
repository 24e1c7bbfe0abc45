/// The words of the report formats that other programs read.
extension Wording {
  static let domainColumn = Wording("Domain", "ドメイン")
  static let statusColumn = Wording("Status", "判定")
  static let routeColumn = Wording("Route", "経路")
  static let worstFindings = Wording("Worst findings", "最も重い検出事項")

  static let notChecked = Wording("not checked", "検査せず")

  /// Above the lines of a list that were refused.
  static func linesNotChecked(_ count: Int) -> Wording {
    Wording(
      "\(count == 1 ? "1 line of the list was" : "\(count.grouped) lines of the list were") not checked:",
      "一覧のうち検査していない行(\(count.grouped)件):")
  }
  static func furtherEntries(_ count: Int) -> Wording {
    Wording("and \(count.grouped) more", "ほか\(count.grouped)件")
  }

  /// What to do about a finding, told of the name `subject`.
  static func remedyExample(_ subject: String, _ fix: Wording) -> Wording {
    Wording("For \(subject): \(fix.english)", "\(subject) の場合: \(fix.japanese)")
  }
}
