import FoundationEssentials
import Testing

@testable import MailDNSCheck

@Suite("JSON on one line")
struct JSONLineEncoderTests {
  private struct Everything: Encodable {
    var zeta = "last"
    var alpha = 1
    var large = UInt64.max
    var small = Int8.min
    var flag = true
    var whole = 3.0
    var part = 0.1
    var tiny = 1e-9
    var negative = -2.5
    var single: Float = 0.5
    var none: String?
    @Nullable var null: String?
    @Nullable var some: [Int]? = [1, 2]
    var empty: [String] = []
    var nothing: [String: Int] = [:]
    var names = ["b": [1.5, 2], "a": []]
    var kind = Kind.second
    var nested: [Inner] = [Inner(b: [Inner(b: [], a: "x")], a: "y"), Inner(b: [], a: "z")]
    var missing: [Int?] = [1, nil, 3]

    enum Kind: String, Encodable { case second = "2nd" }
    struct Inner: Encodable {
      var b: [Inner]
      var a: String
    }
  }

  private struct Manual: Encodable {
    enum Key: String, CodingKey { case outer, list, deep, after }

    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      var list = object.nestedUnkeyedContainer(forKey: .list)
      try list.encode(1)
      var inner = list.nestedContainer(keyedBy: Key.self)
      try inner.encode("x", forKey: .deep)
      try list.encodeNil()
      var rows = list.nestedUnkeyedContainer()
      try rows.encode(contentsOf: [2.5, 3])
      let count = list.count
      var deep = object.nestedContainer(keyedBy: Key.self, forKey: .deep)
      try deep.encodeNil(forKey: .after)
      try object.encode(count, forKey: .after)
    }
  }

  private func standard(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test("every kind of value is written as the library writes it, octet for octet")
  func values() throws {
    #expect(try JSONLineEncoder.encode(Everything()) == standard(Everything()))
    #expect(try JSONLineEncoder.encode(Manual()) == standard(Manual()))
    #expect(
      try JSONLineEncoder.encode([Everything(), Everything()]) == standard([Everything(), Everything()]))
  }

  @Test("every character of a text, too")
  func texts() throws {
    let all = (0..<0x300).compactMap(Unicode.Scalar.init).map { String(Character($0)) }
    let others = ["日本語", "\u{2028}\u{202E}\u{FEFF}", "👨‍👩‍👧", "a\"b\\c/d", "\r\n", ""]
    for text in all + others {
      #expect(try JSONLineEncoder.encode([text]) == standard([text]))
      #expect(try JSONLineEncoder.encode([text: 1]) == standard([text: 1]))
    }
  }

  @Test("an error of the value itself comes through")
  func errors() {
    struct Refusing: Encodable {
      struct Refusal: Error {}
      func encode(to encoder: any Encoder) throws { throw Refusal() }
    }
    #expect(throws: Refusing.Refusal.self) { try JSONLineEncoder.encode(["a": Refusing()]) }
  }
}
