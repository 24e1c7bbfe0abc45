import Glibc

/// Makes the resolver that the options ask for.
struct ResolverSetup {
  let options: QueryOptions
  let language: Language
  /// When the run must be over; counted from when this was made.
  let deadline: Instant?
  /// When the last question must have its answer. In a run over a list the rest of the time is for judging and writing what is
  /// under way, and for the line of each domain whose turn has not come.
  let lastAnswer: Instant?
  /// Whether this is for the monitoring plugin: nothing is said on standard error, and no server may use up the time of
  /// all.
  let isPlugin: Bool
  private let isForList: Bool
  /// The one domain that is asked about; nil where there are several or none.
  private let subject: DomainName?

  /// - Parameter lines: Of the list, where that is known beforehand.
  init(
    options: QueryOptions, language: Language, isPlugin: Bool = false, isForList: Bool = false,
    lines: Int? = nil, subject: DomainName? = nil
  ) {
    self.subject = subject
    self.options = options
    self.isForList = isForList
    self.isPlugin = isPlugin
    self.language = language
    deadline = options.deadline.map { .now + $0 }
    lastAnswer = options.deadline.map {
      .now + $0 - (isForList ? Self.timeForLines(lines, within: $0) : .zero)
    }
  }

  /// How long before the `deadline` of a run over a list the last question must have its answer: a sixth of it, a second at
  /// most, and where the list is known to have so many `lines` that this would not do for them, up to half of it.
  static func timeForLines(_ lines: Int?, within deadline: Duration) -> Duration {
    let usual = min(.seconds(1), deadline / 6)
    return max(usual, min(timeForLine * (lines ?? 0), deadline / 2))
  }

  /// What the line of a domain takes that nobody has asked about, on a machine that has other work.
  private static let timeForLine = Duration.microseconds(150)

  /// Zone files first, where there are any; behind them DNS, each question put once, or nowhere with `--offline`.
  ///
  /// What is wrong in them is said on standard error.
  func resolver() throws(ProgramError) -> any Resolver {
    let zones = try zones()
    if !isPlugin {
      for error in zones?.grievances ?? [] { Diagnostics.complain(error.wholeWording, language) }
    }
    return try resolver(over: zones)
  }

  /// The same with the zones that `zones` has read.
  func resolver(over zones: ZoneSet?) throws(ProgramError) -> any Resolver {
    let beyond: any Resolver = options.offline ? OfflineResolver() : AnswerCache(try client())
    guard let zones else { return beyond }
    return ZoneResolver(zones: zones, otherwise: beyond)
  }

  /// Asks the servers of a zone themselves; nil where that can't be. What they do not say soon is done without.
  func authority(_ servers: [ServerAddress]) -> (any Resolver)? {
    guard var configuration = ResolverConfiguration.system() else { return nil }
    configuration.servers = servers
    configuration.timeout = min(options.timeout ?? Self.patienceWithAuthorities, Self.patienceWithAuthorities)
    configuration.attempts = 1
    configuration.tcpOnly = options.tcpOnly
    configuration.trustsAuthenticatedData = false
    configuration.rate = options.rate
    configuration.deadline = deadline
    return try? DNSClient(configuration)
  }

  /// Asks name servers themselves, from the root on.
  func nameServers() throws(ProgramError) -> any NameServers {
    do {
      return NameServerMemory(
        try NameServerClient(
          timeout: options.timeout ?? NameServerClient.standardTimeout, rate: options.rate, deadline: deadline
        ))
    } catch {
      throw .resources(error)
    }
  }

  private static let patienceWithAuthorities = Duration.seconds(2)

  private func client() throws(ProgramError) -> DNSClient {
    let configuration = try configuration()
    // A dumb terminal can't go back on a line.
    if !isPlugin, Program.environment["TERM"] != "dumb" {
      WaitingLine.begin(configuration.servers, language)
    }
    do { return try DNSClient(configuration) } catch { throw .resources(error) }
  }

  /// How DNS is asked, and which servers where none are named.
  func configuration() throws(ProgramError) -> ResolverConfiguration {
    guard var configuration = ResolverConfiguration.system() else { throw .noConfiguration }
    if !options.servers.isEmpty {
      configuration.servers = options.servers
    } else if !isPlugin, access("/etc/resolv.conf", F_OK) != 0 {
      Diagnostics.complain(.noResolverConfiguration, language)
    }
    if let port = options.port { configuration.servers = configuration.servers.map { $0.withPort(port) } }
    configuration.timeout = options.timeout ?? configuration.timeout
    configuration.attempts = options.attempts ?? configuration.attempts
    configuration.tcpOnly = options.tcpOnly || configuration.tcpOnly
    configuration.rate = options.rate
    configuration.isForList = isForList
    configuration.deadline = lastAnswer
    if isPlugin, let budget = options.deadline { configuration.share(budget) }
    return configuration
  }

  /// Reads the zone files; nil where there is none.
  func zones() throws(ProgramError) -> ZoneSet? {
    guard !options.zoneFiles.isEmpty else { return nil }
    let (zones, leftOut) = try ZoneFileLoader(
      operands: options.zoneFiles, includeFolders: options.includeFolders, checked: subject
    ).load()
    if !isPlugin { for file in leftOut { Diagnostics.complain(file.wording, language) } }
    return zones
  }
}

extension ZoneSet {
  /// So many at most are said on standard error.
  private static let maximumGrievances = 20

  /// The mistakes of the files, where no report has them.
  fileprivate var grievances: ArraySlice<ZoneFileError> {
    files.flatMap { $0.faults.kept.filter { [.refused, .lost].contains($0.reason.effect) } }
      .prefix(Self.maximumGrievances)
  }
}
