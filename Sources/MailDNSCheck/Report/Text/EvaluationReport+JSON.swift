extension JSONReport {
  /// Of `spf --ip`.
  init(_ report: EvaluationReport) {
    let domain = report.identity.checkedDomain?.description
    self.init(
      Head(
        domain: domain, unicode: report.unicode ?? domain, checkedAt: report.work.checkedAt,
        status: report.status, queries: report.work.questionCount, seconds: report.work.duration.seconds,
        evaluation: report))
  }
}

extension EvaluationReport: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    json.add("domain", evaluation.decision?.domain ?? identity.checkedDomain)
    json.add("explanation", evaluation.explanation.map { VisibleText($0).description })
    json.add("lookups", evaluation.lookups)
    json.add("mechanism", evaluation.decision.map { VisibleText($0.term).description })
    json.add("readings", readings)
    json.add("result", evaluation.result.rawValue)
    json.add("voidLookups", evaluation.voidLookups)
  }
}
