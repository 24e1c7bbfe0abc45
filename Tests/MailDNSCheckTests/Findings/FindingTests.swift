import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Findings as data")
struct FindingTests {
  private let declarations = FindingCatalogue.declarations
  private let samples = FindingSpecimens.plain.findings

  @Test("there is a sample of every kind, and none that can't be made")
  func completeness() throws {
    #expect(declarations.count > 60)
    for specimens in [FindingSpecimens.plain, .hostile] {
      for declaration in declarations {
        let counts = try #require(declaration as? any SampledFinding).sampleCounts(specimens)
        #expect(counts.all > 0, "\(declaration.kind.id)")
        #expect(counts.missing == 0, "\(declaration.kind.id)")
        #expect(declaration.findings(specimens).allSatisfy { $0.isOf(declaration) })
      }
    }
  }

  @Test("all that a group has are declarations")
  func groups() {
    for group in FindingCatalogue.groups {
      #expect(Mirror(reflecting: group).children.count == group.declarations.count, "\(type(of: group))")
    }
  }

  @Test("ids are kebab-case, and each belongs to one kind")
  func ids() {
    for finding in samples {
      #expect(finding.id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)+/) != nil, "\(finding.id)")
    }
    let kinds = Dictionary(grouping: declarations, by: \.kind.id)
    #expect(kinds.values.allSatisfy { $0.count == 1 })
  }

  @Test("the ids of version 0.1.0 are still there: scripts and policies name them")
  func stableIDs() {
    #expect(
      Set(FindingCatalogue.ids).isSuperset(of: [
        "domain-closed", "domain-not-closed", "dmarc-dangling", "dmarc-at-apex", "dmarc-unrelated-text",
        "dmarc-subdomain-tags-unused", "dmarc-wildcard", "dmarc-np-unreachable", "dmarc-readings-differ",
        "dmarc-path-unaligned", "dmarc-report-host-no-mail", "dmarc-report-hosts-many",
        "domain-nonexistent", "internal-view", "findings-left-out", "dkim-delegations-many",
        "dmarc-report-host-mx-many", "mx-unknown", "mx-host-unknown", "mx-no-address",
        "mx-host-without-address", "mx-cname", "mx-ip-literal", "mx-private-address", "mx-verification-only",
        "mx-verification-leftover", "mx-null-not-alone", "mx-too-many", "mx-implicit", "mx-absent",
        "spf-unknown",
        "spf-missing", "spf-not-recognized", "spf-several", "spf-syntax", "spf-target-missing", "spf-loop",
        "spf-too-many-lookups", "spf-too-many-void-lookups", "spf-too-large", "spf-pass-all",
        "spf-neutral-all",
        "spf-no-all", "spf-softfail-all", "spf-unknown-modifier", "spf-too-many-mx", "dkim-selector-missing",
        "dkim-key-not-for-mail", "mx-final-dot-missing", "spf-terms-after-all",
        "spf-redirect-beside-all", "spf-ptr", "spf-duplicate-term", "spf-long", "spf-private-network",
        "spf-wide-network", "spf-macros", "spf-obsolete-type", "spf-opaque", "dkim-unknown", "dkim-missing",
        "dkim-not-found",
        "dkim-selectors-unknown", "dkim-inconclusive", "dkim-malformed", "dkim-several-keys",
        "dkim-stray-text",
        "dkim-large", "dkim-dangling",
        "dkim-revoked", "dkim-testing", "dkim-key-short", "dkim-key-unusable", "dkim-key-type-unknown",
        "dkim-wildcard",
        "dmarc-unknown", "dmarc-missing", "dmarc-not-recognized", "dmarc-public-suffix-only", "dmarc-several",
        "dmarc-invalid",
        "dmarc-flaw",
        "dmarc-policy-none", "dmarc-testing", "dmarc-percentage", "dmarc-subdomains-weaker",
        "dmarc-no-reports",
        "dmarc-reports-unauthorized", "dmarc-reports-unknown", "route-mixed", "tenant-unknown",
        "tenant-endpoint-open",
        "spf-gateway-not-authorized", "spf-office365-not-authorized", "spf-other-senders",
        "stale-verification",
        "mx-provider-unknown",
        "route-unexpected", "route-undecided", "policy-dmarc-weak", "policy-dmarc-undecided",
        "policy-spf-unauthorized", "policy-spf-undecided", "policy-dkim-selector", "policy-dkim-undecided",
        "policy-ignore-expired",
      ]))
  }

  @Test("the ids that a policy can name are those that there are, each once")
  func nameableIDs() {
    #expect(Set(FindingCatalogue.ids) == Set(samples.map(\.id)))
    #expect(FindingCatalogue.ids.count == Set(FindingCatalogue.ids).count)
  }

  @Test("whatever could not be asked is of the severity unknown, and nothing else is")
  func unknown() {
    for finding in samples {
      let isUnknown = ["-unknown", "-undecided"].contains { finding.id.hasSuffix($0) }
      let isAnswered = ["dkim-key-type-unknown", "dkim-selectors-unknown", "mx-provider-unknown"].contains(
        finding.id)
      // A line that is no domain, the rest of a list, or a file without a message, was not checked; what is not known of a sender today changes nothing about the message.
      let isUnchecked = [
        "input-line-refused", "input-cut-off", "message-file-unusable", "message-entry-unproven",
      ].contains(finding.id)
      let isAside = finding.id == "message-sender-unknown"
      // What a fault of a mail host is worth MTA-STS and DANE say, where they could be asked.
      let hangsOnPolicy = [
        "smtp-refused", "starttls-missing", "smtp-certificate-name", "smtp-certificate-untrusted",
      ].contains(finding.id)
      if hangsOnPolicy { continue }
      #expect(
        (finding.severity == .unknown) == (isUnchecked || isUnknown && !isAnswered && !isAside),
        "\(finding.id)")
    }
  }

  @Test("worst first; within a severity by area, and then in the order given")
  func order() {
    let domain = DomainName("example.jp")!
    let mixed: [Finding] = [
      .dmarc.policyNone(domain, (tag: .domain, isAssumed: false, legacy: nil)),
      .route.unexpected(domain, (expected: .mixed, found: .other)),
      .dmarc.missing(domain, MailUse(takes: true, sends: true)),
      .spf.unknown(domain, Failure(kind: .offline)),
      .spf.missing(domain, "v=spf1 mx -all"),
      .spf.noAll(domain, nil), .spf.several(domain, 2), .mx.implicit(domain, domain),
    ]
    #expect(
      mixed.worstFirst.map(\.id) == [
        "spf-several", "route-unexpected", "spf-missing", "spf-no-all", "dmarc-missing", "spf-unknown",
        "mx-implicit",
        "dmarc-policy-none",
      ])
  }

  @Test(
    "the status is that of the worst finding: OK < UNKNOWN < WARNING < CRITICAL",
    arguments: [
      ([], .ok), ([.info], .ok), ([.unknown], .unknown), ([.info, .unknown], .unknown),
      ([.unknown, .warning], .warning),
      ([.warning, .unknown, .critical], .critical), ([.critical, .info], .critical),
    ] as [([Severity], Status)])
  func status(_ severities: [Severity], _ status: Status) {
    #expect(Status(severities.map { Finding.spf.missing("x", "v=spf1 mx -all", severity: $0) }) == status)
  }

  @Test(
    "findings below --fail-on are taken out first, and then the worst of the rest decides",
    arguments: [
      ([], 0, 0, 0), ([.info], 0, 0, 0), ([.unknown], 3, 3, 0), ([.warning], 1, 0, 0), ([.critical], 2, 2, 0),
      ([.warning, .unknown], 1, 3, 0), ([.critical, .unknown], 2, 2, 0), ([.critical, .warning], 2, 2, 0),
      ([.info, .warning], 1, 0, 0), ([.critical, .warning, .unknown, .info], 2, 2, 0),
    ] as [([Severity], Int32, Int32, Int32)])
  func exitStatus(_ severities: [Severity], _ warning: Int32, _ critical: Int32, _ never: Int32) {
    let findings = severities.map { Finding.spf.missing("x", "v=spf1 mx -all", severity: $0) }
    #expect(FailureThreshold.warning.exitStatus(findings).rawValue == warning)
    #expect(FailureThreshold.critical.exitStatus(findings).rawValue == critical)
    #expect(FailureThreshold.never.exitStatus(findings).rawValue == never)
  }

  @Test("the documentation lists every finding with its severity, its meaning and its remedy")
  func documentation() {
    let file = ExampleFiles.root.appendingPathComponent("docs/findings.md")
    let isUpdate = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
    if let complaint = compareGolden(FindingsPage.text, with: file, isUpdate: isUpdate) {
      Issue.record("\(complaint)")
    }
  }
}
