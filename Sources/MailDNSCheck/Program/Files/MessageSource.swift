/// The messages in files, one file after the other, in batches to be examined together.
struct MessageSource {
  /// What there is to read of a file, in the order of the run.
  enum Entry: Sendable {
    case header(MailboxSplitter.Header)
    case unreadable(Errno)
    /// The file has been read to its end, or given up.
    case end
  }

  struct Batch: Sendable {
    /// Each with the number of its file.
    var entries: [(file: Int, entry: Entry)] = []
    fileprivate var octets = 0
  }

  /// Headers in a batch, and octets that fill one before.
  let batchSize: Int
  private static let batchOctets = 1 << 20

  private let items: [OperandFiles.Item]
  private var file = 0
  private var stream: MessageStream?

  init(_ items: [OperandFiles.Item], batchSize: Int) {
    self.items = items
    self.batchSize = batchSize
  }

  /// Nil where all files have been read.
  mutating func next() -> Batch? {
    var batch = Batch()
    while file < items.count, batch.entries.count < batchSize, batch.octets < Self.batchOctets {
      do throws(Errno) {
        if let header = try nextHeader() {
          batch.octets += header.octets.count
          batch.entries.append((file, .header(header)))
          continue
        }
      } catch {
        batch.entries.append((file, .unreadable(error)))
      }
      batch.entries.append((file, .end))
      stream?.close()
      stream = nil
      file += 1
    }
    return batch.entries.isEmpty ? nil : batch
  }

  private mutating func nextHeader() throws(Errno) -> MailboxSplitter.Header? {
    if stream == nil { stream = try MessageStream(items[file].path) }
    return try stream?.next()
  }
}
