/// A TXT record that DMARC takes for one of its own, since it begins with `v=DMARC1` (RFC 9989 §4.7).
///
/// The record may still be of no use: then its `request` is `.unusable`, and what is wrong is in `problems`.
///
/// A class, though a value in all but name: it is large, and every reading of a domain's policy holds it.
final class DMARCRecord: Sendable {
  /// The joined text as published.
  let text: [UInt8]
  /// What the record asks for by RFC 9989.
  let request: DMARCRequest
  /// The same by RFC 7489 §6.6.3, where `np` means nothing.
  let legacyRequest: DMARCRequest
  /// `psd`.
  let publicSuffix: PublicSuffix
  /// `t=y`: receivers apply one step less than the published policy. RFC 7489 does not know it.
  let isTesting: Bool
  /// `adkim`.
  let dkimAlignment: Alignment
  /// `aspf`.
  let spfAlignment: Alignment
  /// `fo`, in the order of the text; `0` where there is none.
  let failureOptions: [FailureOption]
  /// `rua`, the valid ones.
  let aggregateReports: [DMARCReportURI]
  /// `ruf`, the valid ones.
  let failureReports: [DMARCReportURI]
  /// `pct`, percent of mail that the policy is for: removed by RFC 9989, in force with older receivers.
  let legacyPercentage: Int?
  /// In the order of the text.
  let problems: [DMARCProblem]

  enum PublicSuffix: String, CaseIterable, Hashable, Sendable {
    case yes = "y"
    case no = "n"
    case undetermined = "u"
  }

  enum Alignment: String, CaseIterable, Hashable, Sendable {
    case relaxed = "r"
    case strict = "s"
  }

  /// When failure reports are asked for.
  enum FailureOption: String, CaseIterable, Hashable, Sendable {
    case allFail = "0"
    case anyFails = "1"
    case dkim = "d"
    case spf = "s"
  }

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

  /// Whether receivers do DMARC processing with it.
  var isUsable: Bool { request != .unusable }
  /// Whether `p=none` stands in for a policy that is missing or invalid.
  var isPolicyFallback: Bool { request == .assumedNone }
  /// The policy for the domain of the record itself; nil where receivers do no DMARC processing.
  var policy: DMARCPolicy? { request.policies?.domain }

  /// `policy` as receivers apply it: one step less under `t=y`.
  func effective(_ policy: DMARCPolicy) -> DMARCPolicy { isTesting ? policy.whileTesting : policy }
}

/// By the text, from which all the rest follows.
extension DMARCRecord: Hashable {
  static func == (left: DMARCRecord, right: DMARCRecord) -> Bool {
    left === right || left.text == right.text
  }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension DMARCRecord: CustomStringConvertible {
  /// The record as RFC 9989 would have it written: what is valid and not the default, in the order of its §4.7 table.
  var description: String {
    var tags = ["v=DMARC1"]
    if case .published(let policies) = request {
      tags.append("p=\(policies.domain.rawValue)")
      if let policy = policies.subdomains { tags.append("sp=\(policy.rawValue)") }
      if let policy = policies.nonexistentSubdomains { tags.append("np=\(policy.rawValue)") }
    }
    if publicSuffix != .undetermined { tags.append("psd=\(publicSuffix.rawValue)") }
    if isTesting { tags.append("t=y") }
    if dkimAlignment == .strict { tags.append("adkim=s") }
    if spfAlignment == .strict { tags.append("aspf=s") }
    if failureOptions != [.allFail] {
      tags.append("fo=" + failureOptions.map(\.rawValue).joined(separator: ":"))
    }
    if !aggregateReports.isEmpty { tags.append("rua=" + Self.list(aggregateReports)) }
    if !failureReports.isEmpty { tags.append("ruf=" + Self.list(failureReports)) }
    return tags.joined(separator: "; ")
  }

  private static func list(_ uris: [DMARCReportURI]) -> String { uris.map(\.text).joined(separator: ",") }
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
