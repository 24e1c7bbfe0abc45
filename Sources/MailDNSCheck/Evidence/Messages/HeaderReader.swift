/// Reads the header of a message, also one that was pasted and has lost the blanks in front of folded lines.
///
/// Lines end in LF or CRLF; blank lines in front are skipped, and what stands behind the first blank line after a field is
/// the body.
struct HeaderReader {
  private let octets: ArraySlice<UInt8>
  private var fields: [HeaderField] = []
  private var bound: HeaderBound?
  private let isFoldingLost: Bool
  /// Whether a line without a blank in front went on with the field before.
  private var wasFolded = false
  /// The field under way: its name, the places of its value, and how long that is.
  private var name: FieldName?
  private var pieces: [Range<Int>] = []
  private var length = 0

  /// Nil where there is no field at all.
  static func section(of octets: ArraySlice<UInt8>, isCut: Bool = false) -> HeaderSection? {
    let lines = HeaderLines(octets)
    let isFoldingLost = !lines.places.contains { octets.hasBlank(at: $0) }
    var reader = HeaderReader(octets, isFoldingLost: isFoldingLost)
    for line in lines.places {
      guard reader.fields.count < HeaderSection.maximumFields else {
        reader.bound = .fields
        break
      }
      reader.take(line)
    }
    if reader.fields.count < HeaderSection.maximumFields {
      reader.close()
    } else if reader.name != nil {
      reader.bound = .fields
    }
    guard !reader.fields.isEmpty else { return nil }
    return HeaderSection(
      fields: reader.fields, bound: reader.bound ?? (lines.isCut ? .lines : isCut ? .octets : nil),
      isFoldingLost: isFoldingLost && reader.wasFolded)
  }

  private init(_ octets: ArraySlice<UInt8>, isFoldingLost: Bool) {
    self.octets = octets
    self.isFoldingLost = isFoldingLost
    fields.reserveCapacity(64)
    pieces.reserveCapacity(16)
  }

  private mutating func take(_ line: Range<Int>) {
    if octets.hasBlank(at: line) {
      goOn(with: line)
    } else if let (name, rest) = field(line) {
      close()
      self.name = name
      let end = min(rest.upperBound, rest.lowerBound + HeaderField.maximumLength)
      if end < rest.upperBound { bound = .fieldLength }
      pieces.append(rest.lowerBound..<end)
      length = rest.count
    } else {
      if name != nil { wasFolded = true }
      goOn(with: line)
    }
  }

  private mutating func goOn(with line: Range<Int>) {
    guard name != nil else { return }
    guard length + line.count < HeaderField.maximumLength else {
      bound = .fieldLength
      return
    }
    pieces.append(line)
    length += line.count + 1
  }

  /// Unfolding (RFC 5322 §2.2.3); where the blank is gone, one is put in its place.
  private mutating func close() {
    guard let name else { return }
    defer {
      self.name = nil
      pieces.removeAll(keepingCapacity: true)
    }
    if pieces.count == 1 {
      fields.append(HeaderField(name: name, value: Array(octets[pieces[0]].trimmingWhitespace)))
      return
    }
    var value: [UInt8] = []
    value.reserveCapacity(length)
    for piece in pieces {
      if value.isEmpty {
        value += octets[piece].drop(while: \.isWhitespace)
      } else {
        if !octets.hasBlank(at: piece) { value.append(0x20) }
        value += octets[piece]
      }
    }
    while value.last?.isWhitespace == true { value.removeLast() }
    fields.append(HeaderField(name: name, value: value))
  }

  /// The field that begins in `line`; nil where it goes on with the one before.
  private func field(_ line: Range<Int>) -> (name: FieldName, rest: Range<Int>)? {
    guard let start = FieldStart(at: line, in: octets) else { return nil }
    let name = FieldName(octets[start.name])
    let rest = (start.colon + 1)..<line.upperBound
    let value = octets[rest]
    if isFoldingLost ? !begins(name, value) : evidentlyGoesOn(name, value) { return nil }
    return (name, rest)
  }

  /// Whether a line without a blank in front begins a field, and does not go on with one: `CIP:192.0.2.1;…`,
  /// `Subject:Date:To;` of a signature's `h=`, `https://…` and the second half of a time have no blank behind the colon.
  private func begins(_ name: FieldName, _ rest: ArraySlice<UInt8>) -> Bool {
    if rest.first?.isSpaceOrTab ?? true { return true }
    if let last = self.name, Self.listsOfNames.contains(last) { return false }
    return name.text.utf8.contains(UInt8(ascii: "-")) || Self.plainNames.contains(name)
  }

  /// The same where only some blanks are gone, as where a quotation was filled anew: told of lines only that Microsoft's
  /// lists and the `h=` of a signature have, behind a value that is not yet there or ends in the midst of its list.
  private func evidentlyGoesOn(_ name: FieldName, _ rest: ArraySlice<UInt8>) -> Bool {
    guard let last = self.name, let piece = pieces.last, let first = rest.first, !first.isSpaceOrTab else {
      return false
    }
    let before = octets[piece].trimmingWhitespace
    if Self.listsOfNames.contains(last) {
      return before.last == UInt8(ascii: ":")
        || Self.listStarts.contains { before.reversed().starts(with: $0) }
    }
    guard !name.text.utf8.contains(UInt8(ascii: "-")), !Self.plainNames.contains(name) else { return false }
    let isList = rest.contains(UInt8(ascii: ";")) || rest.contains(UInt8(ascii: "|"))
    if before.last == UInt8(ascii: ";") || before.last == UInt8(ascii: "|") { return isList }
    guard pieces.allSatisfy({ octets[$0].allSatisfy(\.isWhitespace) }) else { return false }
    return isList || Self.microsoft.contains { last.hasPrefix($0) }
  }

  private static let microsoft = ["x-ms-", "x-forefront-", "x-microsoft-"]
  /// `h=` behind another tag, backwards.
  private static let listStarts = ["=h ", "=h\t", "=h;"].map { Array($0.utf8) }
  private static let listsOfNames: Set<FieldName> = [
    "dkim-signature", "arc-message-signature", "x-google-dkim-signature", "domainkey-signature",
  ]
  private static let plainNames: Set<FieldName> = [
    "from", "to", "cc", "bcc", "subject", "date", "received", "sender", "received-spf", "organization",
    "comments", "keywords", "references", "importance", "priority", "precedence", "sensitivity", "status",
    "lines", "newsgroups", "xref", "organisation", "encrypted", "expires", "supersedes", "path",
  ]
}

extension ArraySlice<UInt8> {
  /// Whether the line there is one that goes on with the one before.
  fileprivate func hasBlank(at line: Range<Int>) -> Bool {
    !line.isEmpty && self[line.lowerBound].isSpaceOrTab
  }
}
