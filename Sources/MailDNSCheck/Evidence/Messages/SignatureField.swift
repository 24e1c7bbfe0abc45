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
    // As `TagList` reads them; but that would make a copy of the signature itself, too.
    var tags: [ArraySlice<UInt8>?] = [nil, nil, nil, nil]
    var rest = value.prefix(16 << 10)
    while !rest.isEmpty {
      let end = rest.place(of: UInt8(ascii: ";")) ?? rest.endIndex
      let tag = rest[..<end].drop(while: \.isWhitespace)
      rest = rest[min(end + 1, rest.endIndex)...]
      guard let name = tag.first, let index = Self.names.firstIndex(of: name), tags[index] == nil else {
        continue
      }
      let value = tag.dropFirst().drop(while: \.isWhitespace)
      if value.first == UInt8(ascii: "=") { tags[index] = value.dropFirst().trimmingWhitespace }
    }
    func text(_ index: Int) -> String? {
      tags[index].map { value in
        value.contains(where: \.isWhitespace)
          ? String(decoding: value.filter { !$0.isWhitespace }, as: UTF8.self)
          : String(decoding: value, as: UTF8.self)
      }
    }
    func time(_ index: Int) -> MailTime? {
      guard let text = text(index), text.utf8.count <= 12, text.utf8.allSatisfy(\.isDigit) else { return nil }
      return Double(text).map { MailTime(seconds: $0) }
    }
    domain = text(0).map(\.asciiLowercased)
    selector = text(1)
    signedAt = time(2)
    expiresAt = time(3)
    self.place = place
  }

  private static let names = Array("dstx".utf8)

  /// Whether it had expired at `time`; nil where that can't be told.
  func isExpired(at time: MailTime?) -> Bool? {
    guard let expiresAt else { return false }
    return time.map { $0.seconds > expiresAt.seconds }
  }
}
