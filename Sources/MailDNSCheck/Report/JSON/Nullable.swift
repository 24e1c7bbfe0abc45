/// An optional that is written as `null` when it is nil; the compiler's own code leaves such a key out.
@propertyWrapper
struct Nullable<Value: Encodable & Sendable>: Encodable, Sendable {
  var wrappedValue: Value?

  /// Spelt out, because the initialisers of structures with such properties take plain values only where it is.
  init(wrappedValue value: Value?) { wrappedValue = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

extension KeyedEncodingContainer {
  /// What the compiler's own code calls for such a property: the value goes where it belongs without a container of its own.
  mutating func encode<Value>(_ value: Nullable<Value>, forKey key: Key) throws {
    if let value = value.wrappedValue { try encode(value, forKey: key) } else { try encodeNil(forKey: key) }
  }

  /// The same for what is most frequent, which containers take without finding out what it is.
  mutating func encode(_ value: Nullable<String>, forKey key: Key) throws {
    if let value = value.wrappedValue { try encode(value, forKey: key) } else { try encodeNil(forKey: key) }
  }

  mutating func encode(_ value: Nullable<Bool>, forKey key: Key) throws {
    if let value = value.wrappedValue { try encode(value, forKey: key) } else { try encodeNil(forKey: key) }
  }
}
