/// What a valid command line asks for.
enum Invocation: Equatable, Sendable {
  case check(CheckRequest)
  case evaluate(EvaluationRequest)
  case lookup(LookupRequest)
  case headers(HeadersRequest)
  /// The files are those of `--providers`; `subject` is a provider or a host, nil for all providers.
  case providers(ReportOptions, files: [String] = [], subject: String? = nil)
  case plan(PlanRequest)
  case draftPolicy(DraftRequest)
  case exchange(ExchangeRequest)
  case diff(DiffRequest)
  case compare(CompareRequest)
  case plugin(PluginRequest)
  /// Help for a command, or for the whole program.
  case help(Command?)
  /// The manual page.
  case manual
  /// The completions for a shell.
  case completion(Shell)
  case version
}

/// How DNS is asked. What is nil is as the system's resolver configuration has it.
struct QueryOptions: Equatable, Sendable {
  /// In the order given; none means the system's.
  var servers: [ServerAddress] = []
  /// Of servers for which no other is given; nil is 53.
  var port: UInt16?
  /// How long one server is waited for in one attempt: more than 0, at most an hour.
  var timeout: Duration?
  /// Rounds over all servers, 1 to 100.
  var attempts: Int?
  /// How long the whole run may take, more than 0; nil is without limit.
  var deadline: Duration?
  var tcpOnly = false
  /// Queries a second at most, 1 and more; nil is without limit.
  var rate: Int?
  /// Master files, in the order given.
  var zoneFiles: [ZoneFileOperand] = []
  /// Folders, besides a zone file's own, that files may be included from.
  var includeFolders: [String] = []
  /// Whether DNS servers are not asked at all.
  var offline = false
}

/// How the report is written.
struct ReportOptions: Equatable, Sendable {
  enum Format: String, CaseIterable, Sendable {
    case text, json, ndjson, csv, markdown, html, junit, sarif, prometheus, zabbix, github

    /// Those in which a report can be that is not on a domain: of `spf --ip`.
    static let ofSingleReports = [text, json, ndjson]

    /// Those in which messages and exports can be reported on.
    static let ofEvidence = [text, json, ndjson, csv, markdown, html]

    /// Those in which it can be said what has changed between two runs.
    static let ofChanges = [text, json, markdown, junit, github]

    /// Those in which it can be said what several resolvers have.
    static let ofComparisons = [text, json, markdown]
  }

  enum Color: String, CaseIterable, Sendable { case auto, always, never }

  /// Which domains are reported on, of those that are checked.
  enum Selection: String, CaseIterable, Sendable {
    /// A warning or worse.
    case warning
    case critical
    /// Of whatever status, where DNS left something open.
    case unknown
  }

  /// Another order than that in which the domains are given.
  enum Order: String, CaseIterable, Sendable {
    /// Worst first.
    case severity
  }

  /// One form of the report, and where it goes.
  struct Document: Equatable, Sendable {
    var format = Format.text
    /// Path of the file to write; nil is standard output.
    var file: String?
    /// Whether the report is put behind what the file holds, instead of in its place.
    var isContinued = false
  }

  /// At least one, and at most one of them on standard output.
  var documents = [Document()]
  var color = Color.auto
  /// Where SARIF puts results whose place nothing else says.
  var sarifFile: String?
  /// Empty for all domains.
  var selection: Set<Selection> = []
  var order: Order?
  /// Whether the text is to say only what all domains come to.
  var isSummaryAlone = false
  /// -1 quiet, 0 as usual, 1 and more for each `-v`.
  var verbosity = 0
}

/// A check of domains, whole or of one area.
struct CheckRequest: Equatable, Sendable {
  enum Area: String, CaseIterable, Sendable { case mx, spf, dkim, dmarc, tls, hosts, bimi, ns }

  /// The commands that are checks.
  static let commands: CaseSet<Command> = [.check, .mx, .spf, .dkim, .dmarc, .tls, .hosts, .bimi, .ns]

  enum Input: Equatable, Sendable {
    case standardInput
    case file(String)
  }

  /// The one area to check; nil is all of them.
  let area: Area?
  /// As typed: each is read by `MailDomain` for itself, so that one that is no domain does not stop the
  /// others.
  let domains: [String]
  /// Where more domains are read from, after `domains`. There is an input, a policy or at least one domain.
  let input: Input?
  /// The column of the input in which they stand; nil where it is no table.
  var column: ListColumn?
  /// DKIM selectors to ask for besides the known ones, without repetitions.
  let selectors: [DKIMSelector]
  /// The route that a domain must have; never `unknown`.
  let expectedRoute: RouteID?
  let failureThreshold: FailureThreshold
  /// Domains under way at a time, 1 to 1000; nil leaves the choice to the program.
  let concurrency: Int?
  let query: QueryOptions
  let report: ReportOptions
  /// Whether reports come as they are done, in any order.
  var isUnordered = false
  /// Path of the NDJSON file of a run that was cut off, to go on with.
  var resumedFile: String?
  /// Path of the file with the policy.
  var policyFile: String?
  /// Paths of files that add to the provider catalogue, in the order given.
  var providerFiles: [String] = []
  /// Paths of exports of Exchange Online, in the order given.
  var exchangeFiles: [String] = []
  /// Path of the file of an earlier run, `-` for standard input.
  var sinceFile: String?
  /// Whether every name of the zone files that has to do with mail is checked.
  var isAllNames = false
  /// Path of the file with the MTA-STS policy; nil where it is fetched.
  var mtaSTSPolicyFile: String?
  /// Whether hosts with private addresses are asked for policies and talked to as well.
  var allowsPrivate = false
  /// Whether MX hosts are talked to.
  var isProbing = false
  /// Which hosts are looked at, and at which lists.
  var hosts = HostsPlan()
  /// Root servers of one's own; empty for the Internet's.
  var roots: [ServerAddress] = []
  /// Whether `tls`, `hosts`, `bimi` and `ns` are part of it; not where one area is checked.
  var isFull = false
}

/// One sender whose mail is checked against SPF.
struct EvaluationRequest: Equatable, Sendable {
  let address: IPAddress
  /// As typed, whatever it is; empty for a bounce.
  let mailFrom: String
  /// As typed, whatever it is.
  let helo: String
  /// The domain to check in place of the sender's.
  let domain: MailDomain?
  let query: QueryOptions
  let report: ReportOptions
}

/// Questions to be answered as they are.
struct LookupRequest: Equatable, Sendable {
  /// Without repetitions, at least one; all types of a name, then the next name.
  let questions: [Question]
  let query: QueryOptions
  let report: ReportOptions
}

/// Messages whose headers are read.
struct HeadersRequest: Equatable, Sendable {
  /// Paths of files and folders, as typed; `-` is standard input. At least one.
  let files: [String]
  /// The way that inbound mail must have come.
  let expected: MessageRoute?
  let failureThreshold: FailureThreshold
  let query: QueryOptions
  let report: ReportOptions
  /// Paths of files that add to the provider catalogue, in the order given.
  var providerFiles: [String] = []
  /// Paths of message traces, in the order given.
  var exchangeFiles: [String] = []
}

/// The way of a domain to another route.
struct PlanRequest: Equatable, Sendable {
  let domain: MailDomain
  let target: RouteTarget
  /// DKIM selectors to ask for besides the known ones, without repetitions.
  let selectors: [DKIMSelector]
  let query: QueryOptions
  let report: ReportOptions
  /// Paths of files that add to the provider catalogue, in the order given.
  var providerFiles: [String] = []
}

/// A policy made of what DNS shows of domains.
struct DraftRequest: Equatable, Sendable {
  /// As typed, at least one.
  let domains: [String]
  /// DKIM selectors to ask for besides the known ones, without repetitions.
  let selectors: [DKIMSelector]
  let query: QueryOptions
  /// Path of the file to write; nil is standard output.
  let outputFile: String?
  /// Paths of files that add to the provider catalogue, in the order given.
  var providerFiles: [String] = []
}

/// Exports of Exchange Online to be read.
struct ExchangeRequest: Equatable, Sendable {
  /// As typed, in the order given; `-` is standard input. At least one unless `isHow`.
  let files: [String]
  let exclusions: [RecipientExclusion]
  /// What is wanted as a list in place of the report.
  let list: ExchangeListing.Subject?
  /// Whether the commands that set the attribute are wanted in place of the report.
  let isCommands: Bool
  /// Whether it is only to be said how exports are made.
  let isHow: Bool
  /// Older exports of the recipients.
  let sinceFiles: [String]
  let failureThreshold: FailureThreshold
  let query: QueryOptions
  let report: ReportOptions
  /// Paths of files that add to the provider catalogue, in the order given.
  var providerFiles: [String] = []
}

/// Domains whose mail records several resolvers are asked for.
struct CompareRequest: Equatable, Sendable {
  /// As typed, at least one.
  let domains: [String]
  /// In the order given; none means the system's and public ones.
  let servers: [ServerOperand]
  /// DKIM selectors to ask for besides those that are there, without repetitions.
  let selectors: [DKIMSelector]
  /// How often it is asked again; nil is once.
  let interval: Duration?
  let query: QueryOptions
  let report: ReportOptions
  /// Paths of files that add to the provider catalogue, in the order given.
  var providerFiles: [String] = []
}

/// Two runs to be held against each other.
struct DiffRequest: Equatable, Sendable {
  /// Paths; `-` is standard input, at most once.
  let old: String
  let new: String
  let report: ReportOptions
}

/// A run of the monitoring plugin.
struct PluginRequest: Equatable, Sendable {
  /// As typed, at least one.
  let domains: [String]
  /// DKIM selectors to ask for besides the known ones, without repetitions.
  let selectors: [DKIMSelector]
  /// The route that a domain must have; never `unknown`.
  let expectedRoute: RouteID?
  let policy: PluginPolicy
  let query: QueryOptions
  /// How often `-v` was given.
  let verbosity: Int
  /// Path of the file with what is expected of domains.
  var policyFile: String?
  /// Paths of exports of Exchange Online, in the order given.
  var exchangeFiles: [String] = []
  /// Paths of files that add to the provider catalogue, in the order given.
  var providerFiles: [String] = []
  /// Whether `tls`, `hosts` and `bimi` are part of it.
  var isFull = false
  /// Whether MX hosts are talked to; only where it is full.
  var isProbing = false
  /// Whether hosts with private addresses are asked for policies and talked to as well.
  var allowsPrivate = false
  /// Path of the file of an earlier run.
  var sinceFile: String?
}
