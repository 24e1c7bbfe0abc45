/// Puts values in the place of macros (RFC 7208 §7.3).
struct SPFMacroExpander {
  let identity: SPFIdentity
  /// `%{d}`: the domain whose record is evaluated, as text.
  let domain: [UInt8]
  /// `%{p}`; asked for beforehand where a text needs it.
  var validatedName: [UInt8] = Array("unknown".utf8)

  /// Longer expansions are cut off; no name and no reply is as long.
  static let maximumLength = 65_535

  func expand(_ string: SPFMacroString) -> [UInt8] {
    var text: [UInt8] = []
    for part in string.parts {
      switch part {
      case .literal(let octets): text += octets
      case .escape(let escape): text += escape.expansion
      case .macro(let macro): text += expand(macro)
      }
      if text.count > Self.maximumLength { return Array(text.prefix(Self.maximumLength)) }
    }
    return text
  }

  private func expand(_ macro: SPFMacro) -> [UInt8] {
    macro.transformed(value(of: macro.letter))
  }

  /// What a macro of that letter, in lower case, stands for; `unknown` for one that there is not.
  func value(ofLetter letter: UInt8) -> [UInt8] {
    SPFMacro.Letter(letter).map(value(of:)) ?? Array("unknown".utf8)
  }

  private func value(of letter: SPFMacro.Letter) -> [UInt8] {
    switch letter {
    case .sender: identity.localPart + [UInt8(ascii: "@")] + identity.senderDomain
    case .localPart: identity.localPart
    case .senderDomain: identity.senderDomain
    case .domain: domain
    case .address: identity.address.dottedText
    case .validatedName: validatedName
    case .reverseZone: Array((identity.address.isIPv4 ? "in-addr" : "ip6").utf8)
    case .helo: identity.helo
    case .readableAddress: Array(identity.address.description.utf8)
    case .receiver: identity.receiver
    case .timestamp: Array(String(identity.time).utf8)
    }
  }
}

extension SPFMacro {
  /// What is left of the value of its letter: parts, in what order, escaped or not (§7.3).
  fileprivate func transformed(_ value: [UInt8]) -> [UInt8] {
    var value = value
    if partCount != nil || isReversed || !delimiters.isEmpty {
      let delimiters = splittingDelimiters
      var parts = value.split(omittingEmptySubsequences: false) { delimiters.contains($0) }
      if isReversed { parts.reverse() }
      if let partCount { parts = parts.suffix(partCount) }
      value = Array(parts.joined(separator: [UInt8(ascii: ".")]))
    }
    return isURLEscaped ? value.flatMap(\.urlEscaped) : value
  }
}

extension SPFMacroString {
  /// The text in the record at `domain`, where it stands for nothing about the message: it has no macro but `%{d}`. Nil
  /// where it differs from message to message.
  func constantOctets(at domain: DomainName) -> [UInt8]? {
    var octets: [UInt8] = []
    for part in parts {
      switch part {
      case .literal(let literal): octets += literal
      case .escape(let escape): octets += escape.expansion
      case .macro(let macro) where macro.letter == .domain:
        octets += macro.transformed(Array(domain.absolutePresentation.utf8.dropLast()))
      case .macro: return nil
      }
    }
    return octets
  }

  /// Whether the reverse name has to be looked up to expand it.
  var needsValidatedName: Bool { macros.contains { $0.letter == .validatedName } }
}

extension IPAddress {
  var isIPv4: Bool { if case .v4 = self { true } else { false } }

  /// `%{i}`: dotted decimal, or the 32 nibbles of an IPv6 address with dots in between (§7.3), in upper
  /// case as RFC 7208's own test suite has them.
  fileprivate var dottedText: [UInt8] {
    switch self {
    case .v4(let address): Array(address.description.utf8)
    case .v6(let address):
      Array(
        address.octets.map(\.hexadecimal).joined().uppercased().map(String.init).joined(separator: ".").utf8)
    }
  }
}

extension UInt8 {
  /// The octet as it is where RFC 3986 §2.3 has it unreserved, else `%` and two upper-case digits.
  fileprivate var urlEscaped: [UInt8] {
    if isLetterDigitHyphen || "._~".utf8.contains(self) { return [self] }
    return Array("%\(hexadecimal.uppercased())".utf8)
  }
}
