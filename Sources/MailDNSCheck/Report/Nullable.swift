/// An optional that is written as `null` when it is nil; the compiler's own code leaves such a key out.
@propertyWrapper
struct Nullable<Value: Encodable & Sendable>: Encodable, Sendable {
  var wrappedValue: Value?

  // The initialisers of structures with such properties take plain values only where this one is spelt out.
  // swift-format-ignore: UseSynthesizedInitializer
  init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
