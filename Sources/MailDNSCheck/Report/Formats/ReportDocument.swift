/// A report on any number of domains in one format, made piece by piece in the order in which it is read.
protocol ReportDocument: Sendable {
  /// What stands before the first domain.
  mutating func begin() -> String
  /// The part on one domain; empty where it comes at the end.
  mutating func add(_ report: DomainReport) -> String
  /// The same as it is written to whoever reads UTF-8.
  mutating func octets(on report: DomainReport) -> [UInt8]
  /// Counts one domain that is not to be shown in what all come to.
  mutating func count(_ report: DomainReport)
  /// The part on what can't be used; empty where it comes at the end.
  mutating func add(_ problem: InputProblem) -> String
  /// What stands behind the last domain.
  mutating func end() -> String
  /// The document where its parts hang on nothing but their domains; nil for all others.
  var independent: (any IndependentDocument)? { get }
}

extension ReportDocument {
  func begin() -> String { "" }
  mutating func octets(on report: DomainReport) -> [UInt8] { Array(add(report).utf8) }
  func count(_ report: DomainReport) {}
  func end() -> String { "" }
  var independent: (any IndependentDocument)? { nil }
}

/// A document whose part on a domain hangs on no other domain: it can be made beside those on others, and before its turn.
protocol IndependentDocument: ReportDocument {
  /// The part on one domain, in UTF-8.
  func part(on report: DomainReport) -> [UInt8]
}

extension IndependentDocument {
  func add(_ report: DomainReport) -> String { String(decoding: part(on: report), as: UTF8.self) }
  func octets(on report: DomainReport) -> [UInt8] { part(on: report) }
  var independent: (any IndependentDocument)? { self }
}

/// What the documents of a run share.
struct ReportSetting: Sendable {
  let language: Language
  let catalogue: ProviderCatalogue
  var threshold = FailureThreshold.warning
  /// Whether there may be more than one domain.
  var isList = true
  /// Whether reports are held against those of an earlier run (`--since`).
  var hasEarlierRun = false
  /// Whether domains are held to something, such as a route.
  var hasExpectations = false
  /// The zone files that were answered from.
  var zones: ZoneSet?
  /// The files that named domains.
  var naming = Naming()

  /// Where the record that `finding` is about stands in a zone file.
  func place(of finding: Finding, in domain: DomainName) -> ZoneFilePlace? {
    zones?.place(of: finding, in: domain)
  }
}

extension ReportSetting {
  /// The files that domains of a run are named in.
  struct Naming: Sendable {
    /// Path of the list.
    var input: String?
    var policy: (path: String, policy: Policy)?
    /// Path of the file that the user chose for all else.
    var otherwise: String?

    /// A path of that kind is in no repository, and need not be.
    static let standard = "maildnscheck.json"
  }

  /// Where the domain of `report` is named: the list's line, or the policy's; else the start of the file for all else.
  func placeNaming(_ report: DomainReport) -> (file: String, line: Int) {
    if let file = naming.input, let line = report.inputLine { return (file, line) }
    if let (file, policy) = naming.policy, let line = policy.line(of: report.domain.name) {
      return (file, line)
    }
    return (naming.otherwise ?? Naming.standard, 1)
  }
}
