import Testing

@testable import MailDNSCheck

@Suite("Macros and domains (RFC 7208 §7)")
struct SPFMacroTests {
  private func parts(_ text: String, asExplanation: Bool = false) throws -> [SPFMacroString.Part] {
    try SPFMacroString(parsing: Array(text.utf8)[...], asExplanation: asExplanation).parts
  }

  @Test("letters, numbers, \"r\" and delimiters are told apart")
  func macro() throws {
    #expect(
      try parts("%{l2r+-}.%{D}x") == [
        .macro(#require(SPFMacro(.localPart, partCount: 2, isReversed: true, delimiters: Array("+-".utf8)))),
        .literal(Array(".".utf8)),
        .macro(#require(SPFMacro(.domain, isURLEscaped: true))),
        .literal(Array("x".utf8)),
      ])
  }

  @Test("all letters are known, in either case", arguments: SPFMacro.Letter.allCases)
  func letters(letter: SPFMacro.Letter) throws {
    #expect(try parts("%{\(letter.rawValue)}", asExplanation: true) == [.macro(#require(SPFMacro(letter)))])
    #expect(
      try parts("%{\(letter.rawValue.uppercased())R}", asExplanation: true) == [
        .macro(#require(SPFMacro(letter, isReversed: true, isURLEscaped: true)))
      ])
  }

  @Test("the letters c, r and t are allowed only in \"exp\" text", arguments: ["c", "r", "t", "C"])
  func explanationLetters(letter: String) throws {
    let text = "v=spf1 exists:%{\(letter)}.x.jp"
    #expect(spfErrors(text) == [SPFSyntaxError(.explanationMacroLetter(letter.utf8.first!), 16..<17)])
    #expect(try SPFExplanation(parsing: "from %{\(letter)}".utf8).macroString.macros.count == 1)
  }

  @Test("\"%%\", \"%_\" and \"%-\" stand for a percent sign, a space and a URL-encoded space")
  func escapes() throws {
    let string = try SPFMacroString(parsing: Array("a%%b%_c%-".utf8)[...])
    #expect(string.literalOctets == Array("a%b c%20".utf8))
    #expect(string.parts.count == 6)
  }

  @Test(
    "what is no macro is refused where it stands",
    arguments: [
      RefusedTerm("exists:%(ir).x.jp", .strayPercent, at: "%"),
      RefusedTerm("exists:foo%(ir).x.jp", .strayPercent, at: "%"),
      RefusedTerm("exists:foo%.x.jp", .strayPercent, at: "%"),
      RefusedTerm("exists:foo.jp%", .strayPercent, at: "%"),
      RefusedTerm("exists:%{", .unterminatedMacro, at: "%{"),
      RefusedTerm("exists:%{d", .unterminatedMacro, at: "%{d"),
      RefusedTerm("exists:x%{d2r", .unterminatedMacro, at: "%{d2r"),
      RefusedTerm("exists:%{}", .unknownMacroLetter(0x7D), at: "}"),
      RefusedTerm("exists:%{a}.x.jp", .unknownMacroLetter(0x61), at: "a"),
      RefusedTerm("exists:%{d0}", .zeroMacroParts, at: "0"),
      RefusedTerm("exists:%{d000r}", .zeroMacroParts, at: "000"),
      RefusedTerm("exists:%{dr2}", .unexpectedInMacro(0x32), at: "2"),
      RefusedTerm("exists:%{d.r}", .unexpectedInMacro(0x72), at: "r"),
      RefusedTerm("exists:%{d:}", .unexpectedInMacro(0x3A), at: ":"),
      RefusedTerm("exists:%{d%{l}}", .unexpectedInMacro(0x25), at: "%"),
    ])
  func refused(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test(
    "a number may have leading zeros and any size",
    arguments: [
      ("007", 7), ("127", 127), ("65535", 65_535), ("65536", 65_535), ("99999999999999999999999", 65_535),
    ])
  func numbers(text: String, count: Int) throws {
    #expect(try parts("%{d\(text)}") == [.macro(#require(SPFMacro(.domain, partCount: count)))])
  }

  @Test("delimiters count once each; without any, the dot splits")
  func delimiters() throws {
    let macro = try #require(SPFMacro(.domain, delimiters: Array("-.-,.".utf8)))
    #expect(macro.delimiters == Array("-.,".utf8))
    #expect(SPFMacro(.domain)?.splittingDelimiters == [0x2E])
    #expect(macro.splittingDelimiters == Array("-.,".utf8))
    #expect(SPFMacro(.domain, delimiters: [0x3A]) == nil)
    #expect(SPFMacro(.domain, partCount: 0) == nil)
  }

  @Test(
    "a domain ends in a macro, or in a dot and a top-level label",
    arguments: [
      "example.jp", "example.jp.", "_spf.example.jp", "example.xn--zckzah", ".jp", "a..jp", "a.1-1", "a.1a",
      "x.a1",
      "%{h}", "x%{d}", "%{d}.jp", "%%", "x%_", "x%-", "foo:bar/baz.jp", "a.b.c-d", "!\"#$&'()*.jp",
      "%{d}-x.jp",
    ])
  func domains(text: String) throws { #expect(try spfDomain(text).description == text) }

  @Test(
    "other ends are refused",
    arguments: [
      RefusedTerm("a:museum", .singleLabelDomain, at: "museum"),
      RefusedTerm("a:museum.", .singleLabelDomain, at: "museum."),
      RefusedTerm("a:foo-bar", .singleLabelDomain, at: "foo-bar"),
      RefusedTerm("a:.", .singleLabelDomain, at: "."),
      RefusedTerm("a:%{d}jp", .singleLabelDomain, at: "jp"),
      RefusedTerm("a:x.%{d}jp", .singleLabelDomain, at: "jp"),
      RefusedTerm("a:abc.123", .numericTopLabel, at: "123"),
      RefusedTerm("a:x.jp..", .invalidTopLabel, at: ".."),
      RefusedTerm("a:example.-com", .invalidTopLabel, at: "-com"),
      RefusedTerm("a:example.com-", .invalidTopLabel, at: "-"),
      RefusedTerm("a:example.com:8080", .invalidTopLabel, at: ":8080"),
      RefusedTerm("include:example.jp,", .separator(UInt8(ascii: ",")), at: ","),
      RefusedTerm("include:example.jp;", .separator(UInt8(ascii: ";")), at: ";"),
      RefusedTerm("include:example.j_p", .invalidTopLabel, at: "_p"),
      RefusedTerm("a:111.222.33.444", .numericTopLabel, at: "444"),
    ])
  func badDomains(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test("a domain without macros has a name; a final dot is dropped, a backslash is an octet like any other")
  func literalName() throws {
    #expect(try spfDomain("x.Example.jp.").literalName == DomainName("x.example.jp"))
    #expect(try spfDomain("a%%b%_c.jp").literalName == DomainName("a%b\\032c.jp"))
    #expect(try spfDomain("a\\046b.jp").literalName?.labelCount == 2)
    #expect(try spfDomain("%{d}.jp").literalName == nil)
    #expect(try !spfDomain("%{d}.jp").isLiteral)
    #expect(try spfDomain("a..jp").literalName == nil)
    #expect(try spfDomain("a..jp").isLiteral)
    #expect(try spfDomain(String(repeating: "a", count: 64) + ".jp").literalName == nil)
  }

  @Test("the name is that of the labels between the dots", arguments: 0..<500 as Range<UInt64>)
  func labels(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let distance = seed % 2 == 0 ? 5 : 70
    let octets: [UInt8] = (0..<Int.random(in: 0...250, using: &generator)).map { _ in
      Int.random(in: 0..<distance, using: &generator) == 0 ? 0x2E : 0x61
    }
    let text: ArraySlice<UInt8> = octets.last == 0x2E ? octets.dropLast() : octets[...]
    let labels = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { (1...63).contains($0.count) }
    var wire: [UInt8] = []
    for label in labels where isName { wire += [UInt8(label.count)] + label }
    let expected = isName ? DomainName(wire: wire + [0]) : nil
    #expect(SPFDomainSpec.targetName(of: octets) == expected)
  }

  @Test("a name of more than 253 characters is truncated by removing labels from the left")
  func truncation() {
    let label = String(repeating: "a", count: 49) + "."
    let fits = "123" + "." + String(repeating: label, count: 4) + String(repeating: "b", count: 49)
    #expect(fits.utf8.count == 253)
    #expect(SPFDomainSpec.targetName(of: Array(fits.utf8)) == DomainName(fits))
    #expect(SPFDomainSpec.targetName(of: Array("x.y.\(fits).".utf8)) == DomainName(fits))
    #expect(SPFDomainSpec.targetName(of: Array(("1" + fits).utf8)) == DomainName(String(fits.dropFirst(4))))
    #expect(SPFDomainSpec.targetName(of: [UInt8](repeating: 0x61, count: 300)) == nil)
    #expect(SPFDomainSpec.targetName(of: []) == nil)
    #expect(SPFDomainSpec.targetName(of: [0x2E]) == nil)
  }

  @Test("§6.2 explanation text may have spaces, and be empty")
  func explanation() throws {
    let text = "See http://%{d}/why.html?s=%{S}&i=%{I} 100%%"
    #expect(try SPFExplanation(parsing: text.utf8).description == text)
    #expect(try SPFExplanation(parsing: "".utf8).macroString.parts == [])
  }

  @Test(
    "§6.2 explanation text with a syntax error is none",
    arguments: [
      ("The %{x}-files.", SPFSyntaxError(.unknownMacroLetter(0x78), 6..<7)),
      ("100%", SPFSyntaxError(.strayPercent, 3..<4)),
      ("a\tb", SPFSyntaxError(.illegalCharacter([0x09], lookalike: " "), 1..<2)),
      ("\u{FEFF}x", SPFSyntaxError(.illegalCharacter([0xEF, 0xBB, 0xBF], lookalike: nil), 0..<3)),
      (String(repeating: "x", count: 65_536), SPFSyntaxError(.tooLong(limit: 65_535), 65_535..<65_536)),
    ])
  func badExplanation(text: String, error: SPFSyntaxError) {
    #expect(throws: error) { try SPFExplanation(parsing: text.utf8) }
  }
}
