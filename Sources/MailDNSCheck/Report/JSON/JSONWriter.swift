/// Writes JSON (RFC 8259), octet for octet what `JSONEncoder` makes of the same values with sorted keys and plain slashes, on
/// one line or with a line for each member and element.
///
/// Reports on a hundred thousand domains are written this way: `JSONEncoder` builds a tree of every value first, and whatever
/// goes through `Encodable` puts a box around every container.
struct JSONWriter {
  private(set) var octets: [UInt8] = []
  private let isPretty: Bool
  /// Objects and arrays that are open.
  private var depth = 0
  /// Whether nothing stands yet in the innermost of them.
  private var isEmpty = true

  init(pretty: Bool) {
    isPretty = pretty
    octets.reserveCapacity(8_192)
  }

  // MARK: Objects

  /// Adds a member to the open object; whoever calls keeps the members in the order of their keys. A key of the program's own
  /// needs no escapes.
  mutating func add(_ key: StaticString, _ value: some JSONValue) {
    begin(key)
    value.write(to: &self)
  }

  /// The same, but no member where there is no value.
  mutating func add(_ key: StaticString, ifPresent value: (some JSONValue)?) {
    if let value { add(key, value) }
  }

  mutating func beginObject() { begin(UInt8(ascii: "{")) }
  mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Keys out of files: `JSONEncoder` puts them in the order of their octets. On one line they have always been in that of
  /// `String`, which is another one where letters are not composed.
  mutating func write(_ members: [String: some JSONValue]) {
    let sorted =
      isPretty
      ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      : members.sorted { $0.key < $1.key }
    beginObject()
    for (key, value) in sorted {
      separate()
      write(key)
      append(isPretty ? " : " : ":")
      value.write(to: &self)
    }
    endObject()
  }

  // MARK: Arrays

  mutating func write(_ elements: [some JSONValue]) {
    begin(UInt8(ascii: "["))
    for element in elements {
      separate()
      element.write(to: &self)
    }
    end(UInt8(ascii: "]"))
  }

  private mutating func begin(_ bracket: UInt8) {
    octets.append(bracket)
    depth += 1
    isEmpty = true
    if isPretty { octets.append(UInt8(ascii: "\n")) }
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if isPretty {
      octets.append(UInt8(ascii: "\n"))
      indent()
    }
    octets.append(bracket)
    // What has ended is itself in what is open now.
    isEmpty = false
  }

  /// Begins a member. On one line, where there are a hundred thousand reports, all that stands before the value goes in at once.
  private mutating func begin(_ key: StaticString) {
    guard !isPretty else {
      separate()
      octets.append(UInt8(ascii: "\""))
      append(key)
      append("\" : ")
      return
    }
    let comma = isEmpty ? 0 : 1
    isEmpty = false
    key.withUTF8Buffer { key in
      octets.append(addingCapacity: comma + key.count + 3) { room in
        if comma > 0 { room.append(UInt8(ascii: ",")) }
        room.append(UInt8(ascii: "\""))
        room.append(key)
        room.append(UInt8(ascii: "\""))
        room.append(UInt8(ascii: ":"))
      }
    }
  }

  /// Begins a member or an element.
  private mutating func separate() {
    if !isEmpty { append(isPretty ? ",\n" : ",") }
    isEmpty = false
    if isPretty { indent() }
  }

  private mutating func indent() {
    octets.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  // MARK: Values without parts

  mutating func writeNull() { append("null") }

  mutating func write(_ flag: Bool) { append(flag ? "true" : "false") }

  mutating func write(_ number: some FixedWidthInteger) { octets.append(contentsOf: String(number).utf8) }

  mutating func write(_ number: Double) {
    let text = number.description
    octets.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { text in
      guard !UnsafeRawBufferPointer(text).hasWhatJSONEscapes else {
        octets.append(UInt8(ascii: "\""))
        appendEscaped(text)
        octets.append(UInt8(ascii: "\""))
        return
      }
      octets.append(addingCapacity: text.count + 2) { room in
        room.append(UInt8(ascii: "\""))
        room.append(text)
        room.append(UInt8(ascii: "\""))
      }
    }
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices where text[index].isEscapedInJSON {
      octets.append(contentsOf: text[start..<index])
      octets.append(contentsOf: Self.escape(of: text[index]).utf8)
      start = index + 1
    }
    octets.append(contentsOf: text[start...])
  }

  private static func escape(of octet: UInt8) -> String {
    switch octet {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    default: "\\u00" + octet.hexadecimal
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { octets.append(contentsOf: $0) }
  }
}
