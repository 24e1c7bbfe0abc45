/// Where a message came from, by the `from` clause of a `Received` field: mail servers each have their own form.
///
///     from HELO (name [192.0.2.1])          Postfix, sendmail
///     from HELO (192.0.2.1)                 Exchange Online, KumoMTA
///     from unknown (HELO x) (192.0.2.1)     qmail
///     from name ([192.0.2.1] helo=x)        Exim
///     from [192.0.2.1] (port=25 helo=x)     Exim, where there is no name
///     from [127.0.0.1] (192.0.2.1)          a literal as HELO, and the address
enum ReceivedSource {
  static func find(_ name: String?, _ comments: [String]) -> (reverseName: String?, address: IPAddress?) {
    // What stands in brackets is the receiver's own word; a bare address may be part of what the sender said.
    for isBracketed in [true, false] {
      for comment in comments {
        let words = comment.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "," })
        for (index, word) in words.enumerated() where word.hasPrefix("[") == isBracketed {
          // `HELO 192.0.2.1` and `helo=[…]` are the sender's.
          let previous = index > 0 ? words[index - 1].asciiLowercased : ""
          guard previous != "helo", previous != "ehlo", let address = address(word) else { continue }
          let reverse = isBracketed && index > 0 ? hostName(words[index - 1]) : nil
          return (reverse, address)
        }
      }
    }
    return (nil, name.flatMap { address($0[...]) })
  }

  /// A name that could be a host's; `unknown` says that there is none.
  private static func hostName(_ word: Substring) -> String? {
    guard word.contains("."), DomainName(String(word)) != nil, IPAddress(String(word)) == nil else {
      return nil
    }
    return word.asciiLowercased
  }

  /// `192.0.2.1`, `[192.0.2.1]:25`, `IPv6:2001:db8::1`, `fe80::1%7`, `192.0.2.1:25`.
  static func address(_ word: Substring) -> IPAddress? {
    guard word.utf8.count <= 80 else { return nil }
    var text = word
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else { return nil }
      text = text[text.index(after: text.startIndex)..<end]
    }
    if text.asciiLowercased.hasPrefix("ipv6:") { text = text.dropFirst(5) }
    if let zone = text.firstIndex(of: "%") { text = text[..<zone] }
    if let address = IPAddress(String(text)) { return address }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.allSatisfy(\.isDigit) else { return nil }
    return IPv4Address(String(parts[0])).map(IPAddress.v4)
  }
}
