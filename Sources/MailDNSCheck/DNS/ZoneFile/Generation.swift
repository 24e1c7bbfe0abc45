/// A $GENERATE directive: lines that differ in a number (BIND's Administrator Reference Manual, "The $GENERATE Directive").
struct Generation: Sendable {
  let first: UInt32
  let last: UInt32
  let step: UInt32
  private let owner: MasterFileToken
  /// TTL, class and type, in which nothing is replaced, and the data.
  private let head: [ArraySlice<UInt8>]
  private let data: [MasterFileToken]
  /// Whether a `;` ended the text of a right side that somebody forgot to quote.
  let isCut: Bool
  /// Where servers make different things of a side: how, and that side as it stands, safe to show. Nil where all read the same.
  let ambiguity: (Ambiguity, text: String)?
  let position: ZoneFilePosition

  /// Why servers make different things of a side: of the right one BIND takes one word, and reads that once more without its quotation
  /// marks; PowerDNS takes the rest of the line. Measured with BIND 9.18 and PowerDNS 4.7.
  enum Ambiguity: Hashable, Sendable {
    /// More than one word, which BIND refuses.
    case severalWords
    /// A text in quotation marks that has blanks, `;` or parentheses in it: it is in pieces or cut on BIND.
    case textReadAnew
    /// Fields in quotation marks, which PowerDNS takes for a part of the record, and refuses.
    case quotedFields
    /// A backslash, which PowerDNS leaves out, or `$$`, for which it puts the number in twice.
    case escaped
    /// A `$` behind `${offset}` in one word, to which BIND adds the offset, too.
    case carriedOffset
    /// Parentheses, which BIND refuses.
    case parentheses
  }

  /// Lines of one directive.
  static let maximumLines = 65_536

  /// `fields` are those of the entry behind the directive's name.
  init(_ fields: inout MasterFileFields, of entry: MasterFileEntry) throws(ZoneFileError.Fault) {
    let range = try fields.nextBare(.range)
    position = range.position
    guard let (first, last, step) = Self.numbers(range.text) else {
      throw range.fault(.badField(.range, range.shown))
    }
    guard (Int(last) - Int(first)) / Int(step) < Self.maximumLines else {
      throw range.fault(.generatesTooMuch(maximum: Self.maximumLines))
    }
    (self.first, self.last, self.step) = (first, last, step)
    owner = try fields.nextBare(.domainName)
    var head: [ArraySlice<UInt8>] = []
    while head.count < 3 {
      let token = try fields.nextBare(.type)
      head.append(token.text)
      let isSeconds = token.text.first?.isDigit == true
      if !isSeconds, !token.text.equalsIgnoringCase("IN") { break }
    }
    self.head = head
    let data = Array(try fields.rest(.string))
    self.data = data
    let isText = head.last.map { $0.equalsIgnoringCase("TXT") || $0.equalsIgnoringCase("SPF") } ?? false
    isCut = isText && entry.cut != nil && data.allSatisfy { !$0.isQuoted }
    let rightSide = data.map { $0.isQuoted ? "\"\($0.shown)\"" : $0.shown }.joined(separator: " ")
    if entry.isGrouped {
      ambiguity = (.parentheses, rightSide)
    } else if owner.text.carriesOffset {
      ambiguity = (.carriedOffset, owner.shown)
    } else {
      ambiguity = Self.ambiguity(of: data, isText: isText).map { ($0, rightSide) }
    }
  }

  private static func ambiguity(of data: [MasterFileToken], isText: Bool) -> Ambiguity? {
    guard data.count == 1, let word = data.first else { return .severalWords }
    if word.isQuoted, !isText { return .quotedFields }
    if word.isQuoted, word.text.isReadAnewOtherwise { return .textReadAnew }
    if word.text.carriesOffset { return .carriedOffset }
    return word.text.hasEscapesOfBINDAlone(isQuoted: word.isQuoted) ? .escaped : nil
  }

  /// `1-9` or `0-254/2`.
  private static func numbers(_ text: ArraySlice<UInt8>) -> (UInt32, UInt32, UInt32)? {
    let parts = text.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    let ends = parts[0].split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, let first = MasterFileNumber.decimal(ends[0]),
      let last = MasterFileNumber.decimal(ends[1]), first <= last, last <= UInt32(Int32.max)
    else { return nil }
    guard parts.count == 2 else { return (first, last, 1) }
    guard let step = MasterFileNumber.decimal(parts[1]), step > 0, step <= UInt32(Int32.max) else {
      return nil
    }
    return (first, last, step)
  }

  /// Every number that takes the place of `$`.
  var values: StrideThrough<Int> { stride(from: Int(first), through: Int(last), by: Int(step)) }

  /// The line for `value`.
  func line(_ value: Int) throws(ZoneFileError.Fault) -> [UInt8] {
    var line = try replaced(owner, value)
    for word in head { line += [UInt8(ascii: " ")] + word }
    for token in data {
      line.append(UInt8(ascii: " "))
      let text = try replaced(token, value)
      if !token.isQuoted {
        line += text
      } else if data.count == 1 {
        // What stands in the quotation marks is read anew.
        line += text.withoutQuoteEscapes
      } else {
        // BIND refuses several words; they are as PowerDNS has them.
        line += [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
      }
    }
    guard line.count <= MasterFileTokenizer.maximumEntryLength else {
      throw ZoneFileError.Fault(.entryTooLong, at: position)
    }
    return line
  }

  /// `$` is the number, `${offset[,width[,base]]}` the number as it says, `\$` and `$$` a dollar sign. In BIND an offset holds for
  /// every further `$` of the word.
  private func replaced(_ token: MasterFileToken, _ value: Int) throws(ZoneFileError.Fault) -> [UInt8] {
    var result: [UInt8] = []
    var rest = token.text
    var offset = 0
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "\\"), let next = rest.popFirst() {
        result += [octet, next]
      } else if octet != UInt8(ascii: "$") {
        result.append(octet)
      } else if rest.first == UInt8(ascii: "$") {
        rest = rest.dropFirst()
        result += [UInt8(ascii: "\\"), UInt8(ascii: "$")]
      } else if rest.first == UInt8(ascii: "{") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")),
          let number = Self.formatted(value, rest[(rest.startIndex + 1)..<end])
        else {
          let place = token.position(at: token.text.count - rest.count - 1)
          throw ZoneFileError.Fault(.badField(.modifiers, token.shown), at: place)
        }
        result += number.digits
        offset = number.offset
        rest = rest[(end + 1)...]
      } else {
        result += String(value + offset).utf8
      }
    }
    return result
  }

  private static func formatted(
    _ value: Int, _ format: ArraySlice<UInt8>
  ) -> (digits: [UInt8], offset: Int)? {
    let parts = format.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let offset = Int(String(decoding: parts[0], as: UTF8.self)),
      abs(offset) <= Int(Int32.max)
    else { return nil }
    var width = 0
    if parts.count > 1 {
      guard let stated = MasterFileNumber.decimal(parts[1]), stated <= 255 else { return nil }
      width = Int(stated)
    }
    guard let number = Int32(exactly: value + offset) else { return nil }
    let base = parts.count > 2 ? parts[2].first : UInt8(ascii: "d")
    let sign = number < 0 && base == UInt8(ascii: "d") ? "-" : ""
    // Negative ones in other bases as C has them, and with it all that read the directive.
    let octets = UInt32(bitPattern: number)
    let digits: String
    switch base {
    case UInt8(ascii: "d"): digits = String(number.magnitude)
    case UInt8(ascii: "o"): digits = String(octets, radix: 8)
    case UInt8(ascii: "x"): digits = String(octets, radix: 16)
    case UInt8(ascii: "X"): digits = String(octets, radix: 16, uppercase: true)
    case UInt8(ascii: "n"): return nibbles(Int(number), width, isUpperCase: false).map { ($0, offset) }
    case UInt8(ascii: "N"): return nibbles(Int(number), width, isUpperCase: true).map { ($0, offset) }
    default: return nil
    }
    let padding = String(repeating: "0", count: max(0, width - sign.utf8.count - digits.utf8.count))
    return (Array((sign + padding + digits).utf8), offset)
  }

  /// Hexadecimal digits from the last to the first, each with a dot between: for names below ip6.arpa.
  private static func nibbles(_ number: Int, _ width: Int, isUpperCase: Bool) -> [UInt8]? {
    guard number >= 0 else { return nil }
    var digits = Array(String(number, radix: 16, uppercase: isUpperCase).utf8.reversed())
    // The width counts the dots, too.
    while digits.count * 2 - 1 < width { digits.append(UInt8(ascii: "0")) }
    return Array(digits.map { [$0] }.joined(separator: [UInt8(ascii: ".")]))
  }
}

extension ArraySlice<UInt8> {
  /// Whether the text between quotation marks means something else where it stands without them.
  fileprivate var isReadAnewOtherwise: Bool {
    var rest = self
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "\\") {
        if rest.popFirst() == UInt8(ascii: "\"") { return true }
      } else if octet.isWhitespace || ";()".utf8.contains(octet) {
        return true
      }
    }
    return false
  }

  /// Whether a backslash stands where PowerDNS makes something else of what follows it, or a dollar sign before another.
  fileprivate func hasEscapesOfBINDAlone(isQuoted: Bool) -> Bool {
    var rest = self
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "\\"), let next = rest.popFirst(), next != UInt8(ascii: "$") {
        if !isQuoted || next.isDigit || "\\\"".utf8.contains(next) { return true }
      }
      if octet == UInt8(ascii: "$"), rest.first == UInt8(ascii: "$") { return true }
    }
    return false
  }

  /// Whether a `$` stands behind `${…}`.
  fileprivate var carriesOffset: Bool {
    var rest = self
    var isBehind = false
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "\\") {
        rest = rest.dropFirst()
      } else if octet == UInt8(ascii: "$") {
        switch rest.first {
        case UInt8(ascii: "{"): isBehind = true
        case UInt8(ascii: "$"): rest = rest.dropFirst()
        default: if isBehind { return true }
        }
      }
    }
    return false
  }
}

extension [UInt8] {
  /// The same with `"` for `\"`, as it is where quotation marks around it have been taken away.
  fileprivate var withoutQuoteEscapes: [UInt8] {
    var result: [UInt8] = []
    var rest = self[...]
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        result.append(octet)
        continue
      }
      if next != UInt8(ascii: "\"") { result.append(octet) }
      result.append(next)
    }
    return result
  }
}
