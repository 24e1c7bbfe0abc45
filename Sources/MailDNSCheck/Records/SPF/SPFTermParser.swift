/// Takes one term of a record apart (RFC 7208 §4.6.1, §5, §6). Places in errors are indices of the slice.
struct SPFTermParser {
  /// Not empty, without spaces.
  let term: ArraySlice<UInt8>

  func content() throws(SPFSyntaxError) -> SPFTerm.Content {
    do { return try single() } catch { throw glue ?? error }
  }

  /// Where the term is two that nothing, or no space, separates: the first of them is right by itself.
  private var glue: SPFSyntaxError? {
    if let place = term.firstIndex(where: { ",;".utf8.contains($0) }), isTerm(term[..<place]) {
      return SPFSyntaxError(.separator(term[place]), place..<place + 1)
    }
    let all = term.suffix(4)
    if let qualifier = all.first, SPFQualifier(qualifier) != nil, all.dropFirst().equalsIgnoringCase("all"),
      isTerm(term[..<all.startIndex])
    {
      return SPFSyntaxError(.missingSpace(before: Array(all)), all.startIndex..<all.endIndex)
    }
    return nil
  }

  private func isTerm(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty && (try? SPFTermParser(term: text).single()) != nil
  }

  private func single() throws(SPFSyntaxError) -> SPFTerm.Content {
    if let bad = term.firstIndex(where: { !(0x21...0x7E).contains($0) }) {
      throw .illegalCharacter(at: bad, of: term)
    }
    // A modifier is told from a mechanism by the "=" that stands before any ":" or "/" (§4.6.1).
    let name = term.prefix(while: \.isSPFNameCharacter)
    if name.first?.isLetter == true, name.endIndex < term.endIndex, term[name.endIndex] == UInt8(ascii: "=") {
      return .modifier(try modifier(name: name, value: term[(name.endIndex + 1)...]))
    }
    guard let first = term.first, let qualifier = SPFQualifier(first) else {
      return .directive(SPFDirective(qualifier: .pass, mechanism: try mechanism(in: term)))
    }
    return .directive(SPFDirective(qualifier: qualifier, mechanism: try mechanism(in: term.dropFirst())))
  }

  private var range: Range<Int> { term.startIndex..<term.endIndex }

  private func modifier(
    name: ArraySlice<UInt8>, value: ArraySlice<UInt8>
  ) throws(SPFSyntaxError) -> SPFModifier {
    if name.equalsIgnoringCase("redirect") { return .redirect(try domainSpec(value, of: "redirect=")) }
    if name.equalsIgnoringCase("exp") { return .explanation(try domainSpec(value, of: "exp=")) }
    guard let modifier = SPFUnknownModifier(name: name, value: try SPFMacroString(parsing: value)) else {
      throw SPFSyntaxError(.missingName, range)
    }
    return .unknown(modifier)
  }

  /// `text` is the term without its qualifier.
  private func mechanism(in text: ArraySlice<UInt8>) throws(SPFSyntaxError) -> SPFMechanism {
    let colon = UInt8(ascii: ":")
    guard let first = text.first else { throw SPFSyntaxError(.missingMechanism, range) }
    if first == colon || first == UInt8(ascii: "/") || first == UInt8(ascii: "=") {
      throw SPFSyntaxError(.missingName, range)
    }
    let name = text.prefix { $0 != colon && $0 != UInt8(ascii: "/") }
    let rest = text[name.endIndex...]
    guard let kind = SPFMechanism.Kind(name) else { throw unknownMechanism(name, rest) }
    let argument = rest.first == colon ? rest.dropFirst() : nil
    switch kind {
    case .all:
      guard rest.isEmpty else {
        throw SPFSyntaxError(.unexpectedArgument(name: kind.rawValue), rest.startIndex..<rest.endIndex)
      }
      return .all
    case .include: return .include(try domainSpec(argument, of: "include:"))
    case .exists: return .exists(try domainSpec(argument, of: "exists:"))
    case .ptr:
      guard !rest.isEmpty else { return .ptr(nil) }
      guard let argument else {
        throw SPFSyntaxError(.prefixLengthNotAllowed(name: kind.rawValue), rest.startIndex..<rest.endIndex)
      }
      return .ptr(try domainSpec(argument, of: "ptr:"))
    case .a:
      let (domain, lengths) = try domainAndLengths(rest, of: "a:")
      return .a(domain, lengths)
    case .mx:
      let (domain, lengths) = try domainAndLengths(rest, of: "mx:")
      return .mx(domain, lengths)
    case .ip4, .ip6:
      guard let argument, !argument.isEmpty else {
        throw SPFSyntaxError(.missingArgument(name: "\(kind.rawValue):"), range)
      }
      if let glued = Self.gluedTerm(in: argument) { throw glued }
      return .network(try SPFNetworkParser(text: argument).network(kind))
    }
  }

  private func unknownMechanism(_ name: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> SPFSyntaxError {
    if name.startIndex > term.startIndex, let equals = name.firstIndex(of: UInt8(ascii: "=")),
      name[..<equals].allSatisfy(\.isSPFNameCharacter)
    {
      return SPFSyntaxError(.qualifiedModifier, range)
    }
    let suggestion = SPFTermSuggestion(name: name, rest: rest).text
    return SPFSyntaxError(.unknownMechanism(Array(name), suggestion: suggestion), range)
  }

  /// The domain of `a` and `mx` and their prefix lengths, which stand at its right end: neither a top-level
  /// label nor a macro can end in a slash and digits.
  private func domainAndLengths(
    _ rest: ArraySlice<UInt8>, of name: String
  ) throws(SPFSyntaxError) -> (SPFDomainSpec?, SPFPrefixLengths) {
    guard rest.first == UInt8(ascii: ":") else {
      return (nil, try SPFNetworkParser(text: rest).dualPrefixLengths())
    }
    let argument = rest.dropFirst()
    let slash = UInt8(ascii: "/")
    let tail = argument.suffix(
      from: (argument.lastIndex { !$0.isDigit && $0 != slash }).map { $0 + 1 } ?? argument.startIndex)
    let lengthsAt = tail.firstIndex(of: slash) ?? argument.endIndex
    let domain = try domainSpec(argument[..<lengthsAt], of: name)
    return (domain, try SPFNetworkParser(text: argument[lengthsAt...]).dualPrefixLengths())
  }

  /// `text` as a domain; `name` is that of the term, with its `:` or `=`. Nil and empty text are errors.
  private func domainSpec(
    _ text: ArraySlice<UInt8>?, of name: String
  ) throws(SPFSyntaxError) -> SPFDomainSpec {
    guard let text, !text.isEmpty else { throw SPFSyntaxError(.missingArgument(name: name), range) }
    do {
      return try SPFDomainSpec(parsing: text)
    } catch {
      switch error.reason {
      case .singleLabelDomain, .numericTopLabel, .invalidTopLabel: throw clearer(error, in: text, of: name)
      default: throw error
      }
    }
  }

  /// What was probably meant where `text` does not end as a domain does.
  private func clearer(
    _ error: SPFSyntaxError, in text: ArraySlice<UInt8>, of name: String
  ) -> SPFSyntaxError {
    if let glued = Self.gluedTerm(in: text) { return glued }
    let network = term[text.startIndex...]
    if let suggestion = SPFTermSuggestion.networkTerm(network) ?? SPFTermSuggestion.networkTerm(text) {
      let isMechanism = name.last == ":"
      return SPFSyntaxError(
        .addressAsDomain(suggestion: isMechanism ? suggestion : nil), text.startIndex..<text.endIndex)
    }
    guard error.reason == .invalidTopLabel, text[error.offset] == UInt8(ascii: "/") else { return error }
    if name == "a:" || name == "mx:" {
      return SPFSyntaxError(.malformedPrefixLength, error.offset..<text.endIndex)
    }
    let bareName = String(name.dropLast())
    return SPFSyntaxError(.prefixLengthNotAllowed(name: bareName), error.offset..<text.endIndex)
  }

  /// The error for a second term inside an argument, as strings of a TXT record joined without a space leave
  /// it.
  private static func gluedTerm(in argument: ArraySlice<UInt8>) -> SPFSyntaxError? {
    for index in argument.indices.dropFirst() {
      switch argument[index] {
      case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "r"),
        UInt8(ascii: "R"):
        break
      default: continue
      }
      let rest = argument[index...]
      guard
        rest.startsIgnoringCase(with: "ip4:") || rest.startsIgnoringCase(with: "ip6:")
          || rest.startsIgnoringCase(with: "include:") || rest.startsIgnoringCase(with: "exists:")
          || rest.startsIgnoringCase(with: "redirect=")
      else { continue }
      let hasQualifier = SPFQualifier(argument[index - 1]) != nil && index - 1 > argument.startIndex
      let place = (hasQualifier ? index - 1 : index)..<argument.endIndex
      return SPFSyntaxError(.missingSpace(before: Array(argument[place])), place)
    }
    return nil
  }
}
