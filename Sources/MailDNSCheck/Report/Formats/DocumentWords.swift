/// The words of the report formats that other programs read.
extension Wording {
  static let domainColumn = Wording("Domain", "ドメイン")
  static let statusColumn = Wording("Status", "判定")
  static let routeColumn = Wording("Route", "経路")
  static let worstFindings = Wording("Worst findings", "最も重い検出事項")

  /// What to do about a finding, told of the name `subject`.
  static func remedyExample(_ subject: String, _ fix: Wording) -> Wording {
    Wording("For \(subject): \(fix.english)", "\(subject) の場合: \(fix.japanese)")
  }
}
