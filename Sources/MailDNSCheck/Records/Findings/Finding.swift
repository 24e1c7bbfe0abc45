/// One thing that a report points out about a domain. Made by a `FindingDeclaration`.
struct Finding: Sendable {
  let kind: FindingKind
  var severity: Severity
  /// The name in DNS, or the thing, that it is about; safe for a terminal.
  let subject: String
  /// Why DNS could not tell; nil for a finding that is about something else, or has no failure of its own.
  let failure: Failure?
  /// What is wrong in a record; nil for a finding that is not about a part of one.
  let place: Place?
  /// Where it stands in a file, if that is known without looking for a record.
  var filePlace: ZoneFilePlace?
  /// Why it does not count; nil where it does.
  var exemption: Exemption?
  private let statement: @Sendable () -> Wording
  private let remedy: @Sendable () -> Wording?
  private let change: (@Sendable () -> [RecordEdit])?

  init(
    kind: FindingKind, severity: Severity, subject: String, failure: Failure?, place: Place?,
    statement: @escaping @Sendable () -> Wording, remedy: @escaping @Sendable () -> Wording?,
    edits: (@Sendable () -> [RecordEdit])?
  ) {
    self.kind = kind
    self.severity = severity
    self.subject = subject
    self.failure = failure
    self.place = place
    self.statement = statement
    self.remedy = remedy
    change = edits
  }

  var id: String { kind.id }
  var area: Area { kind.area }
  var reference: String { kind.reference }

  /// What is the matter, and why it does not count where it does not.
  var message: Wording { exemption.map { statement() + $0.wording } ?? statement() }

  /// What to do about it, or what to publish instead; nil where there is nothing to do.
  var fix: Wording? { exemption == nil ? remedy() : nil }

  /// What `fix` says of records, as values; empty where it names none that are known. Of advice that depends on what only
  /// the owner knows it is the part that DNS shows.
  var edits: [RecordEdit] { exemption == nil ? change?() ?? [] : [] }

  /// The same with another thing to do about it, where there is anything to do.
  func remedied(
    by remedy: @escaping @Sendable () -> Wording, edits: (@Sendable () -> [RecordEdit])? = nil
  ) -> Finding {
    var copy = Finding(
      kind: kind, severity: severity, subject: subject, failure: failure, place: place, statement: statement,
      remedy: remedy, edits: edits)
    copy.exemption = exemption
    copy.filePlace = filePlace
    return copy
  }

  /// Whether it is of the kind that `declaration` declares.
  func isOf(_ declaration: some DeclaredFinding) -> Bool { id == declaration.kind.id }

  /// The part of a report that a finding belongs to.
  enum Area: String, CaseIterable, Sendable {
    case domain
    case mx
    case spf
    case dkim
    case dmarc
    case tls
    case hosts
    case bimi
    case ns
    case route
    case policy
    case message
    case exchange

    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A part of a record's text, in octets from 0.
  struct Place: Hashable, Sendable {
    let text: [UInt8]
    let range: Range<Int>
  }

  /// Why a finding that is known does not count for a while.
  struct Exemption: Hashable, Sendable {
    /// Safe to show.
    let reason: String
    /// The last day on which it holds.
    let until: CalendarDate

    /// What is put behind the sentence of the finding.
    fileprivate var wording: Wording {
      Wording(" (ignored until \(until): \(reason))", "(\(until) まで無視: \(reason))")
    }
  }
}

/// By what is shown, which is all that there is to a finding.
extension Finding: Hashable {
  static func == (left: Finding, right: Finding) -> Bool {
    left.id == right.id && left.severity == right.severity && left.subject == right.subject
      && left.exemption == right.exemption && left.message == right.message && left.fix == right.fix
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(severity)
    hasher.combine(subject)
  }
}

extension Sequence<Finding> {
  /// Worst first; within a severity in the order of the areas.
  var worstFirst: [Finding] {
    let found = Array(self)
    // So it is with most messages of a mailbox.
    guard found.count > 1 else { return found }
    let places = found.map { -$0.severity.rank * Finding.Area.allCases.count + $0.area.order }
    return found.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { found[$0] }
  }
}
