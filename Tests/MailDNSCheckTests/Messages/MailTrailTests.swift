import Testing

@testable import MailDNSCheck

@Suite("Messages: clocks and delays")
struct MailTrailTests {
  /// Stations at those seconds past one o'clock, oldest first; nil is a field without a time.
  private func hops(_ seconds: [Double?], date: Double? = nil) -> [MailHop] {
    let start = MailTime(year: 2026, month: 11, day: 2, hour: 1, minute: 0, second: 0)?.seconds ?? 0
    func text(_ seconds: Double) -> String {
      MailTime(seconds: start + seconds).description
    }
    var fields: [(String, String)] = seconds.enumerated().reversed().map { index, second in
      (
        "Received",
        "from h\(index).example (h\(index).example [192.0.2.\(index)]) by h\(index + 1).example"
          + (second.map { "; " + text($0) } ?? "")
      )
    }
    if let date { fields.append(("Date", text(date))) }
    return SampleMessage(fields).examination?.trail.hops ?? []
  }

  @Test(
    "delays are those between clocks that agree; none is invented, none negative",
    arguments: [
      ([1, 3, 4], 0, [1, 2, 1], ["ok", "ok", "ok"]),
      ([1, 0, 4], 0, [1, 0, 4], ["ok", "ok", "ok"]),
      // One clock an hour slow, one an hour fast: neither makes an hour of delay.
      ([1, 2, -3598, 4, 5], 0, [1, 1, nil, nil, 1], ["ok", "ok", "skewed", "ok", "ok"]),
      ([1, 2, 3602, 4, 5], 0, [1, 1, nil, nil, 1], ["ok", "ok", "skewed", "ok", "ok"]),
      ([-3599, 2, 3], 0, [nil, nil, 1], ["skewed", "ok", "ok"]),
      ([1, nil, 4], 0, [1, nil, nil], ["ok", "missing", "ok"]),
      // Waited for an hour, and all agree.
      ([1, 2, 3602, 3603], 0, [1, 1, 3600, 1], ["ok", "ok", "ok", "ok"]),
      // The author's clock is a day off, or is not there.
      ([1, 2], 86_400, [nil, 1], ["ok", "ok"]), ([1, 2], -86_400, [nil, 1], ["ok", "ok"]),
      ([1, 2], nil, [nil, 1], ["ok", "ok"]), ([], nil, [], []),
    ] as [([Double?], Double?, [Double?], [String])])
  func delays(seconds: [Double?], date: Double?, delays: [Double?], clocks: [String]) {
    let hops = hops(seconds, date: date)
    #expect(hops.map(\.delay) == delays)
    #expect(hops.map(\.clock.rawValue) == clocks)
  }

  @Test("the second clock of SecureMX stands in for a missing time, and is held against one that is there")
  func secondClock() throws {
    var message = SampleMessage.throughSecureMX()
    let place = try #require(message.fields.firstIndex { $0.value.hasPrefix("by mo-csw") })
    message.fields[place].value = "by mo-csw.securemx.jp (mx-mo-csw1802) id 6A2106aa188346"
    let hops = try #require(message.examination).trail.hops
    let hop = try #require(hops.first { $0.received.by == "mo-csw.securemx.jp" })
    #expect(hop.time?.description == "2026-11-02T01:00:06Z")
    #expect(hop.time?.inWords == "2026-11-02 01:00:06 UTC")
    let isContradicted: (SampleMessage) -> Bool = { message in
      message.report()?.findings.contains { $0.isOf(Finding.message.secondClock) } ?? false
    }
    #expect(!isContradicted(.throughSecureMX()))
    var forged = SampleMessage.throughSecureMX()
    forged.fields[place].value =
      "by mo-csw.securemx.jp (mx-mo-csw1802) id 6A2000aa188346; Mon, 2 Nov 2026 10:00:06 +0900"
    #expect(isContradicted(forged))
    var signature = SampleMessage.throughSecureMX()
    signature["X-Iguazu-QSIG"] = "v=2; s=0; t=1793500000; q=x; m=A"
    #expect(isContradicted(signature))
  }

  @Test("a signature that had expired on arrival is a finding, one that had not is none")
  func signatures() throws {
    func isExpired(_ end: Int) -> Bool {
      var message = SampleMessage.throughSecureMX()
      message["DKIM-Signature"] = "v=1;a=rsa-sha256;d=example.net;s=key2.smx;t=1;x=\(end);b=A"
      return message.report()?.findings.contains { $0.isOf(Finding.message.signatureExpired) } ?? false
    }
    #expect(isExpired(1_793_581_000))
    #expect(!isExpired(1_793_581_300))
  }
}
