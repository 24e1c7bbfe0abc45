/// Takes the headers of messages out of a stream: of a mailbox file (mbox, RFC 4155) all, of anything else the one message
/// that it is. Bodies are passed over as they come, so that a mailbox takes no more memory than its largest header.
struct MailboxSplitter {
  /// The header of one message, with the blank lines before it.
  struct Header: Sendable {
    let octets: [UInt8]
    let isCut: Bool
  }

  /// More than any header has; what is beyond is passed over.
  static let maximumHeader = 64 << 20

  private enum State { case start, header, body }

  private var state = State.start
  private var isMailbox = false
  private var header: [UInt8] = []
  private var isCut = false
  /// The line under way; of the lines of a body only the beginning is kept.
  private var line: [UInt8] = []
  private var isAfterBlank = true
  /// Headers that are whole, and have not been taken.
  private(set) var ready: [Header] = []

  /// Whether nothing can come any more: the header of the only message has been read.
  var isDone: Bool { !isMailbox && state == .body }

  mutating func removeReady() -> [Header] {
    defer { ready = [] }
    return ready
  }

  mutating func add(_ octets: some RandomAccessCollection<UInt8>) {
    var rest = octets[...]
    while !rest.isEmpty, !isDone {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      let isWhole = end < rest.endIndex
      let piece = rest[..<end]
      rest = isWhole ? rest[rest.index(after: end)...] : rest[end...]
      // Of a body, only separators count; whether a line is blank shows in its first octets.
      let room = state == .body ? Self.maximumSeparator : Self.maximumHeader - header.count
      if line.count < room {
        line += piece.prefix(room - line.count)
      } else if !piece.isEmpty {
        isCut = isCut || state == .header
      }
      guard isWhole else { break }
      take()
      line.removeAll(keepingCapacity: true)
    }
  }

  /// The stream has ended.
  mutating func finish() {
    if !line.isEmpty { take() }
    line = []
    if state == .header { close() }
  }

  private static let maximumSeparator = 512

  private mutating func take() {
    let isBlank = line.isEmpty || line == [0x0D]
    defer { isAfterBlank = isBlank }
    switch state {
    case .start:
      guard !line.allSatisfy(\.isWhitespace) else { return }
      state = .header
      isMailbox = line.starts(with: Self.mark)
      if !isMailbox { append() }
    case .header where isMailbox && isSeparator:
      close()
      state = .header
    case .header where isBlank && !header.isEmpty:
      close()
    case .header: append()
    case .body where isMailbox && isAfterBlank && isSeparator: state = .header
    case .body: break
    }
  }

  private mutating func append() {
    guard header.count < Self.maximumHeader else {
      isCut = true
      return
    }
    if header.isEmpty, line.allSatisfy(\.isWhitespace) { return }
    header += line
    header.append(0x0A)
  }

  private mutating func close() {
    if !header.isEmpty { ready.append(Header(octets: header, isCut: isCut)) }
    header = []
    isCut = false
    state = .body
  }

  private static let mark = Array("From ".utf8)

  /// `From jiro@example.net Thu Nov 19 00:12:09 2026`, also with a zone; a sentence that begins with `From` has no such
  /// end.
  private var isSeparator: Bool {
    guard line.starts(with: Self.mark), line.count < Self.maximumSeparator else { return false }
    let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    let hasTime = words.contains { word in
      let parts = word.split(separator: ":")
      return (2...3).contains(parts.count)
        && parts.allSatisfy { $0.utf8.count <= 2 && $0.utf8.allSatisfy(\.isDigit) }
    }
    let hasYear = words.contains { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isDigit) }
    return hasTime && hasYear && words.contains(where: MailTimeReader.isWeekday)
  }
}
