@testable import MailDNSCheck

/// example.jp behind SecureMX, with all that protects its mail on the way.
enum TransportFixtures {
  static let mx = World.providers + World.securemx
  static let record = "_mta-sts.example.jp TXT \"v=STSv1; id=1\"\n"
  static let reports = "_smtp._tls.example.jp TXT \"v=TLSRPTv1; rua=mailto:t@example.jp\"\n"
  static let good = mx + record + reports

  static let digest = String(repeating: "ab", count: 32)

  static func policy(_ mode: String = "enforce", _ patterns: String..., age: Int = 604_800) -> String {
    let hosts = patterns.isEmpty ? ["mx.securemx.jp", "mx6.securemx.jp"] : patterns
    return "version: STSv1\nmode: \(mode)\n" + hosts.map { "mx: \($0)\n" }.joined() + "max_age: \(age)\n"
  }

  /// The area alone; without a policy nobody fetches one.
  static func report(_ dns: any Resolver, policy: String? = nil) async throws -> DomainReport {
    var check = DomainCheck(
      areas: [.tls], resolver: dns, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    if let policy { check.mtaSTSPolicies = GivenMTASTSPolicy(octets: Array(policy.utf8)) }
    return await check.report(on: try MailDomain(pasted: "example.jp"))
  }

  /// `id severity subject` of each finding.
  static func findings(_ lines: String, policy: String? = nil, failing: [String] = []) async throws
    -> [String]
  {
    let dns = try RecordedResolver(lines, failing: failing)
    return try await report(dns, policy: policy).findings.map {
      "\($0.id) \($0.severity.rawValue) \($0.subject)"
    }
  }
}

/// Fails as a source of policies may.
struct FailingPolicies: MTASTSPolicySource {
  let failure: MTASTSPolicyFailure

  var isGiven: Bool { false }

  func text(of domain: DomainName, at addresses: HostAddresses?) async throws(MTASTSPolicyFailure) -> [UInt8]
  {
    throw failure
  }
}
