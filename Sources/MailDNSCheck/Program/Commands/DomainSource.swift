/// The domains of a run, one after the other: those of the command line, of zone files, then of `--input`.
actor DomainSource {
  enum Subject: Sendable {
    /// `line` counts from 1; nil for the command line.
    case domain(MailDomain, line: Int?)
    case refused(MailDomainError, line: Int?)
    case unreadable(Errno)
  }

  private var given: ArraySlice<Subject>
  /// Of zone files.
  private var names: ArraySlice<DomainName>
  private let lines: LineStream?
  private var lineNumber = 0

  /// Throws where the input can't be opened.
  init(_ domains: [String], names: [DomainName] = [], input: CheckRequest.Input?) throws(Errno) {
    self.names = names[...]
    given = domains.map { Self.subject($0, line: nil) }[...]
    switch input {
    case .file(let path)?: lines = try LineStream(path)
    case .standardInput?: lines = try LineStream(nil)
    case nil: lines = nil
    }
  }

  /// What the command line names and can't be a domain, known before anything is asked.
  nonisolated static func refused(among domains: [String]) -> [MailDomainError] {
    domains.compactMap { domain in
      if case .refused(let error, _) = subject(domain, line: nil) { error } else { nil }
    }
  }

  /// Ends the input, also in the middle of a wait for it. Safe from anywhere.
  nonisolated func close() { lines?.close() }

  /// The next domain; waits for the input where that is slow. Nil at the end.
  func next() async -> Subject? {
    if let subject = given.popFirst() { return subject }
    while let name = names.popFirst() {
      // A name such as `_sip` is nobody's domain.
      if let domain = try? MailDomain(pasted: name.description) { return .domain(domain, line: nil) }
    }
    while let item = await lines?.next() {
      switch item {
      case .failed(let error):
        return .unreadable(error)
      case .line(let line):
        lineNumber += 1
        let text = Array(line.utf8.prefix { $0 != UInt8(ascii: "#") }).trimmingWhitespace
        if !text.isEmpty { return Self.subject(String(decoding: text, as: UTF8.self), line: lineNumber) }
      }
    }
    return nil
  }

  private static func subject(_ text: String, line: Int?) -> Subject {
    do throws(MailDomainError) {
      return .domain(try MailDomain(pasted: text), line: line)
    } catch {
      return .refused(error, line: line)
    }
  }
}
