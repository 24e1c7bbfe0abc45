/// JSON (RFC 8259) with what people write into configuration files: `//` and `/* */` comments, and a comma behind the last
/// element.
extension LocatedJSON {
  /// In octets.
  static let maximumSize = 1 << 20
  /// Arrays and objects within each other.
  static let maximumDepth = 32

  /// The value that `octets`, the content of a file, spell.
  init(parsing octets: [UInt8]) throws(LocatedJSONError) {
    var parser = try Parser(octets)
    self = try parser.document()
  }

  private struct Parser {
    private var cursor: LocatedJSONCursor
    private var depth = 0

    init(_ octets: [UInt8]) throws(LocatedJSONError) { cursor = try LocatedJSONCursor(octets) }

    mutating func document() throws(LocatedJSONError) -> LocatedJSON {
      guard try cursor.next() != nil else { throw cursor.error(.empty) }
      let value = try value()
      if try cursor.next() != nil { throw cursor.error(.trailing) }
      return value
    }

    private mutating func value() throws(LocatedJSONError) -> LocatedJSON {
      let octet = try cursor.next()
      let place = cursor.place()
      switch octet {
      case UInt8(ascii: "{"): return LocatedJSON(place: place, value: .object(try members()))
      case UInt8(ascii: "["): return LocatedJSON(place: place, value: .array(try elements()))
      case UInt8(ascii: "\""): return LocatedJSON(place: place, value: .string(try cursor.string()))
      case let octet? where octet == UInt8(ascii: "-") || octet.isDigit:
        return LocatedJSON(place: place, value: .number(try cursor.number()))
      case let octet? where octet.isLetter: return LocatedJSON(place: place, value: try word())
      default: throw cursor.error(.missingValue)
      }
    }

    private mutating func word() throws(LocatedJSONError) -> Value {
      let start = cursor
      switch cursor.word() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      case "null": return .null
      case let word:
        cursor = start
        throw cursor.error(.bareWord(word))
      }
    }

    private mutating func elements() throws(LocatedJSONError) -> [LocatedJSON] {
      var elements: [LocatedJSON] = []
      try list(until: "]") { parser throws(LocatedJSONError) in elements.append(try parser.value()) }
      return elements
    }

    private mutating func members() throws(LocatedJSONError) -> [Member] {
      var members: [Member] = []
      var lines: [String: Int] = [:]
      try list(until: "}") { parser throws(LocatedJSONError) in
        let member = try parser.member()
        if let line = lines.updateValue(member.place.line, forKey: member.name) {
          throw LocatedJSONError(
            place: member.place, reason: .duplicateName(member.name, firstLine: line))
        }
        members.append(member)
      }
      return members
    }

    private mutating func member() throws(LocatedJSONError) -> Member {
      guard try cursor.next() == UInt8(ascii: "\"") else { throw cursor.error(.missingName) }
      let place = cursor.place()
      let name = try cursor.string()
      guard try cursor.next() == UInt8(ascii: ":") else { throw cursor.error(.missingColon) }
      cursor.advance()
      return Member(name: name, place: place, value: try value())
    }

    /// Reads what stands between the bracket under the cursor and `end`, element by element.
    private mutating func list(
      until end: Character, _ element: (inout Parser) throws(LocatedJSONError) -> Void
    ) throws(LocatedJSONError) {
      let opening = cursor.place()
      guard depth < maximumDepth else { throw cursor.error(.tooDeep(maximum: maximumDepth)) }
      depth += 1
      defer { depth -= 1 }
      cursor.advance()
      var mayHaveElement = true
      while let octet = try cursor.next() {
        if octet == end.asciiValue {
          cursor.advance()
          return
        }
        guard mayHaveElement else { throw cursor.error(.missingComma) }
        try element(&self)
        mayHaveElement = try cursor.next() == UInt8(ascii: ",")
        if mayHaveElement { cursor.advance() }
      }
      throw LocatedJSONError(place: opening, reason: .unclosed(end))
    }
  }
}
