/// Takes a record apart into terms (RFC 7208 §4.6.1) and gathers the errors of all of them.
struct SPFRecordParser {
  let text: [UInt8]

  private static let space: UInt8 = 0x20

  func terms() throws(SPFSyntaxErrors) -> [SPFTerm] {
    if let terms = faultlessTerms { return terms }
    guard text.count <= SPFRecord.maximumLength else {
      let excess = SPFRecord.maximumLength..<text.count
      throw SPFSyntaxErrors(SPFSyntaxError(.tooLong(limit: SPFRecord.maximumLength), excess))
    }
    let version = SPFRecord.version.utf8CodeUnitCount
    guard SPFRecordSelection.isSelected(text) else {
      throw SPFSyntaxErrors(SPFSyntaxError(.missingVersion, 0..<min(version, text.count)))
    }
    let slices = text[version...].split(separator: Self.space)
    guard slices.count <= SPFRecord.maximumTermCount else {
      let place = slices[SPFRecord.maximumTermCount].startIndex..<text.count
      throw SPFSyntaxErrors(SPFSyntaxError(.tooManyTerms(limit: SPFRecord.maximumTermCount), place))
    }
    var outcomes = slices.map(Self.outcome)
    Self.refuseRepeatedModifiers(in: &outcomes)
    Self.joinSeparatedArguments(in: &outcomes, of: text)
    if let errors = SPFSyntaxErrors(outcomes.lazy.compactMap(\.error)) { throw errors }
    return outcomes.compactMap(\.term)
  }

  /// The terms of a record without any error, as most are; nil for every other record, whose errors depend on each other.
  private var faultlessTerms: [SPFTerm]? {
    guard text.count <= SPFRecord.maximumLength, SPFRecordSelection.isSelected(text) else { return nil }
    var terms: [SPFTerm] = []
    var (hasRedirect, hasExplanation) = (false, false)
    var start = SPFRecord.version.utf8CodeUnitCount
    while start < text.count {
      guard text[start] != Self.space else {
        start += 1
        continue
      }
      let end = text[start...].firstIndex(of: Self.space) ?? text.count
      guard terms.count < SPFRecord.maximumTermCount,
        let content = try? SPFTermParser(term: text[start..<end]).content()
      else { return nil }
      switch content {
      case .modifier(.redirect):
        if hasRedirect { return nil }
        hasRedirect = true
      case .modifier(.explanation):
        if hasExplanation { return nil }
        hasExplanation = true
      case .modifier(.unknown), .directive: break
      }
      terms.append(SPFTerm(content: content, range: start..<end))
      start = end
    }
    return terms
  }

  private enum Outcome {
    case term(SPFTerm)
    case error(SPFSyntaxError)
    /// Part of an error before.
    case covered

    var term: SPFTerm? { if case .term(let term) = self { term } else { nil } }
    var error: SPFSyntaxError? { if case .error(let error) = self { error } else { nil } }
  }

  private static func outcome(_ slice: ArraySlice<UInt8>) -> Outcome {
    do {
      let content = try SPFTermParser(term: slice).content()
      return .term(SPFTerm(content: content, range: slice.startIndex..<slice.endIndex))
    } catch {
      return .error(error)
    }
  }

  /// `redirect` and `exp` "MUST NOT appear in a record more than once each" (§6).
  private static func refuseRepeatedModifiers(in outcomes: inout [Outcome]) {
    var hasRedirect = false
    var hasExplanation = false
    for index in outcomes.indices {
      guard let term = outcomes[index].term, let modifier = term.modifier else { continue }
      var isRepeated = false
      switch modifier {
      case .redirect: (isRepeated, hasRedirect) = (hasRedirect, true)
      case .explanation: (isRepeated, hasExplanation) = (hasExplanation, true)
      case .unknown: break
      }
      if isRepeated {
        outcomes[index] = .error(SPFSyntaxError(.repeatedModifier(name: modifier.name), term.range))
      }
    }
  }

  /// `include example.jp`, `include: example.jp` and `ip4 :192.0.2.1` are one mistake each: the space.
  private static func joinSeparatedArguments(in outcomes: inout [Outcome], of text: [UInt8]) {
    for (index, next) in zip(outcomes.indices, outcomes.indices.dropFirst()) {
      guard let error = outcomes[index].error, case .missingArgument(let name) = error.reason,
        let following = outcomes[next].error
      else { continue }
      switch following.reason {
      case .unknownMechanism, .missingName: break
      default: continue
      }
      let end = text[following.offset...].firstIndex(of: space) ?? text.endIndex
      let argument = text[following.offset..<end].drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }
      guard !argument.isEmpty else { continue }
      outcomes[index] = .error(
        SPFSyntaxError(
          .separatedArgument(name: name, argument: Array(argument)), error.offset..<end))
      outcomes[next] = .covered
    }
  }
}
