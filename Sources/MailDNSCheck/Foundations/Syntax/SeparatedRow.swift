/// One row of a table in text form: the octets of its fields one behind the other, unquoted.
struct SeparatedRow: Hashable, Sendable {
  /// Where the row begins, from 1.
  let line: Int
  fileprivate(set) var octets: [UInt8] = []
  /// Where each field ends.
  fileprivate(set) var ends: [Int] = []

  init(line: Int) { self.line = line }

  var count: Int { ends.count }

  /// The field number `index`, which there is.
  func octets(at index: Int) -> ArraySlice<UInt8> { octets[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  func text(at index: Int) -> String { String(decoding: octets(at: index), as: UTF8.self) }

  /// Whether no field has anything in it.
  var isBlank: Bool { octets.isEmpty }

  mutating func append(_ octet: UInt8) { octets.append(octet) }
  mutating func append(contentsOf piece: ArraySlice<UInt8>) { octets.append(contentsOf: piece) }
  mutating func endField() { ends.append(octets.count) }
}

/// Why a row of a table can't be read.
enum BrokenRowReason: Error, Hashable, Sendable {
  /// A quotation mark that nothing closes, or something else than a separator behind one that closes a field.
  case quotes
  /// Another number of fields than the first row has.
  case fieldCount(Int, expected: Int)
  /// More octets than this.
  case tooLong(maximum: Int)
  /// An object that is no JSON.
  case json(LocatedJSONError.Reason)
  /// Something else than an object among objects, or an object that the end of the file cuts off.
  case notAnObject
  case cutOff
  /// An object that is no report of ours.
  case noReport
  /// A value that can't be what its column says: the column and the text.
  case badValue(column: String, String)
}

/// A row that could not be read, and where it begins.
struct BrokenRow: Hashable, Sendable {
  /// From 1.
  let line: Int
  let reason: BrokenRowReason
}
