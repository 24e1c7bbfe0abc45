/// The domains of a run, one after the other and each once: those of the command line, of zone files, then of `--input`.
actor DomainSource {
  enum Subject: Sendable {
    /// `line` counts from 1; nil for the command line.
    case domain(MailDomain, line: Int?)
    case refused(MailDomainError, line: Int?)
    case unreadable(Errno)
    case unusable(DomainListReader.Fault)
  }

  private var given: ArraySlice<Subject>
  /// Of zone files.
  private var names: ArraySlice<DomainName>
  private let list: ListStream?
  /// Of the list, what has come and not been taken.
  private var listed: ArraySlice<ListStream.Item> = []
  private var seen = RecentDomains()
  /// How many domains had been named before, and are not checked again.
  private(set) var repetitions = 0

  /// Throws where the input can't be opened.
  init(
    _ domains: [String], names: [DomainName] = [], input: CheckRequest.Input?, column: ListColumn? = nil
  ) throws(Errno) {
    self.names = names[...]
    given = domains.map { Self.subject($0, line: nil) }[...]
    switch input {
    case .file(let path)?: list = try ListStream(path, column: column)
    case .standardInput?: list = try ListStream(nil, column: column)
    case nil: list = nil
    }
  }

  /// What the command line names and can't be a domain, known before anything is asked.
  nonisolated static func refused(among domains: [String]) -> [MailDomainError] {
    domains.compactMap { domain in
      if case .refused(let error, _) = subject(domain, line: nil) { error } else { nil }
    }
  }

  /// Ends the input, also in the middle of a wait for it. Safe from anywhere.
  nonisolated func close() { list?.close() }

  /// The next domains: `limit` at most, and of those no more than are there. Waits for the input only where there is none.
  /// Empty at the end.
  func next(atMost limit: Int) async -> [Subject] {
    var subjects: [Subject] = []
    while true {
      while subjects.count < limit, let subject = nextAtHand() {
        guard case .domain(let domain, _) = subject, !seen.insert(domain) else {
          subjects.append(subject)
          continue
        }
        repetitions += 1
      }
      guard subjects.isEmpty, let more = await list?.next() else { return subjects }
      listed = more[...]
    }
  }

  /// The next of those that nobody has to be waited for.
  private func nextAtHand() -> Subject? {
    if let subject = given.popFirst() { return subject }
    while let name = names.popFirst() {
      if let domain = MailDomain(name) { return .domain(domain, line: nil) }
    }
    return switch listed.popFirst() {
    case .failed(let error)?: .unreadable(error)
    case .unusable(let fault)?: .unusable(fault)
    case .item(.text(let text, let line))?: Self.subject(text, line: line)
    case .item(.refused(let error, let line))?: .refused(error, line: line)
    case nil: nil
    }
  }

  private static func subject(_ text: String, line: Int?) -> Subject {
    do throws(MailDomainError) {
      return .domain(try MailDomain(pasted: text), line: line)
    } catch {
      return .refused(error, line: line)
    }
  }
}

/// The domains that have come so far, in bounded memory: a list may have no end. Of each, 16 octets are kept, however long its
/// name; the oldest are forgotten.
private struct RecentDomains {
  /// Half of a fingerprint, by the other half.
  private var recent: [Int: Int] = [:]
  private var older: [Int: Int] = [:]

  /// As many are remembered at least.
  private static let count = 131_072

  /// Whether `domain` is none of those that are remembered, which it is from then on.
  mutating func insert(_ domain: MailDomain) -> Bool {
    var other = Hasher()
    other.combine(domain.name)
    other.combine(1)
    let (first, second) = (domain.name.hashValue, other.finalize())
    guard older[first] != second, recent.updateValue(second, forKey: first) != second else { return false }
    if recent.count == Self.count { (older, recent) = (recent, [:]) }
    return true
  }
}
