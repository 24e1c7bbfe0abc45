import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Certificates of mail hosts")
struct CertificateTests {
  @Test(
    "a name stands for one host, or with * for those with exactly one label more (RFC 9525 §6.3)",
    arguments: [
      ("mail.example.jp", "mail.example.jp", true), ("MAIL.Example.JP", "mail.example.jp", true),
      ("*.example.jp", "mail.example.jp", true), ("*.example.jp", "example.jp", false),
      ("*.example.jp", "a.mail.example.jp", false), ("m*.example.jp", "mail.example.jp", false),
      ("mail.*.jp", "mail.example.jp", false), ("*", "mail.example.jp", false),
      ("example.jp", "mail.example.jp", false), ("mail.example.jp.", "mail.example.jp", false),
      ("mail.example.jp\0.evil.example", "mail.example.jp", false), ("", "mail.example.jp", false),
      ("192.0.2.25", "mail.example.jp", false),
    ])
  func names(_ name: String, _ host: String, _ isMatch: Bool) throws {
    #expect(CertificateName(Array(name.utf8)).matches(try #require(DomainName(host))) == isMatch)
  }

  @Test("a name from outside is made visible")
  func hostile() {
    #expect(!CertificateName(Array("\u{1B}[31m".utf8)).description.unicodeScalars.contains("\u{1B}"))
  }

  @Test(
    "whole days until it expires, below 0 once it has",
    arguments: [(30.0, 30), (0.5, 0), (0, 0), (-0.5, -1), (-3, -3)])
  func days(_ days: Double, _ expected: Int) {
    let now = Date(timeIntervalSince1970: 1_800_000_000)
    let image = SMTPFixtures.image(1)
    let certificate = Certificate(
      whole: image, publicKey: image, names: [], issuer: [], notBefore: now,
      notAfter: now.addingTimeInterval(days * 86_400))
    #expect(certificate.daysLeft(at: now) == expected)
    #expect(certificate.isValid(at: now) == (days >= 0))
  }

  @Test(
    "the day of a moment, in UTC",
    arguments: [
      (0.0, "1970-01-01"), (951_782_400, "2000-02-29"), (951_868_799, "2000-02-29"),
      (1_795_910_400, "2026-11-29"), (4_107_542_399, "2100-02-28"), (-1, "1969-12-31"),
      (253_402_300_799, "9999-12-31"),
    ])
  func day(_ seconds: Double, _ expected: String) {
    #expect(CalendarDate(Date(timeIntervalSince1970: seconds)).description == expected)
  }

  @Test("a day is the same there and back")
  func thereAndBack() {
    for number in stride(from: 0, to: 100_000, by: 37) {
      #expect(CalendarDate(Date(timeIntervalSince1970: Double(number) * 86_400)).dayNumber == number)
    }
  }

  @Test(
    "OpenSSL's numbers",
    arguments: [
      (0, .trusted), (9, .notYetValid), (10, .expired), (18, .selfSigned), (19, .unknownIssuer),
      (20, .unknownIssuer), (21, .unknownIssuer), (68, .other("weak")),
    ] as [(Int, CertificateTrust)])
  func trust(_ number: Int, _ expected: CertificateTrust) {
    #expect(CertificateTrust(verification: number, text: "weak") == expected)
  }

  // Of the host's certificate the images are 1 (whole) and 2 (key), of its authority's 5 and 6.
  @Test(
    "TLSA records: which vouch for what the host shows (RFC 7672 §3.1)",
    arguments: [
      ("3 1 1", 2, 32, true), ("3 1 1", 1, 32, false), ("3 0 1", 1, 32, true), ("3 0 1", 2, 32, false),
      ("3 1 2", 2, 64, true), ("3 1 0", 2, 1, true), ("3 0 0", 1, 1, true), ("3 1 1", 6, 32, false),
      ("2 1 1", 6, 32, true), ("2 0 1", 5, 32, true), ("2 0 2", 5, 64, true), ("2 1 1", 5, 32, false),
      // The host's own certificate is not its authority's.
      ("2 1 1", 2, 32, false),
      // On port 25 they mean nothing (§3.1.3).
      ("1 1 1", 2, 32, false), ("0 0 1", 5, 32, false),
      // A digest of another length.
      ("3 1 1", 2, 31, false), ("3 1 3", 2, 32, false), ("3 2 1", 2, 32, false),
    ] as [(String, UInt8, Int, Bool)])
  func records(_ fields: String, _ letter: UInt8, _ length: Int, _ isMatch: Bool) throws {
    let numbers = fields.split(separator: " ").compactMap { UInt8($0) }
    let record = try #require(TLSARecord(numbers + [UInt8](repeating: letter, count: length)))
    let session = SMTPFixtures.tls(chain: [SMTPFixtures.certificate([], letter: 5)])
    let vouches = TLSASet([record])?.vouches(for: session, as: [SMTPFixtures.host], at: .now)
    #expect((vouches ?? false) == isMatch)
  }

  @Test("names and dates count where an authority is named, and not where the key is (§3.1.1, §3.1.2)")
  func namesAndDates() throws {
    let records = [
      [3, 1, 1] + [UInt8](repeating: 2, count: 32), [2, 1, 1] + [UInt8](repeating: 6, count: 32),
    ]
    let sets = records.compactMap { TLSARecord($0) }.compactMap { TLSASet([$0]) }
    try #require(sets.count == 2)
    let (key, authority) = (sets[0], sets[1])
    let chain = [SMTPFixtures.certificate([], letter: 5)]
    let foreign = SMTPFixtures.tls(["www.example.jp"], chain: chain)
    let expired = SMTPFixtures.tls(days: -2, chain: chain)
    for session in [foreign, expired] {
      #expect(key.vouches(for: session, as: [SMTPFixtures.host], at: .now))
      #expect(!authority.vouches(for: session, as: [SMTPFixtures.host], at: .now))
    }
    // The domain itself is one of the names that a certificate may be for.
    let own = SMTPFixtures.tls(["example.jp"], chain: chain)
    #expect(authority.vouches(for: own, as: [SMTPFixtures.host, DomainName("example.jp")!], at: .now))
  }
}
