/// What a server says first, or answers to a command (RFC 5321 §4.2).
struct SMTPReply: Hashable, Sendable {
  /// 200 to 599.
  let code: Int
  /// What stands behind the code on each line, as sent; at least one, each may be empty.
  let lines: [[UInt8]]

  /// 2yz and 3yz: the server goes along.
  var isPositive: Bool { code < 400 }

  /// The enhanced status code that the text begins with (RFC 3463 §2), such as `5.7.51`; nil where there is none.
  var enhancedCode: String? {
    guard let word = lines.first?.prefix(while: { !$0.isWhitespace }) else { return nil }
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isCode =
      parts.count == 3 && parts[0].count == 1 && parts.allSatisfy { (1...3).contains($0.count) }
      && parts.allSatisfy { $0.allSatisfy(\.isDigit) }
    guard isCode, let first = parts[0].first?.decimalDigit, [2, 4, 5].contains(first) else { return nil }
    return String(decoding: word, as: UTF8.self)
  }

  /// All of it in one line, not yet made visible: `220 mail.example.jp ESMTP`.
  var text: [UInt8] {
    Array("\(code)".utf8) + lines.flatMap { $0.isEmpty ? [] : [UInt8(ascii: " ")] + $0 }
  }
}

/// Why what a server sends is no reply.
enum SMTPReplyFault: Error, Hashable, Sendable {
  /// A line has more octets than are read.
  case lineTooLong
  /// A reply has more lines than are read.
  case tooManyLines
  /// A line that does not begin with a code from 200 to 599; the line.
  case noCode([UInt8])
  /// The lines of one reply have different codes.
  case mixedCodes
}

/// Takes replies out of what comes, however it is cut.
struct SMTPReplyReader: Sendable {
  /// Octets of a line, without its end; the standard has 510 (RFC 5321 §4.5.3.1.5), and servers send more.
  static let maximumLine = 2_048
  /// Lines of a reply: EHLO of the most talkative servers has thirty.
  static let maximumLines = 128

  private var pending: [UInt8] = []
  private var code: Int?
  private var lines: [[UInt8]] = []

  /// Whether anything has come behind the last reply.
  var hasMore: Bool { !pending.isEmpty || !lines.isEmpty }

  mutating func append(_ octets: some Sequence<UInt8>) { pending += octets }

  /// The next reply; nil where the rest of it has not come yet.
  mutating func next() throws(SMTPReplyFault) -> SMTPReply? {
    while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
      var line = pending[..<end]
      // The standard has CR LF; a few servers leave the CR out.
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      guard line.count <= Self.maximumLine else { throw .lineTooLong }
      let (found, text, isLast) = try Self.parts(of: line)
      if let code, code != found { throw .mixedCodes }
      guard lines.count < Self.maximumLines else { throw .tooManyLines }
      code = found
      lines.append(Array(text))
      pending.removeSubrange(...end)
      guard isLast else { continue }
      defer { (code, lines) = (nil, []) }
      return SMTPReply(code: found, lines: lines)
    }
    // One more for a CR whose line feed has not come.
    guard pending.count <= Self.maximumLine + 1 else { throw .lineTooLong }
    return nil
  }

  private static func parts(
    of line: ArraySlice<UInt8>
  ) throws(SMTPReplyFault) -> (code: Int, text: ArraySlice<UInt8>, isLast: Bool) {
    let digits = line.prefix(3).compactMap(\.decimalDigit)
    let rest = line.dropFirst(3)
    let mark = rest.first
    let isCode = digits.count == 3 && (2...5).contains(digits[0])
    guard isCode, mark == nil || mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") else {
      throw .noCode(Array(line))
    }
    return (digits.reduce(0) { $0 * 10 + $1 }, rest.dropFirst(), mark != UInt8(ascii: "-"))
  }
}
