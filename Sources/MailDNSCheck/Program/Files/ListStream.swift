import Glibc

/// The entries of a list in a file or on standard input, as they come.
struct ListStream: Sendable {
  enum Item: Sendable {
    case item(DomainListReader.Item)
    case failed(Errno)
    case unusable(DomainListReader.Fault)
  }

  /// What came of one reading of the file each: handed over one by one, entries would cost more than they take to read.
  private let pieces: AsyncStream<[Item]>
  private let continuation: AsyncStream<[Item]>.Continuation

  /// Pieces that are read ahead, and octets of the file in a piece.
  private static let maximumBuffered = 4
  private static let pieceSize = 16_384

  /// Opens `path`, or takes standard input where it is nil, and reads it on a thread of its own: a pipe may keep a read
  /// waiting for ever. Throws where the file can't be opened.
  init(_ path: String?, column: ListColumn?) throws(Errno) {
    let descriptor = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    guard descriptor >= 0 else { throw .last }
    let (pieces, continuation) = AsyncStream.makeStream(
      of: [Item].self, bufferingPolicy: .bufferingOldest(Self.maximumBuffered))
    (self.pieces, self.continuation) = (pieces, continuation)
    try detachThread { Self.read(descriptor, DomainListReader(column: column), into: continuation) }
  }

  /// The next entries, one or more, as soon as they are there; nil at the end. One caller at a time.
  func next() async -> [Item]? {
    // The stream remembers where it is, whoever asks it.
    var iterator = pieces.makeAsyncIterator()
    return await iterator.next()
  }

  /// Ends the list, also in the middle of a wait for its next entries. Safe from anywhere.
  func close() { continuation.finish() }

  private static func read(
    _ descriptor: Int32, _ reader: DomainListReader, into continuation: AsyncStream<[Item]>.Continuation
  ) {
    var reader = reader
    var buffer = [UInt8](repeating: 0, count: pieceSize)
    do throws(DomainListReader.Fault) {
      while true {
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { hand([.failed(.last)], to: continuation) }
        hand(
          try reader.read(buffer[..<max(0, count)], isLast: count <= 0).map(Item.item), to: continuation)
        if count <= 0 { break }
      }
    } catch {
      hand([.unusable(error)], to: continuation)
    }
    continuation.finish()
  }

  /// Waits where nobody has taken what was read before: a list may be longer than memory.
  private static func hand(_ piece: [Item], to continuation: AsyncStream<[Item]>.Continuation) {
    guard !piece.isEmpty else { return }
    while case .dropped = continuation.yield(piece) { usleep(10_000) }
  }

  /// How many lines of the regular file at `path` name something; nil for anything but a regular file.
  static func count(_ path: String) -> Int? {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
      let contents = try? FileReader.contents(of: path, atMost: 256 << 20)
    else { return nil }
    return contents.split(separator: UInt8(ascii: "\n")).count { line in
      line.first { $0 > 0x20 }.map { $0 != UInt8(ascii: "#") } ?? false
    }
  }
}
