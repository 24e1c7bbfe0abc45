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
    let properties: [String: String]
  }

  private static let maximumLength = 64 << 10

  init(_ value: [UInt8]) {
    var authority: String?
    var results: [Result] = []
    let text = String(decoding: value.prefix(Self.maximumLength), as: UTF8.self)
    for (index, part) in ReceivedParts.sections(text).enumerated() {
      let words = part.compactMap { if case .word(let word) = $0 { word } else { nil } }
      guard let first = words.first else { continue }
      let pair = first.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else {
        // A version may follow it: `mx.microsoft.com 1`. Further in, it is a bare domain that means nothing.
        if index == 0 { authority = first.asciiLowercased }
        continue
      }
      let method = pair[0].split(separator: "/").first.map { $0.asciiLowercased } ?? ""
      guard !method.isEmpty, !pair[1].isEmpty else { continue }
      // `i=1; mx.microsoft.com 1; spf=pass` of ARC.
      if method == "i" { continue }
      var properties: [String: String] = [:]
      for word in words.dropFirst() {
        let property = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if property.count == 2, properties[property[0].asciiLowercased] == nil {
          properties[property[0].asciiLowercased] = String(property[1])
        }
      }
      let comment = part.lazy.compactMap { if case .comment(let text) = $0 { text } else { nil } }.first
      results.append(
        Result(method: method, value: pair[1].asciiLowercased, comment: comment, properties: properties))
    }
    self.authority = authority
    self.results = results
  }

  func first(_ method: String) -> Result? { results.first { $0.method == method } }
  func all(_ method: String) -> [Result] { results.filter { $0.method == method } }

  /// The address that SPF was asked about: `sender IP is 192.0.2.1`.
  var senderAddress: IPAddress? {
    guard let spf = first("spf") else { return nil }
    let stated = spf.comment.flatMap { $0.split(separator: " ").last }.flatMap { ReceivedSource.address($0) }
    return stated ?? spf.properties["smtp.client-ip"].flatMap { IPAddress($0) }
  }
}
