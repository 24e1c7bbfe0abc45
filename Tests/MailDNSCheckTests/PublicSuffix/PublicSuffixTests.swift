import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Organizational Domains by a public suffix list (RFC 7489 §3.2)")
struct PublicSuffixTests {
  private static let list = """
    // ===BEGIN ICANN DOMAINS===
    jp
    co.jp
    *.kawasaki.jp
    !city.kawasaki.jp
    *.ck  everything behind white space is no rule
    !www.ck

    // ===BEGIN PRIVATE DOMAINS===
    blogspot.com
    公司.cn
    """

  private func rules(_ text: String = list, idna: LibIDN2? = .shared) throws -> PublicSuffixRules {
    try #require(PublicSuffixRules(Array(text.utf8), idna: idna))
  }

  @Test(
    "it is one label more than the longest rule that matches",
    arguments: [
      ("example.jp", "example.jp"), ("a.b.example.jp", "example.jp"), ("example.co.jp", "example.co.jp"),
      ("mail.EXAMPLE.co.jp", "example.co.jp"), ("x.y.z.blogspot.com", "z.blogspot.com"),
    ])
  func longest(_ domain: String, _ expected: String) throws {
    #expect(try rules().organization(of: DomainName(domain)!) == .domain(DomainName(expected)!))
  }

  @Test(
    "a wildcard stands for one label, an exception for none of it",
    arguments: [
      ("a.b.c.kawasaki.jp", "b.c.kawasaki.jp"), ("www.city.kawasaki.jp", "city.kawasaki.jp"),
      ("a.www.ck", "www.ck"), ("a.b.c.ck", "b.c.ck"),
    ])
  func wildcards(_ domain: String, _ expected: String) throws {
    #expect(try rules().organization(of: DomainName(domain)!) == .domain(DomainName(expected)!))
  }

  @Test(
    "a name that is a suffix has no organization above it",
    arguments: ["jp", "co.jp", "x.kawasaki.jp", "y.ck"])
  func suffix(_ domain: String) throws {
    #expect(try rules().organization(of: DomainName(domain)!) == .publicSuffix)
  }

  @Test("without a rule, the last label is the suffix")
  func unlisted() throws {
    #expect(try rules().organization(of: DomainName("a.b.test")!) == .domain(DomainName("b.test")!))
    #expect(try rules().organization(of: DomainName("test")!) == .publicSuffix)
  }

  @Test("rules in other letters are compared as A-labels; without IDNA nothing is said of such names")
  func international() throws {
    #expect(
      try rules().organization(of: DomainName("x.a.xn--55qx5d.cn")!)
        == .domain(DomainName("a.xn--55qx5d.cn")!))
    let blind = try rules(idna: nil)
    #expect(blind.organization(of: DomainName("x.a.xn--55qx5d.cn")!) == .undetermined)
    #expect(blind.organization(of: DomainName("x.a.jp")!) == .domain(DomainName("a.jp")!))
  }

  @Test("a text without rules is no list", arguments: ["", "// only a comment\n", "\u{0}\n"])
  func empty(_ text: String) { #expect(PublicSuffixRules(Array(text.utf8)) == nil) }

  @Test("a library that is not there gives no list")
  func missingLibrary() { #expect(LibPSL(library: "libpsl.so.999") == nil) }

  @Test("libpsl and the system's list file agree")
  func agreement() throws {
    let library = try #require(LibPSL.shared, "libpsl is not installed: run Scripts/install-test-tools")
    let text = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/publicsuffix/public_suffix_list.dat"))
    let file = try #require(PublicSuffixRules(text))
    let domains = [
      "jp", "co.jp", "example.co.jp", "a.b.example.co.jp", "x.city.kawasaki.jp", "x.y.z.kawasaki.jp",
      "example.tokyo.jp", "a.example.chiyoda.tokyo.jp", "www.ck", "a.b.ck", "github.io", "me.github.io",
      "x.me.github.io", "test", "a.b.c.test", "example.com", "a.xn--55qx5d.cn", "b.a.xn--55qx5d.cn",
      "_dmarc.example.com", "UPPER.Example.CO.UK",
    ]
    for domain in domains {
      let name = try #require(DomainName(domain))
      #expect(library.organization(of: name) == file.organization(of: name), "\(domain)")
    }
  }

  @Test("a label that is no host's is not put to libpsl, which would read its dots as more labels")
  func escapedDot() throws {
    let library = try #require(LibPSL.shared)
    #expect(library.organization(of: DomainName("a\\.co.jp")!) == .undetermined)
  }
}
