import Testing

@testable import MailDNSCheck

@Suite("The command line of the monitoring plugin")
struct PluginArgumentsTests {
  private struct Unexpected: Error {}

  private func plugin(_ line: String, named name: String? = nil) throws -> PluginRequest {
    guard case .plugin(let request) = try ParsedArguments(words(line), programName: name).invocation.get()
    else { throw Unexpected() }
    return request
  }

  @Test("without options everything has its default")
  func defaults() throws {
    let request = try plugin("nagios -H a.jp")
    #expect(
      request
        == PluginRequest(
          domains: ["a.jp"], selectors: [], expectedRoute: nil, policy: PluginPolicy(), query: QueryOptions(),
          verbosity: 0))
    #expect(request.policy.timeLimit == TimeLimit(duration: .seconds(10), state: .critical))
    #expect(request.policy.onUnknown == .unknown)
  }

  @Test("--full is all that there is of the full check")
  func full() throws {
    #expect(try plugin("nagios -H a.jp --full").isFull)
    #expect(try !plugin("nagios -H a.jp").isFull)
    #expect(throws: UsageError.self) { try plugin("nagios -H a.jp --full --no-blocklists") }
  }

  @Test(
    "mail hosts are talked to in the full check only, and then the days of their certificates are a figure")
  func probe() throws {
    let request = try plugin("nagios -H a.jp --full --probe-smtp --allow-private")
    #expect(request.isProbing && request.allowsPrivate)
    #expect(request.policy.extraFigures == [.certificateDays, .signatureDays])
    #expect(try plugin("nagios -H a.jp --full").policy.extraFigures == [.signatureDays])
    #expect(try plugin("nagios -H a.jp").policy.extraFigures.isEmpty)
    #expect(throws: UsageError.optionNeeds(option: "--probe-smtp", other: "--full")) {
      try plugin("nagios -H a.jp --probe-smtp")
    }
  }

  @Test("a range of days makes the figure one that is told")
  func days() throws {
    let policy = try plugin("nagios -H a.jp --full --probe-smtp --warn-certificate-days 21: ").policy
    #expect(policy.thresholds[.certificateDays, .warning]?.description == "21:")
    #expect(policy.thresholds.alert(.certificateDays, 20)?.state == .warning)
    #expect(policy.thresholds.alert(.certificateDays, 21) == nil)
    #expect(policy.thresholds.alert(.certificateDays, -1)?.state == .warning)
    #expect(throws: UsageError.optionNeeds(option: "--crit-certificate-days", other: "--probe-smtp")) {
      try plugin("nagios -H a.jp --full --crit-certificate-days 7:")
    }
    #expect(throws: UsageError.optionNeeds(option: "--warn-signature-days", other: "--full")) {
      try plugin("nagios -H a.jp --warn-signature-days 7:")
    }
    #expect(
      try plugin("nagios -H a.jp --full --warn-signature-days 7:").policy.thresholds.alert(.signatureDays, 6)?
        .state
        == .warning)
  }

  @Test(
    "domains are those of -H and the operands",
    arguments: [
      ("nagios -H a.jp -H b.jp", ["a.jp", "b.jp"]), ("nagios a.jp", ["a.jp"]),
      ("-t 5 nagios --hostname=a.jp b.jp", ["a.jp", "b.jp"]), ("nagios -Ha.jp", ["a.jp"]),
      ("nagios -H nagios", ["nagios"]), ("nagios nagios", ["nagios"]),
    ])
  func domains(line: String, domains: [String]) throws { #expect(try plugin(line).domains == domains) }

  @Test(
    "called as check_maildns no operand is a command",
    arguments: ["check_maildns", "/usr/lib/nagios/plugins/check_maildns", "./check_maildns"])
  func programName(name: String) throws {
    #expect(try plugin("-H a.jp", named: name).domains == ["a.jp"])
    #expect(try plugin("check nagios", named: name).domains == ["check", "nagios"])
  }

  @Test(
    "no other name makes the program the plugin",
    arguments: ["maildnscheck", "check_maildns2", "check_maildns/x", "", nil])
  func otherName(name: String?) {
    #expect(!ParsedArguments(["a.jp"], programName: name).isPlugin)
    #expect(
      ParsedArguments(["a.jp", "-H", "b.jp"], programName: name).error
        == .unknownOption("-H", suggestion: nil))
  }

  @Test("-w and -c are ranges of the SPF look-ups, and every other figure has its own")
  func thresholds() throws {
    let line = PluginFigure.allCases.filter { $0 != .spfLookups }.map {
      "--warn-\($0.rawValue) @1:2 --crit-\($0.rawValue)=~:3"
    }.joined(separator: " ")
    let thresholds = try plugin(
      "nagios -H a.jp --full --probe-smtp -w 8 --critical -5:10 " + line
    ).policy.thresholds
    #expect(thresholds[.spfLookups, .warning]?.description == "8")
    #expect(thresholds[.spfLookups, .critical]?.description == "-5:10")
    for figure in PluginFigure.allCases where figure != .spfLookups {
      #expect(thresholds[figure, .warning]?.description == "@1:2", "\(figure)")
      #expect(thresholds[figure, .critical]?.description == "~:3", "\(figure)")
    }
  }

  @Test("--timeout is the limit of the run here, and --query-timeout that of a query")
  func timeouts() throws {
    let request = try plugin("nagios -H a.jp --timeout 2:unknown --query-timeout 0.5 --on-unknown CRITICAL")
    #expect(request.policy.timeLimit == TimeLimit(duration: .seconds(2), state: .unknown))
    #expect(request.query.timeout == .milliseconds(500))
    #expect(request.query.deadline == nil)
    #expect(request.policy.onUnknown == .critical)
    #expect(try plugin("nagios a.jp -t5:0").policy.timeLimit == TimeLimit(duration: .seconds(5), state: .ok))
  }

  @Test("the other options mean what they mean elsewhere")
  func others() throws {
    let request = try plugin(
      "nagios -vvv a.jp --expect securemx --fail-on critical --selector s1 --server 192.0.2.1 --attempts 3 --zone-file f --offline"
    )
    #expect(request.verbosity == 3)
    #expect(request.expectedRoute == .securemx)
    #expect(request.policy.failureThreshold == .critical)
    #expect(request.selectors.map(\.text) == ["s1"])
    #expect(request.query.attempts == 3)
    #expect(request.query.zoneFiles == [ZoneFileOperand(path: "f")])
    #expect(request.query.offline)
    #expect(request.query.servers == [ServerAddress("192.0.2.1")!])
  }

  @Test(
    "a mistake is named",
    arguments: [
      ("nagios", "no domain given: name one with -H DOMAIN"),
      ("nagios -H a.jp -w 5:1", "option '-w': '5:1' is not a range [@]START:END: its start is above its end"),
      (
        "nagios a.jp --crit-time 1s",
        "option '--crit-time': '1s' is not a range [@]START:END: '1s' is no decimal number"
      ),
      (
        "nagios a.jp -t x",
        "option '-t': 'x' is not SECONDS[:STATE] with more than 0 and at most 3600 seconds"
      ),
      (
        "nagios a.jp --on-unknown bad",
        "option '--on-unknown': 'bad' is not ok, warning, critical, unknown or 0 to 3"
      ),
      ("nagios a.jp --format json", "option '--format' is not for the command 'nagios'"),
      ("nagios --hostnmae a.jp", "unknown option '--hostnmae'; did you mean '--hostname'?"),
      ("nagios a.jp --warn-spf-void 3", "unknown option '--warn-spf-void'; did you mean '--warn-spf-voids'?"),
    ])
  func mistake(line: String, wording: String) {
    let arguments = ParsedArguments(words(line))
    #expect(arguments.isPlugin)
    #expect(arguments.error?.wording.english == wording)
  }

  @Test(
    "letters of the plugin are none elsewhere", arguments: ["-tcp a.jp", "-w 1 a.jp", "-H a.jp", "-c nagios"])
  func letters(line: String) {
    guard case .unknownOption = ParsedArguments(words(line)).error else {
      Issue.record("\(line)")
      return
    }
  }

  @Test(
    "--help and --version are those of the plugin", arguments: ["nagios -h", "nagios -H a.jp --bogus --help"])
  func help(line: String) throws {
    #expect(try ParsedArguments(words(line)).invocation.get() == .help(.nagios))
    #expect(ParsedArguments(words(line)).isPlugin)
    #expect(!ParsedArguments(["help", "nagios"]).isPlugin)
  }
}
