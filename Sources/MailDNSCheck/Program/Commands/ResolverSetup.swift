import Glibc

/// Makes the resolver that the options ask for.
struct ResolverSetup {
  let options: QueryOptions
  let language: Language
  /// When the run must be over; counted from when this was made.
  let deadline: ContinuousClock.Instant?
  /// Whether this is for the monitoring plugin: nothing is said on standard error, and no server may use up the time of
  /// all.
  let isPlugin: Bool
  private let isForList: Bool

  init(options: QueryOptions, language: Language, isPlugin: Bool = false, isForList: Bool = false) {
    self.options = options
    self.isForList = isForList
    self.isPlugin = isPlugin
    self.language = language
    deadline = options.deadline.map { ContinuousClock.now + $0 }
  }

  /// Zone files first, where there are any; behind them DNS, each question put once, or nowhere with `--offline`.
  func resolver() throws(ProgramError) -> any Resolver { try resolver(over: zones()) }

  /// The same with the zones that `zones` has read.
  func resolver(over zones: ZoneSet?) throws(ProgramError) -> any Resolver {
    let beyond: any Resolver = options.offline ? OfflineResolver() : AnswerCache(try client())
    guard let zones else { return beyond }
    return ZoneResolver(zones: zones, otherwise: beyond)
  }

  private func client() throws(ProgramError) -> DNSClient {
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
    configuration.deadline = deadline
    // A dumb terminal can't go back on a line.
    if !isPlugin, Program.environment["TERM"] != "dumb" {
      WaitingLine.begin(configuration.servers, language)
    }
    if isPlugin, let budget = options.deadline { configuration.share(budget) }
    do { return try DNSClient(configuration) } catch { throw .resources(error) }
  }

  /// Reads the zone files; nil where there is none.
  func zones() throws(ProgramError) -> ZoneSet? {
    guard !options.zoneFiles.isEmpty else { return nil }
    var files: [(name: String, octets: [UInt8])] = []
    for path in options.zoneFiles {
      do {
        files.append((path, try FileReader.contents(of: path, atMost: MasterFileTokenizer.maximumFileSize)))
      } catch {
        throw .zoneFile(path: path, error)
      }
    }
    do { return try ZoneSet(files: files) } catch { throw .zone(error) }
  }
}
