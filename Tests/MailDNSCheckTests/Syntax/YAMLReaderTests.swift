import Testing

@testable import MailDNSCheck

@Suite("YAML, and where its values stand")
struct YAMLReaderTests {
  /// Every entry and every fault, in the order of the file.
  private func read(_ text: String) -> (entries: [YAMLEntry], faults: [YAMLFault]) {
    var reader = YAMLReader(Array(text.utf8))
    var entries: [YAMLEntry] = []
    var faults: [YAMLFault] = []
    while true {
      do throws(YAMLFault) {
        guard let entry = try reader.nextEntry() else { return (entries, faults) }
        entries.append(entry)
      } catch { faults.append(error) }
    }
  }

  /// A node in the notation of JSON, with every scalar as a text.
  private func shown(_ node: YAMLNode) -> String {
    let tag = node.tag.map { $0 + " " } ?? ""
    switch node.value {
    case .scalar(let scalar): return tag + "\"\(scalar.text)\""
    case .sequence(let nodes): return tag + "[\(nodes.map(shown).joined(separator: ", "))]"
    case .mapping(let entries):
      return tag + "{\(entries.map { "\($0.key.text): \(shown($0.value))" }.joined(separator: ", "))}"
    }
  }

  /// The value of the only entry.
  private func value(_ text: String) throws -> YAMLNode {
    let (entries, faults) = read(text)
    #expect(faults == [])
    #expect(entries.count == 1)
    return try #require(entries.first).value
  }

  @Test(
    "texts in each of the five styles",
    arguments: [
      ("k: plain text # comment", "plain text"), ("k: a#b", "a#b"),
      ("k:\n  # comment\n  a # b\n  # c\n", "a"), ("k: a:b", "a:b"), ("k: -x", "-x"),
      ("k: plain\n  goes on\n\n  here\n", "plain goes on\nhere"),
      ("k:\n  below", "below"),
      (#"k: 'it''s \; plain'"#, #"it's \; plain"#), ("k: 'two\n  lines\n\n  three'", "two lines\nthree"),
      (#"k: "\t\x41\u3042\\ \"q\"""#, "\tAあ\\ \"q\""), ("k: \"one\\\n  \\ two\n  three\"", "one two three"),
      ("k: |\n  a\n   b\n\n  c\n", "a\n b\n\nc\n"), ("k: |-\n  a\n  b\n", "a\nb"),
      ("k: |+\n  a\n\n", "a\n\n"),
      ("k: >\n  a\n  b\n\n  c\n", "a b\nc\n"), ("k: >-\n  a\n    b\n  c\n", "a\n  b\nc"),
      ("k: |2\n   a\n", " a\n"), ("k: ''", ""), ("k:", ""), ("k: # nothing\n", ""), ("k: \"\"", ""),
    ])
  func texts(text: String, value: String) throws {
    #expect(try self.value(text).scalar?.text == value)
  }

  @Test(
    "collections in lines and in brackets",
    arguments: [
      ("k:\n- a\n- b", #"["a", "b"]"#), ("k:\n  - a\n  -\n  - b", #"["a", "", "b"]"#),
      ("k:\n- x: 1\n  y: 2\n- z: 3", #"[{x: "1", y: "2"}, {z: "3"}]"#),
      ("k:\n- - a\n  - b", #"[["a", "b"]]"#), ("k:\n  x:\n    y: z", #"{x: {y: "z"}}"#),
      ("? k\n: - a\n  - b", #"["a", "b"]"#), ("k: [a, 'b, c', {d: e}, ]", #"["a", "b, c", {d: "e"}]"#),
      ("k: {a: 1, \"b\":2, c: , d}", #"{a: "1", b: "2", c: "", d: ""}"#),
      ("k: [\n  a, # comment\n  b\n  c # d\n  , e #\n]", #"["a", "b c", "e"]"#), ("k: []", "[]"),
      ("k: {}", "{}"),
      ("k: {a: 1, a: 2}", #"{a: "1", a: "2"}"#), ("k: !include x.yaml", #"!include "x.yaml""#),
    ])
  func collections(text: String, value: String) throws { #expect(try shown(self.value(text)) == value) }

  @Test(
    "what a document may have around it changes nothing",
    arguments: [
      "a: 1\nb: 2", "---\na: 1\nb: 2\n...\n", "%YAML 1.1\n--- # x\na: 1\n\n# y\nb: 2\n", "\u{FEFF}a: 1\nb: 2",
      "---\r\na: 1\r\nb: 2\r\n", "{a: 1, b: 2}", "--- {\"a\": 1,\n \"b\": 2}\n", "  a: 1\n  b: 2\n",
    ])
  func around(text: String) {
    let (entries, faults) = read(text)
    #expect(faults == [])
    #expect(entries.map(\.key.text) == ["a", "b"])
    #expect(entries.map { $0.value.scalar?.text } == ["1", "2"])
  }

  @Test("an empty file has no entries", arguments: ["", "\n", "# x", "---", "---\n{}\n", "---\n...\n"])
  func empty(text: String) {
    #expect(read(text).entries.isEmpty)
    #expect(read(text).faults == [])
  }

  @Test("anchors, aliases and merged mappings: what comes last counts")
  func anchors() {
    let (entries, faults) = read("a: &x {t: A, v: 1}\nb: *x\nc:\n  <<: *x\n  v: 2\nd:\n  <<: [{v: 3}, *x]\n")
    #expect(faults == [])
    #expect(
      entries.map { shown($0.value) } == [
        #"{t: "A", v: "1"}"#, #"{t: "A", v: "1"}"#, #"{t: "A", v: "1", v: "2"}"#,
        #"{t: "A", v: "1", v: "3"}"#,
      ])
  }

  @Test("each key and each value has its line and column, counted in characters")
  func places() throws {
    let (entries, _) = read("# 一\n日本: 語\nk:\n- \"x\"\n- {日: y}\n")
    #expect(entries.map(\.place) == [FilePlace(line: 2, column: 1), FilePlace(line: 3, column: 1)])
    #expect(entries.map(\.value.place) == [FilePlace(line: 2, column: 5), FilePlace(line: 4, column: 1)])
    guard case .sequence(let items)? = entries.last?.value.value, case .mapping(let inner) = items[1].value
    else {
      Issue.record("a list is a list")
      return
    }
    #expect(items.map(\.place) == [FilePlace(line: 4, column: 3), FilePlace(line: 5, column: 3)])
    #expect(inner.map(\.value.place) == [FilePlace(line: 5, column: 7)])
  }

  @Test(
    "plain texts that are no texts to PyYAML 6.0.4",
    arguments: [
      "yes", "No", "ON", "off", "true", "FALSE", "~", "null", "", "1", "-1", "+12", "010", "0x1F", "0b10",
      "1_000",
      "12:30", "1.10", ".5", "1.", "1.5e+3", "-.inf", ".NaN", "2026-12-01", "2026-12-01 10:00:00", "=", "<<",
    ])
  func notText(text: String) {
    #expect(!YAMLScalar(text: text, isPlain: true).isText)
    #expect(YAMLScalar(text: text, isPlain: false).isText)
  }

  @Test(
    "and those that are",
    arguments: [
      "192.0.2.1", "2001:db8::1", "y", "n", "nO", "v=spf1 -all", "1.5e3", "1h", "0xg", "1.2.3", "-", "a1",
      "12:",
      "2026-12", "_1", "1e5", "08", "0b2", "0x", "1:75", "0:1", "+.5", "-.nan", "12:30.5e+1", "._5",
    ])
  func text(text: String) { #expect(YAMLScalar(text: text, isPlain: true).isText) }

  @Test(
    "characters that PyYAML 6.0.4 refuses, wherever they stand",
    arguments: [
      ("# \u{7}", YAMLFault.Reason.badCharacter(7)), ("# \0", .badCharacter(0)),
      ("# \u{7F}", .badCharacter(0x7F)),
      ("# \u{80}", .badCharacter(0x80)), ("# \u{FFFE}", .badCharacter(0xFFFE)),
    ])
  func badCharacter(text: String, reason: YAMLFault.Reason) {
    let fault = YAMLReader.badCharacter(in: Array("\u{FEFF}é: 1\n\(text)\n".utf8))
    #expect(fault == YAMLFault(place: FilePlace(line: 2, column: 3), reason: reason))
  }

  @Test(
    "and those that it takes", arguments: ["\u{FEFF}a", "a\t\r\n", "\u{85}\u{A0}", "日本", "\u{FFFD}", "😀", ""])
  func goodCharacters(text: String) { #expect(YAMLReader.badCharacter(in: Array(text.utf8)) == nil) }

  @Test("what is no UTF-8 has its place")
  func notUTF8() {
    let octets = Array("a: é\n# é".utf8) + [0x93, 0xFA, 0x0A]
    #expect(
      YAMLReader.badCharacter(in: octets) == YAMLFault(place: FilePlace(line: 2, column: 4), reason: .notUTF8)
    )
  }

  @Test(
    "the number that PyYAML 6.0.4 and Python's int make of a scalar",
    arguments: [
      ("0", 0), ("300", 300), ("-1", -1), ("+10", 10), ("010", 8), ("08", 8), ("0x10", 16), ("0x_1", 1),
      ("0b11", 3), ("1_000", 1000), ("1:30", 90), ("190:20:30", 685_230), ("-1:30", -90), ("1.0", 1),
      ("300.5", 300), (".5", 0), ("1.", 1), ("1.5e+3", 1500), ("12:30.5", 750), ("true", 1), ("off", 0),
      ("1e1", nil), ("0o17", nil), ("_1", nil), ("1h", nil), ("null", nil), (".inf", nil), (".nan", nil),
      ("2026-12-01", nil), ("9999999999999999999", nil), ("99999999999999:59", nil), ("1.5e+99", nil),
    ] as [(String, Int?)])
  func integer(text: String, number: Int?) {
    #expect(YAMLScalar(text: text, isPlain: true).integer == number)
  }

  @Test(
    "in quotation marks it is what Python's int makes of the text",
    arguments: [
      ("10", 10), (" 10 ", 10), ("1_0", 10), ("-7", -7), ("010", 10), ("0x10", nil), ("1__0", nil), ("", nil),
    ]
      as [(String, Int?)])
  func quotedInteger(text: String, number: Int?) {
    #expect(YAMLScalar(text: text, isPlain: false).integer == number)
  }

  static let faults: [(String, YAMLFault.Reason, Int, Int)] = [
    ("a:\n\tb: 1", .tabInIndentation, 2, 1), ("a:\n  b: 1\n c: 2", .indentation, 3, 2),
    ("a: b: c", .nestedMapping, 1, 4), ("a: b\n  c: d", .nestedMapping, 2, 4), ("a", .missingKey, 1, 1),
    ("a:b", .missingKey, 1, 1), ("a: \"b", .unclosedQuotes, 1, 4), ("a: [b", .unclosed("]"), 1, 4),
    ("a: {b: c", .unclosed("}"), 1, 4), ("a: [b: c]", .missingComma, 1, 6),
    ("a: ['b' c]", .missingComma, 1, 9),
    (#"a: "\;""#, .badEscape, 1, 6), (#"a: "\ud800""#, .badEscape, 1, 11), ("a: 'b' c", .trailing, 1, 8),
    ("a: @b", .reservedSign("@"), 1, 4), ("*.a: b", .reservedSign("*"), 1, 1),
    ("a: *b", .unknownAlias("b"), 1, 4),
    ("a:\n  <<: b", .unmergeable, 2, 7), ("a: 1\n---\nb: 2", .secondDocument, 2, 1),
    ("a: 1\n...\n# c\nb: 2", .secondDocument, 4, 1), ("{a: 1}\n...\nb: 2", .secondDocument, 3, 1),
    ("- a", .noMapping, 1, 1),
    ("[a]", .noMapping, 1, 1), ("a: - b", .indentation, 1, 4), ("a: |x\n  b", .trailing, 1, 5),
  ]

  @Test("a mistake has a reason and a place", arguments: faults)
  func fault(text: String, reason: YAMLFault.Reason, line: Int, column: Int) {
    #expect(
      read(text).faults == [YAMLFault(place: FilePlace(line: line, column: column), reason: reason)])
  }

  @Test("every mistake is said in both languages", arguments: faults.map(\.1))
  func words(reason: YAMLFault.Reason) {
    #expect(reason.wording.english.hasPrefix("YAML: "))
    #expect(reason.wording.japanese.hasPrefix("YAML: "))
  }

  @Test("a broken entry ends nothing: the next line that begins like one is read")
  func recovery() {
    let (entries, faults) = read(
      "a: 1\nb: \"open\n  x\n- y\nc: 3\nd: [1\ne: 5\n}\n f\n*.g:\n- 1\nh:\n  i: 1\n j: 2\nk: 9\n")
    #expect(entries.map(\.key.text) == ["a", "c", "e", "h", "k"])
    #expect(faults.map(\.place.line) == [2, 7, 8, 10, 14])
  }

  @Test("the key of a broken entry is known")
  func brokenKey() {
    var reader = YAMLReader(Array("www: [a\n".utf8))
    do throws(YAMLFault) {
      _ = try reader.nextEntry()
      Issue.record("it is broken")
    } catch {
      #expect(reader.brokenKey?.key.text == "www")
    }
  }

  @Test("depth and repetition have bounds")
  func bounds() {
    #expect(
      read("a: " + String(repeating: "[", count: 100_000)).faults.map(\.reason) == [
        .tooDeep(maximum: YAMLReader.maximumDepth)
      ])
    let lists = (1...9).map { number in
      "l\(number): &l\(number) [\(Array(repeating: "*l\(number - 1)", count: 10).joined(separator: ", "))]\n"
    }
    let (entries, faults) = read("l0: &l0 [x]\n" + lists.joined())
    #expect(entries.count < 7)
    #expect(faults.contains { $0.reason == .tooManyAliased(maximum: YAMLReader.maximumAliased) })
  }

  @Test("whatever stands in the file, the reading ends and does not trap")
  func hostile() {
    let whole =
      "? a\n: - {b: [c, *d], \"e\\x41\": |-\n  f\n'g': &h !!str 'i\n\n  j'\n<<: *h\n%k\n...\n\u{3042}"
    let octets = Array(whole.utf8)
    for end in octets.indices {
      for sign in Array("\n\t \"'[]{},:#&*!|>-?%@`\\".utf8) + [0, 0xFF] {
        var reader = YAMLReader(Array(octets[..<end]) + [sign] + octets[end...])
        var steps = 0
        while steps < 1000 {
          steps += 1
          do throws(YAMLFault) { guard try reader.nextEntry() != nil else { break } } catch {}
        }
        #expect(steps < 1000)
      }
    }
  }
}
