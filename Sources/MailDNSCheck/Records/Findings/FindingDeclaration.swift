/// All that the program knows of one kind of finding, in one place: what it is called, how much it matters, what it rests
/// on, and its words. Policies, the documentation, SARIF's rules and the tests are made from it.
///
/// `Values` are what the words need besides the subject; texts in them come from outside, and are shown through
/// `VisibleText` only. Called as a function, a declaration makes a finding: `.mx.hostUnknown(host, failure)`.
///
/// A class, though a value in all but name: a finding's words need all of it, and share it.
final class FindingDeclaration<Values: Sendable>: Sendable {
  let kind: FindingKind
  /// What is the matter with a subject, in one sentence.
  let statement: @Sendable (_ subject: String, _ values: Values) -> Wording
  /// What to do about it, or what to publish instead; nil where there is nothing to do.
  let remedy: @Sendable (_ subject: String, _ values: Values) -> Wording?
  /// What the remedy says of records, as values; nil where it says nothing of any.
  let edits: (@Sendable (_ subject: String, _ values: Values) -> [RecordEdit])?
  /// Why DNS could not tell; nil for a finding that is about something else.
  let failure: (@Sendable (Values) -> Failure?)?
  /// What is wrong in a record; nil for a finding that is not about a part of one.
  let place: (@Sendable (Values) -> Finding.Place)?
  let samples: @Sendable (FindingSpecimens) -> [Sample?]

  /// Of a finding, as the documentation shows it.
  struct Sample {
    let subject: any CustomStringConvertible
    let values: Values
    let severity: Severity?

    /// Nil where the values can't be made: a test then misses the sample.
    init?(_ subject: any CustomStringConvertible, _ values: Values?, severity: Severity? = nil) {
      guard let values else { return nil }
      self.subject = subject
      self.values = values
      self.severity = severity
    }
  }

  /// - Parameters:
  ///   - id: kebab-case, stable for good.
  ///   - severity: how much it matters unless the circumstances say otherwise, which `otherwise` then tells.
  ///   - reference: the document and section that it follows.
  ///   - title: what findings of the kind have in common, in a few words and without the values of one of them.
  ///   - samples: at least one, and one for each text that the kind has.
  init(
    _ id: String, _ severity: Severity, _ area: Finding.Area, _ reference: String, title: Wording,
    otherwise: Wording? = nil, failure: (@Sendable (Values) -> Failure?)? = nil,
    place: (@Sendable (Values) -> Finding.Place)? = nil,
    samples: @escaping @Sendable (FindingSpecimens) -> [Sample?],
    statement: @escaping @Sendable (_ subject: String, _ values: Values) -> Wording,
    remedy: @escaping @Sendable (_ subject: String, _ values: Values) -> Wording? = { _, _ in nil },
    edits: (@Sendable (_ subject: String, _ values: Values) -> [RecordEdit])? = nil
  ) {
    kind = FindingKind(
      id: id, severity: severity, area: area, reference: reference, title: title, otherwise: otherwise)
    self.statement = statement
    self.remedy = remedy
    self.edits = edits
    self.failure = failure
    self.place = place
    self.samples = samples
  }

  /// A finding about the name `subject`; the severity is that of the kind unless the circumstances say otherwise.
  func callAsFunction(
    _ subject: any CustomStringConvertible, _ values: Values, severity: Severity? = nil
  ) -> Finding {
    let subject = subject.description
    var change: (@Sendable () -> [RecordEdit])?
    if let edits { change = { edits(subject, values) } }
    return Finding(
      kind: kind, severity: severity ?? kind.severity, subject: subject, failure: failure?(values),
      place: place?(values), statement: { self.statement(subject, values) },
      remedy: { self.remedy(subject, values) },
      edits: change)
  }
}

extension FindingDeclaration where Values == Void {
  /// The same for a kind whose words need the subject only.
  convenience init(
    _ id: String, _ severity: Severity, _ area: Finding.Area, _ reference: String, title: Wording,
    otherwise: Wording? = nil, sample: @escaping @Sendable (FindingSpecimens) -> any CustomStringConvertible,
    statement: @escaping @Sendable (_ subject: String) -> Wording,
    remedy: @escaping @Sendable (_ subject: String) -> Wording? = { _ in nil },
    edits: (@Sendable (_ subject: String) -> [RecordEdit])? = nil
  ) {
    var change: (@Sendable (_ subject: String, _ values: Void) -> [RecordEdit])?
    if let edits { change = { subject, _ in edits(subject) } }
    self.init(
      id, severity, area, reference, title: title, otherwise: otherwise,
      samples: { [Sample(sample($0), ())] }, statement: { subject, _ in statement(subject) },
      remedy: { subject, _ in remedy(subject) }, edits: change)
  }

  func callAsFunction(_ subject: any CustomStringConvertible, severity: Severity? = nil) -> Finding {
    self(subject, (), severity: severity)
  }
}

extension FindingDeclaration where Values == Failure {
  /// The same for a kind that says that DNS could not tell: what to do follows from the failure.
  convenience init(
    unknown id: String, _ area: Finding.Area, _ reference: String, title: Wording,
    sample: @escaping @Sendable (FindingSpecimens) -> any CustomStringConvertible,
    statement: @escaping @Sendable (_ subject: String, _ failure: Failure) -> Wording
  ) {
    self.init(
      id, .unknown, area, reference, title: title, failure: { $0 },
      samples: { [Sample(sample($0), $0.failure)] }, statement: statement,
      remedy: { _, failure in failure.remedy })
  }
}

/// A declaration of whatever values.
protocol DeclaredFinding: Sendable {
  var kind: FindingKind { get }
  /// A finding of every text that the kind has.
  func findings(_ specimens: FindingSpecimens) -> [Finding]
}

extension FindingDeclaration: DeclaredFinding {
  func findings(_ specimens: FindingSpecimens) -> [Finding] {
    samples(specimens).compactMap(\.self).map { self($0.subject, $0.values, severity: $0.severity) }
  }
}
