extension DMARCRecord {
  /// The record that `text`, the joined strings of one TXT record, spells; nil where it does not begin with `v=DMARC1`.
  ///
  /// Where a tag is repeated, the last one counts, and the case of its name does not matter: so read the programs that
  /// receivers use. RFC 6376 §3.2 would refuse the whole list, and tell the cases apart; RFC 9989 §4.7 ignores what is
  /// wrong behind the version.
  init?(_ text: [UInt8]) {
    guard DMARCVersion.begins(text) else { return nil }
    var reader = DMARCTagReader(text)
    let policies = DMARCPolicyTag.allCases.map { reader.policy($0) }
    publicSuffix = reader.value(.psd, default: .undetermined)
    isTesting = reader.isTesting()
    dkimAlignment = reader.value(.adkim, default: .relaxed)
    spfAlignment = reader.value(.aspf, default: .relaxed)
    aggregateReports = reader.uris(.rua)
    failureReports = reader.uris(.ruf)
    failureOptions = reader.failureOptions(isIdle: failureReports.isEmpty)
    legacyPercentage = reader.percentage()
    let hasAddress = !aggregateReports.isEmpty
    request = DMARCRequest(policies, hasAddress: hasAddress)
    legacyRequest = DMARCRequest(Array(policies.prefix(2)), hasAddress: hasAddress)
    problems = reader.problems(isUsable: request != .unusable)
    self.text = text
  }
}

extension DMARCRequest {
  /// `policies` are those of `p`, `sp` and, where it counts, `np`.
  fileprivate init(_ policies: [DMARCTagReader.Policy], hasAddress: Bool) {
    if case .valid(let domain) = policies.first, !policies.contains(.invalid) {
      let others = policies.dropFirst().map(\.value)
      self = .published(
        DMARCPolicies(
          domain: domain, subdomains: others.first ?? nil,
          nonexistentSubdomains: others.dropFirst().first ?? nil)
      )
    } else {
      self = hasAddress ? .assumedNone : .unusable
    }
  }
}
