/// The text of a TXT or SPF value as OctoDNS 1.22.0 makes it of what stands in the zone.
struct OctoDNSText: Sendable {
  /// As it is published; strings of 255 octets are cut out of it.
  let octets: [UInt8]
  /// How its semicolons are written; nil where it has none, or none that tells.
  let semicolons: Semicolons?

  enum Semicolons: Sendable {
    /// `\;`
    case escaped
    /// `;`, with `escaped_semicolons: false` in the configuration.
    case bare
    /// Both, or a semicolon behind two backslashes: no configuration takes it.
    case refused
  }

  /// Quotation marks at both ends are taken off, and those between strings.
  init(_ text: String) {
    var octets = Array(text.utf8)
    semicolons = Self.semicolons(of: octets)
    if octets.first == UInt8(ascii: "\"") { octets = Array(octets.dropFirst().dropLast()) }
    let seam = Array("\" \"".utf8)
    var published: [UInt8] = []
    var rest = octets[...]
    while let octet = rest.first {
      if rest.starts(with: seam) {
        rest = rest.dropFirst(seam.count)
      } else {
        if octet != UInt8(ascii: "\\") || rest.dropFirst().first != UInt8(ascii: ";") {
          published.append(octet)
        }
        rest = rest.dropFirst()
      }
    }
    self.octets = published
  }

  /// A semicolon tells where a letter, a digit or `_` stands before it, as OctoDNS has it.
  private static func semicolons(of octets: [UInt8]) -> Semicolons? {
    let backslash = UInt8(ascii: "\\")
    var found: Semicolons?
    for (index, octet) in octets.enumerated() where octet == UInt8(ascii: ";") && index > 0 {
      let before = octets[index - 1]
      let own: Semicolons? =
        before == backslash
        ? (index > 1 && octets[index - 2] == backslash ? .refused : .escaped)
        : before.isLetter || before.isDigit || before == UInt8(ascii: "_") ? .bare : nil
      guard let own else { continue }
      if own == .refused || found.map({ $0 != own }) == true { return .refused }
      found = own
    }
    return found
  }

  /// The strings of it in master file form.
  var strings: [[UInt8]] {
    guard !octets.isEmpty else { return [OctoDNSLine.string([], keepsBackslashes: false)] }
    return stride(from: 0, to: octets.count, by: CharacterStrings.maximumLength).map { start in
      OctoDNSLine.string(
        octets[start..<min(start + CharacterStrings.maximumLength, octets.count)], keepsBackslashes: false)
    }
  }
}
