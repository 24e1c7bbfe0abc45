import Testing

@testable import MailDNSCheck

@Suite("A mail domain, taken as people paste it")
struct MailDomainTests {
  @Test(
    "a name of DNS is the domain that its text with a final dot is",
    arguments: [
      "example.jp", "EXAMPLE.jp", "mx", "jp", "xn--wgv71a.jp", "a.1", "10", "1.2.3.4", "1.2.3.4.5",
      "_dmarc.jp", "-a.jp", "a-.jp", "a_b.jp", "a\\.b.jp", "a\\032b.jp", "*.jp", ".", "xn--a.jp",
    ])
  func name(text: String) throws {
    let name = fqdn(text)
    let domain = try? MailDomain(pasted: name.description + ".")
    #expect(MailDomain(name) == domain)
    #expect(MailDomain.isMailName(name) == (domain != nil))
  }

  @Test("a name of DNS with the signs of an address is no domain behind them")
  func nameLikeAddress() { #expect(MailDomain(fqdn("a@b.jp")) == nil) }

  @Test(
    "what people paste is the domain in it",
    arguments: [
      ("example.co.jp", "example.co.jp"),
      ("User@Example.co.jp", "example.co.jp"),
      ("https://example.co.jp/x?y", "example.co.jp"),
      ("HTTPS://example.co.jp?y", "example.co.jp"),
      ("https://example.co.jp#top", "example.co.jp"),
      ("http://user@host.example:8080/", "host.example"),
      ("http://user:secret@host.example:8080", "host.example"),
      ("mailto:user@example.jp?subject=x@y", "example.jp"),
      ("MailTo:user@example.jp", "example.jp"),
      ("example.co.jp.", "example.co.jp"),
      ("<user@example.jp>", "example.jp"),
      ("\"Taro, Yamada\" <user@example.jp>", "example.jp"),
      ("\"a@b, c\"@example.jp", "example.jp"),
      ("  \texample.jp \n", "example.jp"),
      ("\u{3000}example.jp\u{3000}", "example.jp"),
      ("\u{FEFF}example.jp\u{200B}", "example.jp"),
      ("EXAMPLE.JP", "example.jp"),
      ("ｕｓｅｒ＠ｅｘａｍｐｌｅ．ＪＰ", "example.jp"),
      ("example。co｡jp．", "example.co.jp"),
      ("@example.jp", "example.jp"),
      ("jp", "jp"),
      ("1.2.3", "1.2.3"),
      ("a--b.example", "a--b.example"),
    ])
  func pasted(text: String, name: String) throws {
    let domain = try MailDomain(pasted: text)
    #expect(domain.name.description == name)
    #expect(domain.unicode == name)
  }

  @Test(
    "an internationalized domain is asked for in A-labels and shown in U-labels",
    arguments: [
      ("日本語.jp", "xn--wgv71a119e.jp", "日本語.jp"),
      ("日本語。ＪＰ", "xn--wgv71a119e.jp", "日本語.jp"),
      ("user@日本語.jp", "xn--wgv71a119e.jp", "日本語.jp"),
      ("https://日本語.jp:443/", "xn--wgv71a119e.jp", "日本語.jp"),
      ("xn--wgv71a119e.jp", "xn--wgv71a119e.jp", "日本語.jp"),
      ("XN--WGV71A119E.JP", "xn--wgv71a119e.jp", "日本語.jp"),
      ("BÜCHER.example", "xn--bcher-kva.example", "bücher.example"),
      ("bu\u{308}cher.example", "xn--bcher-kva.example", "bücher.example"),
      ("faß.de", "xn--fa-hia.de", "faß.de"),
    ])
  func internationalized(text: String, name: String, unicode: String) throws {
    let domain = try MailDomain(pasted: text)
    #expect(domain.name.description == name)
    #expect(domain.unicode == unicode)
  }

  @Test(
    "an A-label that IDNA would not make is taken and not decoded",
    arguments: ["xn--a.jp", "xn--zzzzzz99999.jp", "xn--example-.jp", "xn--.jp", "xn--wgv71a119e.xn--a"])
  func badPunycode(name: String) throws {
    if name.hasSuffix("-.jp") {
      #expect(throws: MailDomainError(text: name, reason: .hyphen)) { try MailDomain(pasted: name) }
    } else {
      #expect(try MailDomain(pasted: name).unicode == name)
    }
  }

  @Test(
    "what can't be a domain is refused with the reason",
    arguments: [
      ("", MailDomainError.Reason.empty),
      (" ", .empty),
      (".", .empty),
      ("user@", .empty),
      ("file:///etc/passwd", .empty),
      ("<>", .empty),
      ("192.0.2.1", .ipAddress(IPAddress("192.0.2.1")!)),
      ("192.0.2.1.", .ipAddress(IPAddress("192.0.2.1")!)),
      ("2001:db8::1", .ipAddress(IPAddress("2001:db8::1")!)),
      ("user@[192.0.2.1]", .ipAddress(IPAddress("192.0.2.1")!)),
      ("user@[IPv6:2001:db8::1]", .ipAddress(IPAddress("2001:db8::1")!)),
      ("https://[::1]:8080/", .ipAddress(IPAddress("::1")!)),
      ("１９２。０．２．１", .ipAddress(IPAddress("192.0.2.1")!)),
      ("a..jp", .emptyLabel),
      (".jp", .emptyLabel),
      ("example.jp..", .emptyLabel),
      ("日本語..jp", .emptyLabel),
      (".日本語", .emptyLabel),
      ("_dmarc.example.jp", .underscore),
      ("_dmarc.日本語.jp", .underscore),
      ("exa mple.jp", .badCharacter(" ")),
      ("a.jp b.jp", .badCharacter(" ")),
      ("a@a.jp b@b.jp", .badCharacter(" ")),
      ("a@a.jp,b@b.jp", .badCharacter(",")),
      ("mailto:a@a.jp,b@b.jp", .badCharacter(",")),
      ("a@b@c.jp", .badCharacter("@")),
      ("A <a@a.jp>, B <b@b.jp>", .badCharacter(" ")),
      ("example.jp/x", .badCharacter("/")),
      ("exam\u{1B}[31mple.jp", .badCharacter("\u{1B}")),
      ("a\\.b.jp", .badCharacter("\\")),
      ("*.example.jp", .badCharacter("*")),
      ("℀.jp", .badCharacter("/")),
      ("-example.jp", .hyphen),
      ("example-.jp", .hyphen),
      ("-", .hyphen),
      ("☃.jp", .idna(IDNARefusal(code: -304, text: "string contains a disallowed character"))),
      ("a\u{202E}b.jp", .idna(IDNARefusal(code: -304, text: "string contains a disallowed character"))),
      (
        "a\u{200D}.jp",
        .idna(IDNARefusal(code: -305, text: "string contains a forbidden context-j character"))
      ),
    ])
  func refused(text: String, reason: MailDomainError.Reason) {
    #expect(throws: MailDomainError(text: text, reason: reason)) { try MailDomain(pasted: text) }
  }

  @Test("a label has at most 63 octets, and a name 253 characters")
  func lengths() throws {
    let label = String(repeating: "a", count: 63)
    let longest = "\(label).\(label).\(label).\(String(repeating: "a", count: 61))"
    #expect(try MailDomain(pasted: longest).name.description == longest)
    #expect(reason(longest + "a") == .nameTooLong)
    #expect(reason(label + "a.jp") == .labelTooLong)
    #expect(reason(String(repeating: "あ", count: 100) + ".jp") == .labelTooLong)
    #expect(reason(String(repeating: "日本.", count: 60) + "jp") == .nameTooLong)
    #expect(reason(String(repeating: "日本.", count: 60_000) + "jp") == .nameTooLong)
    #expect(reason(String(repeating: "a.", count: 60_000) + "jp") == .nameTooLong)
  }

  @Test("without libidn2 ASCII is taken, A-labels are not decoded, and the rest asks for the A-label")
  func withoutLibrary() throws {
    #expect(LibIDN2(library: "libidn2.so.absent") == nil)
    #expect(LibIDN2(library: "libc.so.6") == nil)
    let domain = try MailDomain(pasted: "XN--wgv71a119e.jp", idna: nil)
    #expect(domain.name.description == "xn--wgv71a119e.jp")
    #expect(domain.unicode == "xn--wgv71a119e.jp")
    #expect(throws: MailDomainError(text: "日本語.jp", reason: .idnaUnavailable)) {
      try MailDomain(pasted: "日本語.jp", idna: nil)
    }
  }

  @Test("the text of an error is cut to 80 characters and shown escaped")
  func boundedText() {
    let long = String(repeating: "é", count: 79) + "/\u{1B}[2J"
    let error = MailDomainError(text: long, reason: .underscore)
    #expect(error.text == String(repeating: "é", count: 79) + "/…")
    #expect(MailDomainError(text: "\u{1B}]0;x", reason: .empty).wording.english.contains("'\\027]0;x'"))
  }

  @Test(
    "errors in both languages",
    arguments: [
      (
        "", "'' is not a mail domain: there is no name in it", "'' はメールドメインとして解釈できません: 名前がありません"
      ),
      (
        "192.0.2.1",
        "'192.0.2.1' is not a mail domain: it is an IP address; to look it up: maildnscheck lookup 192.0.2.1",
        "'192.0.2.1' はメールドメインとして解釈できません: IPアドレスです。逆引きは maildnscheck lookup 192.0.2.1"
      ),
      (
        "a..jp", "'a..jp' is not a mail domain: a label is empty (two dots in a row, or one at the start)",
        "'a..jp' はメールドメインとして解釈できません: 空のラベルがあります(ドットの連続、または先頭のドット)"
      ),
      (
        "_dmarc.a.jp",
        "'_dmarc.a.jp' is not a mail domain: it has an underscore; to see what DNS says about it: maildnscheck lookup",
        "'_dmarc.a.jp' はメールドメインとして解釈できません: アンダースコアがあります。DNSの回答を見るには maildnscheck lookup を使ってください"
      ),
      ("a b", "'a b' is not a mail domain: it has a space in it", "'a b' はメールドメインとして解釈できません: 空白があります"),
      (
        "a\u{7}", "'a\\007' is not a mail domain: it has the character '\\007'",
        "'a\\007' はメールドメインとして解釈できません: 使えない文字 '\\007' があります"
      ),
      (
        "-a", "'-a' is not a mail domain: a label begins or ends with a hyphen",
        "'-a' はメールドメインとして解釈できません: ハイフンで始まる、または終わるラベルがあります"
      ),
      (
        "☃",
        "'☃' is not a mail domain: not allowed as an internationalized name (string contains a disallowed character)",
        "'☃' はメールドメインとして解釈できません: 日本語ドメイン名に使えない文字が含まれています"
      ),
    ])
  func wording(text: String, english: String, japanese: String) throws {
    let error = try #require(throws: MailDomainError.self) { try MailDomain(pasted: text) }
    #expect(error.wording == Wording(english, japanese))
  }

  @Test(
    "errors of length and of the missing library in both languages",
    arguments: [
      (MailDomainError.Reason.labelTooLong, "a label has more than 63 characters", "63文字を超えるラベルがあります"),
      (.nameTooLong, "it has more than 253 characters", "253文字を超えています"),
      (
        .idnaUnavailable, "libidn2 is not installed; give the name in its ASCII form (xn--...)",
        "libidn2がありません。ASCII形式(xn--...)で指定してください"
      ),
    ])
  func otherWording(reason: MailDomainError.Reason, english: String, japanese: String) {
    #expect(reason.wording == Wording(english, japanese))
  }

  @Test("no text makes it trap, and what it takes is a host name")
  func anyText() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "a", "jp", ".", "@", "<", ">", "/", "://", "https", "mailto:", "[", "]", ":", "IPv6:", "xn--", "日本",
      "。", "-", "_",
      "\"", " ", "\u{301}", "\u{200D}", "\u{202E}", "🇯🇵", "?", "#", "\\", "1", "%", "\0", "ß", "\u{FEFF}",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random)!
      }
      .joined()
      guard let domain = try? MailDomain(pasted: text) else { continue }
      #expect(
        domain.name.description.utf8.allSatisfy { $0.isLetterDigitHyphen || $0 == UInt8(ascii: ".") },
        "\(text)")
      // The dot, since a word such as `mx` is none without.
      #expect((try? MailDomain(pasted: domain.unicode + ".")) == domain, "\(text)")
    }
  }

  private func reason(_ text: String) -> MailDomainError.Reason? {
    do throws(MailDomainError) {
      _ = try MailDomain(pasted: text)
      return nil
    } catch {
      return error.reason
    }
  }
}
