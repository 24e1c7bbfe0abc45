/// Writes JSON (RFC 8259), octet for octet what `JSONEncoder` makes of the same values with sorted keys and plain slashes, on
/// one line or with a line for each member and element.
///
/// Reports on a hundred thousand domains are written this way: `JSONEncoder` builds a tree of every value first, and whatever
/// goes through `Encodable` puts a box around every container.
struct JSONWriter: ~Copyable {
  private var text = GrowingBuffer<UInt8>(capacity: 8_192)
  private let isPretty: Bool
  /// Objects and arrays that are open.
  private var depth = 0
  /// Whether nothing stands yet in the innermost of them.
  private var isEmpty = true

  init(pretty: Bool) {
    isPretty = pretty
  }

  /// What has been written.
  var octets: [UInt8] { Array(text.elements(from: 0)) }

  /// Ends a text that is a line.
  mutating func endLine() { text.append(UInt8(ascii: "\n")) }

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

  mutating func addNull(_ key: StaticString) {
    begin(key)
    writeNull()
  }

  /// The same with an array, each of whose elements `write` adds.
  mutating func add<Element>(
    _ key: StaticString, each elements: [Element], _ write: (borrowing Element, inout JSONWriter) -> Void
  ) {
    begin(key)
    self.write(elements, write)
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
    write(elements) { element, json in element.write(to: &json) }
  }

  private mutating func write<Element>(
    _ elements: [Element], _ write: (borrowing Element, inout JSONWriter) -> Void
  ) {
    begin(UInt8(ascii: "["))
    // Where they lie: to take each of them out would count references to all that is in it.
    elements.withUnsafeBufferPointer { elements in
      for index in elements.indices {
        separate()
        write(elements[index], &self)
      }
    }
    end(UInt8(ascii: "]"))
  }

  private mutating func begin(_ bracket: UInt8) {
    text.append(bracket)
    depth += 1
    isEmpty = true
    if isPretty { text.append(UInt8(ascii: "\n")) }
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if isPretty {
      text.append(UInt8(ascii: "\n"))
      indent()
    }
    text.append(bracket)
    // What has ended is itself in what is open now.
    isEmpty = false
  }

  /// Begins a member. On one line, where there are a hundred thousand reports, all that stands before the value goes in at once.
  private mutating func begin(_ key: StaticString) {
    guard !isPretty else {
      separate()
      text.append(UInt8(ascii: "\""))
      append(key)
      append("\" : ")
      return
    }
    let comma = isEmpty ? 0 : 1
    isEmpty = false
    key.withUTF8Buffer { key in
      let room = text.extend(by: comma + key.count + 3)
      if comma > 0 { room[0] = UInt8(ascii: ",") }
      room[comma] = UInt8(ascii: "\"")
      room.fill(from: key, at: comma + 1)
      room[comma + key.count + 1] = UInt8(ascii: "\"")
      room[comma + key.count + 2] = UInt8(ascii: ":")
    }
  }

  /// Begins a member or an element.
  private mutating func separate() {
    if !isEmpty { append(isPretty ? ",\n" : ",") }
    isEmpty = false
    if isPretty { indent() }
  }

  private mutating func indent() {
    for _ in 0..<(2 * depth) { text.append(UInt8(ascii: " ")) }
  }

  // MARK: Values without parts

  mutating func writeNull() { append("null") }

  mutating func write(_ flag: Bool) { append(flag ? "true" : "false") }

  mutating func write(_ number: some FixedWidthInteger) { append(String(number)) }

  mutating func write(_ number: Double) {
    let digits = number.description
    append(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
  }

  mutating func write(_ value: borrowing String) { value.utf8.span.withUnsafeBufferPointer { write($0) } }

  /// A text of UTF-8.
  mutating func write(_ value: UnsafeBufferPointer<UInt8>) {
    guard !UnsafeRawBufferPointer(value).hasWhatJSONEscapes else {
      text.append(UInt8(ascii: "\""))
      appendEscaped(value)
      text.append(UInt8(ascii: "\""))
      return
    }
    write(plain: value)
  }

  /// A text in which nothing has to be escaped.
  mutating func write(plain value: UnsafeBufferPointer<UInt8>) {
    let room = text.extend(by: value.count + 2)
    room[0] = UInt8(ascii: "\"")
    room.fill(from: value, at: 1)
    room[value.count + 1] = UInt8(ascii: "\"")
  }

  private mutating func appendEscaped(_ value: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in value.indices where value[index].isEscapedInJSON {
      append(UnsafeBufferPointer(rebasing: value[start..<index]))
      append(Self.escape(of: value[index]))
      start = index + 1
    }
    append(UnsafeBufferPointer(rebasing: value[start...]))
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

  private mutating func append(_ value: StaticString) { value.withUTF8Buffer { append($0) } }

  private mutating func append(_ value: borrowing String) {
    value.utf8.span.withUnsafeBufferPointer { append($0) }
  }

  private mutating func append(_ octets: UnsafeBufferPointer<UInt8>) {
    text.extend(by: octets.count).fill(from: octets, at: 0)
  }
}
