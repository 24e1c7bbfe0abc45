/// A `name=value` term of a record (RFC 7208 §6).
enum SPFModifier: Hashable, Sendable {
  /// Evaluation goes on with another domain's record where no mechanism matches (§6.1).
  case redirect(SPFDomainSpec)
  /// `exp`: where the text is that tells a refused sender why (§6.2).
  case explanation(SPFDomainSpec)
  /// Any other name: has no effect (§6).
  case unknown(SPFUnknownModifier)

  static let redirectName = "redirect"
  static let explanationName = "exp"

  var name: String {
    switch self {
    case .redirect: Self.redirectName
    case .explanation: Self.explanationName
    case .unknown(let modifier): modifier.name
    }
  }
}

/// A modifier that RFC 7208 does not define: `unknown-modifier` (§6).
struct SPFUnknownModifier: Hashable, Sendable {
  /// In lower case; letters, digits, `-`, `_` and `.`, the first one a letter.
  let name: String
  let value: SPFMacroString

  /// Nil where `name` does not follow the grammar, or is that of a known modifier.
  init?(name: some Collection<UInt8>, value: SPFMacroString) {
    guard name.first?.isLetter == true, name.allSatisfy(\.isSPFNameCharacter) else { return nil }
    self.name = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
    self.value = value
    guard self.name != SPFModifier.redirectName, self.name != SPFModifier.explanationName else { return nil }
  }

  /// Whether the modifier asks for reports of failures (RFC 6652 §3): `ra`, `rp`, `rr`. Few receivers send any.
  var asksForReports: Bool { ["ra", "rp", "rr"].contains(name) }

  /// The mechanism that was probably meant: `ip4=192.0.2.1` is a modifier without effect.
  var mistakenMechanism: SPFMechanism.Kind? { SPFMechanism.Kind(rawValue: name) }
}

extension UInt8 {
  /// Whether the octet may stand in the name of a modifier (RFC 7208 §4.6.1, `name`).
  var isSPFNameCharacter: Bool {
    isLetterDigitHyphen || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
  }
}
