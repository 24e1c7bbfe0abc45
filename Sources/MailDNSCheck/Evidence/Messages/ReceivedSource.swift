/// Where a message came from, by the `from` clause of a `Received` field: mail servers each have their own form.
///
///     from HELO (name [192.0.2.1])          Postfix, sendmail
///     from HELO (192.0.2.1)                 Exchange Online, KumoMTA
///     from unknown (HELO x) (192.0.2.1)     qmail
///     from name ([192.0.2.1] helo=x)        Exim
///     from [192.0.2.1] (port=25 helo=x)     Exim, where there is no name
///     from [127.0.0.1] (192.0.2.1)          a literal as HELO, and the address
enum ReceivedSource {
  static func find(
    _ clauses: ReceivedClauses, in parts: ReceivedParts
  ) -> (reverseName: String?, address: IPAddress?) {
    // What stands in brackets is the receiver's own word; a bare address may be part of what the sender said.
    for isBracketed in [true, false] {
      for comment in clauses.fromComments {
        var previous: ArraySlice<UInt8> = []
        var rest = parts.octets(comment)
        while let word = nextWord(&rest) {
          defer { previous = word }
          // `HELO 192.0.2.1` and `helo=[…]` are the sender's.
          guard (word.first == UInt8(ascii: "[")) == isBracketed, let address = address(word),
            !previous.equalsIgnoringCase("helo"), !previous.equalsIgnoringCase("ehlo")
          else { continue }
          return (isBracketed && !previous.isEmpty ? hostName(previous) : nil, address)
        }
      }
    }
    return (nil, clauses.from.flatMap { address(parts.octets($0)) })
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
