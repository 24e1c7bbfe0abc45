/// A report as JSON, schema version 1 (docs/schema.json). Absent knowledge is `null`, never a missing key; texts from
/// DNS are made visible, because JSON does not keep every control character from a terminal.
struct JSONReport: Encodable, Sendable {
  let schema = 1
  @Nullable var domain: String?
  @Nullable var unicode: String?
  let checkedAt: String
  let status: String
  @Nullable var route: Route?
  @Nullable var mx: MX?
  @Nullable var spf: SPF?
  @Nullable var dkim: DKIM?
  @Nullable var dmarc: DMARC?
  let findings: [FindingEntry]
  let queries: Int
  let seconds: Double
  /// Of `spf --ip` alone; the key is missing elsewhere.
  var evaluation: Evaluation?
  /// Of commands that ask for them; the keys are missing elsewhere.
  var tls: TransportEntry?
  var hosts: HostsEntry?
  var bimi: LogoEntry?
  var ns: NameServersEntry?
  /// Of `--full` alone.
  var senderRequirements: [RequirementEntry]?
  /// Of `--since` alone.
  var changes: ChangeJSON.Entry?

  /// Whether a receiver can use what is published.
  enum AreaStatus: String, Encodable, Sendable {
    case found
    /// Meant as such a record, and receivers will not use it.
    case invalid
    case absent
    case unknown
  }

  struct Route: Encodable, Sendable {
    let id: String
    let inbound: [String]
    @Nullable var mailbox: String?
    let outbound: [String]
    @Nullable var tenant: String?
    @Nullable var confidence: String?
    /// What the Microsoft 365 admin centre shows.
    @Nullable var adminCentre: String?
    let evidence: [Evidence]
  }

  struct Evidence: Encodable, Sendable {
    let kind: String
    let name: String
    let value: String
    let provider: String
  }

  struct MX: Encodable, Sendable {
    let status: AreaStatus
    let hosts: [Host]
    let nullMX: Bool
  }

  struct Host: Encodable, Sendable {
    let preference: Int
    let host: String
    let provider: String
    @Nullable var addresses: [String]?
  }

  struct SPF: Encodable, Sendable {
    let status: AreaStatus
    @Nullable var record: String?
    @Nullable var lookups: Int?
    @Nullable var voidLookups: Int?
    @Nullable var all: String?
    let includes: [String]
    @Nullable var tree: SPFNode?
    @Nullable var authorizes: Authorization?
  }

  /// One term that looks something up, and what it leads to.
  struct SPFNode: Encodable, Sendable {
    @Nullable var term: String?
    @Nullable var name: String?
    let state: String
    let lookups: Int
    /// The families for whose senders the term's own look-up comes back empty.
    let voidFor: [String]
    let children: [SPFNode]
  }

  struct Authorization: Encodable, Sendable {
    let all: Bool
    let ipv4Addresses: UInt64
    let ranges: [String]
    let complete: Bool
  }

  struct DKIM: Encodable, Sendable {
    let keys: [Key]
    let asked: [String]
    @Nullable var anySelectorExists: Bool?
    @Nullable var wildcard: Bool?
    let delegations: [Delegation]
  }

  /// A name below `_domainkey` that is a zone of its own.
  struct Delegation: Encodable, Sendable {
    let name: String
    let servers: [String]
  }

  struct Key: Encodable, Sendable {
    let selector: String
    let status: AreaStatus
    @Nullable var type: String?
    @Nullable var bits: Int?
    @Nullable var testing: Bool?
    @Nullable var revoked: Bool?
    @Nullable var cname: String?
    /// Where the name leads in the end; the name itself without a CNAME.
    let name: String
    @Nullable var record: String?
    let readings: [Reading]
  }

  /// What one program makes of what is published.
  struct Reading: Encodable, Sendable {
    let receiver: String
    let version: String
    let result: String
  }

  struct DMARC: Encodable, Sendable {
    let status: AreaStatus
    @Nullable var record: String?
    @Nullable var foundAt: String?
    @Nullable var organizationalDomain: String?
    @Nullable var policy: String?
    @Nullable var subdomainPolicy: String?
    @Nullable var testing: Bool?
    @Nullable var effectivePolicy: String?
    let reportsTo: [String]
    @Nullable var cname: String?
    let asked: [String]
    let policies: [DMARCPolicyEntry]
    let alignment: [AlignmentEntry]
    let readings: [Reading]
  }

  /// What receivers are asked to do with mail of one scope.
  struct DMARCPolicyEntry: Encodable, Sendable {
    let appliesTo: String
    @Nullable var policy: String?
    @Nullable var effectivePolicy: String?
    @Nullable var source: String?
    let legacy: LegacyPolicy
  }

  /// The same as receivers of RFC 7489 see it; `absent` is no DMARC processing.
  struct LegacyPolicy: Encodable, Sendable {
    let status: AreaStatus
    @Nullable var policy: String?
    @Nullable var percentage: Int?
    @Nullable var source: String?
  }

  /// Whether mail through one system can pass DMARC by SPF and by DKIM.
  struct AlignmentEntry: Encodable, Sendable {
    let provider: String
    @Nullable var spf: Bool?
    @Nullable var dkim: Bool?
  }

  /// What large mailbox providers require of senders.
  struct RequirementEntry: Encodable, Sendable {
    let requirement: String
    let state: String
    let bulkOnly: Bool
    let requiredBy: [RequiringEntry]
  }

  /// Who requires it, from which day on, and where that is said.
  struct RequiringEntry: Encodable, Sendable {
    let provider: String
    let since: String
    let source: String
  }

  struct Evaluation: Encodable, Sendable {
    let result: String
    @Nullable var mechanism: String?
    @Nullable var domain: String?
    @Nullable var explanation: String?
    let lookups: Int
    let voidLookups: Int
    let readings: [Reading]
  }

  struct FindingEntry: Encodable, Sendable {
    let id: String
    let severity: String
    let area: String
    let subject: String
    let message: String
    @Nullable var fix: String?
    let reference: String
  }
}
