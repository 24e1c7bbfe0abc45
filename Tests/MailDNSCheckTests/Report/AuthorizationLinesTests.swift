import Testing

@testable import MailDNSCheck

@Suite("Whom an SPF record lets pass, in a few lines")
struct AuthorizationLinesTests {
  private func lines(
    _ terms: String, _ language: Language = .english, isFull: Bool = false, failing: [String] = []
  ) async throws -> [String] {
    let authorization = try await spfTree("v=spf1 \(terms)", failing: failing).authorization
    return AuthorizationLines(authorization, language: language, isFull: isFull).lines
  }

  /// Single addresses that do not touch.
  private func hosts(_ count: Int) -> [String] { (0..<count).map { "192.0.2.\($0 * 2)" } }
  private func terms(_ count: Int) -> String {
    hosts(count).map { "ip4:\($0)" }.joined(separator: " ") + " -all"
  }

  @Test("+all is everybody, whatever else there is")
  func everybody() async throws {
    #expect(try await lines("ip4:192.0.2.1 +all") == ["everybody (+all)"])
    #expect(try await lines("ip4:192.0.2.1 all", .japanese) == ["すべて(+all)"])
  }

  @Test("nobody is no address, and no list")
  func nobody() async throws {
    #expect(try await lines("-all") == ["IPv4: 0 addresses; 0 ranges in all"])
    #expect(try await lines("-all", .japanese) == ["IPv4 0アドレス(0範囲)"])
  }

  @Test("one is one")
  func singular() async throws {
    #expect(try await lines("ip4:192.0.2.1 -all") == ["IPv4: 1 address; 1 range in all", "192.0.2.1"])
    #expect(
      try await lines("ip6:2001:db8::/32 -all") == ["IPv4: 0 addresses; 1 range in all", "2001:db8::/32"])
  }

  @Test("twelve ranges are shown, and of more the rest is counted")
  func many() async throws {
    #expect(
      try await lines(terms(12)) == [
        "IPv4: 12 addresses; 12 ranges in all", hosts(12).joined(separator: " "),
      ])
    #expect(
      try await lines(terms(13)) == [
        "IPv4: 13 addresses; 13 ranges in all", hosts(12).joined(separator: " "), "… and 1 more",
      ])
    #expect(try await lines(terms(40), .japanese).last == "… ほか28個")
  }

  @Test("asked for more, all of them are shown")
  func full() async throws {
    #expect(
      try await lines(terms(13), isFull: true) == [
        "IPv4: 13 addresses; 13 ranges in all", hosts(13).joined(separator: " "),
      ])
  }

  @Test("what depends on the message, or could not be asked, is not passed over in silence")
  func partial() async throws {
    let more = "and what depends on the message or could not be asked"
    for terms in [
      "ip4:192.0.2.1 exists:%{i}.e.test -all", "ip4:192.0.2.1 ptr -all", "ip4:192.0.2.1 a:h.test -all",
    ] {
      #expect(
        try await lines(terms, failing: ["h.test"]) == [
          "IPv4: 1 address; 1 range in all", "192.0.2.1", more,
        ])
    }
    #expect(
      try await lines("ptr -all", .japanese) == ["IPv4 0アドレス(0範囲)", "ほかに、メールごとに異なるものと確認できなかったもの"])
  }
}
