/// The answers of a look-up as JSON (docs/lookup-schema.json): an array with one object for each question, however many
/// there are. Absent knowledge is `null`, never a missing key; texts from outside are made visible.
struct LookupJSON: Encodable, Sendable {
  let entries: [Entry]

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(entries)
  }

  struct Entry: Encodable, Sendable {
    let question: Question
    let status: Status
    /// The CNAME records from the question's name on, in order.
    let aliases: [Alias]
    let records: [Record]
    /// The zone that denies, of a negative answer.
    @Nullable var zone: String?
    /// Seconds for which a negative answer may be kept (RFC 2308 §5).
    @Nullable var ttl: UInt32?
    @Nullable var failure: FailureEntry?
    @Nullable var server: String?
    @Nullable var transport: String?
    @Nullable var zoneFile: String?
    /// AD (RFC 6840 §5.8).
    let authenticated: Bool
    /// AA (RFC 1035 §4.1.1).
    let authoritative: Bool
    let extendedErrors: [ExtendedErrorEntry]
    let seconds: Double
  }

  enum Status: String, Encodable, Sendable { case found, nodata, nxdomain, failed }

  struct Question: Encodable, Sendable {
    let name: String
    let type: String
  }

  struct Alias: Encodable, Sendable {
    let owner: String
    let target: String
    let ttl: UInt32
  }

  struct Record: Encodable, Sendable {
    let owner: String
    let type: String
    let ttl: UInt32
    /// As master files have it (RFC 1035 §5.1).
    let data: String
  }

  struct FailureEntry: Encodable, Sendable {
    /// Stable, for programs.
    let kind: String
    /// For people, in their language.
    let message: String
    @Nullable var server: String?
  }

  struct ExtendedErrorEntry: Encodable, Sendable {
    /// INFO-CODE (RFC 8914 §4).
    let code: UInt16
    let purpose: String
    /// EXTRA-TEXT; empty where the server gave none.
    let text: String
  }
}
