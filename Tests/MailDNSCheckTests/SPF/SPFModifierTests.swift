import Testing

@testable import MailDNSCheck

@Suite("Modifiers (RFC 7208 §6)")
struct SPFModifierTests {
  @Test("§6.1 and §6.2 \"redirect\" and \"exp\" name a domain, and may stand anywhere")
  func known() throws {
    let domain = try spfDomain("x.%{d2}")
    let record = try SPFRecord(parsing: "v=spf1 EXP=x.%{d2} a Redirect=x.%{d2} mx".utf8)
    #expect(record.terms.compactMap(\.modifier) == [.explanation(domain), .redirect(domain)])
  }

  @Test(
    "§6 \"redirect\" and \"exp\" MUST NOT appear in a record more than once each",
    arguments: [
      RefusedTerm(
        "redirect=a.jp.x -all REDIRECT=a.jp.x", .repeatedModifier(name: "redirect"), at: "REDIRECT=a.jp.x"),
      RefusedTerm("exp=a.jp.x exp=b.jp.x", .repeatedModifier(name: "exp"), at: "exp=b.jp.x"),
    ])
  func repeated(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test("§6 other modifiers may appear more than once")
  func unknownTwice() { #expect(spfErrors("v=spf1 x=1 x=2 ra=postmaster rp=100 v=spf1") == []) }

  @Test(
    "§6.1 and §6.2 the domain must not be empty and must be one",
    arguments: [
      RefusedTerm("exp= -all", .missingArgument(name: "exp="), at: "exp="),
      RefusedTerm("?all redirect=", .missingArgument(name: "redirect="), at: "redirect="),
      RefusedTerm("exp=-all", .singleLabelDomain, at: "-all"),
      RefusedTerm("redirect=-all ?all", .singleLabelDomain, at: "-all"),
      RefusedTerm("redirect=192.0.2.1", .addressAsDomain(suggestion: nil), at: "192.0.2.1"),
      RefusedTerm("redirect=x.jp/24", .prefixLengthNotAllowed(name: "redirect"), at: "/24"),
      RefusedTerm("exp=%{r}.x.jp", .explanationMacroLetter(0x72), at: "r"),
    ])
  func badDomains(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test(
    "unrecognized modifiers are taken whatever their value, with macros or empty",
    arguments: [
      ("moo.cow-far_out=man:dog/cat", "moo.cow-far_out"), ("default=+", "default"), ("X=", "x"), ("x==", "x"),
      ("x=%{d}", "x"), ("ip4=192.0.2.1", "ip4"), ("include=x.jp", "include"),
    ])
  func unknown(term: String, name: String) throws {
    guard case .modifier(.unknown(let modifier)) = try spfTerm(term) else {
      Issue.record("not an unknown modifier")
      return
    }
    #expect(modifier.name == name)
    #expect(modifier.mistakenMechanism == SPFMechanism.Kind(rawValue: name))
  }

  @Test(
    "the value of an unrecognized modifier must be a valid macro string",
    arguments: [
      RefusedTerm("foo=%abc", .strayPercent, at: "%"),
      RefusedTerm("foo=%{x}", .unknownMacroLetter(0x78), at: "x"),
      RefusedTerm("foo=%{t}", .explanationMacroLetter(0x74), at: "t"),
    ])
  func macros(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test("an unknown modifier has a name of the grammar, and none of a known modifier")
  func names() throws {
    let value = try SPFMacroString(parsing: [])
    for name in ["", "1x", "-x", "a b", "a=", "redirect", "EXP"] {
      #expect(SPFUnknownModifier(name: Array(name.utf8), value: value) == nil)
    }
    #expect(SPFUnknownModifier(name: Array("A1-_.".utf8), value: value)?.name == "a1-_.")
  }
}
