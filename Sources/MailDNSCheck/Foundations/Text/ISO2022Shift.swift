/// Tells what is ASCII in ISO-2022-JP (RFC 1468) from the signs of two octets, in which every mark of ASCII occurs: `書` is
/// `=q`, `株` is `3t`, `式` is `<0`.
struct ISO2022Shift {
  private enum State { case ascii, escape, oneOctet, severalOctets, twoOctets }

  private var state = State.ascii

  /// Whether `octet`, the next one, belongs to an escape sequence or to a sign of two octets.
  mutating func takes(_ octet: UInt8) -> Bool {
    switch state {
    case .ascii:
      guard octet == 0x1B else { return false }
      state = .escape
    case .escape:
      switch octet {
      case UInt8(ascii: "$"): state = .severalOctets
      case UInt8(ascii: "("): state = .oneOctet
      default: state = .ascii
      }
    case .oneOctet:
      // Back to ASCII, or to the Japanese set of one octet a sign, which is ASCII but for two signs; else to kana.
      state = octet == UInt8(ascii: "B") || octet == UInt8(ascii: "J") ? .ascii : .twoOctets
    case .severalOctets:
      // `$B`, or `$(D` for the supplementary sets.
      if octet != UInt8(ascii: "(") { state = .twoOctets }
    case .twoOctets:
      if octet == 0x1B {
        state = .escape
      } else if octet == 0x0A || octet == 0x0D {
        state = .ascii
        return false
      }
    }
    return true
  }
}
