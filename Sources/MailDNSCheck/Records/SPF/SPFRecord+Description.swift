/// The canonical text: names in lower case, one space between terms, nothing that is the default anyway.
/// Parsing it gives an equal record.
extension SPFRecord: CustomStringConvertible {
  var description: String { (["\(Self.version)"] + terms.map(\.description)).joined(separator: " ") }
}

extension SPFTerm: CustomStringConvertible {
  var description: String {
    switch content {
    case .directive(let directive): directive.description
    case .modifier(let modifier): modifier.description
    }
  }
}

extension SPFDirective: CustomStringConvertible {
  var description: String { (qualifier == .pass ? "" : qualifier.rawValue) + mechanism.description }
}

extension SPFMechanism: CustomStringConvertible {
  var description: String {
    switch self {
    case .all: "all"
    case .include(let domain), .exists(let domain): "\(kind.rawValue):\(domain)"
    case .a(let domain, let lengths), .mx(let domain, let lengths):
      kind.rawValue + Self.argument(domain) + lengths.description
    case .ptr(let domain): kind.rawValue + Self.argument(domain)
    case .network(let network): "\(kind.rawValue):\(Self.text(of: network))"
    }
  }

  private static func argument(_ domain: SPFDomainSpec?) -> String { domain.map { ":\($0)" } ?? "" }

  private static func text(of network: IPNetwork) -> String {
    switch network.address {
    case .v4 where network.length == SPFPrefixLengths.maximumIPv4: network.address.description
    case .v6 where network.length == SPFPrefixLengths.maximumIPv6: network.address.description
    default: network.description
    }
  }
}

extension SPFPrefixLengths: CustomStringConvertible {
  /// `/24`, `/24//64`, `//64`, or nothing where both are whole.
  var description: String {
    (ipv4 == Self.maximumIPv4 ? "" : "/\(ipv4)") + (ipv6 == Self.maximumIPv6 ? "" : "//\(ipv6)")
  }
}

extension SPFModifier: CustomStringConvertible {
  var description: String {
    switch self {
    case .redirect(let domain), .explanation(let domain): "\(name)=\(domain)"
    case .unknown(let modifier): "\(name)=\(modifier.value)"
    }
  }
}

extension SPFDomainSpec: CustomStringConvertible {
  var description: String { macroString.description }
}

extension SPFExplanation: CustomStringConvertible {
  var description: String { macroString.description }
}

extension SPFMacroString: CustomStringConvertible {
  var description: String {
    parts.map { part in
      switch part {
      case .literal(let octets): String(decoding: octets, as: UTF8.self)
      case .escape(let escape): escape.rawValue
      case .macro(let macro): macro.description
      }
    }.joined()
  }
}

extension SPFMacro: CustomStringConvertible {
  var description: String {
    let sign = isURLEscaped ? letter.rawValue.uppercased() : letter.rawValue
    let count = partCount.map(String.init) ?? ""
    return "%{\(sign)\(count)\(isReversed ? "r" : "")\(String(decoding: delimiters, as: UTF8.self))}"
  }
}
