extension DKIMFacts: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    json.add("anySelectorExists", anySelectorExists)
    json.add("asked", each: selectors) { answer, json in json.write(answer.selector.text) }
    json.add("delegations", each: delegations) { answer, json in DelegationEntry(answer).write(to: &json) }
    json.add("keys", published)
    json.add("wildcard", hasWildcard)
  }

  private var anySelectorExists: Bool? {
    switch existence {
    case .exists: true
    case .none: false
    case .inconclusive, .unknown: nil
    }
  }
}

/// A name below `_domainkey` that is a zone of its own.
private struct DelegationEntry: JSONObject {
  private let answer: Answer

  init(_ answer: Answer) { self.answer = answer }

  func addMembers(to json: inout JSONWriter) {
    let servers = answer.records.compactMap { record in
      if case .ns(let server) = record.data { server } else { nil }
    }
    json.add("name", answer.question.name)
    json.add("servers", servers)
  }
}

extension DKIMSelectorAnswer: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    let key = key
    json.add("bits", key?.publicKey.bits)
    json.add("cname", alias)
    // Where the name leads in the end; the name itself without a CNAME.
    json.add("name", answer.canonicalName)
    json.add("readings", receiverReadings)
    json.add("record", answer.texts.first.map { VisibleText($0.joined).description })
    json.add("revoked", key.map { $0.publicKey == .revoked })
    json.add("selector", selector.text)
    json.add("status", areaStatus)
    json.add("testing", key?.isTesting)
    json.add("type", key?.publicKey.typeName)
  }

  /// Whether verifiers can use what the selector has.
  var areaStatus: JSONReport.AreaStatus {
    switch status {
    case .key(let key): key.isUsable ? .found : .invalid
    case .malformed, .several: .invalid
    case .dangling, .absent: .absent
    case .unknown: .unknown
    }
  }
}

extension DKIMPublicKey {
  /// The `k=` of the key; nil for a revoked one, whose type says nothing any more.
  var typeName: String? {
    switch self {
    case .rsa: "rsa"
    case .ed25519: "ed25519"
    case .revoked: nil
    case .unknownType(let type): VisibleText(type).description
    }
  }

  var bits: Int? {
    switch self {
    case .rsa(let bits, _): bits
    case .ed25519: 256
    case .revoked, .unknownType: nil
    }
  }
}
