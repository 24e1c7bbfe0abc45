import Testing

@testable import MailDNSCheck

@Suite("What the plugin prints")
struct PluginReportTests {
  /// kojo.jp without a fault is SecureMX alone; everything else of these has something.
  private func reports(_ domains: [String], failing kind: Failure.Kind? = nil) async throws -> [DomainReport]
  {
    var reports: [DomainReport] = []
    for domain in domains {
      reports.append(try await RecordedResolver.example(failing: { _ in kind }).report(on: domain))
    }
    return reports
  }

  private func plugin(
    _ domains: String..., failing kind: Failure.Kind? = nil, policy: PluginPolicy = PluginPolicy(),
    language: Language = .english
  ) async throws -> PluginReport {
    PluginReport(
      try await reports(domains, failing: kind), duration: .milliseconds(84), policy: policy,
      language: language)
  }

  private func thresholds(
    _ figure: PluginFigure, warning: String? = nil, critical: String? = nil
  ) throws -> PluginThresholds {
    var thresholds = PluginThresholds()
    thresholds[figure, .warning] = try warning.map { try ThresholdRange(parsing: $0) }
    thresholds[figure, .critical] = try critical.map { try ThresholdRange(parsing: $0) }
    return thresholds
  }

  private func expectGrammar(
    _ report: PluginReport, _ word: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = report.text(verbosity: 0)
    #expect(
      text.hasSuffix("\n") && text.dropLast().allSatisfy { !$0.isNewline }, sourceLocation: sourceLocation)
    let line = String(text.dropLast())
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    #expect(parts.count == 2, "\(line)", sourceLocation: sourceLocation)
    guard parts.count == 2 else { return }
    #expect(parts[0].hasPrefix("MAILDNS \(word) - "), "\(line)", sourceLocation: sourceLocation)
    #expect(parts[0].hasSuffix(" ") && parts[0].displayWidth <= 80, "\(line)", sourceLocation: sourceLocation)
    #expect(Visibility.violations(in: line) == [], sourceLocation: sourceLocation)
    for datum in parts[1].dropFirst().split(separator: " ", omittingEmptySubsequences: false) {
      #expect(datum.isPerformanceDatum, "\(datum)", sourceLocation: sourceLocation)
    }
  }

  @Test("the days of certificates: the fewest count, below 0 too, and the range says what they come to")
  func certificateDays() async throws {
    func line(_ days: Double, _ warning: String?, _ critical: String?) async throws -> String {
      var policy = PluginPolicy(failureThreshold: .never)
      policy.extraFigures = [.certificateDays]
      policy.thresholds = try thresholds(.certificateDays, warning: warning, critical: critical)
      let trust: CertificateTrust = days < 0 ? .expired : .trusted
      let report = try await SMTPFixtures.report(
        .secured(SMTPFixtures.greeting, SMTPFixtures.tls(days: days, trust: trust)))
      return PluginReport([report], duration: .seconds(1), policy: policy).text(verbosity: 0)
    }
    #expect(try await line(60, "21:", "7:").contains("'certificate-days'=60;21:;7:"))
    #expect(try await line(60, "21:", "7:").hasPrefix("MAILDNS OK"))
    #expect(try await line(20, "21:", "7:").hasPrefix("MAILDNS WARNING"))
    #expect(try await line(6, "21:", "7:").hasPrefix("MAILDNS CRITICAL"))
    #expect(try await line(-2, "21:", "7:").contains("'certificate-days'=-2;21:;7:"))
    #expect(try await line(-2, nil, nil).hasPrefix("MAILDNS OK"))
  }

  @Test(
    "the days until the first signature of the mail records ends",
    arguments: [(20, "OK"), (4, "WARNING"), (-2, "CRITICAL")])
  func signatureDays(_ left: Int, _ state: String) async throws {
    let signature = SignatureLines.signature(
      of: "MX", at: "example.jp", by: "example.jp", daysLeft: left, hours: 12)
    let head = "$TTL 3600\n@ SOA ns.nic.jp. hostmaster.nic.jp. 1 7200 1800 1209600 300\n@ NS ns.nic.jp.\n"
    let delegation = "example NS ns.nic.jp.\nexample DS 1 15 2 \(TransportFixtures.digest)\n"
    let dns = ZoneResolver(
      zones: try zoneSet(
        ("jp.zone", "$ORIGIN jp.\n" + head + delegation),
        ("example.jp.zone", "$ORIGIN example.jp.\n" + head + "@ MX 10 mail\nmail A 192.0.2.1\n" + signature)),
      otherwise: OfflineResolver())
    var policy = PluginPolicy(failureThreshold: .never)
    policy.extraFigures = [.signatureDays]
    policy.thresholds = try thresholds(.signatureDays, warning: "7:", critical: "0:")
    let report = try await TransportFixtures.report(dns)
    let line = PluginReport([report], duration: .seconds(1), policy: policy).text(verbosity: 0)
    #expect(line.hasPrefix("MAILDNS \(state)") && line.contains("'signature-days'=\(left);7:;0:"), "\(line)")
  }

  @Test("one line of the guidelines' form for every state", arguments: Language.allCases)
  func firstLine(language: Language) async throws {
    expectGrammar(try await plugin("aozora.example", language: language), "OK")
    expectGrammar(try await plugin("kawabe.example", language: language), "WARNING")
    expectGrammar(try await plugin("kujira.example", language: language), "CRITICAL")
    expectGrammar(
      try await plugin("aozora.example", failing: .responseCode(.refused), language: language), "UNKNOWN")
    expectGrammar(try await plugin("aozora.example", failing: .deadline, language: language), "CRITICAL")
    let several = try await plugin(
      "aozora.example", "kawabe.example", "kujira.example", "minato-kikai.example", language: language)
    expectGrammar(several, "CRITICAL")
    expectGrammar(
      PluginReport([], unfinished: 3, duration: .seconds(2), policy: PluginPolicy(), language: language),
      "CRITICAL")
  }

  @Test("the words of the first line")
  func words() async throws {
    func head(_ report: PluginReport) -> String {
      String(report.firstLine.prefix { $0 != "|" })
    }
    #expect(
      try await head(plugin("aozora.example"))
        == "MAILDNS OK - aozora.example: route securemx-office365, no problem found ")
    #expect(
      try await head(plugin("kawabe.example"))
        == "MAILDNS WARNING - kawabe.example: There is no DMARC record ")
    #expect(
      try await head(plugin("aozora.example", failing: .responseCode(.refused)))
        == "MAILDNS UNKNOWN - aozora.example: REFUSED, from 192.0.2.53:53 ")
    let limit = PluginPolicy(timeLimit: TimeLimit(duration: .seconds(2), state: .warning))
    #expect(
      try await head(plugin("aozora.example", failing: .deadline, policy: limit))
        == "MAILDNS WARNING - aozora.example: no answer from DNS within 2 s ")
    #expect(
      try await head(plugin("aozora.example", failing: .timedOut(ignored: 0), policy: limit))
        == "MAILDNS WARNING - aozora.example: no answer from DNS ")
    #expect(
      try await head(plugin("aozora.example", "kawabe.example"))
        == "MAILDNS WARNING - 2 domains, 1 WARNING, 1 OK: kawabe.example: There is no... ")
    #expect(
      try await head(
        plugin(
          "aozora.example", policy: PluginPolicy(thresholds: try thresholds(.spfLookups, warning: "2"))))
        == "MAILDNS WARNING - aozora.example: spf-lookups 3 not in 0:2 ")
    #expect(
      head(PluginReport([], unfinished: 1, duration: .seconds(2), policy: limit))
        == "MAILDNS WARNING - not finished within 2 s ")
  }

  @Test(
    "the text ends between two findings, with how many more there are; one that is too long, at a word",
    arguments: [
      (["One", "Two"], 40, "a.jp: One, Two"), (["One", "Two", "Three"], 15, "a.jp: One, +2"),
      (["One", "Two", "Three"], 20, "a.jp: One, Two, +1"), (["One two three"], 15, "a.jp: One..."),
      (["One two three", "Four"], 17, "a.jp: One..., +1"), (["Uninterrupted"], 14, "a.jp: Unint..."),
      (["鍵がありません", "Two"], 20, "a.jp: 鍵があ..., +1"),
      // A word of Japanese is kept whole, with what ends it.
      (["DMARCレコードの構文が不正です", "Two"], 37, "a.jp: DMARCレコードの構文が..., +1"),
      (["DNSへの問い合わせに失敗"], 22, "a.jp: DNSへの..."),
      (["MXホストが認証局の証明書なし"], 27, "a.jp: MXホストが認証局の..."),
      (["証明書の期限まで残り3日以内"], 30, "a.jp: 証明書の期限まで残り..."),
    ] as [([String], Int, String)])
  func fitted(pieces: [String], width: Int, text: String) {
    let fitted = PluginSummary("a.jp: ", [pieces]).fitted(to: width)
    #expect(fitted == text)
    #expect(fitted.displayWidth <= width)
  }

  @Test("the performance data of a good domain, and of one that could not be asked")
  func performanceData() async throws {
    let good = try await plugin(
      "aozora.example",
      policy: PluginPolicy(thresholds: try thresholds(.spfLookups, warning: "8", critical: "10")))
    let data = good.performanceData.map(\.description)
    #expect(data.contains("'time'=0.084s;;;0"))
    #expect(data.contains("'spf-lookups'=3;8;10;0"))
    #expect(data.contains("'spf-voids'=0;;;0"))
    #expect(data.contains("'rsa-bits'=2048;;;0"))
    #expect(data.contains("'criticals'=0;;;0"))
    let unknown = try await plugin("aozora.example", failing: .servfail).performanceData.map(\.description)
    #expect(unknown.contains("'spf-lookups'=U;;;0"))
    #expect(unknown.contains("'rsa-bits'=U;;;0"))
    #expect(unknown.contains { $0.hasPrefix("'unknowns'=") && $0 != "'unknowns'=0;;;0" })
  }

  @Test("several domains are counted by state, and those that are none or not finished, too")
  func domainCounts() async throws {
    let refused = MailDomainError(text: "a b", reason: .badCharacter(" "))
    let report = PluginReport(
      try await reports(["aozora.example", "kawabe.example"]), refused: [refused], unfinished: 1,
      duration: .seconds(1), policy: PluginPolicy())
    let data = report.performanceData.map(\.description)
    for state in ["ok", "warning", "critical", "unknown"] {
      #expect(data.contains("'domains-\(state)'=1;;;0"))
    }
    #expect(report.state == .critical)
  }

  static let states: [(domain: String, threshold: FailureThreshold, state: MailDNSCheck.ExitStatus)] = [
    ("aozora.example", .warning, .ok), ("aozora.example", .never, .ok),
    ("kawabe.example", .warning, .warning), ("kawabe.example", .critical, .ok),
    ("kawabe.example", .never, .ok),
    ("kujira.example", .warning, .critical), ("kujira.example", .critical, .critical),
    ("kujira.example", .never, .ok),
  ]

  @Test("--fail-on takes findings out", arguments: states)
  func failOn(domain: String, threshold: FailureThreshold, state: MailDNSCheck.ExitStatus)
    async throws
  {
    #expect(try await plugin(domain, policy: PluginPolicy(failureThreshold: threshold)).state == state)
  }

  @Test("a figure of one of several domains is told with its name, counted with it, and shown")
  func namedFigure() async throws {
    let both = ["aozora.example", "kujira.example"]
    let lookups = try await reports(both).map { Int($0.facts.spf?.lookups ?? -1) }
    try #require(lookups[0] != lookups[1])
    let smaller = lookups[0] < lookups[1] ? 0 : 1
    // Only the larger number is allowed.
    let policy = PluginPolicy(
      thresholds: try thresholds(.spfLookups, warning: "\(lookups[1 - smaller]):"), failureThreshold: .never)
    let line = try await plugin(both[0], both[1], policy: policy).firstLine
    #expect(
      line.hasPrefix(
        "MAILDNS WARNING - 2 domains, 1 WARNING, 1 OK: \(both[smaller]): spf-lookups \(lookups[smaller])..."),
      "\(line)")
    #expect(line.contains(" 'spf-lookups'=\(lookups[smaller]);"), "\(line)")
    #expect(line.contains(" 'domains-warning'=1;"), "\(line)")
    #expect(line.contains(" 'domains-ok'=1;"), "\(line)")
  }

  @Test("thresholds count whatever --fail-on says, critical first, and never make anything better")
  func thresholdStates() async throws {
    var policy = PluginPolicy(failureThreshold: .never)
    policy.thresholds = try thresholds(.spfLookups, warning: "2")
    #expect(try await plugin("aozora.example", policy: policy).state == .warning)
    policy.thresholds = try thresholds(.spfLookups, warning: "2", critical: "2")
    #expect(try await plugin("aozora.example", policy: policy).state == .critical)
    policy.thresholds = try thresholds(.spfLookups, warning: "3")
    #expect(try await plugin("aozora.example", policy: policy).state == .ok)
    policy.thresholds = try thresholds(.rsaBits, critical: "4096:")
    #expect(try await plugin("aozora.example", policy: policy).state == .critical)
    policy.failureThreshold = .warning
    policy.thresholds = try thresholds(.spfLookups, warning: "100")
    #expect(try await plugin("kujira.example", policy: policy).state == .critical)
  }

  @Test("a threshold holds for each of several domains")
  func thresholdOfSeveral() async throws {
    let policy = PluginPolicy(thresholds: try thresholds(.spfLookups, warning: "@0:1"))
    // tsubame has one look-up, aozora three: the performance data show the one that alerts.
    let report = try await plugin("tsubame.example", "aozora.example", policy: policy)
    #expect(report.state == .warning)
    #expect(report.performanceData.map(\.description).contains("'spf-lookups'=1;@0:1;;0"))
  }

  @Test("of several domains that alert alike, the performance data show the one furthest out")
  func furthestOfSeveral() async throws {
    // aozora has three look-ups, kujira twelve.
    let policy = PluginPolicy(
      thresholds: try thresholds(.spfLookups, warning: "2"), failureThreshold: .never)
    for domains in [["aozora.example", "kujira.example"], ["kujira.example", "aozora.example"]] {
      let report = try await plugin(domains[0], domains[1], policy: policy)
      #expect(report.performanceData.map(\.description).contains("'spf-lookups'=12;2;;0"))
    }
  }

  @Test("-v tells a domain with the state that its figures give it")
  func stateInDetail() async throws {
    let policy = PluginPolicy(
      thresholds: try thresholds(.spfLookups, warning: "3:"), failureThreshold: .never)
    let text = try await plugin("tsubame.example", "aozora.example", policy: policy).text(verbosity: 1)
    #expect(text.contains("\ntsubame.example: WARNING, "), "\(text)")
    #expect(text.contains("\naozora.example: OK, "), "\(text)")
  }

  @Test(
    "an answer that says failure is --on-unknown, silence is the state of -t",
    arguments: [
      (.servfail, .ok), (.responseCode(.refused), .ok), (.network(errno: 111), .ok), (.offline, .ok),
      (.noServer, .ok),
      (.truncated(.network(errno: 111)), .ok), (.deadline, .warning), (.timedOut(ignored: 0), .warning),
      (.timedOut(ignored: 3), .warning), (.truncated(.timedOut(ignored: 0)), .warning),
    ] as [(Failure.Kind, MailDNSCheck.ExitStatus)])
  func unknown(kind: Failure.Kind, expected: MailDNSCheck.ExitStatus) async throws {
    let policy = PluginPolicy(timeLimit: TimeLimit(duration: .seconds(2), state: .warning), onUnknown: .ok)
    #expect(try await plugin("aozora.example", failing: kind, policy: policy).state == expected)
  }

  @Test(
    "--fail-on never counts nothing: not what DNS said, not its silence, not that the time was up",
    arguments: [.servfail, .deadline, .timedOut(ignored: 0), .network(errno: 111)] as [Failure.Kind])
  func never(_ kind: Failure.Kind) async throws {
    let policy = PluginPolicy(failureThreshold: .never)
    #expect(try await plugin("aozora.example", failing: kind, policy: policy).state == .ok)
    #expect(PluginReport([], unfinished: 2, duration: .seconds(2), policy: policy).state == .ok)
  }

  @Test("what is critical for certain is critical at the limit, whatever the state of -t")
  func certain() async throws {
    let limit = PluginPolicy(timeLimit: TimeLimit(duration: .seconds(2), state: .ok))
    let resolver = try RecordedResolver.example { question in
      question.name.description.hasPrefix("_dmarc") ? .deadline : nil
    }
    let report = try await resolver.report(on: "kujira.example")
    #expect(PluginReport([report], duration: .seconds(2), policy: limit).state == .critical)
    #expect(
      PluginReport([report], unfinished: 2, duration: .seconds(2), policy: limit).state == .critical)
    #expect(PluginReport([], unfinished: 2, duration: .seconds(2), policy: limit).state == .ok)
  }

  @Test("a route that could not be decided goes the way of the questions that failed")
  func undecided() async throws {
    let policy = PluginPolicy(timeLimit: TimeLimit(duration: .seconds(2), state: .ok), onUnknown: .warning)
    let silent = try await RecordedResolver.example { _ in .deadline }
      .report(on: "aozora.example", expecting: .securemx)
    #expect(silent.findings("route-undecided").count == 1)
    #expect(PluginReport([silent], duration: .seconds(2), policy: policy).state == .ok)
    let failing = try await RecordedResolver.example { _ in .servfail }
      .report(on: "aozora.example", expecting: .securemx)
    #expect(PluginReport([failing], duration: .seconds(2), policy: policy).state == .warning)
  }

  @Test("a long name or list is cut, and its end tells more than its beginning")
  func long() async throws {
    let labels = Array(repeating: String(repeating: "a", count: 50), count: 4).joined(separator: ".")
    let report = try await RecordedResolver("").report(on: labels + ".example")
    let plugin = PluginReport([report], duration: .zero, policy: PluginPolicy())
    expectGrammar(plugin, "CRITICAL")
    #expect(plugin.firstLine.contains("aaa.example: The domain does... "))
    let mistake = PluginReport.problem(
      Wording(verbatim: "start" + String(repeating: "x", count: 200) + "\n|\u{1B}end"), .english)
    #expect(mistake.hasPrefix("MAILDNS UNKNOWN - startxxx") && mistake.hasSuffix(#"xxx\010\124\027end\#n"#))
    #expect(mistake.displayWidth <= 80)
  }

  @Test("-v adds what counts, -vv what is worth knowing and what to do, -vvv every question")
  func details() async throws {
    let report = try await plugin("kawabe.example")
    func lines(_ verbosity: Int) -> [Substring] { Array(report.text(verbosity: verbosity).lines.dropLast()) }
    #expect(lines(0).count == 1)
    #expect(lines(1).contains { $0.hasPrefix("kawabe.example: WARNING, Route securemx-office365") })
    #expect(lines(1).contains { $0.hasPrefix("  WARNING dmarc-missing: ") })
    #expect(!lines(1).contains { $0.contains("INFO") || $0.contains("->") })
    #expect(lines(2).contains { $0.hasPrefix("  INFO ") })
    #expect(lines(2).contains { $0.hasPrefix("    -> ") })
    #expect(lines(2).count < lines(3).count)
    #expect(lines(3).contains { $0.contains("kawabe.example MX  2 RR") })
    for verbosity in 0...3 { #expect(lines(verbosity).dropFirst().allSatisfy { !$0.contains("|") }) }
  }

  @Test(
    "nothing that DNS says gets a bar, a line break or a control character into the output",
    arguments: Language.allCases)
  func hostile(language: Language) async throws {
    let zone = #"""
      evil.example MX 10 m\124\010x.evil.example
      evil.example TXT "v=spf1 foo\010MAILDNS\032OK|bar\027[2J -all"
      _dmarc.evil.example TXT "v=DMARC1; p=a|b\010; rua=mailto:a|b@x.example"
      selector1._domainkey.evil.example TXT "v=DKIM1; k=a|\010b; p=AAAA"

      """#
    let report = PluginReport(
      [try await RecordedResolver(zone).report(on: "evil.example")], duration: .zero, policy: PluginPolicy(),
      language: language)
    expectGrammar(report, "CRITICAL")
    let text = report.text(verbosity: 3)
    #expect(Visibility.violations(in: Array(text.utf8)) == [])
    #expect(text.count { $0 == "|" } == 1)
    #expect(text.split(separator: "\n").count { $0.hasPrefix("MAILDNS") } == 1)
  }
}

extension Substring {
  /// `'label'=value[UOM];[warn];[crit];[min];[max]` of the guidelines.
  var isPerformanceDatum: Bool {
    let number = "-?[0-9]+(\\.[0-9]+)?"
    let range = "@?(~|\(number))?:?(\(number))?"
    let pattern = "'[a-z-]{1,19}'=(U|\(number)(s|%|B|c)?)(;(\(range))?){0,2}(;\(number)?){0,2}"
    guard let expression = try? Regex(pattern) else { return false }
    return wholeMatch(of: expression) != nil
  }
}
