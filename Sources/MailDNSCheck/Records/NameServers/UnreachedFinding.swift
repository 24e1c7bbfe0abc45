extension FindingDeclaration where Values == Failure {
  /// Of a kind that says that name servers could not be asked: no resolver helps.
  convenience init(
    unreached id: String, _ area: Finding.Area, _ reference: String, title: Wording,
    sample: @escaping @Sendable (FindingSpecimens) -> any CustomStringConvertible,
    statement: @escaping @Sendable (_ subject: String, _ failure: Failure) -> Wording
  ) {
    self.init(
      id, .unknown, area, reference, title: title, failure: { $0 },
      samples: { [Sample(sample($0), $0.failure)] }, statement: statement,
      remedy: { _, failure in failure.remedyOfWalk })
  }
}

extension Failure {
  /// What to do to learn it after all, where it was asked of name servers themselves.
  var remedyOfWalk: Wording {
    switch kind {
    case .offline, .deadline, .questionLimit, .tooMuch: remedy
    default:
      Wording(
        "Ask again, or from another network; `-vv` lists every question.",
        "時間をおくか、別のネットワークから再確認してください。-vv で全問い合わせを表示します。")
    }
  }
}
