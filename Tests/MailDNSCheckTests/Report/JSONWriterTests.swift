import FoundationEssentials
import Testing

@testable import MailDNSCheck

@Suite("JSON as the library writes it")
struct JSONWriterTests {
  private struct Everything: Encodable, JSONObject {
    var alpha = 1
    var empty: [String] = []
    var flag = true
    var kind = Kind.second
    var large = UInt64.max
    var maps: [[String: String?]] = [["x": nil, "y": "a/b"]]
    var missing: [Int?] = [1, nil, 3]
    var names: [String: [Double]] = ["b": [1.5, 2], "a": [], "Z": [], "日": [], "\"": [3]]
    var nested: [Inner] = [Inner(b: [Inner(b: [], a: "x")], a: "y"), Inner(b: [], a: "z", none: 2)]
    var nothing: [String: Int] = [:]
    var numbers = [3.0, 0.1, 1e-9, -2.5, 1e16, 1e20, -0.0, 0.289302, .leastNonzeroMagnitude]
    var port = UInt16.max
    var ttl = UInt32.max
    var zeta = "last"

    func addMembers(to json: inout JSONWriter) {
      json.add("alpha", alpha)
      json.add("empty", empty)
      json.add("flag", flag)
      json.add("kind", kind)
      json.add("large", large)
      json.add("maps", maps)
      json.add("missing", missing)
      json.add("names", names)
      json.add("nested", nested)
      json.add("nothing", nothing)
      json.add("numbers", numbers)
      json.add("port", port)
      json.add("ttl", ttl)
      json.add("zeta", zeta)
    }

    enum Kind: String, Encodable, JSONValue { case second = "2nd" }

    struct Inner: Encodable, JSONObject {
      var b: [Inner]
      var a: String
      var none: Int?

      func addMembers(to json: inout JSONWriter) {
        json.add("a", a)
        json.add("b", b)
        json.add("none", ifPresent: none)
      }
    }
  }

  private struct Empty: Encodable, JSONObject {
    func addMembers(to json: inout JSONWriter) {}
  }

  private func standard(_ value: some Encodable, pretty: Bool) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test("every kind of value is written octet for octet the same", arguments: [false, true])
  func values(pretty: Bool) throws {
    func expectSame(_ value: some Encodable & JSONValue) throws {
      #expect(JSONText.make(value, pretty: pretty) == (try standard(value, pretty: pretty)))
    }
    try expectSame(Everything())
    try expectSame([Everything(), Everything()])
    try expectSame(Empty())
    try expectSame([Empty()])
    try expectSame([Int]())
    try expectSame([[], [1]] as [[Int]])
  }

  @Test("every character of a text, too", arguments: [false, true])
  func texts(pretty: Bool) throws {
    let all = (0..<0x300).compactMap(Unicode.Scalar.init).map { String(Character($0)) }
    let others = ["日本語", "\u{2028}\u{202E}\u{FEFF}", "👨‍👩‍👧", "a\"b\\c/d", "\r\n", "", "a\nb\u{1F}"]
    let placed = (0..<20).map { count in
      String(repeating: "長a", count: count) + "\"" + String(repeating: "b", count: count)
    }
    for text in all + others + placed {
      #expect(JSONText.make([text], pretty: pretty) == (try standard([text], pretty: pretty)))
      #expect(JSONText.make([text: 1], pretty: pretty) == (try standard([text: 1], pretty: pretty)))
    }
  }
}
