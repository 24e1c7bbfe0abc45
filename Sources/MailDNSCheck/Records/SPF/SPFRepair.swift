/// The terms of an SPF record, those with a slip of the pen written as the check proposes (`SPFSyntaxError.Reason`): a record
/// with one bad term is no use to anybody (RFC 7208 §4.6), but what it means is plain as a rule.
struct SPFRepair: Sendable {
  /// The terms behind the version, as octets.
  let terms: [[UInt8]]
  let changes: [Change]
  /// What is no term, and does not show what was meant; safe to show.
  let unclear: [String]

  /// A term as published, and what was meant; safe to show.
  struct Change: Hashable, Sendable {
    let from: String
    let to: String
  }

  /// `text` begins with the version.
  init(_ text: [UInt8]) {
    var terms: [[UInt8]] = []
    var changes: [Change] = []
    var unclear: [String] = []
    for published in Self.parts(of: text) {
      if let mended = Self.mended(published.meant) {
        terms += mended
        let whole = Array(mended.joined(separator: [0x20]))
        if whole != published.text {
          changes.append(Change(from: Self.shown(published.text), to: Self.shown(whole)))
        }
      } else {
        unclear.append(Self.shown(published.text))
      }
    }
    self.terms = terms
    self.changes = changes
    self.unclear = unclear
  }

  private static func shown(_ octets: [UInt8]) -> String { VisibleText.shortened(octets) }

  /// What stands between spaces; a name and its value that a space separates are one.
  private static func parts(of text: [UInt8]) -> [(text: [UInt8], meant: [UInt8])] {
    var separated: [(range: Range<Int>, meant: [UInt8])] = []
    do throws(SPFSyntaxErrors) { _ = try SPFRecord(parsing: text) } catch {
      separated = error.all.compactMap { error in
        guard case .separatedArgument(let name, let argument) = error.reason else { return nil }
        return (error.range, Array(name.utf8) + argument)
      }
    }
    var parts: [(text: [UInt8], meant: [UInt8])] = []
    var end = 0
    for slice in text.split(separator: 0x20).dropFirst() where slice.startIndex >= end {
      let joined = separated.first { $0.range.overlaps(slice.startIndex..<slice.endIndex) }
      guard let joined, joined.range.lowerBound >= slice.startIndex, joined.range.upperBound <= text.count
      else {
        parts.append((Array(slice), Array(slice)))
        continue
      }
      // The name is given without the qualifier, which says whether the term lets anybody pass.
      let qualifier = slice.prefix(1).filter { "+-~?".utf8.contains($0) }
      parts.append((Array(text[slice.startIndex..<joined.range.upperBound]), qualifier + joined.meant))
      end = joined.range.upperBound
    }
    return parts
  }

  /// One mistake may hide another.
  private static let maximumMistakes = 8

  /// The terms that `octets` are once mended; nil where what was meant is not plain.
  private static func mended(_ octets: [UInt8]) -> [[UInt8]]? {
    var term = octets
    for _ in 0...maximumMistakes {
      let version = Array("v=spf1 ".utf8)
      do throws(SPFSyntaxErrors) {
        _ = try SPFRecord(parsing: version + term)
        return term.split(separator: 0x20).map(Array.init)
      } catch {
        let range =
          (error.first.range.lowerBound - version.count)..<(error.first.range.upperBound - version.count)
        guard range.lowerBound >= 0, range.upperBound <= term.count,
          let better = error.first.reason.mending(term, at: range), better != term
        else { return nil }
        term = better
      }
    }
    return nil
  }
}

extension SPFSyntaxError.Reason {
  /// `term`, in which this is wrong at `range`, as it was meant; nil where that is not plain.
  fileprivate func mending(_ term: [UInt8], at range: Range<Int>) -> [UInt8]? {
    let qualifier = Array(term.prefix(1).filter { "+-~?".utf8.contains($0) })
    func replacing(_ range: Range<Int>, with text: String) -> [UInt8] {
      term[..<range.lowerBound] + Array(text.utf8) + term[range.upperBound...]
    }
    switch self {
    case .unknownMechanism(_, let suggestion?), .addressAsDomain(let suggestion?),
      .invalidIPv4Address(let suggestion?), .invalidIPv6Address(let suggestion?):
      return qualifier + Array(suggestion.utf8)
    case .illegalCharacter(_, let lookalike?): return replacing(range, with: lookalike)
    case .separator: return replacing(range, with: " ")
    case .missingSpace: return replacing(range.lowerBound..<range.lowerBound, with: " ")
    case .qualifiedModifier where !qualifier.isEmpty: return Array(term.dropFirst())
    case .unexpectedArgument(let name): return qualifier + Array(name.utf8)
    case .singleSlashPrefixLength: return replacing(range.lowerBound..<range.lowerBound, with: "/")
    default: return nil
    }
  }
}
