import Testing

@testable import MailDNSCheck

@Suite("What macros stand for (RFC 7208 §7.2 to §7.4)")
struct SPFMacroExpanderTests {
  private func expand(
    _ text: String, from address: String = "192.0.2.3", mailFrom: String = "strong-bad@email.example.com",
    helo: String = "mx.example.org", domain: String? = nil, validatedName: String? = nil
  ) throws -> String {
    let identity = SPFIdentity(
      address: IPAddress(address)!, mailFrom: mailFrom, helo: helo, receiver: Array("mx.example.net".utf8),
      time: 1_234_567_890)
    var expander = SPFMacroExpander(
      identity: identity, domain: Array((domain ?? "email.example.com").utf8))
    if let validatedName { expander.validatedName = Array(validatedName.utf8) }
    let string = try SPFMacroString(parsing: Array(text.utf8)[...], asExplanation: true)
    return String(decoding: expander.expand(string), as: UTF8.self)
  }

  @Test(
    "§7.4 the examples of the RFC",
    arguments: [
      ("%{s}", "strong-bad@email.example.com"), ("%{o}", "email.example.com"), ("%{d}", "email.example.com"),
      ("%{d4}", "email.example.com"), ("%{d3}", "email.example.com"), ("%{d2}", "example.com"),
      ("%{d1}", "com"), ("%{dr}", "com.example.email"), ("%{d2r}", "example.email"), ("%{l}", "strong-bad"),
      ("%{l-}", "strong.bad"), ("%{lr}", "strong-bad"), ("%{lr-}", "bad.strong"), ("%{l1r-}", "strong"),
      ("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com"),
      ("%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com"),
      ("%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com"),
      ("%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}", "3.2.0.192.in-addr.strong.lp._spf.example.com"),
      ("%{d2}.trusted-domains.example.net", "example.com.trusted-domains.example.net"),
    ])
  func examples(_ text: String, _ expected: String) throws { #expect(try expand(text) == expected) }

  @Test("§7.4 the example of the RFC for IPv6")
  func example6() throws {
    let expected = "1.0.B.C.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.B.D.0.1.0.0.2.ip6._spf.example.com"
    #expect(try expand("%{ir}.%{v}._spf.%{d2}", from: "2001:db8::cb01") == expected)
  }

  @Test(
    "§7.2 every letter",
    arguments: [
      ("s", "strong-bad@email.example.com"), ("l", "strong-bad"), ("o", "email.example.com"),
      ("d", "email.example.com"), ("i", "192.0.2.3"), ("p", "unknown"), ("v", "in-addr"),
      ("h", "mx.example.org"), ("c", "192.0.2.3"), ("r", "mx.example.net"), ("t", "1234567890"),
    ])
  func letters(_ letter: String, _ expected: String) throws {
    #expect(try expand("%{\(letter)}") == expected)
  }

  @Test("letters that differ for an IPv6 sender", arguments: [("v", "ip6"), ("c", "2001:db8::cb01")])
  func letters6(_ letter: String, _ expected: String) throws {
    #expect(try expand("%{\(letter)}", from: "2001:DB8::CB01") == expected)
  }

  @Test("the domain is that of the record, the sender's is another")
  func domain() throws {
    #expect(try expand("%{d} %{o}", domain: "_spf.example.net") == "_spf.example.net email.example.com")
  }

  @Test("an empty sender is postmaster at the HELO name", arguments: ["", "<>"])
  func emptySender(_ mailFrom: String) throws {
    #expect(
      try expand("%{s} %{l} %{o}", mailFrom: mailFrom)
        == "postmaster@mx.example.org postmaster mx.example.org")
  }

  @Test("the validated name")
  func validatedName() throws {
    #expect(
      try expand("%{p} %{p2} %{pr}", validatedName: "a.b.example.jp")
        == "a.b.example.jp example.jp jp.example.b.a")
  }

  @Test(
    "§7.3 parts are split at the delimiters, reversed, counted from the right, and joined with dots",
    arguments: [
      ("%{l}", "a-b+c.d=e"), ("%{l-}", "a.b+c.d=e"), ("%{l+}", "a-b.c.d=e"), ("%{l.}", "a-b+c.d=e"),
      ("%{l-+}", "a.b.c.d=e"), ("%{l-+.=}", "a.b.c.d.e"), ("%{l-+.=,/_}", "a.b.c.d.e"), ("%{l2-+.=}", "d.e"),
      ("%{lr-+.=}", "e.d.c.b.a"), ("%{l2r-+.=}", "b.a"), ("%{l1}", "d=e"), ("%{lr}", "d=e.a-b+c"),
      ("%{l99-}", "a.b+c.d=e"), ("%{l=}", "a-b+c.d.e"), ("%{l,}", "a-b+c.d=e"),
    ])
  func transformers(_ text: String, _ expected: String) throws {
    #expect(try expand(text, mailFrom: "a-b+c.d=e@example.jp") == expected)
  }

  @Test(
    "every delimiter splits",
    arguments: [".", "-", "+", ",", "/", "_", "="])
  func delimiters(_ delimiter: String) throws {
    #expect(try expand("%{l1r\(delimiter)}", mailFrom: "x\(delimiter)y@example.jp") == "x")
  }

  @Test("delimiters side by side have an empty part between them")
  func emptyParts() throws {
    #expect(try expand("%{l-}", mailFrom: "a--b@example.jp") == "a..b")
    #expect(try expand("%{lr-}", mailFrom: "-a@example.jp") == "a.")
    #expect(try expand("%{h1r}", helo: "") == "")
  }

  @Test(
    "§7.3 Uppercase macros are URL-escaped: every octet outside the \"unreserved\" set",
    arguments: [
      ("%{S}", "a%26b%2B%2F~x%40example.jp"), ("%{L}", "a%26b%2B%2F~x"), ("%{L+}", "a%26b.%2F~x"),
      ("%{O}", "example.jp"), ("%{H}", "%5B192.0.2.1%5D%20%25%C3%A9-._~Z9"), ("%{I}", "192.0.2.3"),
    ])
  func escaping(_ text: String, _ expected: String) throws {
    #expect(
      try expand(text, mailFrom: "a&b+/~x@example.jp", helo: "[192.0.2.1] %\u{E9}-._~Z9") == expected)
  }

  @Test(
    "what stands for itself, and the three escapes",
    arguments: [
      ("%%", "%"), ("%_", " "), ("%-", "%20"), ("%%{d}", "%{d}"), ("a%%b%_c%-d", "a%b c%20d"), ("", ""),
      ("%{d}%{d}", "email.example.comemail.example.com"),
    ])
  func literals(_ text: String, _ expected: String) throws { #expect(try expand(text) == expected) }

  @Test("what a value holds is not expanded again")
  func once() throws { #expect(try expand("%{l}", mailFrom: "%{d}%%@example.jp") == "%{d}%%") }

  @Test("an expansion is cut off at its longest")
  func bound() throws {
    let long = String(repeating: "x", count: 60_000)
    #expect(try expand("%{h}%{h}%{h}", helo: long).utf8.count == SPFMacroExpander.maximumLength)
  }

  @Test(
    "§7.3 if the name exceeds 253 characters, the left side is truncated to fit, by removing whole labels")
  func truncation() async throws {
    let label = String(repeating: "a", count: 49)
    let tail =
      Array(repeating: label, count: 4).joined(separator: ".") + "." + String(repeating: "b", count: 47)
      + ".t"
    #expect(tail.utf8.count == 249)
    var sender = SPFCase("exists:%{h}.\(tail) -all", "xyz.\(tail) A 127.0.0.2")
    sender.helo = "xyz"
    #expect(try await sender.result == .pass)
    sender.helo = "left.xyz"
    #expect(try await sender.result == .pass)
    // The label that is cut is cut whole: of `wxyz` nothing is left.
    sender.helo = "wxyz"
    let (evaluation, asked) = try await sender.evaluated()
    #expect(evaluation.result == .fail)
    #expect(asked.last == "\(tail) A")
  }
}
