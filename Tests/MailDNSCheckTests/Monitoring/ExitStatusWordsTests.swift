import Testing

@testable import MailDNSCheck

@Suite("States and the time limit of the plugin")
struct ExitStatusTests {
  @Test(
    "a state is a word in any case, or its exit status",
    arguments: [
      ("ok", .ok), ("WARNING", .warning), ("Critical", .critical), ("unknown", .unknown), ("0", .ok),
      ("1", .warning),
      ("2", .critical), ("3", .unknown), ("4", nil), ("-1", nil), ("", nil), ("warn", nil), ("02", nil),
    ] as [(String, MailDNSCheck.ExitStatus?)])
  func state(text: String, expected: MailDNSCheck.ExitStatus?) {
    #expect(MailDNSCheck.ExitStatus(parsing: text) == expected)
  }

  @Test("the order is that of monitoring plugins")
  func order() { #expect(MailDNSCheck.ExitStatus.allCases.sorted() == [.ok, .unknown, .warning, .critical]) }

  @Test(
    "a time limit is seconds and a state, critical where there is none",
    arguments: [
      ("2", .seconds(2), .critical), ("0.5:unknown", .milliseconds(500), .unknown),
      ("3600:0", .seconds(3600), .ok),
      ("10:3", .seconds(10), .unknown),
    ] as [(String, Duration, MailDNSCheck.ExitStatus)])
  func limit(text: String, duration: Duration, state: MailDNSCheck.ExitStatus) {
    #expect(TimeLimit(parsing: text) == TimeLimit(duration: duration, state: state))
  }

  @Test(
    "what is no time limit", arguments: ["", "0", "-1", ":2", "2:", "2:x", "2:2:2", "3601", "1e1", "2 :ok"])
  func noLimit(text: String) { #expect(TimeLimit(parsing: text) == nil) }

  @Test(
    "questions end before the alarm, and the alarm comes before the limit",
    arguments: [Duration.milliseconds(1), .milliseconds(100), .seconds(2), .seconds(3600)])
  func order(duration: Duration) {
    let limit = TimeLimit(duration: duration, state: .critical)
    #expect(Duration.zero < limit.deadline && limit.deadline < limit.alarm && limit.alarm < duration)
    #expect(duration - limit.deadline <= .milliseconds(250))
  }

  @Test("a server among several can't use up the time of all, and a single one has all of it")
  func share() throws {
    let server = try #require(ServerAddress("192.0.2.1"))
    var several = ResolverConfiguration(servers: [server, server], timeout: .seconds(5), attempts: 2)
    several.share(.milliseconds(1800))
    #expect(several.timeout == .milliseconds(600))
    var patient = ResolverConfiguration(servers: [server, server], timeout: .milliseconds(100), attempts: 2)
    patient.share(.milliseconds(1800))
    #expect(patient.timeout == .milliseconds(100))
    var single = ResolverConfiguration(servers: [server], timeout: .seconds(5), attempts: 2)
    single.share(.milliseconds(1800))
    #expect(single.timeout == .seconds(5))
  }
}
