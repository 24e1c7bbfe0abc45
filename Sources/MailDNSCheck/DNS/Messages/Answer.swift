/// All that is known about one question once it has been asked: the outcome, how it was reached, and from where.
///
/// A class, though a value in all but name: thousands of copies share what never changes.
final class Answer: Sendable {
  let question: Question
  /// The CNAME records that were followed from the question's name, in order; also there when what follows failed.
  let aliases: [Alias]
  let outcome: Outcome
  /// Which outcome that is. Whoever wants to know no more takes nothing out of it, so that no references are counted.
  private let kind: Kind
  let origin: Origin
  /// The records in the order in which they came, where that is another one than that of `outcome` and stays the same from
  /// one answer to the next.
  private let sentRecords: [ResourceRecord]?
  private let derivedForm = OnceReference<DerivedForm>()

  init(
    question: Question, aliases: [Alias], outcome: Outcome, origin: Origin,
    sentRecords: [ResourceRecord]? = nil
  ) {
    self.sentRecords = sentRecords
    self.question = question
    self.aliases = aliases
    self.outcome = outcome
    self.origin = origin
    kind = Kind(outcome)
  }

  /// One step of a CNAME chain.
  struct Alias: Hashable, Sendable {
    let owner: DomainName
    let target: DomainName
    /// Seconds.
    let timeToLive: UInt32
  }

  /// What DNS said, or why it could not be asked. "Could not tell" is `failed`, never an absence.
  enum Outcome: Sendable {
    /// One or more records of the type asked, at the end of the aliases.
    case found([ResourceRecord])
    /// The name at the end of the aliases exists, but has no such records (RFC 2308 §2.2).
    case noData(Denial)
    /// The name at the end of the aliases does not exist, and nothing below it does (RFC 2308 §2.1, RFC 8020 §2).
    case noSuchName(Denial)
    case failed(Failure)
  }

  private enum Kind {
    case found, noData, noSuchName, failed
    /// Failed because whoever asked gave up.
    case cancelled

    init(_ outcome: borrowing Outcome) {
      switch outcome {
      case .found: self = .found
      case .noData: self = .noData
      case .noSuchName: self = .noSuchName
      case .failed(let failure): self = failure.kind == .cancelled ? .cancelled : .failed
      }
    }
  }

  /// What came with a negative answer.
  struct Denial: Hashable, Sendable {
    /// Owner of the SOA record in the authority section: the zone that denies. Nil where the answer had none.
    var zone: DomainName?
    /// Seconds for which the denial may be kept (RFC 2308 §5).
    var timeToLive: UInt32?
  }

  /// Where an answer comes from and what it took.
  struct Origin: Sendable {
    var source: Source
    /// AA: the server holds the zone itself (RFC 1035 §4.1.1).
    var isAuthoritative = false
    /// RA: the server offers recursion.
    var offersRecursion = false
    /// AD: the server vouches for DNSSEC validity, and the way to it is trusted (RFC 6840 §5.8).
    var isAuthenticated = false
    /// What hardly any answer has.
    fileprivate var rarity: Rarity?
    /// When the question was put, and how long it took until the outcome was known.
    var started: Instant
    var duration: Duration
    /// Whether the answer was already there, or on its way, because the run had put the same question before.
    var isRepeat = false

    init(
      source: Source, isAuthoritative: Bool = false, offersRecursion: Bool = false,
      isAuthenticated: Bool = false,
      extendedErrors: [ExtendedError] = [], signatures: [RecordSignature] = [], started: Instant,
      duration: Duration
    ) {
      self.source = source
      self.isAuthoritative = isAuthoritative
      self.offersRecursion = offersRecursion
      self.isAuthenticated = isAuthenticated
      self.started = started
      self.duration = duration
      rare = Rare(extendedErrors: extendedErrors, signatures: signatures, unquoted: [])
    }
  }

  /// What hardly any answer has.
  fileprivate struct Rare {
    var extendedErrors: [ExtendedError] = []
    var signatures: [RecordSignature] = []
    var unquoted: [UnquotedText] = []

    var isEmpty: Bool { extendedErrors.isEmpty && signatures.isEmpty && unquoted.isEmpty }
  }

  /// One reference in each of thousands of copies, where there would be three.
  fileprivate final class Rarity: Sendable {
    let value: Rare

    init(_ value: Rare) { self.value = value }
  }

  /// Text of a TXT record as a zone file without quotation marks made it.
  struct UnquotedText: Hashable, Sendable {
    /// The strings joined.
    let text: [UInt8]
    /// As the caller gave it, or as a zone file includes it; hostile until shown through `VisibleText`.
    let file: String
    /// Of that file, from 1.
    let line: Int
    let reason: MissingQuotes
  }

  enum Source: Hashable, Sendable {
    case server(ServerAddress, Transport)
    case zoneFile(String)
    /// Nothing was asked: the outcome is a failure that came before.
    case nowhere
  }

  enum Transport: String, Hashable, Sendable {
    case udp = "UDP"
    case tcp = "TCP"
  }
}

extension Answer.Origin {
  fileprivate var rare: Answer.Rare {
    get { rarity?.value ?? Answer.Rare() }
    set { rarity = newValue.isEmpty ? nil : Answer.Rarity(newValue) }
  }

  var extendedErrors: [ExtendedError] {
    get { rarity?.value.extendedErrors ?? [] }
    set { rare.extendedErrors = newValue }
  }

  /// The signatures that came with the answer, over records and denials alike, where the question asks for them; nobody has
  /// verified them.
  var signatures: [RecordSignature] {
    get { rarity?.value.signatures ?? [] }
    set { rare.signatures = newValue }
  }

  /// Texts of the answer that stand in a zone file without quotation marks and came out otherwise than meant.
  var unquoted: [Answer.UnquotedText] {
    get { rarity?.value.unquoted ?? [] }
    set { rare.unquoted = newValue }
  }
}

extension Answer {
  /// The records found, in the order in which they came, where that means anything: programs that look at the first one
  /// alone see that one.
  var recordsAsSent: [ResourceRecord] { sentRecords ?? records }

  /// What somebody has made of an answer.
  private final class DerivedForm: Sendable {
    let value: any Sendable

    init(_ value: any Sendable) { self.value = value }
  }

  /// Of larger answers nothing is kept: what is made of a text may take many times its room.
  private static let maximumSizeWithDerivedForm = 4_096

  /// What `make` makes of the answer, always the same; made once for all that share the answer, where it is not large and
  /// nobody else has kept something of another type here.
  func derived<Value: Sendable>(_ make: () -> Value) -> Value {
    if let known = derivedForm.load()?.value as? Value { return known }
    let value = make()
    if size <= Self.maximumSizeWithDerivedForm { _ = derivedForm.storeIfNil(DerivedForm(value)) }
    return value
  }

  /// The same answer to somebody else, from whose side it has that origin: what has been made of this one need not be made
  /// again.
  func with(_ origin: Origin) -> Answer {
    let answer = Answer(
      question: question, aliases: aliases, outcome: outcome, origin: origin, sentRecords: sentRecords)
    if let form = derivedForm.load() { _ = answer.derivedForm.storeIfNil(form) }
    return answer
  }

  /// Octets of memory that the answer takes, about.
  var size: Int {
    var size = 200 + question.name.wireLength
    size += origin.signatures.count * MemoryLayout<RecordSignature>.stride
    for alias in aliases { size += alias.owner.wireLength + alias.target.wireLength }
    if kind == .found, case .found(let records) = outcome {
      size += records.count * MemoryLayout<ResourceRecord>.stride
      for record in records { size += record.data.size }
    }
    return size
  }

  /// The answer to a question that was put to nobody, and why.
  static func failed(_ question: Question, _ failure: Failure, aliases: [Alias] = []) -> Answer {
    Answer(
      question: question, aliases: aliases, outcome: .failed(failure),
      origin: Origin(source: .nowhere, started: .now, duration: .zero))
  }

  /// The answer to a question that need not be put, because nothing can be there.
  static func assumedAbsent(_ question: Question) -> Answer {
    Answer(
      question: question, aliases: [], outcome: .noData(Denial()),
      origin: Origin(source: .nowhere, started: .now, duration: .zero))
  }

  /// The name that the outcome is about: the end of the CNAME chain, or the question's own name.
  var canonicalName: DomainName { aliases.last?.target ?? question.name }

  /// The records found; empty for every other outcome, which the caller has told apart before.
  var records: [ResourceRecord] {
    if kind == .found, case .found(let records) = outcome { records } else { [] }
  }

  var failure: Failure? {
    if kind == .failed || isCancelled, case .failed(let failure) = outcome { failure } else { nil }
  }

  /// Whether whoever asked gave up.
  var isCancelled: Bool { kind == .cancelled }

  /// Whether the question's own name is known not to exist: NXDOMAIN, and no CNAME on the way.
  var deniesName: Bool { kind == .noSuchName && aliases.isEmpty }

  /// Whether DNS said for certain that no such records are there.
  var isAbsence: Bool { kind == .noData || kind == .noSuchName }

  /// Seconds for which caches may keep this answer: the smallest TTL of the chain and its end. Nil for a failure.
  var timeToLive: UInt32? {
    var least: UInt32?
    func count(_ timeToLive: UInt32) { least = min(least ?? timeToLive, timeToLive) }
    switch outcome {
    case .found(let records): for record in records { count(record.timeToLive) }
    case .noData(let denial), .noSuchName(let denial): denial.timeToLive.map(count)
    case .failed: return nil
    }
    for alias in aliases { count(alias.timeToLive) }
    return least
  }
}
