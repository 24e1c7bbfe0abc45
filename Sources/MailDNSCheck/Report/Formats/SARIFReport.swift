/// The parts of SARIF 2.1.0 that a log has (OASIS Standard, 27 March 2020); sections are its.
enum SARIFReport {
  static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  /// §3.11: text in which nothing is a link or a placeholder.
  struct Message: JSONObject, Sendable {
    let text: String

    init(_ text: String) {
      self.text = text.escapingScalars { scalar in
        switch scalar {
        case "\\", "[", "]": "\\\(scalar)"
        case "{", "}": "\(scalar)\(scalar)"
        default: nil
        }
      }
    }
  }

  /// §3.12: a message without links and placeholders.
  struct MultiformatMessage: JSONObject, Sendable {
    let text: String
  }

  /// §3.18
  struct Tool: JSONObject, Sendable {
    let driver: Driver

    struct Driver: JSONObject, Sendable {
      var name = "maildnscheck"
      var semanticVersion = Version.current
      let language: String
      let rules: [Rule]
    }
  }

  /// §3.49
  struct Rule: JSONObject, Sendable {
    let id: String
    let shortDescription: MultiformatMessage
    let fullDescription: MultiformatMessage
    let help: MultiformatMessage
    let defaultConfiguration: Configuration
    let properties: Properties

    struct Configuration: JSONObject, Sendable {
      let level: Level
    }

    struct Properties: JSONObject, Sendable {
      let reference: String
      let tags: [String]
    }
  }

  enum Level: String, JSONValue, Sendable { case error, warning, note }

  /// §3.27
  struct Result: JSONObject, Sendable {
    let ruleId: String
    let ruleIndex: Int
    let level: Level
    let message: Message
    let locations: [Location]
    let partialFingerprints: Fingerprints?
    let properties: Properties
    /// §3.27.24: beside an earlier run; nil where there is none, or it is not known.
    var baselineState: BaselineState?

    enum BaselineState: String, JSONValue, Sendable { case new, unchanged }

    struct Properties: JSONObject, Sendable {
      let domain: String
      let severity: String
      let area: String
    }
  }

  /// §3.27.17: what tells results apart that have a line in common, under the only name that GitHub looks at.
  struct Fingerprints: JSONObject, Sendable {
    let primaryLocationLineHash: String

    init(of text: String) {
      // FNV-1a: the same in every run.
      let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      primaryLocationLineHash = String(hash, radix: 16) + ":1"
    }
  }

  /// §3.28
  struct Location: JSONObject, Sendable {
    let physicalLocation: PhysicalLocation
    let logicalLocations: [LogicalLocation]
  }

  struct PhysicalLocation: JSONObject, Sendable {
    let artifactLocation: ArtifactLocation
    let region: Region
  }

  struct ArtifactLocation: JSONObject, Sendable {
    let uri: String
  }

  struct Region: JSONObject, Sendable {
    let startLine: Int
  }

  struct LogicalLocation: JSONObject, Sendable {
    let name: String
    let fullyQualifiedName: String
    let kind: String
  }
}

extension SARIFReport.Level {
  init(_ severity: Severity) {
    switch severity {
    case .critical: self = .error
    case .warning, .unknown: self = .warning
    case .info: self = .note
    }
  }
}

extension SARIFReport.PhysicalLocation {
  init(file: String, line: Int) {
    self.init(
      artifactLocation: SARIFReport.ArtifactLocation(uri: FileReference.uri(of: file)),
      region: SARIFReport.Region(startLine: line))
  }
}

/// A file as a URI reference (RFC 3986 §4.1, RFC 8089).
enum FileReference {
  /// A relative path stays one, as the systems that read it count from the root of the repository.
  static func uri(of path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    let encoded = path.utf8.map { octet -> String in
      switch octet {
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        String(Unicode.Scalar(octet))
      case _ where octet.isLetter || octet.isDigit: String(Unicode.Scalar(octet))
      default: "%" + (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
      }
    }.joined()
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }
}

extension SARIFReport.Message {
  func addMembers(to json: inout JSONWriter) {
    json.add("text", text)
  }
}

extension SARIFReport.MultiformatMessage {
  func addMembers(to json: inout JSONWriter) {
    json.add("text", text)
  }
}

extension SARIFReport.Tool {
  func addMembers(to json: inout JSONWriter) {
    json.add("driver", driver)
  }
}

extension SARIFReport.Tool.Driver {
  func addMembers(to json: inout JSONWriter) {
    json.add("language", language)
    json.add("name", name)
    json.add("rules", rules)
    json.add("semanticVersion", semanticVersion)
  }
}

extension SARIFReport.Rule {
  func addMembers(to json: inout JSONWriter) {
    json.add("defaultConfiguration", defaultConfiguration)
    json.add("fullDescription", fullDescription)
    json.add("help", help)
    json.add("id", id)
    json.add("properties", properties)
    json.add("shortDescription", shortDescription)
  }
}

extension SARIFReport.Rule.Configuration {
  func addMembers(to json: inout JSONWriter) {
    json.add("level", level)
  }
}

extension SARIFReport.Rule.Properties {
  func addMembers(to json: inout JSONWriter) {
    json.add("reference", reference)
    json.add("tags", tags)
  }
}

extension SARIFReport.Result {
  func addMembers(to json: inout JSONWriter) {
    json.add("baselineState", ifPresent: baselineState)
    json.add("level", level)
    json.add("locations", locations)
    json.add("message", message)
    json.add("partialFingerprints", ifPresent: partialFingerprints)
    json.add("properties", properties)
    json.add("ruleId", ruleId)
    json.add("ruleIndex", ruleIndex)
  }
}

extension SARIFReport.Result.Properties {
  func addMembers(to json: inout JSONWriter) {
    json.add("area", area)
    json.add("domain", domain)
    json.add("severity", severity)
  }
}

extension SARIFReport.Fingerprints {
  func addMembers(to json: inout JSONWriter) {
    json.add("primaryLocationLineHash", primaryLocationLineHash)
  }
}

extension SARIFReport.Location {
  func addMembers(to json: inout JSONWriter) {
    json.add("logicalLocations", logicalLocations)
    json.add("physicalLocation", physicalLocation)
  }
}

extension SARIFReport.PhysicalLocation {
  func addMembers(to json: inout JSONWriter) {
    json.add("artifactLocation", artifactLocation)
    json.add("region", region)
  }
}

extension SARIFReport.ArtifactLocation {
  func addMembers(to json: inout JSONWriter) {
    json.add("uri", uri)
  }
}

extension SARIFReport.Region {
  func addMembers(to json: inout JSONWriter) {
    json.add("startLine", startLine)
  }
}

extension SARIFReport.LogicalLocation {
  func addMembers(to json: inout JSONWriter) {
    json.add("fullyQualifiedName", fullyQualifiedName)
    json.add("kind", kind)
    json.add("name", name)
  }
}
