/// What a file with messages is, by its first octets.
enum MessageForm: Hashable, Sendable {
  /// A message, or a mailbox of them, in an encoding that ASCII is a part of; `skip` octets of a mark are in front.
  case text(skip: Int)
  case utf16(CharacterEncoding, skip: Int)
  /// Outlook's `.msg`.
  case compound

  /// How many octets are looked at.
  static let length = 512

  init(_ start: [UInt8]) {
    if start.starts(with: CompoundFile.signature) {
      self = .compound
    } else if let (encoding, length) = CharacterEncoding.marked(start) {
      self = encoding == .utf8 ? .text(skip: length) : .utf16(encoding, skip: length)
    } else if let encoding = Self.unmarked(start.prefix(Self.length)) {
      self = .utf16(encoding, skip: 0)
    } else {
      self = .text(skip: 0)
    }
  }

  /// UTF-16 without a mark: every other octet of what is nearly all ASCII is 0.
  private static func unmarked(_ start: ArraySlice<UInt8>) -> CharacterEncoding? {
    let pairs = start.count / 2
    guard pairs >= 8 else { return nil }
    let zeros = (0..<pairs).reduce(into: (first: 0, second: 0)) { zeros, index in
      if start[start.startIndex + 2 * index] == 0 { zeros.first += 1 }
      if start[start.startIndex + 2 * index + 1] == 0 { zeros.second += 1 }
    }
    if zeros.second * 10 >= pairs * 6, zeros.first * 10 < pairs { return .utf16LittleEndian }
    if zeros.first * 10 >= pairs * 6, zeros.second * 10 < pairs { return .utf16BigEndian }
    return nil
  }
}
