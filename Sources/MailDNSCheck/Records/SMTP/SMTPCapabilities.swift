/// What a server says that it can do, in its reply to EHLO (RFC 5321 §4.1.1.1).
struct SMTPCapabilities: Hashable, Sendable {
  /// The name that the server gives itself, as sent.
  let name: [UInt8]
  /// In the order of the reply, upper case, without parameters: `PIPELINING`, `STARTTLS`.
  let keywords: [String]

  init(_ reply: SMTPReply) {
    name = Array(reply.lines.first?.prefix { !$0.isWhitespace } ?? [])
    keywords = reply.lines.dropFirst().compactMap { line in
      let word = line.prefix { !$0.isWhitespace }
      guard word.first.map({ $0.isLetter || $0.isDigit }) == true, word.allSatisfy(\.isLetterDigitHyphen)
      else { return nil }
      return String(decoding: word, as: UTF8.self).uppercased()
    }
  }

  /// RFC 3207 §4.
  var offersTLS: Bool { keywords.contains("STARTTLS") }

  /// Whether something on the way has written over a keyword, as firewalls do that don't want TLS: `XXXXXXXA`.
  var isMasked: Bool { keywords.contains { $0.count > 5 && $0.dropLast().allSatisfy { $0 == "X" } } }
}
