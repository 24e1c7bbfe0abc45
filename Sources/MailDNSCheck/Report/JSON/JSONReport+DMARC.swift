extension JSONReport {
  /// What is asked of receivers for a domain's mail.
  struct DMARCEntry: JSONObject {
    private let facts: DMARCFacts
    private let policies: [DMARCPolicyInForce]
    private let alignments: [OutboundAlignment]

    init(_ facts: DMARCFacts, _ policies: [DMARCPolicyInForce], _ alignments: [OutboundAlignment]) {
      (self.facts, self.policies, self.alignments) = (facts, policies, alignments)
    }

    func addMembers(to json: inout JSONWriter) {
      let discovery = facts.discovery
      let found = discovery.policyRecord.value ?? nil
      // A domain's own record that is meant as one is shown even where receivers drop it.
      let record = found?.record.text ?? facts.own?.meantText
      json.add("alignment", alignments)
      json.add("asked", each: facts.answers) { answer, json in answer.question.name.write(to: &json) }
      json.add("cname", facts.decisiveAnswer?.aliases.first?.target)
      json.add("effectivePolicy", applied?.effective?.rawValue)
      json.add("foundAt", found.flatMap { try? DMARCTreeWalk.recordName(of: $0.domain) })
      json.add("organizationalDomain", discovery.organizationalDomain.value)
      json.add("policies", policies)
      json.add("policy", applied?.published?.rawValue)
      json.add("readings", facts.receiverReadings)
      json.add("record", record.map { VisibleText($0).description })
      json.add("reportsTo", each: found?.record.aggregateReports ?? []) { uri, json in json.write(uri.text) }
      json.add("status", status)
      json.add(
        "subdomainPolicy", policies.first { $0.scope == .subdomains }?.policy.published?.rawValue)
      json.add("testing", found?.record.isTesting)
    }

    /// What is in force for the domain itself.
    var applied: DMARCAppliedPolicy? { policies.first { $0.scope == .domain }?.policy }

    /// Whether receivers can use the record.
    var status: AreaStatus {
      switch facts.discovery.policyRecord {
      case .unknown: .unknown
      case .known(nil): facts.own?.meantText == nil ? .absent : .invalid
      case .known(let policy?): policy.record.isUsable ? .found : .invalid
      }
    }
  }
}

extension DMARCSelection {
  /// The first text that is meant as a record.
  fileprivate var meantText: [UInt8]? { records.first?.text ?? nearMisses.first?.text }
}

extension DMARCPolicyInForce: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    json.add("appliesTo", scope.rawValue)
    json.add("effectivePolicy", policy.effective?.rawValue)
    json.add("legacy", legacy)
    json.add("policy", policy.published?.rawValue)
    json.add("source", source)
  }
}

/// The same as receivers of RFC 7489 see it; `absent` is no DMARC processing.
extension DMARCLegacyPolicy: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    if case .applies(let policy, let percentage, _, let domain) = self {
      json.add("percentage", percentage)
      json.add("policy", policy.rawValue)
      json.add("source", domain)
    } else {
      json.addNull("percentage")
      json.addNull("policy")
      json.addNull("source")
    }
    json.add("status", areaStatus)
  }

  private var areaStatus: JSONReport.AreaStatus {
    switch self {
    case .applies: .found
    case .nothing: .absent
    case .unknown, .undetermined: .unknown
    }
  }
}

/// Whether mail through one system can pass DMARC by SPF and by DKIM.
extension OutboundAlignment: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    json.add("dkim", dkim.isAligned)
    json.add("provider", provider.text)
    json.add("spf", spf.isAligned)
  }
}
