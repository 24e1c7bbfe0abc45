import Testing

@testable import MailDNSCheck

@Suite("JSON with comments, and where its values stand")
struct LocatedJSONTests {
  private func parse(_ text: String) throws -> LocatedJSON { try LocatedJSON(parsing: Array(text.utf8)) }

  private func error(_ octets: [UInt8]) -> LocatedJSONError? {
    do throws(LocatedJSONError) {
      _ = try LocatedJSON(parsing: octets)
      return nil
    } catch { return error }
  }

  @Test(
    "scalars",
    arguments: [
      ("null", .null), ("true", .boolean(true)), ("false", .boolean(false)), ("\"a\"", .string("a")),
      ("\"\"", .string("")), ("0", .number("0")), ("-12.5e+3", .number("-12.5e+3")),
      ("2048", .number("2048")),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")), (#""\u3042\ud83d\ude00""#, .string("あ😀")),
      ("\"日本\"", .string("日本")), (" \t\r\n1 ", .number("1")), ("\u{FEFF}1", .number("1")),
    ] as [(String, LocatedJSON.Value)])
  func scalar(text: String, value: LocatedJSON.Value) throws { #expect(try parse(text).value == value) }

  @Test(
    "comments and a last comma change nothing",
    arguments: [
      "{\"a\":[1,2]}", "{ \"a\" : [ 1 , 2 , ] , }", "// x\n{\"a\":[1,2]} // y",
      "/* { */{\"a\":[1,/**/2]}/***/",
      "{\"a\": // [\n[1,\n2 /* two\nlines */,]}",
    ])
  func comments(text: String) throws {
    let root = try parse(text)
    let members = try root.object()
    #expect(members.map(\.name) == ["a"])
    #expect(try members.first?.value.list().map(\.value) == [.number("1"), .number("2")])
  }

  @Test("each value and each name has its line and column, counted in characters")
  func places() throws {
    let members = try parse("{ // 一\n  \"日本\": [\"語\", 7],\n/* a\nb */ \"x\": {}\n}").object()
    #expect(members.map(\.place) == [FilePlace(line: 2, column: 3), FilePlace(line: 4, column: 6)])
    #expect(
      members.map(\.value.place) == [FilePlace(line: 2, column: 9), FilePlace(line: 4, column: 11)])
    #expect(
      try members[0].value.list().map(\.place) == [
        FilePlace(line: 2, column: 10), FilePlace(line: 2, column: 15),
      ])
  }

  static let faults: [(String, LocatedJSONError.Reason, Int, Int)] = [
    ("", .empty, 1, 1), ("// x", .empty, 1, 5), ("{\n\"a\": 1\n\"b\": 2}", .missingComma, 3, 1),
    ("[1 2]", .missingComma, 1, 4), ("[,]", .missingValue, 1, 2), ("[1,,]", .missingValue, 1, 4),
    ("{,}", .missingName, 1, 2), ("{a: 1}", .missingName, 1, 2), ("{\"a\" 1}", .missingColon, 1, 6),
    ("{\"a\":}", .missingValue, 1, 6), ("{\"a\":", .missingValue, 1, 6), ("[\n 1", .unclosed("]"), 1, 1),
    ("{\"a\": 1", .unclosed("}"), 1, 1), ("[1}", .missingComma, 1, 3), ("1 2", .trailing, 1, 3),
    ("{}}", .trailing, 1, 3), ("tru", .bareWord("tru"), 1, 1), ("[reject]", .bareWord("reject"), 1, 2),
    ("01", .badNumber, 1, 1), ("[-]", .badNumber, 1, 2), ("1.", .badNumber, 1, 1), ("1e", .badNumber, 1, 1),
    ("12x", .badNumber, 1, 1), ("\"a", .unclosedString, 1, 1), ("[\"a\n\"]", .unclosedString, 1, 2),
    ("\"a\tb\"", .controlCharacter, 1, 3), ("\"\\x\"", .badEscape, 1, 2), ("\"\\u12\"", .badEscape, 1, 2),
    ("\"\\ud800\"", .badEscape, 1, 2), ("\"\\ud800\\u0041\"", .badEscape, 1, 2),
    ("\"\\udc00\"", .badEscape, 1, 2),
    ("\"\\u+123\"", .badEscape, 1, 2), ("[1, /* x", .unclosedComment, 1, 5), ("/ 1", .missingValue, 1, 1),
    ("'a'", .missingValue, 1, 1),
    ("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}", .duplicateName("a", firstLine: 1), 3, 1),
    ("{\"a\": 1, \"\\u0061\": 3}", .duplicateName("a", firstLine: 1), 1, 10),
  ]

  @Test("what is wrong is said with its place", arguments: faults)
  func fault(text: String, reason: LocatedJSONError.Reason, line: Int, column: Int) {
    #expect(
      error(Array(text.utf8))
        == LocatedJSONError(place: FilePlace(line: line, column: column), reason: reason))
  }

  @Test("octets that are no text are refused")
  func encodings() {
    #expect(error([0x22, 0xFF, 0x22])?.reason == .notUTF8)
    #expect(error([0x22, 0xED, 0xA0, 0x80, 0x22])?.reason == .notUTF8)
    #expect(error([0xFF, 0xFE, 0x7B, 0x00])?.reason == .encodedInUTF16)
    #expect(error([0xFE, 0xFF, 0x00, 0x7B])?.reason == .encodedInUTF16)
  }

  @Test("size and depth are bounded")
  func bounds() throws {
    let depth = LocatedJSON.maximumDepth
    func nested(_ count: Int) -> [UInt8] {
      Array((String(repeating: "[", count: count) + String(repeating: "]", count: count)).utf8)
    }
    #expect(error(nested(depth)) == nil)
    #expect(error(nested(depth + 1))?.reason == .tooDeep(maximum: depth))
    #expect(error(Array(repeating: UInt8(ascii: "["), count: 1 << 20))?.reason == .tooDeep(maximum: depth))
    let spaces = [UInt8](repeating: 0x20, count: LocatedJSON.maximumSize - 1)
    #expect(error(spaces + [UInt8(ascii: "1")]) == nil)
    #expect(error(spaces + Array("12".utf8))?.reason == .tooLarge(maximum: LocatedJSON.maximumSize))
  }

  @Test("no octets make it trap")
  func anything() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d8", "/", "*", "//", "\n", "1", "-", "e", "a", "é",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      _ = error(Array(text.joined().utf8) + [UInt8.random(in: 0...255, using: &random)])
    }
  }
}
