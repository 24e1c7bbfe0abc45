import Foundation
import Testing

@testable import MailDNSCheck

@Suite("When signatures end (RFC 4034 §3.1.5)")
struct SignedSetTests {
  private static let day = 86_400
  private let now = Date(timeIntervalSince1970: 1_796_000_000)

  private func signature(
    _ owner: String = "example.jp", _ type: RecordType = .mx, days life: Int, left seconds: Int
  ) -> RecordSignature {
    let end = UInt32(1_796_000_000 + seconds)
    return RecordSignature(
      owner: fqdn(owner), covered: type, inception: end - UInt32(life * Self.day), expiration: end, keyTag: 1,
      signer: fqdn("example.jp"))
  }

  @Test(
    "a warning comes where a tenth of its life is left, at most three days",
    arguments: [
      // Signed for 30 days, renewed at a quarter.
      (30, 8 * day, false), (30, 3 * day + 1, false), (30, 3 * day, true), (30, 0, true), (30, -1, false),
      // For two weeks.
      (14, 3 * day, false), (14, day, true),
      // At every answer anew, for two days of which one is over.
      (2, day, false), (2, 4 * 3_600, true),
      (365, 10 * day, false), (365, 3 * day, true),
    ])
  func aboutToExpire(_ life: Int, _ left: Int, _ expected: Bool) throws {
    let set = try #require([signature(days: life, left: left)].signedSets.first)
    #expect(set.isAboutToExpire(at: now) == expected)
    #expect(set.isExpired(at: now) == (left < 0))
    #expect(set.end(from: now) == now.addingTimeInterval(Double(left)))
  }

  @Test("a set is signed as long as its last signature holds")
  func several() {
    let signatures = [
      signature(days: 30, left: 10), signature(days: 30, left: 900), signature(days: 30, left: -5),
      signature("mail.example.jp", .a, days: 30, left: 20), signature("example.jp", .txt, days: 30, left: 30),
    ]
    let sets = signatures.signedSets
    #expect(sets.map { $0.secondsLeft(at: now) } == [900, 20, 30])
    #expect(sets.map(\.type) == [.mx, .a, .txt])
  }

  @Test("one that has not begun is told from one that has ended")
  func early() throws {
    let set = try #require([signature(days: 30, left: 31 * Self.day)].signedSets.first)
    #expect(set.isEarly(at: now) && !set.isExpired(at: now) && !set.isAboutToExpire(at: now))
  }
}
