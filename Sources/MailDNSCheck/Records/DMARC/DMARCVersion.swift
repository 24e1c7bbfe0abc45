/// The version section that makes a TXT record a DMARC record (RFC 9989 §4.8): `v`, `=` and exactly `DMARC1`, spaces and
/// tabs around the `=`, and then the end or a `;`.
enum DMARCVersion {
  static let text = "DMARC1"

  /// Whether `text` begins with it.
  static func begins(_ text: some Collection<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "v") else { return false }
    let afterName = text.dropFirst().drop(while: \.isSpaceOrTab)
    guard afterName.first == UInt8(ascii: "=") else { return false }
    let value = afterName.dropFirst().drop(while: \.isSpaceOrTab)
    guard value.starts(with: self.text.utf8) else { return false }
    let rest = value.dropFirst(self.text.utf8.count).drop(while: \.isSpaceOrTab)
    return rest.isEmpty || rest.first == UInt8(ascii: ";")
  }
}
