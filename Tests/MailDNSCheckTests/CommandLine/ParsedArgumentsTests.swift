import Testing

@testable import MailDNSCheck

@Suite("A valid command line")
struct ParsedArgumentsTests {
  private func check(_ line: String) throws -> CheckRequest {
    guard case .check(let request) = try ParsedArguments(words(line)).invocation.get() else {
      throw Unexpected()
    }
    return request
  }

  private func lookup(_ line: String, idna: LibIDN2? = .shared) throws -> LookupRequest {
    guard case .lookup(let request) = try ParsedArguments(words(line), idna: idna).invocation.get() else {
      throw Unexpected()
    }
    return request
  }

  private struct Unexpected: Error {}

  @Test("without options everything has its default")
  func defaults() throws {
    #expect(
      try check("example.jp")
        == CheckRequest(
          area: nil, domains: ["example.jp"], input: nil, selectors: [], expectedRoute: nil,
          failureThreshold: .warning, concurrency: nil, query: QueryOptions(), report: ReportOptions()))
    #expect(ParsedArguments(["example.jp"]).language == nil)
  }

  @Test(
    "the first operand is the command if it names one, wherever options stand",
    arguments: [
      ("example.jp", nil, ["example.jp"]),
      ("check example.jp", nil, ["example.jp"]),
      ("mx example.jp", .mx, ["example.jp"]),
      ("--tcp mx example.jp", .mx, ["example.jp"]),
      ("spf --tcp a.jp b.jp", .spf, ["a.jp", "b.jp"]),
      ("dkim a.jp --tcp", .dkim, ["a.jp"]),
      ("-- dmarc a.jp", .dmarc, ["a.jp"]),
      ("check check", nil, ["check"]),
      ("mx.", nil, ["mx."]),
      ("chekc.", nil, ["chekc."]),
      ("jp", nil, ["jp"]),
      ("check -- --tcp -v @192.0.2.1", nil, ["--tcp", "-v", "@192.0.2.1"]),
    ] as [(String, CheckRequest.Area?, [String])])
  func command(line: String, area: CheckRequest.Area?, domains: [String]) throws {
    let request = try check(line)
    #expect(request.area == area)
    #expect(request.domains == domains)
  }

  @Test("options that say how DNS is asked")
  func query() throws {
    let expected = QueryOptions(
      servers: ["192.0.2.1", "[2001:db8::1]:5353", "192.0.2.2:54"].map { ServerAddress($0)! },
      timeout: .milliseconds(300), attempts: 100, deadline: .seconds(31_536_000), tcpOnly: true,
      zoneFiles: [ZoneFileOperand(path: "a.zone"), ZoneFileOperand(path: "-")], offline: true)
    let line = """
      --server 192.0.2.1 a.jp --server=[2001:db8::1]:5353 @192.0.2.2:54 --query-timeout .3 --attempts=100 \
      --deadline 31536000 --tcp --zone-file a.zone --zone-file=- --offline
      """
    #expect(try check(line).query == expected)
    #expect(try lookup("lookup " + line).query == expected)
  }

  @Test("options that say what is checked and reported")
  func report() throws {
    let request = try check(
      """
      a.jp --input list --selector Key1.smx --selector s_2 --selector key1.smx --expect none --fail-on never \
      --concurrency 1000 --format ndjson --output out --color never
      """)
    #expect(request.input == .file("list"))
    #expect(request.selectors.map(\.text) == ["Key1.smx", "s_2"])
    #expect(request.expectedRoute == .some(.none))
    #expect(request.failureThreshold == .never)
    #expect(request.concurrency == 1000)
    #expect(request.report == ReportOptions(documents: [.init(format: .ndjson, file: "out")], color: .never))
    #expect(
      try ParsedArguments(words("providers --format json -q")).invocation.get()
        == .providers(ReportOptions(documents: [.init(format: .json)], verbosity: -1)))
  }

  @Test("tls takes its policy from a file, or from wherever the host is")
  func transport() throws {
    let request = try check("tls a.jp --mta-sts-policy policy.txt --allow-private")
    #expect(request.area == .tls)
    #expect(request.mtaSTSPolicyFile == "policy.txt")
    #expect(request.allowsPrivate)
    #expect(try !check("tls a.jp").allowsPrivate)
    #expect(try check("bimi a.jp").area == .bimi)
    #expect(try check("ns a.jp").area == .ns)
  }

  @Test("hosts takes addresses and blocklists; spf takes one address still")
  func hosts() throws {
    #expect(try check("hosts a.jp").hosts == HostsPlan())
    let request = try check(
      "hosts a.jp --ip 192.0.2.1 --ip 2001:db8::1 --ip 192.0.2.1 --blocklist own.test --blocklist bl.spamcop.net."
    )
    #expect(request.area == .hosts)
    #expect(request.hosts.addresses.map(\.description) == ["192.0.2.1", "2001:db8::1"])
    #expect(request.hosts.lists.map(\.zone.description) == ["own.test", "bl.spamcop.net"])
    #expect(request.hosts.lists.last == Blocklist.standard[2])
    #expect(try check("hosts a.jp --no-blocklists").hosts.lists == [])
    for line in ["hosts a.jp --ip 192.0.2", "hosts a.jp --blocklist a..b", "hosts a.jp --blocklist ."] {
      #expect(throws: UsageError.self) { try check(line) }
    }
    #expect(throws: UsageError.self) { try check("mx a.jp --ip 192.0.2.1") }
  }

  @Test("--full takes up the options of the areas that it adds; without it they mean nothing")
  func full() throws {
    let request = try check(
      "a.jp --full --mta-sts-policy policy.txt --allow-private --ip 192.0.2.1 --blocklist own.test")
    #expect(request.isFull && request.area == nil)
    #expect(request.mtaSTSPolicyFile == "policy.txt" && request.allowsPrivate)
    #expect(request.hosts.addresses.map(\.description) == ["192.0.2.1"])
    #expect(request.hosts.lists.map(\.zone.description) == ["own.test"])
    #expect(try !check("a.jp").isFull)
    for option in [
      "--mta-sts-policy p", "--allow-private", "--ip 192.0.2.1", "--blocklist own.test", "--no-blocklists",
    ] {
      let name = option.split(separator: " ").first.map(String.init) ?? ""
      #expect(throws: UsageError.optionNeeds(option: name, other: "--full")) { try check("a.jp \(option)") }
    }
    #expect(throws: UsageError.self) { try check("tls a.jp --full") }
  }

  @Test("a lone hyphen is standard input or output")
  func standardStreams() throws {
    let request = try check("--input - --output -")
    #expect(request.input == .standardInput)
    #expect(request.domains == [])
    #expect(request.report.documents == [.init()])
    #expect(try check("--input=-").input == .standardInput)
  }

  @Test("an empty value after = is a value, and the value may hold =")
  func equalsSign() throws {
    #expect(try check("a.jp --output=x=y").report.documents.map(\.file) == ["x=y"])
    #expect(ParsedArguments(words("a.jp --format=")).error?.isBadValue == true)
  }

  @Test("the argument after an option that takes a value is its value, whatever it looks like")
  func greedyValue() throws {
    #expect(try check("a.jp --output --tcp").report.documents.map(\.file) == ["--tcp"])
    #expect(try check("a.jp --output --").report.documents.map(\.file) == ["--"])
    #expect(try check("--output mx a.jp").area == nil)
  }

  @Test("the last of an option with one value wins")
  func lastWins() throws {
    let request = try check("a.jp --timeout 1 --fail-on never --query-timeout 2 --fail-on critical")
    #expect(request.query.timeout == .seconds(2))
    #expect(request.failureThreshold == .critical)
  }

  @Test(
    "the n-th format goes to the n-th output, and the one that is left to standard output",
    arguments: [
      ("", [.init()]), ("--format json", [.init(format: .json)]), ("--output a", [.init(file: "a")]),
      ("--output a --format csv", [.init(format: .csv, file: "a")]),
      (
        "--format csv --format text --output a --output b",
        [.init(format: .csv, file: "a"), .init(format: .text, file: "b")]
      ),
      (
        "--output a --output b --format csv --format sarif --format github",
        [.init(format: .csv, file: "a"), .init(format: .sarif, file: "b"), .init(format: .github)]
      ),
      (
        "--format text --format junit --output - --output b",
        [.init(format: .text), .init(format: .junit, file: "b")]
      ),
    ] as [(String, [ReportOptions.Document])])
  func documents(options: String, expected: [ReportOptions.Document]) throws {
    #expect(try check("a.jp " + options).report.documents == expected)
  }

  @Test(
    "-v counts, -q silences, and the last of them wins",
    arguments: [
      ("", 0), ("-v", 1), ("-vv", 2), ("-v --verbose", 2), ("-vvv", 3), ("-q", -1), ("-qq", -1), ("-vq", -1),
      ("-qv", 1), ("-vvq -v", 1), ("--quiet", -1),
    ])
  func verbosity(options: String, expected: Int) throws {
    #expect(try check("a.jp " + options).report.verbosity == expected)
  }

  @Test(
    "--help and --version win over all else, also over errors; the first of the two counts",
    arguments: [
      ("--help", .help(nil)), ("-h", .help(nil)), ("example.jp --help", .help(nil)),
      ("mx --help", .help(.mx)),
      ("--help mx", .help(.mx)), ("check -vh", .help(.check)), ("--bogus --help", .help(nil)),
      ("--timeout x --help", .help(nil)), ("--version", .version), ("-V", .version), ("mx -V", .version),
      ("--version --help", .version), ("-hV", .help(nil)), ("help", .help(nil)), ("help dkim", .help(.dkim)),
      ("help help", .help(.help)), ("help --lang ja spf", .help(.spf)), ("chekc --help", .help(nil)),
    ] as [(String, Invocation)])
  func help(line: String, expected: Invocation) throws {
    #expect(try ParsedArguments(words(line)).invocation.get() == expected)
  }

  @Test(
    "the language is known whatever else is wrong",
    arguments: [
      ("--lang ja a.jp", .japanese), ("--bogus --lang=ja", .japanese), ("--lang ja --lang en", .english),
      ("--lang xx", nil), ("--timeout x --lang ja", .japanese), ("a.jp", nil),
      ("--help --lang ja", .japanese),
    ] as [(String, Language?)])
  func language(line: String, expected: Language?) {
    #expect(ParsedArguments(words(line)).language == expected)
  }

  @Test(
    "seconds are decimal, down to a nanosecond",
    arguments: [
      ("5", .seconds(5)), ("0.3", .milliseconds(300)), (".5", .milliseconds(500)), ("2.", .seconds(2)),
      ("0.000000001", .nanoseconds(1)), ("1.0000000019", .nanoseconds(1_000_000_001)),
      ("3600", .seconds(3600)),
      ("0003600.000", .seconds(3600)),
    ] as [(String, Duration)])
  func seconds(text: String, expected: Duration) throws {
    #expect(try check("a.jp --timeout \(text)").query.timeout == expected)
  }

  @Test(
    "lookup asks every name for every type",
    arguments: [
      ("a.jp", ["a.jp A", "a.jp AAAA", "a.jp MX", "a.jp TXT", "a.jp NS", "a.jp SOA"]),
      ("a.jp mx", ["a.jp MX"]),
      ("a.jp MX Txt TYPE99 mx", ["a.jp MX", "a.jp TXT", "a.jp SPF"]),
      ("a.jp MX b.jp. TXT", ["a.jp MX", "a.jp TXT", "b.jp MX", "b.jp TXT"]),
      ("mx. NS", ["mx NS"]),
      ("_dmarc.a.jp TXT", ["_dmarc.a.jp TXT"]),
      ("192.0.2.1", ["1.2.0.192.in-addr.arpa PTR"]),
      ("192.0.2.1 a.jp A", ["1.2.0.192.in-addr.arpa A", "a.jp A"]),
      ("a.jp txtt. A", ["a.jp A", "txtt A"]),
      (". NS", [". NS"]),
      ("a.jp A A.JP", ["a.jp A"]),
      (#"a\.b.jp A"#, [#"a\.b.jp A"#]),
      ("_dmarc.日本語.jp TXT", ["_dmarc.xn--wgv71a119e.jp TXT"]),
    ])
  func lookup(operands: String, questions: [String]) throws {
    #expect(try lookup("lookup " + operands).questions.map(\.description) == questions)
  }
}

/// The arguments that a shell makes of `line`, without quoting.
func words(_ line: String) -> [String] { line.split(whereSeparator: \.isWhitespace).map(String.init) }

extension ParsedArguments {
  var error: UsageError? {
    if case .failure(let error) = invocation { error } else { nil }
  }
}

extension UsageError {
  var isBadValue: Bool {
    if case .badValue = self { true } else { false }
  }
}
