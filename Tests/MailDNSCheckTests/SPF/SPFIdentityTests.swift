import Testing

@testable import MailDNSCheck

@Suite("The arguments of check_host() (RFC 7208 §2.4, §4.1, §4.3)")
struct SPFIdentityTests {
  private func identity(
    _ mailFrom: String, helo: String = "mail.example.jp", domain: String? = nil, address: String = "192.0.2.3"
  ) -> SPFIdentity {
    SPFIdentity(address: IPAddress(address)!, mailFrom: mailFrom, helo: helo, domain: domain, time: 0)
  }

  private func text(_ octets: [UInt8]) -> String { String(decoding: octets, as: UTF8.self) }

  @Test(
    "the sender is split at its last \"@\"; its domain is the one that is checked",
    arguments: [
      ("user@example.com", "user", "example.com"), ("<user@example.com>", "user", "example.com"),
      ("\"a@b\"@example.com", "\"a@b\"", "example.com"), ("User@Example.COM", "User", "Example.COM"),
      ("user@example.com.", "user", "example.com."), ("a@b@c.test", "a@b", "c.test"), ("user@", "user", ""),
    ])
  func sender(_ mailFrom: String, _ localPart: String, _ domain: String) {
    let identity = identity(mailFrom)
    #expect(text(identity.localPart) == localPart)
    #expect(text(identity.senderDomain) == domain)
    #expect(text(identity.domain) == domain)
  }

  @Test(
    "§4.3 If the <sender> has no local-part, substitute the string \"postmaster\" for the local-part",
    arguments: ["@example.com", "example.com", "<@example.com>", "<example.com>"])
  func postmaster(_ mailFrom: String) {
    let identity = identity(mailFrom)
    #expect(text(identity.localPart) == "postmaster")
    #expect(text(identity.domain) == "example.com")
  }

  @Test(
    "§2.4 When the reverse-path is null, the sender is \"postmaster\" and the \"HELO\" identity",
    arguments: ["", "<>"])
  func emptySender(_ mailFrom: String) {
    let identity = identity(mailFrom)
    #expect(text(identity.localPart) == "postmaster")
    #expect(text(identity.senderDomain) == "mail.example.jp")
    #expect(text(identity.domain) == "mail.example.jp")
  }

  @Test("a domain that is given is checked, and the sender stays what it is")
  func domain() {
    let identity = identity("user@example.com", domain: "example.net")
    #expect(text(identity.domain) == "example.net")
    #expect(text(identity.senderDomain) == "example.com")
    #expect(text(identity.localPart) == "user")
  }

  @Test("with neither sender nor HELO the domain that is given stands in for both")
  func nothingButDomain() {
    let identity = identity("", helo: "", domain: "example.net")
    #expect(text(identity.domain) == "example.net")
    #expect(text(identity.senderDomain) == "example.net")
    #expect(text(identity.localPart) == "postmaster")
  }

  @Test("with nothing at all there is no domain")
  func nothing() {
    #expect(identity("", helo: "").domain.isEmpty)
    #expect(identity("", helo: "").checkedDomain == nil)
  }

  @Test("a sender that is nothing but one angle bracket is no empty one", arguments: ["<", ">"])
  func bracket(_ mailFrom: String) {
    // Both brackets or none: half a pair is part of the text.
    #expect(identity(mailFrom).checkedDomain == nil)
  }

  @Test("§5 IPv4-mapped IPv6 addresses are IPv4 addresses")
  func mapped() {
    #expect(identity("", address: "::ffff:192.0.2.3").address == IPAddress("192.0.2.3"))
    #expect(identity("", address: "::192.0.2.3").address == IPAddress("::192.0.2.3"))
    #expect(identity("", address: "2001:db8::1").address == IPAddress("2001:db8::1"))
  }

  @Test("the receiver is unknown where nobody says")
  func receiver() { #expect(text(identity("").receiver) == "unknown") }

  private static let longestLabel = String(repeating: "a", count: 63)
  /// 253 characters.
  private static let longestName =
    Array(repeating: String(repeating: "a", count: 62), count: 4)
    .joined(separator: ".") + ".b"

  @Test(
    "§4.3 properly formed domains",
    arguments: [
      "example.com", "example.com.", "EXAMPLE.com", "_spf.example.com", "1.2", longestLabel + ".test",
      longestName, longestName + ".", "a b.test", "日本語.test",
    ])
  func usable(_ domain: String) throws {
    let name = try #require(identity("user@" + domain).checkedDomain)
    let bare = domain.last == "." ? domain.dropLast() : domain[...]
    #expect(name.wire.count == bare.utf8.count + 2)
  }

  @Test(
    "§4.3 malformed domains and those of a single label are not checked",
    arguments: [
      "com", "com.", "localhost", ".", "..", ".example.com", "example..com", "example.com..",
      longestLabel + "a.test", "JUMPIN' JUPITER", "x" + longestName, "x." + longestName,
      "x" + longestName + ".", "[192.0.2.1]", "[IPv6:2001:db8::1.2]",
    ])
  func unusable(_ domain: String) {
    #expect(identity("user@" + domain).checkedDomain == nil)
    #expect(identity("", helo: domain).checkedDomain == nil)
  }
}
