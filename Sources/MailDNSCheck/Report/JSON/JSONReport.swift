/// A report as JSON, schema version 1 (docs/schema.json). Absent knowledge is `null`, never a missing key; texts from
/// DNS are made visible, because JSON does not keep every control character from a terminal.
struct JSONReport: JSONObject, Sendable {
  let schema = 1
  let domain: String?
  let unicode: String?
  let checkedAt: String
  let status: String
  let route: Route?
  let mx: MX?
  let spf: SPF?
  let dkim: DKIM?
  let dmarc: DMARC?
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
  enum AreaStatus: String, JSONValue, Sendable {
    case found
    /// Meant as such a record, and receivers will not use it.
    case invalid
    case absent
    case unknown
  }

  struct Route: JSONObject, Sendable {
    let id: String
    let inbound: [String]
    let mailbox: String?
    let outbound: [String]
    let tenant: String?
    let confidence: String?
    /// What the Microsoft 365 admin centre shows.
    let adminCentre: String?
    let evidence: [Evidence]
  }

  struct Evidence: JSONObject, Sendable {
    let kind: String
    let name: String
    let value: String
    let provider: String
  }

  struct MX: JSONObject, Sendable {
    let status: AreaStatus
    let hosts: [Host]
    let nullMX: Bool
  }

  struct Host: JSONObject, Sendable {
    let preference: Int
    let host: String
    let provider: String
    let addresses: [String]?
  }

  struct SPF: JSONObject, Sendable {
    let status: AreaStatus
    let record: String?
    let lookups: Int?
    let voidLookups: Int?
    let all: String?
    let includes: [String]
    let tree: SPFNode?
    let authorizes: Authorization?
  }

  /// One term that looks something up, and what it leads to.
  struct SPFNode: JSONObject, Sendable {
    let term: String?
    let name: String?
    let state: String
    let lookups: Int
    /// The families for whose senders the term's own look-up comes back empty.
    let voidFor: [String]
    let children: [SPFNode]
  }

  struct Authorization: JSONObject, Sendable {
    let all: Bool
    let ipv4Addresses: UInt64
    let ranges: [String]
    let complete: Bool
  }

  struct DKIM: JSONObject, Sendable {
    let keys: [Key]
    let asked: [String]
    let anySelectorExists: Bool?
    let wildcard: Bool?
    let delegations: [Delegation]
  }

  /// A name below `_domainkey` that is a zone of its own.
  struct Delegation: JSONObject, Sendable {
    let name: String
    let servers: [String]
  }

  struct Key: JSONObject, Sendable {
    let selector: String
    let status: AreaStatus
    let type: String?
    let bits: Int?
    let testing: Bool?
    let revoked: Bool?
    let cname: String?
    /// Where the name leads in the end; the name itself without a CNAME.
    let name: String
    let record: String?
    let readings: [Reading]
  }

  /// What one program makes of what is published.
  struct Reading: JSONObject, Sendable {
    let receiver: String
    let version: String
    let result: String
  }

  struct DMARC: JSONObject, Sendable {
    let status: AreaStatus
    let record: String?
    let foundAt: String?
    let organizationalDomain: String?
    let policy: String?
    let subdomainPolicy: String?
    let testing: Bool?
    let effectivePolicy: String?
    let reportsTo: [String]
    let cname: String?
    let asked: [String]
    let policies: [DMARCPolicyEntry]
    let alignment: [AlignmentEntry]
    let readings: [Reading]
  }

  /// What receivers are asked to do with mail of one scope.
  struct DMARCPolicyEntry: JSONObject, Sendable {
    let appliesTo: String
    let policy: String?
    let effectivePolicy: String?
    let source: String?
    let legacy: LegacyPolicy
  }

  /// The same as receivers of RFC 7489 see it; `absent` is no DMARC processing.
  struct LegacyPolicy: JSONObject, Sendable {
    let status: AreaStatus
    let policy: String?
    let percentage: Int?
    let source: String?
  }

  /// Whether mail through one system can pass DMARC by SPF and by DKIM.
  struct AlignmentEntry: JSONObject, Sendable {
    let provider: String
    let spf: Bool?
    let dkim: Bool?
  }

  /// What large mailbox providers require of senders.
  struct RequirementEntry: JSONObject, Sendable {
    let requirement: String
    let state: String
    let bulkOnly: Bool
    let requiredBy: [RequiringEntry]
  }

  /// Who requires it, from which day on, and where that is said.
  struct RequiringEntry: JSONObject, Sendable {
    let provider: String
    let since: String
    let source: String
  }

  struct Evaluation: JSONObject, Sendable {
    let result: String
    let mechanism: String?
    let domain: String?
    let explanation: String?
    let lookups: Int
    let voidLookups: Int
    let readings: [Reading]
  }

  struct FindingEntry: JSONObject, Sendable {
    let id: String
    let severity: String
    let area: String
    let subject: String
    let message: String
    let fix: String?
    let reference: String
  }
}
