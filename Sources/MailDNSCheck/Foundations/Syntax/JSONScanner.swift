import Glibc

/// Goes through JSON (RFC 8259) where it lies in memory and takes out only what it is asked for; all else is passed over without
/// being taken apart, at nearly the speed at which the octets come. For files of programs: of what is passed over, only brackets
/// and quotation marks must match.
struct JSONScanner {
  private let octets: UnsafeRawBufferPointer
  /// The octet that is read next.
  private(set) var index: Int
  private var depth = 0

  /// Objects and arrays within each other that are looked into.
  static let maximumDepth = 64

  init(_ octets: UnsafeRawBufferPointer, at index: Int = 0) {
    self.octets = octets
    self.index = index
  }

  /// Why there is no such value, and at which octet.
  struct Fault: Error, Hashable, Sendable {
    let index: Int
    let reason: LocatedJSONError.Reason
  }

  func fault(_ reason: LocatedJSONError.Reason) -> Fault { Fault(index: index, reason: reason) }

  /// The next octet that is no white space; nil at the end.
  mutating func next() -> UInt8? {
    while index < octets.count {
      let octet = octets[index]
      guard octet.isWhitespace else { return octet }
      index += 1
    }
    return nil
  }

  /// Goes on behind the octet under the scanner.
  mutating func advance() { index = min(index + 1, octets.count) }

  /// Hands over the members one after the other; `member` reads or skips the value. False, and the value skipped, where it is no
  /// object.
  @discardableResult
  mutating func object(
    _ member: (inout JSONScanner, String) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    try members({ scanner throws(Fault) in try scanner.string() }, member)
  }

  /// The same with the octets of each name as they are written.
  @discardableResult
  mutating func rawObject(
    _ member: (inout JSONScanner, UnsafeRawBufferPointer) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    try members({ scanner throws(Fault) in try scanner.rawString() }, member)
  }

  private mutating func members<Name>(
    _ name: (inout JSONScanner) throws(Fault) -> Name,
    _ member: (inout JSONScanner, Name) throws(Fault) -> Void
  ) throws(Fault) -> Bool {
    guard next() == UInt8(ascii: "{") else {
      try skip()
      return false
    }
    try list(until: UInt8(ascii: "}")) { scanner throws(Fault) in
      guard scanner.next() == UInt8(ascii: "\"") else { throw scanner.fault(.missingName) }
      let name = try name(&scanner)
      guard scanner.next() == UInt8(ascii: ":") else { throw scanner.fault(.missingColon) }
      scanner.advance()
      try member(&scanner, name)
    }
    return true
  }

  /// The same with the elements of an array.
  @discardableResult
  mutating func array(_ element: (inout JSONScanner) throws(Fault) -> Void) throws(Fault) -> Bool {
    guard next() == UInt8(ascii: "[") else {
      try skip()
      return false
    }
    try list(until: UInt8(ascii: "]"), element)
    return true
  }

  private mutating func list(
    until end: UInt8, _ element: (inout JSONScanner) throws(Fault) -> Void
  ) throws(Fault) {
    guard depth < Self.maximumDepth else { throw fault(.tooDeep(maximum: Self.maximumDepth)) }
    depth += 1
    advance()
    if next() != end {
      while true {
        try element(&self)
        let octet = next()
        if octet == end { break }
        guard octet == UInt8(ascii: ",") else {
          throw fault(octet == nil ? .unclosed(Character(Unicode.Scalar(end))) : .missingComma)
        }
        advance()
      }
    }
    advance()
    depth -= 1
  }
}

extension JSONScanner {
  /// The string; nil, and the value skipped, where it is none.
  mutating func text() throws(Fault) -> String? {
    if next() == UInt8(ascii: "\"") { return try string() }
    try skip()
    return nil
  }

  /// The strings of an array; what in it is none is left out.
  mutating func texts() throws(Fault) -> [String] {
    var texts: [String] = []
    try array { scanner throws(Fault) in
      if let text = try scanner.text() { texts.append(text) }
    }
    return texts
  }

  mutating func flag() throws(Fault) -> Bool? {
    switch try word() {
    case "true": true
    case "false": false
    default: nil
    }
  }

  mutating func integer() throws(Fault) -> Int? { Int(try word()) }

  /// What is written there that needs no quotation marks; empty where it is something else.
  private mutating func word() throws(Fault) -> String {
    guard let octet = next(), octet != UInt8(ascii: "\""), octet != UInt8(ascii: "{"),
      octet != UInt8(ascii: "[")
    else {
      try skip()
      return ""
    }
    let start = index
    try skip()
    return String(decoding: octets[start..<index], as: UTF8.self)
  }

  /// Goes behind the value.
  mutating func skip() throws(Fault) {
    switch next() {
    case UInt8(ascii: "\"")?: try skipString()
    case UInt8(ascii: "{")?, UInt8(ascii: "[")?: try skipNested()
    case let octet? where octet.isLetter || octet.isDigit || octet == UInt8(ascii: "-"):
      while index < octets.count, octets[index].isWordPart { index += 1 }
    default: throw fault(.missingValue)
    }
  }

  private mutating func skipNested() throws(Fault) {
    let start = index
    var depth = 0
    while index < octets.count {
      switch octets[index] {
      case UInt8(ascii: "\""):
        try skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 {
          index += 1
          return
        }
      default: break
      }
      index += 1
    }
    throw Fault(index: start, reason: .unclosed(octets[start] == UInt8(ascii: "{") ? "}" : "]"))
  }

  /// Goes behind the string that begins here, and returns where its text is.
  @discardableResult
  private mutating func skipString() throws(Fault) -> Range<Int> {
    let start = index + 1
    var from = start
    while let base = octets.baseAddress, from < octets.count,
      let found = memchr(base + from, Int32(UInt8(ascii: "\"")), octets.count - from)
    {
      let end = base.distance(to: UnsafeRawPointer(found))
      // A quotation mark behind an odd number of backslashes is one of the text.
      var slashes = 0
      while end - slashes > start, octets[end - slashes - 1] == UInt8(ascii: "\\") { slashes += 1 }
      from = end + 1
      guard slashes.isMultiple(of: 2) else { continue }
      index = from
      return start..<end
    }
    throw fault(.unclosedString)
  }

  /// The string that begins at the quotation mark under the scanner; U+FFFD for what is no UTF-8.
  mutating func string() throws(Fault) -> String {
    let begin = index
    let range = try skipString()
    if !octets[range].contains(UInt8(ascii: "\\")) { return String(decoding: octets[range], as: UTF8.self) }
    // Escapes are rare: who knows them reads such a string.
    guard var cursor = try? LocatedJSONCursor(Array(octets[begin..<index])), let text = try? cursor.string()
    else {
      throw Fault(index: begin, reason: .badEscape)
    }
    return text
  }

  /// The octets of the string or name under the scanner as they are written, without the quotation marks.
  mutating func rawString() throws(Fault) -> UnsafeRawBufferPointer {
    let range = try skipString()
    return UnsafeRawBufferPointer(rebasing: octets[range])
  }

  /// Goes behind the next string that is `text`, in whatever it is; false, and to the end, where there is none.
  mutating func goBehind(_ text: StaticString) -> Bool {
    while index < octets.count {
      guard octets[index] == UInt8(ascii: "\"") else {
        index += 1
        continue
      }
      guard let string = try? rawString() else { break }
      if string.count == text.utf8CodeUnitCount, text.withUTF8Buffer({ string.elementsEqual($0) }) {
        return true
      }
    }
    index = octets.count
    return false
  }

  /// The octets of the value as they are written, which is passed over.
  mutating func rawValue() throws(Fault) -> UnsafeRawBufferPointer {
    _ = next()
    let start = index
    try skip()
    return UnsafeRawBufferPointer(rebasing: octets[start..<index])
  }
}

extension UInt8 {
  /// Of a number, `true`, `false`, `null`.
  fileprivate var isWordPart: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "+") || self == UInt8(ascii: ".")
  }
}
