/// Collections that indentation shows (https://yaml.org/spec/1.2.2/#chapter-8-block-style-productions), and those in brackets (#74-flow-collection-styles).
extension YAMLReader {
  /// The key of an entry, up to its colon, which is taken too; with whether it stands behind a `?`.
  mutating func key(at column: Int) throws(YAMLFault) -> (YAMLScalar, FilePlace, isExplicit: Bool) {
    let isExplicit = cursor.octet == UInt8(ascii: "?") && cursor.isBlank(1)
    if isExplicit {
      cursor.advance()
      cursor.skipBlanks()
    }
    let (place, line) = (cursor.place, cursor.line)
    let scalar = try isQuotes ? quoted() : YAMLScalar(text: plainText(isInFlow: false), isPlain: true)
    guard cursor.line == line else { throw YAMLFault(place: place, reason: .missingKey) }
    cursor.skipBlanks()
    if isExplicit {
      cursor.skipEmptyLines()
      guard cursor.indentation == column else { throw fault(.missingKey) }
    }
    guard cursor.octet == UInt8(ascii: ":"), cursor.isBlank(1) else {
      throw YAMLFault(place: place, reason: .missingKey)
    }
    cursor.advance()
    return (scalar, place, isExplicit)
  }

  /// What belongs to a key or a dash that stands in that column, from right behind it.
  ///
  /// - Parameters:
  ///   - isCompact: Whether a collection may begin on the same line.
  ///   - mayBeSequenceBeside: Whether dashes may stand in the column itself.
  mutating func value(
    below column: Int, isCompact: Bool, mayBeSequenceBeside: Bool
  ) throws(YAMLFault) -> YAMLNode {
    depth += 1
    guard depth <= Self.maximumDepth else { throw fault(.tooDeep(maximum: Self.maximumDepth)) }
    let place = cursor.place
    cursor.skipToValue()
    let properties = properties()
    var found: YAMLNode
    if !cursor.isAtLineEnd {
      found = try inline(below: column, isCompact: isCompact)
    } else {
      cursor.skipEmptyLines()
      let isBeside = mayBeSequenceBeside && cursor.indentation == column && isDash
      guard cursor.octet != UInt8(ascii: "\t") else { throw fault(.tabInIndentation) }
      if cursor.isAtEnd || cursor.indentation <= column && !isBeside || isMarker {
        found = YAMLNode(place: place, value: .scalar(YAMLScalar(text: "", isPlain: true)))
      } else {
        found = try inline(below: column, isCompact: true)
      }
    }
    depth -= 1
    return node(found, properties)
  }

  private mutating func inline(below column: Int, isCompact: Bool) throws(YAMLFault) -> YAMLNode {
    let place = cursor.place
    if isDash || isKeyAhead {
      guard isCompact else { throw fault(isDash ? .indentation : .nestedMapping) }
      return try isDash ? sequence(at: cursor.indentation) : mapping(at: cursor.indentation)
    }
    switch cursor.octet {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return YAMLNode(place: place, value: .scalar(try blockScalar(below: column)))
    case UInt8(ascii: "*"):
      let node = try alias()
      try endValue()
      return node
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let node = try flow()
      try endValue()
      return node
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let scalar = try quoted()
      try endValue()
      return YAMLNode(place: place, value: .scalar(scalar))
    default:
      return YAMLNode(
        place: place, value: .scalar(YAMLScalar(text: try plainLines(below: column), isPlain: true)))
    }
  }

  private mutating func endValue() throws(YAMLFault) {
    cursor.skipToValue()
    guard cursor.isAtLineEnd else { throw fault(.trailing) }
  }

  private mutating func mapping(at column: Int) throws(YAMLFault) -> YAMLNode {
    let place = cursor.place
    var entries: [YAMLEntry] = []
    repeat {
      let (key, place, isExplicit) = try key(at: column)
      let value = try value(below: column, isCompact: isExplicit, mayBeSequenceBeside: true)
      entries += try merged(YAMLEntry(key: key, place: place, value: value))
    } while try isNext(at: column)
    return YAMLNode(place: place, value: .mapping(entries))
  }

  private mutating func sequence(at column: Int) throws(YAMLFault) -> YAMLNode {
    let place = cursor.place
    var items: [YAMLNode] = []
    repeat {
      cursor.advance()
      items.append(try value(below: column, isCompact: true, mayBeSequenceBeside: false))
    } while try isNext(at: column) && isDash
    return YAMLNode(place: place, value: .sequence(items))
  }

  /// Goes on to the next line; whether it belongs to the collection of that column.
  private mutating func isNext(at column: Int) throws(YAMLFault) -> Bool {
    cursor.skipEmptyLines()
    guard !cursor.isAtEnd, !isMarker, cursor.indentation >= column else { return false }
    guard cursor.octet != UInt8(ascii: "\t") else { throw fault(.tabInIndentation) }
    guard cursor.indentation == column else { throw fault(.indentation) }
    return true
  }

  // MARK: Brackets

  /// A collection in brackets, from the first to the last of them.
  mutating func flow() throws(YAMLFault) -> YAMLNode {
    depth += 1
    guard depth <= Self.maximumDepth else { throw fault(.tooDeep(maximum: Self.maximumDepth)) }
    let place = cursor.place
    let isMapping = cursor.octet == UInt8(ascii: "{")
    let end = UInt8(ascii: isMapping ? "}" : "]")
    cursor.advance()
    var entries: [YAMLEntry] = []
    var items: [YAMLNode] = []
    skipFlowBlanks()
    while cursor.octet != end {
      guard !cursor.isAtEnd else { throw YAMLFault(place: place, reason: .unclosed(isMapping ? "}" : "]")) }
      let item = try flowValue()
      skipFlowBlanks()
      if isMapping {
        guard let key = item.scalar else { throw YAMLFault(place: item.place, reason: .missingKey) }
        entries += try merged(YAMLEntry(key: key, place: item.place, value: try flowValueBehindKey()))
      } else {
        items.append(item)
      }
      if cursor.octet == UInt8(ascii: ",") {
        cursor.advance()
        skipFlowBlanks()
      } else if cursor.octet != end, !cursor.isAtEnd {
        throw fault(.missingComma)
      }
    }
    cursor.advance()
    depth -= 1
    return YAMLNode(place: place, value: isMapping ? .mapping(entries) : .sequence(items))
  }

  private mutating func flowValueBehindKey() throws(YAMLFault) -> YAMLNode {
    let place = cursor.place
    if cursor.octet == UInt8(ascii: ":") {
      cursor.advance()
      skipFlowBlanks()
      if let octet = cursor.octet, octet != UInt8(ascii: ","), octet != UInt8(ascii: "}") {
        let value = try flowValue()
        skipFlowBlanks()
        return value
      }
    }
    return YAMLNode(place: place, value: .scalar(YAMLScalar(text: "", isPlain: true)))
  }

  private mutating func flowValue() throws(YAMLFault) -> YAMLNode {
    let properties = properties()
    let place = cursor.place
    let found: YAMLNode
    switch cursor.octet {
    case UInt8(ascii: "["), UInt8(ascii: "{"): found = try flow()
    case UInt8(ascii: "*"): found = try alias()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): found = YAMLNode(place: place, value: .scalar(try quoted()))
    default:
      found = YAMLNode(place: place, value: .scalar(YAMLScalar(text: try flowText(), isPlain: true)))
    }
    return node(found, properties)
  }

  /// Blanks, comments and line ends: indentation says nothing between brackets.
  mutating func skipFlowBlanks() {
    repeat {
      cursor.skipEmptyLines()
      cursor.skipToValue()
    } while cursor.isAtLineEnd && !cursor.isAtEnd
  }

  // MARK: What is here

  var isDash: Bool { cursor.octet == UInt8(ascii: "-") && cursor.isBlank(1) }
  var isQuotes: Bool { cursor.octet == UInt8(ascii: "\"") || cursor.octet == UInt8(ascii: "'") }
  private var isMarker: Bool { cursor.isMarker("---") || cursor.isMarker("...") }

  /// Whether a key and its colon are on this line.
  private var isKeyAhead: Bool {
    var probe = cursor
    switch probe.octet {
    case UInt8(ascii: "?") where probe.isBlank(1): return true
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: ">"): return false
    case let mark where isQuotes:
      probe.advance()
      while !probe.isAtLineEnd, probe.octet != mark {
        probe.advance(mark == UInt8(ascii: "\"") && probe.octet == UInt8(ascii: "\\") ? 2 : 1)
        if mark == UInt8(ascii: "'"), probe.octet == mark, probe[1] == mark { probe.advance(2) }
      }
      probe.advance()
      probe.skipBlanks()
      return probe.octet == UInt8(ascii: ":") && probe.isBlank(1)
    default:
      while !probe.isAtLineEnd {
        if probe.octet == UInt8(ascii: ":"), probe.isBlank(1) { return true }
        if probe.octet?.isSpaceOrTab == true, probe[1] == UInt8(ascii: "#") { return false }
        probe.advance()
      }
      return false
    }
  }
}
