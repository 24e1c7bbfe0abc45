/// Where a message came from, by the `from` clause of a `Received` field: mail servers each have their own form.
///
///     from HELO (name [192.0.2.1])          Postfix, sendmail
///     from HELO (192.0.2.1)                 Exchange Online, KumoMTA
///     from unknown (HELO x) (192.0.2.1)     qmail
///     from name ([192.0.2.1] helo=x)        Exim
///     from [192.0.2.1] (port=25 helo=x)     Exim, where there is no name
///     from [127.0.0.1] (192.0.2.1)          a literal as HELO, and the address
///
/// The HELO stands in front, and may hold brackets of its own: `from a.example (192.0.2.1) (198.51.100.77)` came from the
/// last address.
enum ReceivedSource {
  static func find(
    _ clauses: ReceivedClauses, in parts: ReceivedParts
  ) -> (reverseName: String?, address: IPAddress?) {
    for comment in clauses.fromComments.reversed() {
      let text = parts.octets(comment)
      if isOfSession(text) { continue }
      if let found = last(in: text) { return found }
    }
    // Without a comment on the HELO, a literal is the HELO.
    guard clauses.fromComments.contains(where: { hasHELO(parts.octets($0)) }) else { return (nil, nil) }
    return (nil, clauses.from.flatMap { address(parts.octets($0)) })
  }

  /// The last address in a comment. One in brackets is the receiver's own word; a bare one may be part of what the
  /// sender said, as is all behind `helo=`.
  private static func last(in comment: ArraySlice<UInt8>) -> (reverseName: String?, address: IPAddress?)? {
    var found: (reverseName: String?, address: IPAddress?)?
    var isFoundBracketed = false
    var previous: ArraySlice<UInt8> = []
    var rest = comment
    while let word = nextWord(&rest), !word.startsIgnoringCase(with: "helo=") {
      defer { previous = word }
      let isBracketed = word.first == UInt8(ascii: "[")
      guard isBracketed || !isFoundBracketed, !isHELO(previous), let address = address(word) else { continue }
      found = (isBracketed && !previous.isEmpty ? hostName(previous) : nil, address)
      isFoundBracketed = isBracketed
    }
    return found
  }

  /// Whether a comment tells of encryption or of who signed in, such as `Client CN "x [192.0.2.1]"`: words of the sender's.
  private static func isOfSession(_ comment: ArraySlice<UInt8>) -> Bool {
    sessionWords.contains { comment.startsIgnoringCase(with: $0) }
  }

  private static let sessionWords: [StaticString] = [
    "using ", "client ", "version=", "authenticated ", "account ", "envelope-",
  ]

  private static func isHELO(_ word: ArraySlice<UInt8>) -> Bool {
    word.equalsIgnoringCase("helo") || word.equalsIgnoringCase("ehlo")
  }

  private static func hasHELO(_ comment: ArraySlice<UInt8>) -> Bool {
    var rest = comment
    while let word = nextWord(&rest) {
      if isHELO(word) || word.startsIgnoringCase(with: "helo=") || word.startsIgnoringCase(with: "port=") {
        return true
      }
    }
    return false
  }

  private static func nextWord(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    func isSeparator(_ octet: UInt8) -> Bool { octet.isSpaceOrTab || octet == UInt8(ascii: ",") }
    rest = rest.drop(while: isSeparator)
    guard !rest.isEmpty else { return nil }
    let word = rest.prefix { !isSeparator($0) }
    rest = rest[word.endIndex...]
    return word
  }

  /// A name that could be a host's; `unknown` says that there is none.
  private static func hostName(_ word: ArraySlice<UInt8>) -> String? {
    let name = word.lowercasedText
    guard word.contains(UInt8(ascii: ".")), DomainName(name) != nil, IPAddress(name) == nil else {
      return nil
    }
    return name
  }

  /// `192.0.2.1`, `[192.0.2.1]:25`, `IPv6:2001:db8::1`, `fe80::1%7`, `192.0.2.1:25`.
  static func address(_ word: ArraySlice<UInt8>) -> IPAddress? {
    let colon = UInt8(ascii: ":")
    guard word.count <= 80 else { return nil }
    var text = word
    if text.first == UInt8(ascii: "[") {
      guard let end = text.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      text = text[(text.startIndex + 1)..<end]
    }
    if text.startsIgnoringCase(with: "ipv6:") { text = text.dropFirst(5) }
    if let zone = text.firstIndex(of: UInt8(ascii: "%")) { text = text[..<zone] }
    // Most words are names.
    guard (2...45).contains(text.count),
      text.allSatisfy({ $0.isHexadecimalDigit || $0 == colon || $0 == UInt8(ascii: ".") })
    else { return nil }
    if let address = IPAddress(String(decoding: text, as: UTF8.self)) { return address }
    let parts = text.split(separator: colon, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].allSatisfy(\.isDigit) else { return nil }
    return IPv4Address(String(decoding: parts[0], as: UTF8.self)).map(IPAddress.v4)
  }

  static func address(_ text: some StringProtocol) -> IPAddress? { address(Array(text.utf8)[...]) }
}
