import Glibc

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
  /// What there is of a line that has not ended; of the lines of a body only the beginning is kept.
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

  mutating func add(_ octets: ArraySlice<UInt8>) {
    var start = octets.startIndex
    while start < octets.endIndex, !isDone {
      if state == .body, line.isEmpty { start = passBody(octets[start...]) }
      guard let end = octets[start...].firstLineFeed else {
        keep(octets[start...])
        return
      }
      if line.isEmpty {
        take(octets[start..<end])
      } else {
        keep(octets[start..<end])
        let whole = line
        line.removeAll(keepingCapacity: true)
        take(whole[...])
      }
      start = end + 1
    }
  }

  mutating func add(_ octets: [UInt8]) { add(octets[...]) }

  /// The stream has ended.
  mutating func finish() {
    if !line.isEmpty { take(line[...]) }
    line = []
    if state == .header { close() }
  }

  private static let maximumSeparator = 512

  /// Passes over lines that are no separators, the most that a mailbox consists of, and returns where the next line begins
  /// that may be one, or does not end here.
  private mutating func passBody(_ octets: ArraySlice<UInt8>) -> Int {
    let length = octets.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      var position = 0
      while position < bytes.count,
        bytes[position] != UInt8(ascii: "F") || !bytes[position...].starts(with: Self.mark),
        let feed = memchr(base + position, 0x0A, bytes.count - position)
      {
        position = base.distance(to: UnsafeRawPointer(feed)) + 1
      }
      return position
    }
    guard length > 0 else { return octets.startIndex }
    let next = octets.startIndex + length
    let last = octets[..<(next - 1)]
    let end = last.last == 0x0D ? last.dropLast() : last
    isAfterBlank = end.isEmpty || end.last == 0x0A
    return next
  }

  /// Of a body, only separators count; whether a line is blank shows in its first octets.
  private mutating func keep(_ piece: ArraySlice<UInt8>) {
    let room = max(
      0, (state == .body ? Self.maximumSeparator : Self.maximumHeader - header.count) - line.count)
    if piece.count > room { isCut = isCut || state == .header }
    line += piece.prefix(room)
  }

  private mutating func take(_ line: ArraySlice<UInt8>) {
    let isBlank = line.isEmpty || line.count == 1 && line.first == 0x0D
    defer { isAfterBlank = isBlank }
    switch state {
    case .start:
      guard !line.allSatisfy(\.isWhitespace) else { return }
      state = .header
      isMailbox = line.starts(with: Self.mark)
      if !isMailbox { append(line) }
    case .header where isMailbox && Self.isSeparator(line):
      close()
      state = .header
    case .header where isBlank && !header.isEmpty: close()
    case .header: append(line)
    case .body where isMailbox && isAfterBlank && Self.isSeparator(line): state = .header
    case .body: break
    }
  }

  private mutating func append(_ line: ArraySlice<UInt8>) {
    if header.isEmpty, line.allSatisfy(\.isWhitespace) { return }
    let room = Self.maximumHeader - header.count
    if line.count >= room { isCut = true }
    guard room > 0 else { return }
    header += line.prefix(room)
    header.append(0x0A)
  }

  private mutating func close() {
    if !header.isEmpty { ready.append(Header(octets: header, isCut: isCut)) }
    // As large as the one before: most of a mailbox are.
    let size = min(header.count, 1 << 16)
    header = []
    header.reserveCapacity(size)
    isCut = false
    state = .body
  }

  private static let mark = Array("From ".utf8)

  /// `From jiro@example.net Thu Nov 19 00:12:09 2026`, also with a zone; a sentence that begins with `From` has no such
  /// end.
  private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "F"), line.starts(with: mark), line.count < maximumSeparator else {
      return false
    }
    let words = line.split(whereSeparator: \.isWhitespace)
    let hasTime = words.contains { word in
      guard word.count <= 8, word.contains(UInt8(ascii: ":")) else { return false }
      let parts = word.split(separator: UInt8(ascii: ":"))
      return (2...3).contains(parts.count) && parts.allSatisfy { $0.count <= 2 && $0.allSatisfy(\.isDigit) }
    }
    let hasYear = words.contains { $0.count == 4 && $0.allSatisfy(\.isDigit) }
    return hasTime && hasYear && words.contains(where: MailTimeReader.isWeekday)
  }
}
