/// A TXT record in the notation that MTA-STS and TLS-RPT share: a version, and fields behind it, each `name=value` behind a
/// semicolon (RFC 8461 §3.1, RFC 8460 §3).
protocol TransportRecord: Hashable, Sendable {
  /// What a record begins with, octet for octet; whatever does not is dropped before records are counted.
  static var beginning: StaticString { get }
  /// What a text begins with that was meant as such a record, letters compared without case.
  static var likeness: StaticString { get }

  /// As published.
  var text: [UInt8] { get }

  /// Reads a text that begins with `beginning`.
  init(parsing text: [UInt8]) throws(TransportRecordError)
}

/// What is wrong in such a record, and where.
struct TransportRecordError: Error, Hashable, Sendable {
  let reason: Reason
  /// In octets of the text from 0; empty at the end of the text for what is missing.
  let place: Range<Int>

  enum Reason: Hashable, Sendable {
    /// Nothing between two semicolons.
    case emptyField
    /// A piece without a `=`.
    case missingEquals
    /// A name with other characters than letters, digits, `_`, `-` and `.`, or longer than 32.
    case badName
    case emptyValue
    /// A blank, a control character or a `=`, which a value must not have.
    case badOctet(UInt8)
    /// MTA-STS: no `id`.
    case missingID
    /// MTA-STS: an `id` that is not 1 to 32 letters and digits.
    case badID
    /// TLS-RPT: no `rua`.
    case missingAddresses
  }
}

/// The TXT records at one name, sorted as both documents have it: those that do not begin as such records are dropped first,
/// and unless exactly one is left, there is none.
struct TransportRecordSelection<Record: TransportRecord>: Hashable, Sendable {
  let outcome: Outcome

  enum Outcome: Hashable, Sendable {
    case absent
    /// A text that was meant as one, and is dropped.
    case notRecognized([UInt8])
    case several(Int)
    /// The one that is there can't be used.
    case invalid([UInt8], TransportRecordError)
    case record(Record)
  }

  init(_ texts: [CharacterStrings]) {
    let joined = texts.map(\.joined)
    let records = joined.filter { Record.begins($0) }
    if records.count > 1 {
      outcome = .several(records.count)
    } else if let text = records.first {
      do throws(TransportRecordError) { outcome = .record(try Record(parsing: text)) } catch {
        outcome = .invalid(text, error)
      }
    } else if let text = joined.first(where: Record.resembles) {
      outcome = .notRecognized(text)
    } else {
      outcome = .absent
    }
  }

  /// The one record that counts.
  var record: Record? { if case .record(let record) = outcome { record } else { nil } }

  /// What is published and meant as such a record, usable or not; nil where there is nothing, or more than one.
  var text: [UInt8]? {
    switch outcome {
    case .absent, .several: nil
    case .notRecognized(let text), .invalid(let text, _): text
    case .record(let record): record.text
    }
  }
}

extension TransportRecord {
  fileprivate static func begins(_ text: [UInt8]) -> Bool {
    beginning.withUTF8Buffer { text.starts(with: $0) }
  }

  /// Whether the text was meant: in the wrong case, with a blank too many or in quotation marks.
  fileprivate static func resembles(_ text: [UInt8]) -> Bool {
    let marks = Array("\"\\ \t".utf8)
    let plain = text.drop { marks.contains($0) }.prefix(64).filter { !$0.isSpaceOrTab }
    return plain.startsIgnoringCase(with: likeness)
  }
}

/// The fields behind the version of a record.
struct TransportRecordFields {
  private(set) var fields: [Field] = []

  struct Field {
    let name: String
    let value: ArraySlice<UInt8>
    /// From the first octet of the name to the last one of the value.
    var place: Range<Int>
  }

  /// - Parameter version: The version that `text` begins with, and the semicolon behind it.
  init(_ text: [UInt8], behind version: StaticString) throws(TransportRecordError) {
    let start = version.utf8CodeUnitCount
    guard text.count > start else { return }
    let sections = text[start...].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    for (index, section) in sections.enumerated() {
      let body = section.trimmingBlanks
      if body.isEmpty {
        if index < sections.count - 1 {
          throw TransportRecordError(reason: .emptyField, place: section.indices)
        }
        continue
      }
      guard let equals = body.firstIndex(of: UInt8(ascii: "=")) else {
        throw TransportRecordError(reason: .missingEquals, place: body.indices)
      }
      let name = body[..<equals]
      guard name.isFieldName else {
        throw TransportRecordError(
          reason: .badName, place: name.isEmpty ? body.startIndex..<equals + 1 : name.indices)
      }
      let value = body[(equals + 1)...]
      if value.isEmpty { throw TransportRecordError(reason: .emptyValue, place: body.indices) }
      fields.append(Field(name: String(decoding: name, as: UTF8.self), value: value, place: body.indices))
    }
  }

  /// The first field of that name. Names are compared octet by octet.
  subscript(name: String) -> Field? { fields.first { $0.name == name } }

  /// Throws where the value of a field that nobody knows has octets that no value may have.
  func checkValues(besides known: Set<String>) throws(TransportRecordError) {
    for field in fields where !known.contains(field.name) {
      guard let index = field.value.firstIndex(where: { !$0.isFieldValueOctet }) else { continue }
      throw TransportRecordError(reason: .badOctet(field.value[index]), place: index..<index + 1)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without WSP (RFC 5234) at either end.
  fileprivate var trimmingBlanks: ArraySlice<UInt8> {
    let start = drop(while: \.isSpaceOrTab)
    guard let last = start.lastIndex(where: { !$0.isSpaceOrTab }) else { return self[endIndex..<endIndex] }
    return self[start.startIndex...last]
  }

  fileprivate var isFieldName: Bool {
    guard let first, count <= 32, first.isLetter || first.isDigit else { return false }
    return allSatisfy { $0.isLetterDigitHyphen || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
  }
}

extension UInt8 {
  /// Printable, and neither `=` nor `;`.
  fileprivate var isFieldValueOctet: Bool {
    self > 0x20 && self < 0x7F && self != UInt8(ascii: "=") && self != UInt8(ascii: ";")
  }
}
