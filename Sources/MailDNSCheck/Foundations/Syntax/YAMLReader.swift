/// Reads a YAML file that is a mapping, one entry after the other: block and flow collections, scalars of all five styles, comments,
/// anchors, aliases and `<<` (https://yaml.org/spec/1.2.2/, with what PyYAML has of YAML 1.1). A broken entry does not end
/// anything.
struct YAMLReader {
  var cursor: YAMLCursor
  var depth = 0
  private var anchors: [String: YAMLNode] = [:]
  private var aliasedWeight = 0
  /// Entries that are read already: of a mapping in braces, or of one that is merged.
  private var waiting: ArraySlice<YAMLEntry> = []
  private var indentation = 0
  private var isStarted = false
  private var isOver = false
  /// Of the last entry, where it is broken behind its key.
  private(set) var brokenKey: (key: YAMLScalar, place: FilePlace)?

  /// Collections within each other.
  static let maximumDepth = 32
  /// Values that aliases repeat: of those that repeat others there could be no end.
  static let maximumAliased = 100_000

  init(_ octets: [UInt8]) { cursor = YAMLCursor(octets) }

  /// The next entry of the file's mapping; nil at its end. Throws where it is broken; the next call goes on with the next line
  /// that begins like an entry.
  mutating func nextEntry() throws(YAMLFault) -> YAMLEntry? {
    (brokenKey, depth) = (nil, 0)
    if let entry = waiting.popFirst() { return entry }
    if !isStarted { try start() }
    if let entry = waiting.popFirst() { return entry }
    while !isOver {
      try readNext()
      if let entry = waiting.popFirst() { return entry }
    }
    return nil
  }

  /// The next entry of a mapping in lines, which is then waiting; one that merges an empty mapping is none.
  private mutating func readNext() throws(YAMLFault) {
    cursor.skipEmptyLines()
    guard !cursor.isAtEnd, !cursor.isMarker("...") else {
      isOver = true
      try endDocument()
      return
    }
    guard !cursor.isMarker("---") else {
      isOver = true
      throw fault(.secondDocument)
    }
    cursor.wideSign = nil
    let start = cursor
    do throws(YAMLFault) {
      guard cursor.octet != UInt8(ascii: "\t") else { throw fault(.tabInIndentation) }
      guard cursor.indentation == indentation else { throw fault(.indentation) }
      let (key, place, isExplicit) = try key(at: indentation)
      guard cursor.wideSign != place else { throw fault(.wideSign) }
      brokenKey = (key, place)
      let value = try value(below: indentation, isCompact: isExplicit, mayBeSequenceBeside: true)
      waiting = try merged(YAMLEntry(key: key, place: place, value: value))[...]
    } catch {
      let wideSign = cursor.wideSign
      recover(from: start)
      throw wideSign.map { YAMLFault(place: $0, reason: .wideSign) } ?? error
    }
  }

  /// Throws where anything but comments stands behind the end.
  private mutating func endDocument() throws(YAMLFault) {
    while cursor.isMarker("...") {
      cursor.advance(3)
      cursor.skipEmptyLines()
    }
    guard cursor.isAtEnd else { throw fault(.secondDocument) }
  }

  mutating func fault(_ reason: YAMLFault.Reason) -> YAMLFault {
    YAMLFault(place: cursor.place, reason: reason)
  }

  /// Directives, `---`, and a mapping in braces.
  private mutating func start() throws(YAMLFault) {
    isStarted = true
    cursor.skipEmptyLines()
    while cursor.octet == UInt8(ascii: "%"), cursor.indentation == 0 {
      cursor.startNextLine()
      cursor.skipEmptyLines()
    }
    if cursor.isMarker("---") {
      cursor.advance(3)
      cursor.skipEmptyLines()
    }
    indentation = cursor.indentation
    switch cursor.octet {
    case UInt8(ascii: "{"):
      isOver = true
      let node = try flow()
      cursor.skipEmptyLines()
      guard cursor.isAtEnd || cursor.isMarker("...") else { throw fault(.trailing) }
      if case .mapping(let entries) = node.value { waiting = entries[...] }
      try endDocument()
    case UInt8(ascii: "["):
      isOver = true
      throw fault(.noMapping)
    default:
      guard isDash else { return }
      isOver = true
      throw fault(.noMapping)
    }
  }

  /// To the next line that may begin an entry: it is no farther right, and neither an item nor the end of brackets.
  private mutating func recover(from start: YAMLCursor) {
    cursor = start
    while true {
      cursor.startNextLine()
      guard !cursor.isAtEnd else { return }
      let line = cursor
      cursor.skipBlanks()
      let isValue =
        [UInt8(ascii: "-"), UInt8(ascii: ":")].contains(cursor.octet) && cursor.isBlank(1)
        || [UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#")].contains(cursor.octet)
      let isEntry = !cursor.isAtLineEnd && cursor.indentation <= indentation && !isValue
      cursor = line
      if isEntry { return }
    }
  }

  /// The entry, or those of the mappings that it merges: of several the first has the last word.
  func merged(_ entry: YAMLEntry) throws(YAMLFault) -> [YAMLEntry] {
    guard entry.key.isPlain, entry.key.text == "<<", entry.value.tag == nil else { return [entry] }
    let nodes: [YAMLNode]
    if case .sequence(let items) = entry.value.value {
      nodes = items.reversed()
    } else {
      nodes = [entry.value]
    }
    var entries: [YAMLEntry] = []
    for node in nodes {
      guard case .mapping(let found) = node.value, node.tag == nil else {
        throw YAMLFault(place: node.place, reason: .unmergeable)
      }
      entries += found.map {
        YAMLEntry(key: $0.key, place: entry.place, value: $0.value, isMerged: true)
      }
    }
    return entries
  }

  // MARK: Anchors and tags

  /// What stands in front of a value.
  struct Properties {
    var anchor: String?
    var tag: String?
  }

  mutating func properties() -> Properties {
    var properties = Properties()
    while let sign = cursor.octet, sign == UInt8(ascii: "&") || sign == UInt8(ascii: "!") {
      let word = word()
      if sign == UInt8(ascii: "!") {
        properties.tag = word
      } else {
        properties.anchor = String(word.dropFirst())
      }
      cursor.skipToValue()
    }
    return properties
  }

  /// The node with its tag, and noted by its anchor.
  mutating func node(_ node: YAMLNode, _ properties: Properties) -> YAMLNode {
    var node = node
    if let tag = properties.tag {
      if ["!!str", "!"].contains(tag), case .scalar(let scalar) = node.value {
        node = YAMLNode(place: node.place, value: .scalar(YAMLScalar(text: scalar.text, isPlain: false)))
      } else if !["!!map", "!!seq"].contains(tag) {
        node.tag = tag
      }
    }
    if let anchor = properties.anchor { anchors[anchor] = node }
    return node
  }

  /// What the anchor of that name stands at.
  mutating func alias() throws(YAMLFault) -> YAMLNode {
    let place = cursor.place
    let name = String(word().dropFirst())
    guard let node = anchors[name] else { throw YAMLFault(place: place, reason: .unknownAlias(name)) }
    // Once there are too many, none is counted any more.
    if aliasedWeight <= Self.maximumAliased { aliasedWeight += node.weight }
    guard aliasedWeight <= Self.maximumAliased else {
      throw YAMLFault(place: place, reason: .tooManyAliased(maximum: Self.maximumAliased))
    }
    return YAMLNode(place: place, value: node.value, tag: node.tag)
  }

  /// To the next blank, comma or bracket; at least one sign.
  private mutating func word() -> String {
    let start = cursor.index
    cursor.advance()
    while let octet = cursor.octet, !octet.isWhitespace, !octet.isFlowSign { cursor.advance() }
    return String(decoding: cursor.text(from: start), as: UTF8.self)
  }
}

extension UInt8 {
  /// Whether it divides or ends collections in brackets.
  var isFlowSign: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }
}
