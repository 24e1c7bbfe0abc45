/// What can be written as JSON.
protocol JSONValue {
  func write(to json: inout JSONWriter)
}

/// An object whose keys are the program's own.
protocol JSONObject: JSONValue {
  /// Adds the members, in the order of their keys. Absent knowledge is `null`, unless a key is said to be missing.
  func addMembers(to json: inout JSONWriter)
}

extension JSONObject {
  func write(to json: inout JSONWriter) {
    json.beginObject()
    addMembers(to: &json)
    json.endObject()
  }
}

extension JSONValue where Self: RawRepresentable<String> {
  func write(to json: inout JSONWriter) { json.write(rawValue) }
}

extension JSONValue where Self: FixedWidthInteger {
  func write(to json: inout JSONWriter) { json.write(self) }
}

extension Int: JSONValue {}
extension UInt16: JSONValue {}
extension UInt32: JSONValue {}
extension UInt64: JSONValue {}

extension Bool: JSONValue {
  func write(to json: inout JSONWriter) { json.write(self) }
}

extension Double: JSONValue {
  func write(to json: inout JSONWriter) { json.write(self) }
}

extension String: JSONValue {
  func write(to json: inout JSONWriter) { json.write(self) }
}

extension DomainName: JSONValue {
  func write(to json: inout JSONWriter) {
    if !withPlainPresentation({ json.write(plain: $0) }) { json.write(description) }
  }
}

/// `null` where there is nothing.
extension Optional: JSONValue where Wrapped: JSONValue {
  func write(to json: inout JSONWriter) {
    if let self { self.write(to: &json) } else { json.writeNull() }
  }
}

extension Array: JSONValue where Element: JSONValue {
  func write(to json: inout JSONWriter) { json.write(self) }
}

extension Dictionary: JSONValue where Key == String, Value: JSONValue {
  func write(to json: inout JSONWriter) { json.write(self) }
}
