/// `Authentication-Results` (RFC 8601), also as Exchange Online writes it: without the name of who judged in front, with
/// several `dkim=` in one field, and up to 2021 with a bare recipient domain in between.
struct AuthenticationResults: Hashable, Sendable {
  /// Who judged (authserv-id); nil in Exchange Online's form.
  let authority: String?
  /// In the order of the field.
  let results: [Result]

  struct Result: Hashable, Sendable {
    /// `spf`, `dkim`, `dmarc`, `compauth`, `arc` …, in lower case.
    let method: String
    /// `pass`, `fail` …, in lower case.
    let value: String
    /// `body hash did not verify`.
    let comment: String?
    /// `header.d`, `smtp.mailfrom`, `action`, `reason` …, in lower case.
    let properties: Properties
  }

  /// Values by name; of one that is there twice the first counts. There are too few for a dictionary to be any use.
  struct Properties: Hashable, Sendable {
    private var list: [Property] = []

    private struct Property: Hashable {
      let name: String
      let value: String
    }

    subscript(name: String) -> String? { list.first { $0.name == name }?.value }

    fileprivate mutating func add(_ name: String, _ value: String) {
      list.append(Property(name: name, value: value))
    }
  }

  private static let maximumLength = 64 << 10

  init(_ value: [UInt8]) {
    var authority: String?
    var results: [Result] = []
    let text = value.count > Self.maximumLength ? Array(value.prefix(Self.maximumLength)) : value
    let (parts, sections) = ReceivedParts.sections(text)
    for (index, section) in sections.enumerated() {
      guard let place = section.firstIndex(where: { !$0.isComment }) else { continue }
      let first = section[place]
      guard let pair = Self.pair(parts.octets(first)) else {
        // A version may follow it: `mx.microsoft.com 1`. Further in, it is a bare domain that means nothing.
        if index == 0 { authority = parts.octets(first).lowercasedText }
        continue
      }
      let method = pair.name.prefix { $0 != UInt8(ascii: "/") }.lowercasedText
      // `i=1; mx.microsoft.com 1; spf=pass` of ARC.
      guard !method.isEmpty, !pair.value.isEmpty, method != "i" else { continue }
      var properties = Properties()
      for word in section[(place + 1)...] where !word.isComment {
        guard let property = Self.pair(parts.octets(word)) else { continue }
        properties.add(property.name.lowercasedText, String(decoding: property.value, as: UTF8.self))
      }
      results.append(
        Result(
          method: method, value: pair.value.lowercasedText,
          comment: section.first(where: \.isComment).map(parts.string), properties: properties))
    }
    self.authority = authority
    self.results = results
  }

  /// `name=value`
  private static func pair(_ word: ArraySlice<UInt8>) -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)?
  {
    word.firstIndex(of: UInt8(ascii: "=")).map { (word[..<$0], word[($0 + 1)...]) }
  }

  func first(_ method: String) -> Result? { results.first { $0.method == method } }
  func all(_ method: String) -> [Result] { results.filter { $0.method == method } }

  /// The address that SPF was asked about: `sender IP is 192.0.2.1`.
  var senderAddress: IPAddress? {
    guard let spf = first("spf") else { return nil }
    let words = spf.comment.map { Array($0.utf8) } ?? []
    let stated = words.split(separator: 0x20).last.flatMap { ReceivedSource.address($0) }
    return stated ?? spf.properties["smtp.client-ip"].flatMap { IPAddress($0) }
  }
}
