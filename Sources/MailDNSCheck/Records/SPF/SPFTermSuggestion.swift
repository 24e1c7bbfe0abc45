/// What was probably meant by a term that the grammar does not have.
struct SPFTermSuggestion {
  /// Text to write instead; nil where nothing comes close.
  let text: String?

  /// Longer text is not worth a suggestion.
  private static let maximumLength = 100

  /// For a term that is no mechanism: its name, without a qualifier, and what follows it from the `:` or `/`
  /// on.
  init(name: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    let whole = name + rest
    guard whole.count <= Self.maximumLength else {
      text = nil
      return
    }
    if name.equalsIgnoringCase("redirect") || name.equalsIgnoringCase("exp"), rest.count > 1 {
      let modifier = name.map(\.asciiLowercased) + [UInt8(ascii: "=")] + rest.dropFirst()
      text = String(decoding: modifier, as: UTF8.self)
    } else if let network = Self.networkTerm(whole) ?? Self.networkTerm(rest.dropFirst()) {
      text = network
    } else if let kind = Self.nearest(to: name.map(\.asciiLowercased)) {
      text = kind.rawValue + String(decoding: rest, as: UTF8.self)
    } else {
      text = nil
    }
  }

  /// `ip4:…` or `ip6:…` where `octets` are an address or a network.
  static func networkTerm(_ octets: some Collection<UInt8>) -> String? {
    guard octets.count <= 50 else { return nil }
    let text = String(decoding: octets, as: UTF8.self)
    switch IPAddress(text) ?? IPNetwork(text)?.address {
    case .v4: return "ip4:\(text)"
    case .v6: return "ip6:\(text)"
    case nil: return nil
    }
  }

  /// What to write for the argument of an `ip4` or `ip6` that is not of that family: the other one, or `a:`
  /// for a name.
  static func replacement(forAddress octets: ArraySlice<UInt8>) -> String? {
    if let network = networkTerm(octets) { return network }
    guard octets.count <= maximumLength, let name = (try? SPFDomainSpec(parsing: octets))?.literalName,
      name.labels.allSatisfy({ $0.allSatisfy(\.isLetterDigitHyphen) })
    else { return nil }
    return "a:\(name)"
  }

  /// The one mechanism whose name is a slip of the keyboard away.
  private static func nearest(to name: [UInt8]) -> SPFMechanism.Kind? {
    guard name.count <= 10 else { return nil }
    let close = SPFMechanism.Kind.allCases.filter { kind in
      let target = Array(kind.rawValue.utf8)
      return target.count > 1 && target.first == name.first
        && Spelling.distance(name, target) <= (target.count > 3 ? 2 : 1)
    }
    return close.count == 1 ? close.first : nil
  }
}
