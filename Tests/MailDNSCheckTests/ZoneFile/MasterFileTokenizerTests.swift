import Testing

@testable import MailDNSCheck

@Suite("Tokens of master files (RFC 1035 §5.1)")
struct MasterFileTokenizerTests {
  /// Entries as `[blank] token|"quoted"@line:column …`.
  private func entries(_ text: String) throws -> [String] {
    var tokenizer = MasterFileTokenizer(Array(text.utf8))
    var entries: [String] = []
    while let entry = try tokenizer.nextEntry() {
      let tokens = entry.tokens.map { token in
        let text = String(decoding: token.text, as: UTF8.self)
        return "\(token.isQuoted ? "\"\(text)\"" : text)@\(token.position.line):\(token.position.column)"
      }
      entries.append((entry.startsBlank ? ["blank"] : []).appending(tokens).joined(separator: " "))
    }
    return entries
  }

  @Test(
    "entries and fields",
    arguments: [
      ("a b\tc", ["a@1:1 b@1:3 c@1:5"]),
      ("a\nb\n", ["a@1:1", "b@2:1"]),
      ("a b\r\n\r\n c\r\n", ["a@1:1 b@1:3", "blank c@3:2"]),
      (" a", ["blank a@1:2"]),
      ("\ta", ["blank a@1:2"]),
      ("", []),
      ("\n \n;x\n  ; y\n", []),
      ("a ; b (\nc", ["a@1:1", "c@2:1"]),
      ("a;b", ["a@1:1"]),
      ("a ( b\n  c ; ) d\n) e\nf", ["a@1:1 b@1:5 c@2:3 e@3:3", "f@4:1"]),
      ("a(b)c", ["a@1:1 b@1:3 c@1:5"]),
      ("a ((b\n)\nc)", ["a@1:1 b@1:5 c@3:1"]),
      (#"a "b c" "" "d;e" "(""#, [#"a@1:1 "b c"@1:3 ""@1:9 "d;e"@1:12 "("@1:18"#]),
      (#"a"b""c""#, [#"a@1:1 "b"@1:2 "c"@1:5"#]),
      (#""a\"b" c"#, [#""a\"b"@1:1 c@1:8"#]),
      (#"a\;b a\ b a\(b a\"b"#, [#"a\;b@1:1 a\ b@1:6 a\(b@1:11 a\"b@1:16"#]),
      ("日本 \"語\" x", ["日本@1:1 \"語\"@1:4 x@1:8"]),
    ])
  func entriesAndFields(text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test(
    "what can't be cut into fields",
    arguments: [
      ("a \"b\nc\"", "1:3", ZoneFileError.Reason.unterminatedString),
      ("a \"b", "1:3", .unterminatedString),
      ("a\nb (\nc\n", "2:3", .unclosedParenthesis),
      ("a\n b )", "2:4", .unopenedParenthesis),
      ("a b\\", "1:4", .badEscape),
      ("a b\\\nc", "1:4", .badEscape),
      ("a b\\\r\nc", "1:4", .badEscape),
      ("a \"b\\\nc\"", "1:5", .badEscape),
    ])
  func faults(text: String, place: String, reason: ZoneFileError.Reason) {
    let fault = #expect(throws: ZoneFileError.Fault.self) { try entries(text) }
    #expect(fault?.reason == reason)
    #expect(fault.map { "\($0.position.line):\($0.position.column)" } == place)
  }

  @Test("an entry may have so many fields and no more")
  func manyTokens() throws {
    let most = String(repeating: "a ", count: MasterFileTokenizer.maximumTokens)
    #expect(try entries(most).count == 1)
    let position = ZoneFilePosition(line: 1, column: most.count + 1)
    #expect(throws: ZoneFileError.Fault(.entryTooLong, at: position)) { try entries(most + "a") }
  }

  @Test("an entry may have so many octets and no more")
  func longEntry() throws {
    let most = String(repeating: "a", count: MasterFileTokenizer.maximumEntryLength)
    #expect(try entries(most).count == 1)
    #expect(throws: ZoneFileError.Fault(.entryTooLong, at: .start)) { try entries(most + "a") }
  }

  @Test("an endless entry is put down to the parenthesis that nobody closed")
  func forgottenParenthesis() {
    let text = "a (\n" + String(repeating: "b\n", count: MasterFileTokenizer.maximumTokens)
    let position = ZoneFilePosition(line: 1, column: 3)
    #expect(throws: ZoneFileError.Fault(.unclosedParenthesis, at: position)) { try entries(text) }
  }
}

extension [String] {
  fileprivate func appending(_ others: [String]) -> [String] { self + others }
}
