/// Takes the objects out of a JSON text as the octets come: one object, an array of them, several one behind the other, or
/// PowerShell's `{"value": […], "Count": n}`. UTF-8; an object of at most `maximumObject` octets in memory.
struct JSONObjectStream: Sendable {
  enum Item: Hashable, Sendable {
    case object(line: Int, [LocatedJSON.Member])
    case broken(BrokenRow)
  }

  /// In octets.
  static let maximumObject = LocatedJSON.maximumSize

  private var object: [UInt8] = []
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isTooLong = false
  /// Lists around the objects that have been opened and not closed.
  private var lists = 0
  /// The rest of the object around PowerShell's list is skipped.
  private var isWrapped = false
  private var line = 1
  private var firstLine = 1
  /// Whether something that is neither an object nor a list has been seen, which is complained of once.
  private var hasStrays = false

  /// The objects that `octets` complete.
  mutating func read(_ octets: [UInt8], isLast: Bool) -> [Item] {
    var items: [Item] = []
    for octet in octets {
      if octet == UInt8(ascii: "\n") { line += 1 }
      if depth == 0 { begin(octet, &items) } else { goOn(octet, &items) }
    }
    if isLast, depth > 0 || lists > 0 && !hasStrays {
      items.append(.broken(BrokenRow(line: depth > 0 ? firstLine : line, reason: .cutOff)))
    }
    return items
  }

  private mutating func begin(_ octet: UInt8, _ items: inout [Item]) {
    switch octet {
    case UInt8(ascii: "{"):
      firstLine = line
      object = [octet]
      (depth, isInString, isEscaped, isTooLong) = (1, false, false, false)
    case UInt8(ascii: "["):
      lists += 1
      guard lists > LocatedJSON.maximumDepth else { break }
      if !hasStrays {
        let reason = LocatedJSONError.Reason.tooDeep(maximum: LocatedJSON.maximumDepth)
        items.append(.broken(BrokenRow(line: line, reason: .json(reason))))
      }
      hasStrays = true
    case UInt8(ascii: ","): break
    case _ where octet.isWhitespace: break
    case UInt8(ascii: "]"):
      lists = max(0, lists - 1)
      // What follows the list of a wrapper is `, "Count": 3 }`.
      if isWrapped { hasStrays = true }
    default:
      if !hasStrays { items.append(.broken(BrokenRow(line: line, reason: .notAnObject))) }
      hasStrays = true
    }
  }

  private mutating func goOn(_ octet: UInt8, _ items: inout [Item]) {
    if object.count < Self.maximumObject { object.append(octet) } else { isTooLong = true }
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if octet == UInt8(ascii: "\\") {
        isEscaped = true
      } else if octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "\n") {
        // A string ends with its line, so that one that nothing closes does not take the rest of the file with it.
        isInString = false
      }
      return
    }
    switch octet {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "["):
      if depth == 1, isWrapper {
        (depth, isWrapped, object) = (0, true, [])
        return
      }
      depth += 1
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"): depth = max(1, depth - 1)
    case UInt8(ascii: "}"):
      depth -= 1
      if depth == 0 { items.append(finished()) }
    default: break
    }
  }

  /// Whether all that has come of the object is `{"value":[`.
  private var isWrapper: Bool {
    object.count < 64 && object.filter { !$0.isWhitespace }.equalsIgnoringCase("{\"value\":[")
  }

  private mutating func finished() -> Item {
    defer { object = [] }
    if isTooLong {
      return .broken(BrokenRow(line: firstLine, reason: .tooLong(maximum: Self.maximumObject)))
    }
    do throws(LocatedJSONError) {
      guard case .object(let members) = try LocatedJSON(parsing: object).value else {
        return .broken(BrokenRow(line: firstLine, reason: .notAnObject))
      }
      return .object(line: firstLine, members)
    } catch {
      return .broken(BrokenRow(line: firstLine + error.place.line - 1, reason: .json(error.reason)))
    }
  }
}
