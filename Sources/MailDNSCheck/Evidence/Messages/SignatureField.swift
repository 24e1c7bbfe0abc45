/// A `DKIM-Signature` field, as far as headers alone can judge it (RFC 6376 §3.5).
struct SignatureField: Hashable, Sendable {
  /// `d=`, in lower case.
  let domain: String?
  let selector: String?
  let signedAt: MailTime?
  /// `x=`: the signature counts for nothing afterwards.
  let expiresAt: MailTime?
  /// Where the field stands in the header, from the top.
  let place: Int

  init(_ value: [UInt8], place: Int) {
    let tags = TagList(Array(value.prefix(16 << 10)))
    func text(_ name: String) -> String? {
      tags[name].map { String(decoding: $0.value.filter { !$0.isWhitespace }, as: UTF8.self) }
    }
    func time(_ name: String) -> MailTime? {
      guard let text = text(name), text.utf8.count <= 12, text.utf8.allSatisfy(\.isDigit) else { return nil }
      return Double(text).map { MailTime(seconds: $0) }
    }
    domain = text("d").map(\.asciiLowercased)
    selector = text("s")
    signedAt = time("t")
    expiresAt = time("x")
    self.place = place
  }

  /// Whether it had expired at `time`; nil where that can't be told.
  func isExpired(at time: MailTime?) -> Bool? {
    guard let expiresAt else { return false }
    return time.map { $0.seconds > expiresAt.seconds }
  }
}
