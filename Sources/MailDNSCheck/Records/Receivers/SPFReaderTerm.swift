/// One term as a program has taken it.
struct SPFReaderTerm: Sendable {
  let qualifier: SPFQualifier
  let content: Content

  enum Content: Sendable {
    case all
    case network(IPNetwork)
    /// `a` and `mx`: the domain as published, nil for the one that is evaluated; prefix lengths.
    case host(domain: [UInt8]?, ipv4: Int, ipv6: Int)
    case exchange(domain: [UInt8]?, ipv4: Int, ipv6: Int)
    case pointer(domain: [UInt8]?)
    case exists(domain: [UInt8])
    case include(domain: [UInt8])
    case redirect(domain: [UInt8])
    /// Something that has no effect.
    case nothing
    /// An error as soon as evaluation comes there.
    case error
  }
}

extension SPFReaderTerm.Content {
  var costsLookup: Bool {
    switch self {
    case .host, .exchange, .pointer, .exists, .include, .redirect: true
    case .all, .network, .nothing, .error: false
    }
  }
}

extension SPFQualifier {
  /// The qualifier that `word` begins with, and the rest of the word; `pass` where there is none.
  static func splitting(_ word: ArraySlice<UInt8>) -> (
    qualifier: SPFQualifier, isGiven: Bool, rest: ArraySlice<UInt8>
  ) {
    switch word.first {
    case UInt8(ascii: "+"): (.pass, true, word.dropFirst())
    case UInt8(ascii: "-"): (.fail, true, word.dropFirst())
    case UInt8(ascii: "~"): (.softfail, true, word.dropFirst())
    case UInt8(ascii: "?"): (.neutral, true, word.dropFirst())
    default: (.pass, false, word)
    }
  }
}

/// The records that one program has taken apart, each once: it is tried on many senders.
final class SPFReaderRecords {
  private var terms: [(text: [UInt8], terms: [SPFReaderTerm]?)] = []

  /// Nil where that ends in an error.
  func terms(of text: [UInt8], by grammar: SPFReader.Grammar) -> [SPFReaderTerm]? {
    if let known = terms.first(where: { $0.text == text }) { return known.terms }
    let read = grammar.terms(of: text)
    terms.append((text, read))
    return read
  }
}

/// Records that a program takes apart before it evaluates them; nil where that ends in an error.
extension SPFReader.Grammar {
  func terms(of text: [UInt8]) -> [SPFReaderTerm]? {
    switch self {
    case .standard(let deviations): SPFStandardTerms(deviations).terms(of: text)
    case .compiled: SPFCompiledTerms.terms(of: text.asCString)
    case .words: SPFWordTerms.terms(of: text)
    case .beginnings: []
    }
  }
}
