/// The text at a `_dmarc` name.
enum DMARCTarget {
  static func run(_ text: [UInt8]) {
    let miss = DMARCNearMiss(text)
    if let miss {
      demandVisible(miss.reason.wording)
      demandExcerpt(of: text, at: miss.place)
    }
    guard let record = DMARCRecord(text) else { return }
    demand(miss == nil, "a record is no near miss")
    for problem in record.problems {
      demandVisible(problem.wording)
      demandExcerpt(of: text, at: problem.place)
    }
    for uri in record.aggregateReports + record.failureReports {
      demandVisible(uri.text)
      demandPlace(uri.place, within: text.count)
      if case .mail(let address, let domain) = uri.target {
        demandVisible(address)
        demand(!domain.isRoot, "reports go to a domain")
      }
    }
    readBack(record)
  }

  private static func readBack(_ record: DMARCRecord) {
    let text = record.description
    demandVisible(text)
    guard let again = DMARCRecord(Array(text.utf8)) else { return demand(false, "\(text) is a record") }
    demand(again.description == text, "\(text) is read back the same")
    demand(
      again.request == record.request && again.isTesting == record.isTesting
        && again.publicSuffix == record.publicSuffix && again.dkimAlignment == record.dkimAlignment
        && again.spfAlignment == record.spfAlignment && again.failureOptions == record.failureOptions
        && again.aggregateReports.map(\.target) == record.aggregateReports.map(\.target),
      "\(text) asks for the same")
  }
}
