import Testing

@testable import MailDNSCheck

@Suite("Record grammar (RFC 7208 §4.6.1)")
struct SPFRecordTests {
  @Test("a record may have no terms", arguments: ["v=spf1", "v=spf1 ", "V=SPF1    "])
  func empty(text: String) throws { #expect(try SPFRecord(parsing: text.utf8).terms.isEmpty) }

  @Test(
    "a text that several domains publish is the same record for all, and the same mistakes",
    arguments: [
      "v=spf1 a:a.example.jp ~ALL", "v=spf1 a:a.example.jp ~all", "v=spf1 ip4:192.0.2.0/33", "v=spf1 x y",
      "v=spf1 ip4:192.0.2.1 " + String(repeating: "a ", count: 300) + "-all",
    ])
  func shared(text: String) {
    let octets = Array(text.utf8)
    func reading(_ read: () throws(SPFSyntaxErrors) -> SPFRecord) -> String {
      do throws(SPFSyntaxErrors) {
        let record = try read()
        return "\(record.terms) \(record.text == octets)"
      } catch {
        return "\(error)"
      }
    }
    let alone = reading { () throws(SPFSyntaxErrors) in try SPFRecord(parsing: octets) }
    for _ in 0..<3 {
      #expect(reading { () throws(SPFSyntaxErrors) in try SPFRecord.shared(octets) } == alone)
    }
  }

  @Test("terms keep their order and their places")
  func places() throws {
    let text = "v=spf1  a:a.example.jp   exp=e.example.jp ~ALL  "
    let record = try SPFRecord(parsing: text.utf8)
    #expect(
      record.terms.map { SPFSyntaxError(.missingName, $0.range).place(in: text) } == [
        "a:a.example.jp", "exp=e.example.jp", "~ALL",
      ])
    #expect(record.terms.first?.range == 8..<22)
    #expect(record.text == Array(text.utf8))
  }

  @Test(
    "the qualifier is optional, and defaults to \"+\"",
    arguments: [
      ("all", SPFQualifier.pass), ("+all", .pass), ("-all", .fail), ("~ALL", .softfail), ("?aLl", .neutral),
    ])
  func qualifiers(term: String, qualifier: SPFQualifier) throws {
    #expect(try spfTerm(term) == .directive(SPFDirective(qualifier: qualifier, mechanism: .all)))
  }

  @Test(
    "mechanism names are case-insensitive",
    arguments: zip(
      ["ALL", "Include:x.jp", "A", "mX", "PTR", "IP4:192.0.2.1", "Ip6:::1", "eXists:x.jp"],
      SPFMechanism.Kind.allCases))
  func names(term: String, kind: SPFMechanism.Kind) throws { #expect(try spfMechanism(term)?.kind == kind) }

  @Test(
    "terms that are neither mechanism nor modifier are refused where they stand",
    arguments: [
      RefusedTerm("moo", .unknownMechanism(Array("moo".utf8), suggestion: nil), at: "moo"),
      RefusedTerm("-all.", .unknownMechanism(Array("all.".utf8), suggestion: "all"), at: "-all."),
      RefusedTerm("1up=foo", .unknownMechanism(Array("1up=foo".utf8), suggestion: nil), at: "1up=foo"),
      RefusedTerm("=all", .missingName, at: "=all"),
      RefusedTerm(":x.jp", .missingName, at: ":x.jp"),
      RefusedTerm("+/24", .missingName, at: "+/24"),
      RefusedTerm("-", .missingMechanism, at: "-"),
      RefusedTerm("--all", .unknownMechanism(Array("-all".utf8), suggestion: nil), at: "--all"),
      RefusedTerm("-exp=x.example.jp", .qualifiedModifier, at: "-exp=x.example.jp"),
      RefusedTerm(
        "a.b/c=d:e", .unknownMechanism(Array("a.b".utf8), suggestion: nil), at: "a.b/c=d:e"),
      RefusedTerm(
        "a.b:c=d/e", .unknownMechanism(Array("a.b".utf8), suggestion: nil), at: "a.b:c=d/e"),
      RefusedTerm(
        "redirect:x.jp", .unknownMechanism(Array("redirect".utf8), suggestion: "redirect=x.jp"),
        at: "redirect:x.jp"),
      RefusedTerm(
        "ipv4:192.0.2.1", .unknownMechanism(Array("ipv4".utf8), suggestion: "ip4:192.0.2.1"),
        at: "ipv4:192.0.2.1"),
      RefusedTerm(
        "inlcude:x.jp", .unknownMechanism(Array("inlcude".utf8), suggestion: "include:x.jp"),
        at: "inlcude:x.jp"),
      RefusedTerm(
        "192.0.2.0/24", .unknownMechanism(Array("192.0.2.0".utf8), suggestion: "ip4:192.0.2.0/24"),
        at: "192.0.2.0/24"),
      RefusedTerm(
        "2001:db8::1", .unknownMechanism(Array("2001".utf8), suggestion: "ip6:2001:db8::1"), at: "2001:db8::1"
      ),
      RefusedTerm("ip:x.jp", .unknownMechanism(Array("ip".utf8), suggestion: nil), at: "ip:x.jp"),
    ])
  func refused(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test(
    "terms are separated by spaces only, and are ASCII",
    arguments: [
      RefusedTerm("a\tmx", .illegalCharacter([0x09], lookalike: " "), at: "\t"),
      RefusedTerm("a\rptr", .illegalCharacter([0x0D], lookalike: nil), at: "\r"),
      RefusedTerm("a\u{3000}mx", .illegalCharacter([0xE3, 0x80, 0x80], lookalike: " "), at: "\u{3000}"),
      RefusedTerm("\u{2013}all", .illegalCharacter([0xE2, 0x80, 0x93], lookalike: "-"), at: "\u{2013}"),
      RefusedTerm("-ａll", .illegalCharacter(Array("ａ".utf8), lookalike: "a"), at: "ａ"),
      RefusedTerm("a:日本.jp", .illegalCharacter(Array("日".utf8), lookalike: nil), at: "日"),
      RefusedTerm("a:x.jp\0", .illegalCharacter([0], lookalike: nil), at: "\0"),
      RefusedTerm("x=\u{7F}", .illegalCharacter([0x7F], lookalike: nil), at: "\u{7F}"),
    ])
  func characters(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test("an octet that is not UTF-8 is refused alone")
  func brokenUTF8() {
    #expect(
      spfErrors(Array("v=spf1 a".utf8) + [0x96] + Array("ll".utf8)) == [
        SPFSyntaxError(.illegalCharacter([0x96], lookalike: nil), 8..<9)
      ])
  }

  @Test("syntax errors anywhere in the record are detected, all of them")
  func anywhere() {
    let text = "v=spf1 ip4:192.0.2.1 -all moo a:x ptr/8"
    #expect(spfErrors(text).map { $0.place(in: text) } == ["moo", "x", "/8"])
  }

  @Test(
    "one space too many is one mistake",
    arguments: [
      RefusedTerm(
        "include example.jp", .separatedArgument(name: "include:", argument: Array("example.jp".utf8)),
        at: "include example.jp"),
      RefusedTerm(
        "+ip4 :192.0.2.1", .separatedArgument(name: "ip4:", argument: Array("192.0.2.1".utf8)),
        at: "+ip4 :192.0.2.1"),
      RefusedTerm(
        "redirect=  x.example.jp",
        .separatedArgument(name: "redirect=", argument: Array("x.example.jp".utf8)),
        at: "redirect=  x.example.jp"),
      RefusedTerm("include +all", .missingArgument(name: "include:"), at: "include"),
      RefusedTerm("mx: -all", .missingArgument(name: "mx:"), at: "mx:"),
      RefusedTerm("ip4:192.0.2.1 include", .missingArgument(name: "include:"), at: "include"),
    ])
  func separated(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test(
    "text without the version is no record",
    arguments: [("", 0), ("v=", 2), ("v=spf10 -all", 6), ("-all", 4), (" v=spf1", 6)])
  func version(text: String, length: Int) {
    #expect(spfErrors(text) == [SPFSyntaxError(.missingVersion, 0..<length)])
  }

  @Test("a record has as many octets as a TXT record can hold, and no more")
  func length() {
    let filled = Array("v=spf1".utf8) + [UInt8](repeating: 0x20, count: 65_529)
    #expect(spfErrors(filled) == [])
    #expect(spfErrors(filled + [0x20]) == [SPFSyntaxError(.tooLong(limit: 65_535), 65_535..<65_536)])
  }

  @Test("a record has 8192 terms at most")
  func termCount() {
    let full = "v=spf1" + String(repeating: " mx", count: 8_192)
    #expect(spfErrors(full) == [])
    let place = full.utf8.count + 1
    #expect(spfErrors(full + " a") == [SPFSyntaxError(.tooManyTerms(limit: 8_192), place..<(place + 1))])
  }

  @Test("no more than 100 errors are kept")
  func errorCount() {
    #expect(spfErrors("v=spf1" + String(repeating: " x", count: 8_000)).count == 100)
  }
}

@Suite("What a record says as a whole")
struct SPFRecordMeaningTests {
  @Test("the first \"all\" decides, and nil means none")
  func all() throws {
    #expect(try SPFRecord(parsing: "v=spf1 a ~all -all".utf8).all == .softfail)
    #expect(try SPFRecord(parsing: "v=spf1 a".utf8).all == nil)
  }

  @Test("mechanisms listed after \"all\" MUST be ignored")
  func afterAll() throws {
    let record = try SPFRecord(parsing: "v=spf1 mx exp=e.example.jp -all a include:x.jp".utf8)
    #expect(record.testableDirectives.map(\.description) == ["mx", "-all"])
    #expect(record.lookupTerms.map(\.description) == ["mx"])
  }

  @Test("the terms that look something up: include, a, mx, ptr, exists and redirect")
  func lookups() throws {
    let text =
      "v=spf1 ip4:192.0.2.1 include:i.jp a redirect=r.jp mx ptr ip6:::1 exists:e.jp exp=x.jp y=z"
    #expect(
      try SPFRecord(parsing: text.utf8).lookupTerms.map(\.description) == [
        "include:i.jp", "a", "redirect=r.jp", "mx", "ptr", "exists:e.jp",
      ])
  }

  @Test(
    "any \"redirect\" modifier MUST be ignored when there is an \"all\" mechanism, wherever it stands",
    arguments: ["v=spf1 redirect=r.example.jp -all", "v=spf1 -all redirect=r.example.jp"])
  func redirectAndAll(text: String) throws {
    let record = try SPFRecord(parsing: text.utf8)
    #expect(record.redirect?.description == "r.example.jp")
    #expect(record.effectiveRedirect == nil)
    #expect(record.lookupTerms == [])
  }

  @Test("redirect, exp and unknown modifiers are found by name")
  func modifiers() throws {
    let record = try SPFRecord(parsing: "v=spf1 op=x exp=e.example.jp mx redirect=r.example.jp".utf8)
    #expect(record.effectiveRedirect?.literalName == DomainName("r.example.jp"))
    #expect(record.explanation?.literalName == DomainName("e.example.jp"))
    #expect(record.unknownModifiers.map(\.name) == ["op"])
    #expect(record.directives.count == 1)
  }

  @Test(
    "what is kept with a record is what its terms say",
    arguments: [
      "v=spf1", "v=spf1 -all", "v=spf1 a", "v=spf1 a mx", "v=spf1 a -all", "v=spf1 a -all mx", "v=spf1 x=y",
      "v=spf1 x=y -all", "v=spf1 -all x=y", "v=spf1 redirect=r.jp", "v=spf1 a redirect=r.jp mx",
      "v=spf1 a redirect=r.jp mx -all ptr", "v=spf1 -all all",
      "v=spf1 ip4:192.0.2.1 -ip4:192.0.2.2 ip6:::1 -all",
      "v=spf1 -all ip4:192.0.2.1", "v=spf1 exp=e.jp ip4:192.0.2.1 redirect=r.jp",
    ])
  func kept(text: String) throws {
    let record = try SPFRecord(parsing: text.utf8)
    let directives = record.terms.filter { $0.directive != nil }
    let last = directives.firstIndex { $0.mechanism == .all }
    let testable = last.map { Array(directives[...$0]) } ?? directives
    #expect(record.testableDirectives == testable)
    #expect(record.all == last.flatMap { directives[$0].directive?.qualifier })
    #expect(record.lookupTerms == (last == nil ? record.terms : testable).filter(\.costsLookup))
    let networks = testable.compactMap { term -> IPNetwork? in
      if case .network(let network)? = term.mechanism, term.directive?.qualifier == .pass {
        network
      } else {
        nil
      }
    }
    #expect(record.networks == networks)
  }
}
