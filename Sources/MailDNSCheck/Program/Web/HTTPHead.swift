/// What a server says in front of a document (RFC 9112 §4, §5).
struct HTTPHead: Hashable, Sendable {
  /// 100 to 599.
  let status: Int
  /// Names in lower case, values without white space around them; in the order of the head.
  let fields: [(name: String, value: [UInt8])]

  /// Octets that a head may have.
  static let maximumSize = 32_768

  /// Takes a head off the beginning of `octets`; nil where its end has not come yet.
  static func take(from octets: inout [UInt8]) throws(HTTPFault) -> HTTPHead? {
    var lines: [ArraySlice<UInt8>] = []
    var start = octets.startIndex
    while let end = octets[start...].firstLineFeed {
      var line = octets[start..<end]
      if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
      start = end + 1
      guard start <= maximumSize else { throw .headTooLarge }
      if line.isEmpty {
        let head = try HTTPHead(lines)
        octets.removeSubrange(..<start)
        return head
      }
      lines.append(line)
    }
    guard octets.count <= maximumSize else { throw .headTooLarge }
    return nil
  }

  private init(_ lines: [ArraySlice<UInt8>]) throws(HTTPFault) {
    // HTTP/1.1 200 OK
    guard let first = lines.first, first.starts(with: "HTTP/1.".utf8), first.count >= 12 else {
      throw .malformed
    }
    let words = first.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count > 1, words[0].count == 8, words[1].count == 3, words[1].allSatisfy(\.isDigit),
      let status = Int(String(decoding: words[1], as: UTF8.self)), (100...599).contains(status)
    else { throw .malformed }
    self.status = status
    fields = try lines.dropFirst().map { line throws(HTTPFault) in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        !line[..<colon].contains(where: \.isWhitespace)
      else { throw .malformed }
      return (line[..<colon].lowercasedText, Array(line[(colon + 1)...].trimmingWhitespace))
    }
  }

  /// The value of the first field of that name; nil where there is none.
  subscript(name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  static func == (left: HTTPHead, right: HTTPHead) -> Bool {
    left.status == right.status && left.fields.elementsEqual(right.fields) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(status) }
}

/// Why what a server sends is no answer.
enum HTTPFault: Error, Hashable, Sendable {
  case malformed
  case headTooLarge
  /// The body has more octets than are wanted.
  case tooLarge
  /// The connection ended before the answer did.
  case cutShort
}
