import Testing

@testable import MailDNSCheck

@Suite("What is wrong with a DMARC record")
struct DMARCProblemTests {
  private static let record = "v=DMARC1; p=none; rua=mailto:a@x.jp; "

  private func problems(_ text: String) throws -> [DMARCProblem] {
    try #require(DMARCRecord(Array(text.utf8))).problems
  }

  @Test(
    "a record that is broken says why and where",
    arguments: [
      ("v=DMARC1", .missingPolicy, 8..<8),
      ("v=DMARC1; p=rejct", .invalidPolicy(.domain, value: "rejct", nearest: .reject), 12..<17),
      ("v=DMARC1; p=quarentine", .invalidPolicy(.domain, value: "quarentine", nearest: .quarantine), 12..<22),
      ("v=DMARC1; p=noen", .invalidPolicy(.domain, value: "noen", nearest: DMARCPolicy.none), 12..<16),
      ("v=DMARC1; p=block", .invalidPolicy(.domain, value: "block", nearest: nil), 12..<17),
      ("v=DMARC1; p=", .invalidPolicy(.domain, value: "", nearest: nil), 12..<12),
      ("v=DMARC1; p=reject; sp=no", .invalidPolicy(.subdomains, value: "no", nearest: nil), 23..<25),
      (
        "v=DMARC1; p=reject; np=rejected",
        .invalidPolicy(.nonexistentSubdomains, value: "rejected", nearest: .reject), 23..<31
      ),
      ("v=DMARC1; p=reject sp=none", .missingSeparator(before: "sp"), 19..<21),
      ("v=DMARC1; p=reject, rua = mailto:a@x.jp", .missingSeparator(before: "rua"), 20..<23),
      ("v=DMARC1; p=reject,pct=5", .missingSeparator(before: "pct"), 19..<22),
    ] as [(String, DMARCProblem.Kind, Range<Int>)])
  func breaking(_ text: String, _ kind: DMARCProblem.Kind, _ place: Range<Int>) throws {
    #expect(try problems(text) == [DMARCProblem(kind: kind, place: place, effect: .breaksRecord)])
  }

  @Test(
    "what receivers ignore says why and where, counted from the tag",
    arguments: [
      ("t=yes", .invalidValue(tag: "t", value: "yes", allowed: ["y", "n"], nearest: "y"), 2..<5),
      ("t=x", .invalidValue(tag: "t", value: "x", allowed: ["y", "n"], nearest: nil), 2..<3),
      ("psd=", .invalidValue(tag: "psd", value: "", allowed: ["y", "n", "u"], nearest: nil), 4..<4),
      ("fo=", .invalidValue(tag: "fo", value: "", allowed: ["0", "1", "d", "s"], nearest: nil), 3..<3),
      ("reject", .missingEquals("reject"), 0..<6),
      ("a-b=1", .badName("a-b"), 0..<3),
      ("p=reject", .duplicateTag("p"), 0..<1),
      ("v=DMARC1", .duplicateTag("v"), 0..<1),
      ("P=reject", .duplicateTag("P"), 0..<1),
      ("adkin=s", .unknownTag("adkin", nearest: "adkim"), 0..<7),
      ("rub=x", .unknownTag("rub", nearest: "rua"), 0..<5),
      ("whatever=x", .unknownTag("whatever", nearest: nil), 0..<10),
      ("ruf=b@x.jp", .invalidURI(tag: "ruf", text: "b@x.jp", .missingMailto), 4..<10),
      ("ruf=", .invalidURI(tag: "ruf", text: "", .empty), 4..<4),
      ("ruf=mailto:b@x.jp,", .invalidURI(tag: "ruf", text: "", .empty), 18..<18),
      ("ruf=mailto:b@x.jp, rua=mailto:c@x.jp", .missingSeparator(before: "rua"), 19..<22),
      (
        "ruf=mailto:b@x.jp mailto:c@x.jp",
        .invalidURI(tag: "ruf", text: "mailto:b@x.jp mailto:c@x.jp", .badOctet(0x20)), 4..<31
      ),
    ] as [(String, DMARCProblem.Kind, Range<Int>)])
  func ignored(_ tag: String, _ kind: DMARCProblem.Kind, _ place: Range<Int>) throws {
    let start = Self.record.utf8.count
    let expected = DMARCProblem(
      kind: kind, place: start + place.lowerBound..<start + place.upperBound, effect: .ignoredPart)
    #expect(try problems(Self.record + tag) == [expected])
  }

  @Test(
    "what some programs refuse the record for says why and where, counted from the tag",
    arguments: [
      (
        "adkim=Relaxed", .invalidValue(tag: "adkim", value: "Relaxed", allowed: ["r", "s"], nearest: "r"),
        6..<13
      ),
      ("ASPF=x", .invalidValue(tag: "aspf", value: "x", allowed: ["r", "s"], nearest: nil), 5..<6),
      ("fo=0:x", .invalidValue(tag: "fo", value: "0:x", allowed: ["0", "1", "d", "s"], nearest: nil), 3..<6),
      ("aspf=r adkim=r", .missingSeparator(before: "adkim"), 7..<12),
      ("pct=101", .invalidNumber(tag: "pct", value: "101"), 4..<7),
      ("pct=", .invalidNumber(tag: "pct", value: ""), 4..<4),
      ("ri=day", .invalidNumber(tag: "ri", value: "day"), 3..<6),
    ] as [(String, DMARCProblem.Kind, Range<Int>)])
  func refused(_ tag: String, _ kind: DMARCProblem.Kind, _ place: Range<Int>) throws {
    let start = Self.record.utf8.count
    let expected = DMARCProblem(
      kind: kind, place: start + place.lowerBound..<start + place.upperBound, effect: .breaksRecordForSome)
    #expect(try problems(Self.record + tag).filter { $0.effect > .note } == [expected])
  }

  @Test(
    "blanks in the version hide the record from some programs",
    arguments: [("v = DMARC1; p=none", 0..<10), ("v=\tDMARC1; p=none", 0..<9), ("v=DMARC1 ; p=none", nil)]
      as [(String, Range<Int>?)])
  func blanks(_ text: String, _ place: Range<Int>?) throws {
    let expected = place.map {
      DMARCProblem(kind: .blanksInVersion, place: $0, effect: .breaksRecordForSome)
    }
    #expect(try problems(text) == [expected].compactMap(\.self))
  }

  @Test(
    "the programs are named that were seen to refuse the value",
    arguments: [
      ("adkim=x", "(OpenDMARC, rspamd)"), ("adkim=strict", "some programs then"), ("pct=101", "(OpenDMARC)"),
      ("pct=abc", "some programs then"), ("ri=x", "(OpenDMARC)"), ("fo=x", "(OpenDMARC)"),
    ])
  func programs(_ tag: String, _ words: String) throws {
    let problem = try #require(try problems(Self.record + tag).first)
    #expect(problem.wording.english.contains(words), "\(problem.wording.english)")
  }

  @Test(
    "two semicolons before the policy, and a format of reports that there is not, hide the record from some programs",
    arguments: [
      ("v=DMARC1;; p=none", .emptyTag(isBeforePolicy: true), 9..<9),
      ("v=DMARC1; p=none; rf=x", .invalidFormat("x"), 21..<22),
      ("v=DMARC1; p=none; rf=", .removedTag("rf"), 18..<21),
    ] as [(String, DMARCProblem.Kind, Range<Int>)])
  func refusedBySome(_ text: String, _ kind: DMARCProblem.Kind, _ place: Range<Int>) throws {
    let effect: DMARCProblem.Effect = if case .removedTag = kind { .note } else { .breaksRecordForSome }
    #expect(try problems(text) == [DMARCProblem(kind: kind, place: place, effect: effect)])
  }

  @Test("a control character is a note, once, and not where it is part of another fault")
  func controlCharacters() throws {
    #expect(
      try problems("v=DMARC1; p=reject\n; rua=mailto:d@x.jp\u{1}")
        .contains(DMARCProblem(kind: .controlCharacter(10), place: 18..<19, effect: .note)))
    #expect(try problems("v=DMARC1; p=reject\n; t=n\u{7F}").map(\.effect) == [.note, .ignoredPart])
    #expect(try problems("v=DMARC1;\tp=reject").isEmpty)
  }

  @Test(
    "what is merely useless or out of date is a note",
    arguments: [
      ("; t=n", .emptyTag(isBeforePolicy: false), 0..<0),
      ("pct=50", .removedTag("pct"), 0..<6), ("rf=afrf", .removedTag("rf"), 0..<7),
      ("ri=86400", .removedTag("ri"), 0..<8),
      ("T=n", .tagCase("T"), 0..<1), ("Psd=u", .tagCase("Psd"), 0..<3),
      ("fo=1", .failureOptionsWithoutAddress, 0..<4),
      ("ruf=mailto:b@x.jp!10m", .obsoleteSize("!10m"), 17..<21),
    ] as [(String, DMARCProblem.Kind, Range<Int>)])
  func notes(_ tag: String, _ kind: DMARCProblem.Kind, _ place: Range<Int>) throws {
    var start = Self.record.utf8.count
    // The empty tag includes the space behind the `;` before it.
    if kind == .emptyTag(isBeforePolicy: false) { start -= 1 }
    let end = Self.record.utf8.count + place.upperBound
    #expect(
      try problems(Self.record + tag)
        == [DMARCProblem(kind: kind, place: start + place.lowerBound..<end, effect: .note)])
  }

  @Test("p that is not the second tag is a note for RFC 7489")
  func order() throws {
    #expect(
      try problems("v=DMARC1; sp=none; p=none")
        == [DMARCProblem(kind: .policyNotSecond, place: 19..<25, effect: .note)])
  }

  @Test("where an address saves the record, a policy that is wrong is an ignored part")
  func saved() throws {
    #expect(
      try problems("v=DMARC1; p=rejct; rua=mailto:a@x.jp")
        == [
          DMARCProblem(
            kind: .invalidPolicy(.domain, value: "rejct", nearest: .reject), place: 12..<17,
            effect: .ignoredPart)
        ])
    #expect(
      try problems("v=DMARC1; rua=mailto:a@x.jp")
        == [DMARCProblem(kind: .missingPolicy, place: 27..<27, effect: .ignoredPart)])
  }

  @Test("an address that a comma parts from a swallowed tag still counts")
  func swallowed() throws {
    let record = try #require(DMARCRecord(Array("v=DMARC1; rua=mailto:a@x.jp, p=reject".utf8)))
    #expect(record.request == .assumedNone)
    #expect(record.problems.map(\.kind) == [.missingSeparator(before: "p"), .missingPolicy])
  }

  @Test("addresses parted by `;` get a word of their own")
  func semicolons() throws {
    let problem = try #require(try problems(Self.record + "mailto:b@x.jp").first)
    #expect(
      problem.wording.english == "\"mailto:b@x.jp\" is no tag; several addresses are separated by commas.")
  }

  @Test("the words say what was probably meant")
  func words() throws {
    let problem = try #require(try problems("v=DMARC1; p=rejct").first)
    #expect(
      problem.wording
        == Wording(
          "p=rejct is not a policy (none, quarantine or reject). Did you mean \"reject\"?",
          "p=rejct はポリシーとして無効です(none、quarantine、reject のいずれか)。もしかして「reject」ですか。"))
  }

  @Test("words show hostile text harmless and short")
  func hostile() throws {
    let problem = try #require(
      try problems("v=DMARC1; p=\u{1B}[2J" + String(repeating: "e\u{301}", count: 5000)).first)
    #expect(problem.wording.english.hasPrefix("p=\\027[2J"))
    #expect(problem.wording.english.unicodeScalars.count < 140)
  }
}
