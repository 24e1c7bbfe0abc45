/// Reads the header of a message, also one that was pasted and has lost the blanks in front of folded lines.
///
/// Lines end in LF or CRLF; blank lines in front are skipped, and what stands behind the first blank line after a field is
/// the body.
struct HeaderReader {
  private var fields: [(name: String, value: [UInt8])] = []
  private var isCut = false
  private let isFoldingLost: Bool

  /// Nil where there is no field at all.
  static func section(of octets: ArraySlice<UInt8>, isCut: Bool = false) -> HeaderSection? {
    let lines = headerLines(of: octets)
    guard !lines.isEmpty else { return nil }
    var reader = HeaderReader(isFoldingLost: !lines.contains { $0.first?.isSpaceOrTab == true })
    for line in lines {
      guard reader.fields.count <= HeaderSection.maximumFields else {
        reader.isCut = true
        break
      }
      reader.take(line)
    }
    let found = reader.fields.prefix(HeaderSection.maximumFields).map { field in
      HeaderField(name: field.name, value: Array(field.value.trimmingWhitespace))
    }
    guard !found.isEmpty else { return nil }
    return HeaderSection(
      fields: found, isCut: isCut || reader.isCut, isFoldingLost: reader.isFoldingLost && reader.wasFolded)
  }

  /// Whether a line without a blank in front went on with the field before.
  private var wasFolded = false

  private init(isFoldingLost: Bool) { self.isFoldingLost = isFoldingLost }

  /// The lines up to the blank one that ends the header, without their ends.
  private static func headerLines(of octets: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = octets.startIndex
    while start < octets.endIndex {
      let end = octets[start...].firstIndex(of: 0x0A) ?? octets.endIndex
      var line = octets[start..<end]
      while line.last == 0x0D { line = line.dropLast() }
      start = end < octets.endIndex ? end + 1 : end
      if lines.isEmpty {
        // `>From ` and `From ` are how mailboxes put a message apart (RFC 4155), no fields.
        if line.allSatisfy(\.isWhitespace) || line.starts(with: Self.mboxMark)
          || line.first == UInt8(ascii: ">") && line.dropFirst().starts(with: Self.mboxMark)
        {
          continue
        }
        lines.append(line)
      } else if line.isEmpty {
        break
      } else {
        lines.append(line)
      }
    }
    return lines
  }

  private static let mboxMark = Array("From ".utf8)

  private mutating func take(_ line: ArraySlice<UInt8>) {
    if line.first?.isSpaceOrTab == true {
      goOn(with: line)
    } else if let (name, rest) = field(line) {
      fields.append((name, Array(rest.prefix(HeaderField.maximumLength))))
    } else {
      wasFolded = true
      goOn(with: line)
    }
  }

  /// Unfolding (RFC 5322 §2.2.3); where the blank is gone, one is put in its place.
  private mutating func goOn(with line: ArraySlice<UInt8>) {
    guard let index = fields.indices.last else { return }
    guard fields[index].value.count + line.count < HeaderField.maximumLength else {
      isCut = true
      return
    }
    if line.first?.isSpaceOrTab != true { fields[index].value.append(0x20) }
    fields[index].value += line
  }

  /// The field that begins in `line`; nil where it goes on with the one before.
  private func field(_ line: ArraySlice<UInt8>) -> (name: String, rest: ArraySlice<UInt8>)? {
    guard let colon = line.prefix(Self.maximumNameLength).firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    // A blank before the colon is obsolete, and is taken (RFC 5322 §4.5).
    let octets = line[..<colon].trimmingWhitespace
    let rest = line[(colon + 1)...]
    guard octets.first?.isLetter == true, octets.allSatisfy(\.isFieldName) else { return nil }
    let name = String(decoding: octets.lazy.map(\.asciiLowercased), as: UTF8.self)
    if isFoldingLost, !begins(name, rest) { return nil }
    return (name, rest)
  }

  private static let maximumNameLength = 256

  /// Whether a line without a blank in front begins a field, and does not go on with one: `CIP:192.0.2.1;…`,
  /// `Subject:Date:To;` of a signature's `h=`, `https://…` and the second half of a time have no blank behind the colon.
  private func begins(_ name: String, _ rest: ArraySlice<UInt8>) -> Bool {
    if rest.first?.isSpaceOrTab ?? true { return true }
    if let last = fields.last?.name, Self.listsOfNames.contains(last) { return false }
    return name.utf8.contains(UInt8(ascii: "-")) || Self.plainNames.contains(name)
  }

  private static let listsOfNames: Set<String> = [
    "dkim-signature", "arc-message-signature", "x-google-dkim-signature", "domainkey-signature",
  ]
  private static let plainNames: Set<String> = [
    "from", "to", "cc", "bcc", "subject", "date", "received", "sender", "received-spf", "organization",
    "comments", "keywords", "references",
  ]
}

extension UInt8 {
  /// What names of fields are made of in practice; `ftext` of RFC 5322 §3.6.8 has brackets and `=` too, by which folded
  /// values are told from names.
  fileprivate var isFieldName: Bool {
    isLetterDigitHyphen || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
  }
}
