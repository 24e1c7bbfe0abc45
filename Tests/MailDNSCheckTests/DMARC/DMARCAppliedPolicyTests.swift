import Testing

@testable import MailDNSCheck

@Suite("The policy for mail from a domain (RFC 9989 §4.10.1)")
struct DMARCAppliedPolicyTests {
  private func policy(_ text: String, own: Bool, _ existence: DMARCDomainExistence) -> DMARCAppliedPolicy {
    DMARCTreeWalk.evaluate("a.x.jp", texts: [own ? text : nil, own ? nil : text, nil]).appliedPolicy(
      existence)
  }

  @Test(
    "p for its own record, sp for a subdomain that exists, np for one that does not",
    arguments: [
      ("p=none; sp=quarantine; np=reject", true, .exists, .none, .domain),
      ("p=none; sp=quarantine; np=reject", true, .doesNotExist, .none, .domain),
      ("p=none; sp=quarantine; np=reject", true, .unknown, .none, .domain),
      ("p=none; sp=quarantine; np=reject", false, .exists, .quarantine, .subdomains),
      ("p=none; sp=quarantine; np=reject", false, .doesNotExist, .reject, .nonexistentSubdomains),
      ("p=none; sp=quarantine", false, .doesNotExist, .quarantine, .subdomains),
      ("p=none; np=reject", false, .exists, .none, .domain),
      ("p=none", false, .exists, .none, .domain),
      ("p=none", false, .doesNotExist, .none, .domain),
      ("p=none; sp=reject", false, .unknown, .reject, .subdomains),
      ("p=none; sp=reject; np=reject", false, .unknown, .reject, .subdomains),
      ("rua=mailto:a@x.jp; sp=reject", false, .exists, .none, .domain),
    ] as [(String, Bool, DMARCDomainExistence, DMARCPolicy, DMARCPolicyTag)])
  func tags(
    _ tags: String, _ own: Bool, _ existence: DMARCDomainExistence, _ expected: DMARCPolicy,
    _ tag: DMARCPolicyTag
  ) {
    #expect(
      policy("v=DMARC1; \(tags)", own: own, existence)
        == .applies(published: expected, effective: expected, tag: tag))
  }

  @Test("where sp and np differ, the policy of a domain that may not exist is unknown")
  func existenceUnknown() {
    #expect(policy("v=DMARC1; p=reject; np=none", own: false, .unknown) == .unknown)
  }

  @Test("t=y applies one step less")
  func testing() {
    #expect(
      policy("v=DMARC1; p=none; sp=reject; t=y", own: false, .exists)
        == .applies(published: .reject, effective: .quarantine, tag: .subdomains))
  }

  @Test("an unusable record means no DMARC processing, also where one above it would do")
  func unusable() {
    let discovery = DMARCTreeWalk.evaluate("a.x.jp", texts: ["v=DMARC1; p=x", "v=DMARC1; p=reject", nil])
    #expect(discovery.policyRecord.value??.source == .authorDomain)
    #expect(discovery.appliedPolicy(.exists) == .nothing)
  }

  @Test("no record means no DMARC processing, a failed query that DNS could not tell")
  func absentAndUnknown() {
    #expect(DMARCTreeWalk.evaluate("a.x.jp", texts: [nil, nil, nil]).appliedPolicy(.exists) == .nothing)
    #expect(
      DMARCTreeWalk.evaluate("a.x.jp", [.nothing, .failure, .nothing]).appliedPolicy(.exists) == .unknown)
  }

  @Test("the record of a public suffix applies by sp and np")
  func publicSuffix() {
    let discovery = DMARCTreeWalk.evaluate("x.jp", texts: [nil, "v=DMARC1; p=none; np=reject; psd=y"])
    #expect(
      discovery.appliedPolicy(.doesNotExist)
        == .applies(published: .reject, effective: .reject, tag: .nonexistentSubdomains))
    #expect(
      discovery.appliedPolicy(.exists) == .applies(published: .none, effective: .none, tag: .domain))
  }

  @Test("policies are ordered from lenient to strict")
  func order() {
    #expect(DMARCPolicy.none < .quarantine)
    #expect(DMARCPolicy.quarantine < .reject)
    #expect(!(DMARCPolicy.reject < .reject))
  }
}
