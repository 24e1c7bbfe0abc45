/// The answers of a look-up as JSON (docs/lookup-schema.json): an array with one object for each question, however many
/// there are. Absent knowledge is `null`, never a missing key; texts from outside are made visible.
struct LookupJSON: JSONValue, Sendable {
  let entries: [Entry]

  func write(to json: inout JSONWriter) { json.write(entries) }

  struct Entry: JSONObject, Sendable {
    let question: Question
    let status: Status
    /// The CNAME records from the question's name on, in order.
    let aliases: [Alias]
    let records: [Record]
    /// The zone that denies, of a negative answer.
    let zone: String?
    /// Seconds for which a negative answer may be kept (RFC 2308 §5).
    let ttl: UInt32?
    let failure: FailureEntry?
    let server: String?
    let transport: String?
    let zoneFile: String?
    /// AD (RFC 6840 §5.8).
    let authenticated: Bool
    /// AA (RFC 1035 §4.1.1).
    let authoritative: Bool
    let extendedErrors: [ExtendedErrorEntry]
    let seconds: Double
  }

  enum Status: String, JSONValue, Sendable { case found, nodata, nxdomain, failed }

  struct Question: JSONObject, Sendable {
    let name: String
    let type: String
  }

  struct Alias: JSONObject, Sendable {
    let owner: String
    let target: String
    let ttl: UInt32
  }

  struct Record: JSONObject, Sendable {
    let owner: String
    let type: String
    let ttl: UInt32
    /// As master files have it (RFC 1035 §5.1).
    let data: String
  }

  struct FailureEntry: JSONObject, Sendable {
    /// Stable, for programs.
    let kind: String
    /// For people, in their language.
    let message: String
    let server: String?
  }

  struct ExtendedErrorEntry: JSONObject, Sendable {
    /// INFO-CODE (RFC 8914 §4).
    let code: UInt16
    let purpose: String
    /// EXTRA-TEXT; empty where the server gave none.
    let text: String
  }
}

extension LookupJSON.Entry {
  func addMembers(to json: inout JSONWriter) {
    json.add("aliases", aliases)
    json.add("authenticated", authenticated)
    json.add("authoritative", authoritative)
    json.add("extendedErrors", extendedErrors)
    json.add("failure", failure)
    json.add("question", question)
    json.add("records", records)
    json.add("seconds", seconds)
    json.add("server", server)
    json.add("status", status)
    json.add("transport", transport)
    json.add("ttl", ttl)
    json.add("zone", zone)
    json.add("zoneFile", zoneFile)
  }
}

extension LookupJSON.Question {
  func addMembers(to json: inout JSONWriter) {
    json.add("name", name)
    json.add("type", type)
  }
}

extension LookupJSON.Alias {
  func addMembers(to json: inout JSONWriter) {
    json.add("owner", owner)
    json.add("target", target)
    json.add("ttl", ttl)
  }
}

extension LookupJSON.Record {
  func addMembers(to json: inout JSONWriter) {
    json.add("data", data)
    json.add("owner", owner)
    json.add("ttl", ttl)
    json.add("type", type)
  }
}

extension LookupJSON.FailureEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("kind", kind)
    json.add("message", message)
    json.add("server", server)
  }
}

extension LookupJSON.ExtendedErrorEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("code", code)
    json.add("purpose", purpose)
    json.add("text", text)
  }
}
