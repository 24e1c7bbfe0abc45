import Testing

@testable import MailDNSCheck

@Suite("Mechanisms (RFC 7208 §5)")
struct SPFMechanismTests {
  @Test(
    "§5.1 \"all\" takes neither argument nor prefix length",
    arguments: [
      RefusedTerm("-all:foobar", .unexpectedArgument(name: "all"), at: ":foobar"),
      RefusedTerm("-all/8", .unexpectedArgument(name: "all"), at: "/8"),
      RefusedTerm("all:", .unexpectedArgument(name: "all"), at: ":"),
    ])
  func all(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test(
    "§5.2 and §5.7 \"include\" and \"exists\" name a domain",
    arguments: ["_spf.example.jp", "%{ir}.x.example.jp"])
  func domain(text: String) throws {
    #expect(try spfMechanism("include:\(text)") == .include(spfDomain(text)))
    #expect(try spfMechanism("exists:\(text)") == .exists(spfDomain(text)))
  }

  @Test(
    "§5.2, §5.5, §5.7 a domain is needed, and a prefix length is not allowed",
    arguments: ["include", "exists", "ptr"])
  func withoutLength(name: String) {
    let domain = "v=spf1 \(name):x.example.jp/24"
    #expect(spfErrors(domain).map(\.reason) == [.prefixLengthNotAllowed(name: name)])
    #expect(spfErrors(domain).map { $0.place(in: domain) } == ["/24"])
    #expect(spfErrors("v=spf1 \(name):").map(\.reason) == [.missingArgument(name: "\(name):")])
  }

  @Test("§5.2 and §5.7 the domain is not optional", arguments: ["include", "exists", "include/24"])
  func required(term: String) {
    let name = String(term.prefix { $0 != "/" })
    #expect(
      spfErrors("v=spf1 \(term)") == [
        SPFSyntaxError(.missingArgument(name: "\(name):"), 7..<(7 + term.count))
      ])
  }

  @Test(
    "§5.3 and §5.4 domain and prefix lengths of \"a\" and \"mx\" are optional",
    arguments: [
      ("", String?.none, 32, 128), (":x.example.jp", "x.example.jp", 32, 128), ("/0", nil, 0, 128),
      ("/24", nil, 24, 128), ("//64", nil, 32, 64), ("/24//64", nil, 24, 64), ("/32//128", nil, 32, 128),
      (":x.example.jp/24", "x.example.jp", 24, 128), (":x.example.jp//0", "x.example.jp", 32, 0),
      (":x.example.jp./9//33", "x.example.jp.", 9, 33), (":%{d}/24", "%{d}", 24, 128),
      (":%{d/}/8", "%{d/}", 8, 128), (":a:b/c.example.jp", "a:b/c.example.jp", 32, 128),
      (":x/24.example.jp/25", "x/24.example.jp", 25, 128), (":x.example/2.jp", "x.example/2.jp", 32, 128),
    ])
  func addresses(rest: String, domain: String?, ipv4: Int, ipv6: Int) throws {
    let lengths = try #require(SPFPrefixLengths(ipv4: ipv4, ipv6: ipv6))
    let expected = try domain.map { try spfDomain($0) }
    #expect(try spfMechanism("a\(rest)") == .a(expected, lengths))
    #expect(try spfMechanism("mx\(rest)") == .mx(expected, lengths))
  }

  @Test(
    "§5.3 and §5.4 bad arguments of \"a\" and \"mx\"",
    arguments: [
      RefusedTerm("a:", .missingArgument(name: "a:"), at: "a:"),
      RefusedTerm("mx:", .missingArgument(name: "mx:"), at: "mx:"),
      RefusedTerm("a:/24", .missingArgument(name: "a:"), at: "a:/24"),
      RefusedTerm("a/33", .prefixLengthTooLarge(maximum: 32), at: "33"),
      RefusedTerm("a:example.jp/33", .prefixLengthTooLarge(maximum: 32), at: "33"),
      RefusedTerm("mx//129", .prefixLengthTooLarge(maximum: 128), at: "129"),
      RefusedTerm("a/99999999999999999999", .prefixLengthTooLarge(maximum: 32), at: "99999999999999999999"),
      RefusedTerm("mx:x.jp/024", .zeroPaddedPrefixLength, at: "024"),
      RefusedTerm("a/", .missingPrefixLength, at: "/"),
      RefusedTerm("a//", .missingPrefixLength, at: "/"),
      RefusedTerm("a/24//", .missingPrefixLength, at: "/"),
      RefusedTerm("a/24/64", .singleSlashPrefixLength, at: "/64"),
      RefusedTerm("a:x.jp/24/64", .singleSlashPrefixLength, at: "/64"),
      RefusedTerm("a///64", .malformedPrefixLength, at: "/64"),
      RefusedTerm("a/x", .malformedPrefixLength, at: "x"),
      RefusedTerm("a/-1", .malformedPrefixLength, at: "-1"),
      RefusedTerm("a:x.jp/2x", .malformedPrefixLength, at: "/2x"),
      RefusedTerm("a:192.0.2.1", .addressAsDomain(suggestion: "ip4:192.0.2.1"), at: "192.0.2.1"),
      RefusedTerm("mx:192.0.2.0/24", .addressAsDomain(suggestion: "ip4:192.0.2.0/24"), at: "192.0.2.0"),
      RefusedTerm("a:2001:db8::1", .addressAsDomain(suggestion: "ip6:2001:db8::1"), at: "2001:db8::1"),
    ])
  func badAddresses(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test("§5.5 the domain of \"ptr\" is optional")
  func ptr() throws {
    #expect(try spfMechanism("ptr") == .ptr(nil))
    #expect(try spfMechanism("ptr:x.example.jp") == .ptr(spfDomain("x.example.jp")))
    #expect(RefusedTerm("ptr/0", .prefixLengthNotAllowed(name: "ptr"), at: "/0").found.count == 1)
  }

  @Test(
    "§5.6 \"ip4\" and \"ip6\" name a network",
    arguments: [
      ("ip4:192.0.2.1", "192.0.2.1/32"), ("ip4:192.0.2.0/24", "192.0.2.0/24"), ("ip4:0.0.0.0/0", "0.0.0.0/0"),
      ("ip4:255.255.255.255/32", "255.255.255.255/32"), ("ip6:2001:DB8::CD30", "2001:db8::cd30/128"),
      ("ip6:2001:db8::/33", "2001:db8::/33"), ("ip6:::/0", "::/0"), ("ip6:::1/128", "::1/128"),
      ("ip6:::ffff:192.0.2.1", "::ffff:192.0.2.1/128"),
      ("ip6:0:0:0:0:0:ffff:192.0.2.1/96", "::ffff:192.0.2.1/96"),
    ])
  func networks(term: String, network: String) throws {
    #expect(try spfMechanism(term) == .network(#require(IPNetwork(network))))
  }

  @Test(
    "§5.6 bad networks",
    arguments: [
      RefusedTerm("ip4", .missingArgument(name: "ip4:"), at: "ip4"),
      RefusedTerm("ip6:", .missingArgument(name: "ip6:"), at: "ip6:"),
      RefusedTerm("ip4/24", .missingArgument(name: "ip4:"), at: "ip4/24"),
      RefusedTerm("ip4:192.0.2.1/33", .prefixLengthTooLarge(maximum: 32), at: "33"),
      RefusedTerm("ip4:192.0.2.1/032", .zeroPaddedPrefixLength, at: "032"),
      RefusedTerm("ip4:192.0.2.1/00", .zeroPaddedPrefixLength, at: "00"),
      RefusedTerm("ip4:192.0.2.1/", .missingPrefixLength, at: "/"),
      RefusedTerm("ip4:192.0.2.1//32", .doubleSlashPrefixLength, at: "//32"),
      RefusedTerm("ip4:192.0.2.1/24/64", .malformedPrefixLength, at: "24/64"),
      RefusedTerm("ip4:192.0.2.1/255.255.255.0", .malformedPrefixLength, at: "255.255.255.0"),
      RefusedTerm("ip4:192.0.2.300", .invalidIPv4Part, at: "300"),
      RefusedTerm("ip4:192.0.02.1", .invalidIPv4Part, at: "02"),
      RefusedTerm("ip4:192.0.2", .shortIPv4Address(parts: 3), at: "192.0.2"),
      RefusedTerm("ip4:192.0.2./24", .shortIPv4Address(parts: 3), at: "192.0.2."),
      RefusedTerm("ip4:10/8", .shortIPv4Address(parts: 1), at: "10"),
      RefusedTerm("ip4:192.0.2.1.5", .invalidIPv4Address(suggestion: nil), at: "192.0.2.1.5"),
      RefusedTerm("ip4:192.0.2.1:25", .invalidIPv4Address(suggestion: nil), at: "192.0.2.1:25"),
      RefusedTerm("ip4:/24", .shortIPv4Address(parts: 0), at: ""),
      RefusedTerm(
        "ip4:mail.example.jp", .invalidIPv4Address(suggestion: "a:mail.example.jp"), at: "mail.example.jp"),
      RefusedTerm(
        "ip4:2001:db8::/32", .invalidIPv4Address(suggestion: "ip6:2001:db8::/32"), at: "2001:db8::"),
      RefusedTerm("ip6:192.0.2.1", .invalidIPv6Address(suggestion: "ip4:192.0.2.1"), at: "192.0.2.1"),
      RefusedTerm("ip6::CAFE::BABE", .invalidIPv6Address(suggestion: nil), at: ":CAFE::BABE"),
      RefusedTerm("ip6:fe80::1%eth0", .invalidIPv6Address(suggestion: nil), at: "fe80::1%eth0"),
      RefusedTerm("ip6:::1/129", .prefixLengthTooLarge(maximum: 128), at: "129"),
      RefusedTerm("ip6:::1//33", .doubleSlashPrefixLength, at: "//33"),
    ])
  func badNetworks(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test(
    "a term glued to the one before it is pointed at",
    arguments: [
      RefusedTerm("ip4:192.0.2.209-all", .missingSpace(before: Array("-all".utf8)), at: "-all"),
      RefusedTerm("mx~ALL", .missingSpace(before: Array("~ALL".utf8)), at: "~ALL"),
      RefusedTerm("ip4:192.0.2.0/24-all", .missingSpace(before: Array("-all".utf8)), at: "-all"),
      RefusedTerm("ip4:192.0.2.1,", .separator(UInt8(ascii: ",")), at: ","),
      RefusedTerm("ip4:192.0.2.1;ip4:192.0.2.2", .separator(UInt8(ascii: ";")), at: ";"),
      RefusedTerm("all;", .separator(UInt8(ascii: ";")), at: ";"),
      RefusedTerm(
        "ip4:192.0.2.1ip4:192.0.2.2", .missingSpace(before: Array("ip4:192.0.2.2".utf8)), at: "ip4:192.0.2.2"),
      RefusedTerm(
        "ip4:192.0.2.1-include:x.jp", .missingSpace(before: Array("-include:x.jp".utf8)), at: "-include:x.jp"),
      RefusedTerm(
        "include:a.example.jpip4:192.0.2.2", .missingSpace(before: Array("ip4:192.0.2.2".utf8)),
        at: "ip4:192.0.2.2"),
    ])
  func glued(term: RefusedTerm) { #expect(term.found == term.expected) }

  @Test("prefix lengths out of range can't be made")
  func lengths() {
    #expect(SPFPrefixLengths(ipv4: 33) == nil)
    #expect(SPFPrefixLengths(ipv6: 129) == nil)
    #expect(SPFPrefixLengths(ipv4: -1) == nil)
    #expect(SPFPrefixLengths() == .full)
  }
}
