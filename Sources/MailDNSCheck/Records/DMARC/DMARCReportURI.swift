/// An address that DMARC reports are to be sent to (RFC 9989 §4.6): a URI in which `,` and `!` are percent-encoded.
struct DMARCReportURI: Hashable, Sendable {
  /// As published, without an obsolete `!size`. Printable ASCII.
  let text: String
  let target: Target
  /// In octets of the record's text from 0, without an obsolete `!size`.
  let place: Range<Int>

  enum Target: Hashable, Sendable {
    /// `mailto:`; the address with percent-encoding resolved, and the domain in it, which may have to authorise the
    /// reports (RFC 9990 §3).
    case mail(address: String, domain: DomainName)
    /// Any other scheme, in lower case. Receivers need not support it.
    case other(scheme: String)
  }

  /// The mail domain; nil for other schemes than `mailto:`.
  var domain: DomainName? {
    if case .mail(_, let domain) = target { domain } else { nil }
  }
}

/// Why receivers ignore a report address.
enum DMARCReportURIError: Error, Hashable, Sendable {
  case empty
  /// An address without `mailto:` in front.
  case missingMailto
  /// No scheme, and no address either.
  case missingScheme
  /// A character that a URI must not have as it is; `,` and `!` among them.
  case badOctet(UInt8)
  /// A `%` without two hexadecimal digits.
  case badEscape
  /// `mailto:` without a valid address behind it.
  case badAddress
  /// Nothing behind the scheme.
  case missingTarget
}

extension DMARCReportURI {
  /// The URI that `octets`, a slice of the record's text, spells.
  init(_ octets: ArraySlice<UInt8>) throws(DMARCReportURIError) {
    guard !octets.isEmpty else { throw .empty }
    if let octet = octets.first(where: { !$0.isURICharacter }) { throw .badOctet(octet) }
    guard let colon = octets.firstIndex(of: UInt8(ascii: ":")), octets[..<colon].isURIScheme else {
      throw octets.contains(UInt8(ascii: "@")) ? .missingMailto : .missingScheme
    }
    let rest = octets[(colon + 1)...]
    guard !rest.isEmpty else { throw .missingTarget }
    guard rest.hasValidEscapes else { throw .badEscape }
    let scheme = octets[..<colon]
    if scheme.equalsIgnoringCase("mailto") {
      let address = rest.prefix { $0 != UInt8(ascii: "?") }.percentDecoded
      guard let domain = Self.domain(of: address) else { throw .badAddress }
      target = .mail(address: String(decoding: address, as: UTF8.self), domain: domain)
    } else {
      target = .other(scheme: String(decoding: scheme.map(\.asciiLowercased), as: UTF8.self))
    }
    text = String(decoding: octets, as: UTF8.self)
    place = octets.indices
  }

  /// The domain of an address `local@domain` (RFC 5321 §4.1.2), whose local part is plain or quoted; nil where it is none.
  private static func domain(of address: [UInt8]) -> DomainName? {
    guard let at = address.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    let local = address[..<at]
    let isQuoted = local.count > 2 && local.first == UInt8(ascii: "\"") && local.last == UInt8(ascii: "\"")
    // `mailto://` is a common slip: no mailbox begins with a slash.
    guard !local.isEmpty, local.count <= 64, local.first != UInt8(ascii: "/"),
      local.allSatisfy({ $0 > 0x20 && $0 < 0x7F || isQuoted && $0 == 0x20 }),
      isQuoted || !local.contains(where: \.isMailSpecial)
    else { return nil }
    let host = address[(at + 1)...]
    guard host.allSatisfy({ $0.isLetterDigitHyphen || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") })
    else { return nil }
    guard let name = try? DomainName(presentation: host), !name.isRoot else { return nil }
    return name
  }
}

extension ArraySlice<UInt8> {
  /// `scheme` of RFC 3986 §3.1.
  fileprivate var isURIScheme: Bool {
    guard let first, first.isLetter else { return false }
    return allSatisfy { $0.isLetterDigitHyphen || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") }
  }

  fileprivate var hasValidEscapes: Bool {
    var rest = self
    while let percent = rest.firstIndex(of: UInt8(ascii: "%")) {
      guard endIndex - percent > 2, self[percent + 1].hexadecimalDigit != nil,
        self[percent + 2].hexadecimalDigit != nil
      else { return false }
      rest = self[(percent + 3)...]
    }
    return true
  }

  /// The octets with valid percent-encodings resolved (RFC 3986 §2.1).
  fileprivate var percentDecoded: [UInt8] {
    guard contains(UInt8(ascii: "%")) else { return Array(self) }
    var result: [UInt8] = []
    var position = startIndex
    while position < endIndex {
      if self[position] == UInt8(ascii: "%"), endIndex - position > 2,
        let high = self[position + 1].hexadecimalDigit, let low = self[position + 2].hexadecimalDigit
      {
        result.append(high << 4 | low)
        position += 3
      } else {
        result.append(self[position])
        position += 1
      }
    }
    return result
  }
}

extension UInt8 {
  /// Any character of RFC 3986 §2 but those that DMARC wants encoded, `,` and `!`.
  fileprivate var isURICharacter: Bool {
    switch self {
    case UInt8(ascii: "!"), UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      false
    default: self > 0x20 && self < 0x7F
    }
  }

  /// What a local part must not have unless it is quoted (RFC 5322 §3.2.3), a dot aside.
  fileprivate var isMailSpecial: Bool {
    switch self {
    case UInt8(ascii: "@"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "\""),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  fileprivate var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
