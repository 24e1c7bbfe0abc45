import Glibc

/// The headers of the messages in a file or on standard input, as they come.
struct MessageStream {
  private let descriptor: Int32
  private var splitter = MailboxSplitter()
  private var waiting: ArraySlice<MailboxSplitter.Header> = []
  private var isAtEnd = false
  private var isStarted = false
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)

  /// What has to be read as a whole: `.msg` files, UTF-16, and what was pasted with marks or blank lines in between.
  static let maximumWhole = 64 << 20

  /// Standard input where `path` is nil.
  init(_ path: String?) throws(Errno) {
    descriptor = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    guard descriptor >= 0 else { throw .last }
  }

  func close() { if descriptor != STDIN_FILENO { _ = Glibc.close(descriptor) } }

  /// The next header; nil at the end.
  mutating func next() throws(Errno) -> MailboxSplitter.Header? {
    if !isStarted { try start() }
    while true {
      if let header = waiting.popFirst() { return header }
      if isAtEnd || splitter.isDone { return nil }
      let count = try read()
      if count == 0 {
        isAtEnd = true
        splitter.finish()
      } else {
        splitter.add(buffer[..<count])
      }
      waiting = splitter.removeReady()[...]
    }
  }

  /// Finds out what the file is.
  private mutating func start() throws(Errno) {
    isStarted = true
    var octets: [UInt8] = []
    while octets.count < max(MessageForm.length, PastedText.length) {
      let count = try read()
      if count == 0 { break }
      octets += buffer[..<count]
    }
    switch MessageForm(octets) {
    case .text(let skip):
      let text = octets.dropFirst(skip)
      if PastedText(text) == nil { splitter.add(text) } else { add(whole: try rest(after: Array(text))) }
    case .utf16(let encoding, let skip):
      let whole = try rest(after: octets)
      add(whole: Array((encoding.decode(whole.dropFirst(skip)) ?? "").utf8))
    case .compound: add(whole: OutlookMessage.header(try rest(after: octets)) ?? [])
    }
    waiting = splitter.removeReady()[...]
  }

  /// A text that is known to its end.
  private mutating func add(whole text: [UInt8]) {
    splitter.add(PastedText(text[...])?.header(in: text[...]) ?? text)
    splitter.finish()
    isAtEnd = true
  }

  private mutating func rest(after start: [UInt8]) throws(Errno) -> [UInt8] {
    var octets = start
    while octets.count < Self.maximumWhole {
      let count = try read()
      if count == 0 { break }
      octets += buffer[..<count]
    }
    return octets
  }

  private mutating func read() throws(Errno) -> Int {
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .last }
    }
  }
}
