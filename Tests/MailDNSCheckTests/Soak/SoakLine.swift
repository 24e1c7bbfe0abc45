import Foundation

@testable import MailDNSCheck

/// A line of the program's NDJSON, held against what the domain's name says.
struct SoakLine: Sendable {
  let domain: SoakDomain
  /// What the line says of the domain as a whole.
  let status: MailDNSCheck.ExitStatus
  /// What is said of the first question without an answer; nil where there was none.
  let unknown: String?
  /// What the line says and is not so.
  let lies: [String]

  struct Unreadable: Error {
    let line: String
  }

  init(_ line: String) throws {
    guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
      let name = object["domain"] as? String, let (domain, _) = SoakDomain.reading(name),
      let word = object["status"] as? String, let status = ExitStatus(parsing: word),
      let findings = object["findings"] as? [[String: Any]]
    else { throw Unreadable(line: line) }
    self.domain = domain
    self.status = status
    unknown = findings.first { $0["severity"] as? String == "unknown" }.map { finding in
      finding["message"] as? String ?? finding["id"] as? String ?? ""
    }
    let ids = Set(findings.compactMap { $0["id"] as? String })
    var lies: [String] = []
    // An NXDOMAIN is an answer: there is no telling that it lies.
    if domain.fault.consequence != .absent || domain.target == .nothing {
      lies += ids.intersection(Self.absences).sorted().map { "says \($0)" }
    }
    if case .unknown = domain.fault.consequence {
      // Where the name of the host is not known, nothing is said of its address.
      let isHostKnown = domain.target != .only(.address) || !ids.contains("mx-unknown")
      lies += (isHostKnown ? domain.lost : []).subtracting(ids).sorted().map { "does not say \($0)" }
      if domain.target != .nothing, status == .ok { lies.append("says ok") }
    }
    self.lies = lies
  }

  /// What would be said of a domain that lacks something, and these domains lack nothing.
  private static let absences: Set<String> = [
    "domain-nonexistent", "domain-closed", "domain-not-closed", "mx-absent", "mx-implicit", "mx-no-address",
    "mx-host-without-address", "spf-missing", "spf-not-recognized", "spf-syntax", "spf-target-missing",
    "dkim-missing", "dkim-not-found", "dkim-malformed", "dmarc-missing", "dmarc-not-recognized",
    "dmarc-invalid",
  ]
}

extension SoakDomain {
  /// The findings that say what could not be asked.
  fileprivate var lost: Set<String> {
    switch target {
    case .nothing: []
    case .everything: ["mx-unknown", "spf-unknown", "dmarc-unknown"]
    case .only(.mx): ["mx-unknown"]
    case .only(.text), .only(.include): ["spf-unknown"]
    case .only(.dmarc): ["dmarc-unknown"]
    case .only(.selector): ["dkim-unknown"]
    case .only(.address): ["mx-host-unknown"]
    }
  }
}
