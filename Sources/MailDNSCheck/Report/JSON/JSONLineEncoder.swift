/// Writes a value as JSON on one line (RFC 8259), keys sorted, octet for octet what `JSONEncoder` makes of it.
///
/// Reports on a hundred thousand domains are written this way; `JSONEncoder`, which builds a tree of every value first, took
/// a fifth of such a run. Containers are to be filled one after the other, as the compiler's own code does.
struct JSONLineEncoder {
  /// Throws what the value's own `encode(to:)` throws.
  static func encode(_ value: some Encodable) throws -> String {
    let text = JSONLine()
    try text.write(value)
    return String(decoding: text.octets, as: UTF8.self)
  }
}

/// The line so far. One object or array is written at a time; those around it wait, still open.
private final class JSONLine {
  private(set) var octets: [UInt8] = []
  /// The objects and arrays that are open, the innermost last.
  private var open: [Frame] = []
  /// The members of everything that is open, outer ones first, and where each begins.
  private var members: [(key: String, start: Int)] = []

  private struct Frame {
    let start: Int
    let isObject: Bool
    let firstMember: Int
  }

  init() { octets.reserveCapacity(8_192) }

  /// Writes `value`, and ends what it has opened.
  func write<Value: Encodable>(_ value: Value) throws {
    // Comparing types first is far cheaper than a cast that fails.
    if Value.self == String.self, let text = value as? String {
      append(text)
    } else if Value.self == Int.self, let number = value as? Int {
      append(number)
    } else if Value.self == [String].self, let texts = value as? [String] {
      append(texts)
    } else if Value.self == Bool.self, let flag = value as? Bool {
      append(flag)
    } else {
      let depth = open.count
      try value.encode(to: JSONLineValue(line: self, depth: depth))
      close(to: depth)
    }
  }

  func append(_ flag: Bool) { octets += (flag ? "true" : "false").utf8 }

  func append(_ number: some BinaryInteger) { octets += String(number).utf8 }

  func append(_ number: Double) {
    let text = number.description
    octets += (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8
  }

  func append(_ text: String) {
    octets.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      if utf8.contains(where: Self.mustBeEscaped) {
        octets += utf8.flatMap(Self.escaped)
      } else {
        octets.append(contentsOf: utf8)
      }
    }
    octets.append(UInt8(ascii: "\""))
  }

  private func append(_ texts: [String]) {
    octets.append(UInt8(ascii: "["))
    var isFirst = true
    for text in texts {
      if !isFirst { octets.append(UInt8(ascii: ",")) }
      isFirst = false
      append(text)
    }
    octets.append(UInt8(ascii: "]"))
  }

  private static func mustBeEscaped(_ octet: UInt8) -> Bool {
    octet < 0x20 || octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "\\")
  }

  private static func escaped(_ octet: UInt8) -> [UInt8] {
    guard mustBeEscaped(octet) else { return [octet] }
    return octet < 0x20 ? Array(escape(of: octet).utf8) : [UInt8(ascii: "\\"), octet]
  }

  private static func escape(of octet: UInt8) -> String {
    switch octet {
    case 0x08: "\\b"
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0C: "\\f"
    case 0x0D: "\\r"
    default: "\\u00" + octet.hexadecimal
    }
  }

  func appendNull() { octets += "null".utf8 }

  /// Opens an object or an array.
  func begin(isObject: Bool) {
    open.append(Frame(start: octets.count, isObject: isObject, firstMember: members.count))
    octets.append(UInt8(ascii: isObject ? "{" : "["))
  }

  /// Begins the next member of the innermost object, once whatever is open deeper than `depth` has been closed.
  func beginMember(_ key: String, depth: Int) {
    close(to: depth)
    separate(key)
    append(key)
    octets.append(UInt8(ascii: ":"))
  }

  func beginElement(depth: Int) {
    close(to: depth)
    separate("")
  }

  private func separate(_ key: String) {
    if members.count > open[open.count - 1].firstMember { octets.append(UInt8(ascii: ",")) }
    members.append((key, octets.count))
  }

  /// Number of elements of the array at `depth`; what is open deeper is closed.
  func elementCount(depth: Int) -> Int {
    close(to: depth)
    return members.count - open[depth - 1].firstMember
  }

  var depth: Int { open.count }

  func close(to depth: Int) {
    while open.count > depth { close() }
  }

  private func close() {
    let frame = open.removeLast()
    if frame.isObject { sort(frame) }
    members.removeLast(members.count - frame.firstMember)
    octets.append(UInt8(ascii: frame.isObject ? "}" : "]"))
  }

  /// Puts the members of an object in the order of their keys.
  private func sort(_ frame: Frame) {
    let members = members[frame.firstMember...]
    if zip(members, members.dropFirst()).allSatisfy({ $0.key < $1.key }) { return }
    var sorted: [UInt8] = []
    sorted.reserveCapacity(octets.count - frame.start)
    for index in members.indices.sorted(by: { members[$0].key < members[$1].key }) {
      if !sorted.isEmpty { sorted.append(UInt8(ascii: ",")) }
      let end = index + 1 < members.endIndex ? members[index + 1].start - 1 : octets.count
      sorted += octets[members[index].start..<end]
    }
    octets.removeLast(sorted.count)
    octets += sorted
  }
}

/// Where one value goes; it opens an object or an array at `depth`, or is a value without parts.
private struct JSONLineValue: Encoder, SingleValueEncodingContainer {
  let line: JSONLine
  let depth: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    line.begin(isObject: true)
    return KeyedEncodingContainer(JSONLineObject<Key>(line: line, depth: line.depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    line.begin(isObject: false)
    return JSONLineArray(line: line, depth: line.depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { line.appendNull() }
  func encode(_ value: Double) { line.append(value) }
  func encode(_ value: Float) { line.append(Double(value)) }

  func encode<Value: Encodable>(_ value: Value) throws {
    // A number writes itself by way of this container.
    if let number = value as? any BinaryInteger { line.append(number) } else { try line.write(value) }
  }
}

private struct JSONLineObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let line: JSONLine
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    line.beginMember(key.stringValue, depth: depth)
    line.appendNull()
  }

  func encode(_ value: String, forKey key: Key) {
    line.beginMember(key.stringValue, depth: depth)
    line.append(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    line.beginMember(key.stringValue, depth: depth)
    line.append(value)
  }

  func encode(_ value: Bool, forKey key: Key) {
    line.beginMember(key.stringValue, depth: depth)
    line.append(value)
  }

  func encode(_ value: Double, forKey key: Key) {
    line.beginMember(key.stringValue, depth: depth)
    line.append(value)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    line.beginMember(key.stringValue, depth: depth)
    try line.write(value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    line.beginMember(key.stringValue, depth: depth)
    return JSONLineValue(line: line, depth: depth).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    line.beginMember(key.stringValue, depth: depth)
    return JSONLineValue(line: line, depth: depth).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONLineValue(line: line, depth: depth) }
  func superEncoder(forKey key: Key) -> any Encoder { JSONLineValue(line: line, depth: depth) }
}

private struct JSONLineArray: UnkeyedEncodingContainer {
  let line: JSONLine
  let depth: Int

  var codingPath: [any CodingKey] { [] }
  var count: Int { line.elementCount(depth: depth) }

  func encodeNil() {
    line.beginElement(depth: depth)
    line.appendNull()
  }

  func encode(_ value: Double) {
    line.beginElement(depth: depth)
    line.append(value)
  }

  func encode<Value: Encodable>(_ value: Value) throws {
    line.beginElement(depth: depth)
    try line.write(value)
  }

  func nestedContainer<NestedKey: CodingKey>(keyedBy keyType: NestedKey.Type) -> KeyedEncodingContainer<
    NestedKey
  > {
    line.beginElement(depth: depth)
    return JSONLineValue(line: line, depth: depth).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    line.beginElement(depth: depth)
    return JSONLineValue(line: line, depth: depth).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { JSONLineValue(line: line, depth: depth) }
}
