/// A report on any number of domains in one format, made piece by piece in the order in which it is read.
protocol ReportDocument: Sendable {
  /// What stands before the first domain.
  mutating func begin() -> String
  /// The part on one domain; empty where it comes at the end.
  mutating func add(_ report: DomainReport) throws -> String
  /// What stands behind the last domain.
  mutating func end() throws -> String
}

extension ReportDocument {
  func begin() -> String { "" }
  func end() throws -> String { "" }
}

/// What the documents of a run share.
struct ReportSetting: Sendable {
  let language: Language
  let catalogue: ProviderCatalogue
  var threshold = FailureThreshold.warning
  /// Whether there may be more than one domain.
  var isList = true
  /// Whether domains are held to something, such as a route.
  var hasExpectations = false
  /// The zone files that were answered from.
  var zones: ZoneSet?

  /// Where the record that `finding` is about stands in a zone file.
  func place(of finding: Finding, in domain: DomainName) -> ZoneFilePlace? {
    zones?.place(of: finding, in: domain)
  }
}
