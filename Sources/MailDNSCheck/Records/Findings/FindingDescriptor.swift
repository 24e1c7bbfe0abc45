/// What is the same for every finding of a kind.
struct FindingDescriptor: Sendable {
  /// Stable for good.
  let id: String
  /// How much it matters unless the circumstances say otherwise.
  let severity: Severity
  let area: Finding.Area
  /// The document and section that it follows.
  let reference: String

  fileprivate init(_ id: String, _ severity: Severity, _ area: Finding.Area, _ reference: String) {
    self.id = id
    self.severity = severity
    self.area = area
    self.reference = reference
  }
}

extension FindingKind {
  var id: String { descriptor.id }
  var defaultSeverity: Severity { descriptor.severity }
  var area: Finding.Area { descriptor.area }
  var reference: String { descriptor.reference }

  private typealias D = FindingDescriptor

  var descriptor: FindingDescriptor {
    switch self {
    case .domainClosed: D("domain-closed", .info, .domain, "RFC 7505 §1")
    case .domainNotClosed: D("domain-not-closed", .info, .domain, "RFC 7505 §1")
    case .domainNonexistent: D("domain-nonexistent", .critical, .domain, "RFC 8020 §2")
    case .internalView: D("internal-view", .warning, .domain, "RFC 1035 §4.1.1")
    case .findingsLeftOut: D("findings-left-out", .info, .domain, "docs/security.md")

    case .mxUnknown: D("mx-unknown", .unknown, .mx, "RFC 5321 §5.1")
    case .mxHostUnknown: D("mx-host-unknown", .unknown, .mx, "RFC 5321 §5.1")
    case .mxNoHostHasAddress: D("mx-no-address", .critical, .mx, "RFC 5321 §5.1")
    case .mxHostWithoutAddress: D("mx-host-without-address", .warning, .mx, "RFC 5321 §5.1")
    case .mxIsAlias: D("mx-cname", .warning, .mx, "RFC 2181 §10.3")
    case .mxIsAddressLiteral: D("mx-ip-literal", .warning, .mx, "RFC 1035 §3.3.9")
    case .mxPrivateAddress: D("mx-private-address", .warning, .mx, "RFC 1918 §3")
    case .mxOnlyVerification: D("mx-verification-only", .critical, .mx, "RFC 6761 §6.4")
    case .mxVerificationLeftover: D("mx-verification-leftover", .info, .mx, "RFC 6761 §6.4")
    case .mxNullNotAlone: D("mx-null-not-alone", .warning, .mx, "RFC 7505 §3")
    case .mxFinalDotMissing: D("mx-final-dot-missing", .warning, .mx, "RFC 1035 §5.1")
    case .mxTooMany: D("mx-too-many", .warning, .mx, "RFC 5321 §5.1")
    case .mxImplicit: D("mx-implicit", .info, .mx, "RFC 5321 §5.1")
    case .mxAbsent: D("mx-absent", .info, .mx, "RFC 7505 §1")

    case .spfUnknown: D("spf-unknown", .unknown, .spf, "RFC 7208 §4.4")
    case .spfMissing: D("spf-missing", .warning, .spf, "RFC 7208 §3")
    case .spfNotRecognized: D("spf-not-recognized", .warning, .spf, "RFC 7208 §4.5")
    case .spfSeveral: D("spf-several", .critical, .spf, "RFC 7208 §4.5")
    case .spfSyntax: D("spf-syntax", .critical, .spf, "RFC 7208 §4.6")
    case .spfTargetMissing: D("spf-target-missing", .critical, .spf, "RFC 7208 §5.2")
    case .spfLoop: D("spf-loop", .critical, .spf, "RFC 7208 §4.6.4")
    case .spfTooManyLookups: D("spf-too-many-lookups", .critical, .spf, "RFC 7208 §4.6.4")
    case .spfTooManyVoidLookups: D("spf-too-many-void-lookups", .critical, .spf, "RFC 7208 §4.6.4")
    case .spfTooManyExchanges: D("spf-too-many-mx", .critical, .spf, "RFC 7208 §4.6.4")
    case .spfTooLarge: D("spf-too-large", .critical, .spf, "RFC 7208 §4.6.4")
    case .spfPassesAll: D("spf-pass-all", .critical, .spf, "RFC 7208 §5.1")
    case .spfNeutralAll: D("spf-neutral-all", .warning, .spf, "RFC 7208 §5.1")
    case .spfNoAll: D("spf-no-all", .warning, .spf, "RFC 7208 §4.7")
    case .spfSoftfailAll: D("spf-softfail-all", .info, .spf, "RFC 7208 §5.1")
    case .spfUnknownModifier: D("spf-unknown-modifier", .info, .spf, "RFC 7208 §6")

    case .spfTermsAfterAll: D("spf-terms-after-all", .info, .spf, "RFC 7208 §5.1")
    case .spfRedirectBesideAll: D("spf-redirect-beside-all", .info, .spf, "RFC 7208 §6.1")
    case .spfPTR: D("spf-ptr", .info, .spf, "RFC 7208 §5.5")
    case .spfDuplicate: D("spf-duplicate-term", .info, .spf, "RFC 7208 §4.6.1")
    case .spfLong: D("spf-long", .info, .spf, "RFC 7208 §3.4")
    case .spfPrivateNetwork: D("spf-private-network", .info, .spf, "RFC 7208 §5.6")
    case .spfWideNetwork: D("spf-wide-network", .info, .spf, "RFC 7208 §5.6")
    case .spfObsoleteType: D("spf-obsolete-type", .info, .spf, "RFC 7208 §3.1")
    case .spfMacros: D("spf-macros", .info, .spf, "RFC 7208 §7.1")
    case .spfOpaque: D("spf-opaque", .info, .spf, "RFC 7208 §5.2")

    case .dkimUnknown: D("dkim-unknown", .unknown, .dkim, "RFC 6376 §3.6.2")
    case .dkimMissing: D("dkim-missing", .warning, .dkim, "RFC 6376 §3.6.2")
    case .dkimNotFound: D("dkim-not-found", .warning, .dkim, "RFC 6376 §3.6.2")
    case .dkimSelectorsUnknown: D("dkim-selectors-unknown", .warning, .dkim, "RFC 8020 §2")
    case .dkimInconclusive: D("dkim-inconclusive", .info, .dkim, "RFC 9824 §3")
    case .dkimMalformed: D("dkim-malformed", .warning, .dkim, "RFC 6376 §3.6.1")
    case .dkimSeveralKeys: D("dkim-several-keys", .warning, .dkim, "RFC 6376 §3.6.2.2")
    case .dkimStrayText: D("dkim-stray-text", .warning, .dkim, "RFC 6376 §3.6.2.2")
    case .dkimLarge: D("dkim-large", .info, .dkim, "RFC 6376 §3.3.3")
    case .dkimDangling(_, let isNormal):
      D("dkim-dangling", isNormal ? .info : .warning, .dkim, "RFC 6376 §3.6.2.2")
    case .dkimRevoked: D("dkim-revoked", .info, .dkim, "RFC 6376 §3.6.1")
    case .dkimTesting: D("dkim-testing", .warning, .dkim, "RFC 6376 §3.6.1")
    case .dkimKeyShort: D("dkim-key-short", .warning, .dkim, "RFC 8301 §3.2")
    case .dkimKeyUnusable: D("dkim-key-unusable", .warning, .dkim, "RFC 8301 §3.2")
    case .dkimKeyTypeUnknown: D("dkim-key-type-unknown", .warning, .dkim, "RFC 6376 §3.6.1")
    case .dkimWildcard: D("dkim-wildcard", .info, .dkim, "RFC 4592 §2.1")

    case .dkimSelectorMissing: D("dkim-selector-missing", .warning, .dkim, "RFC 6376 §3.6.2")
    case .dkimKeyNotForMail: D("dkim-key-not-for-mail", .warning, .dkim, "RFC 8301 §3.1")
    case .dkimDelegationsMany: D("dkim-delegations-many", .info, .dkim, "docs/security.md")

    case .dmarcUnknown: D("dmarc-unknown", .unknown, .dmarc, "RFC 9989 §4.10")
    case .dmarcMissing: D("dmarc-missing", .warning, .dmarc, "RFC 9989 §4.7")
    case .dmarcOnlyPublicSuffix: D("dmarc-public-suffix-only", .warning, .dmarc, "RFC 9989 §4.10.1")
    case .dmarcNotRecognized: D("dmarc-not-recognized", .warning, .dmarc, "RFC 9989 §4.7")
    case .dmarcSeveral: D("dmarc-several", .warning, .dmarc, "RFC 9989 §4.10")
    case .dmarcDangling: D("dmarc-dangling", .warning, .dmarc, "RFC 9989 §4.3")
    case .dmarcAtApex: D("dmarc-at-apex", .warning, .dmarc, "RFC 9989 §4.3")
    case .dmarcUnrelatedText: D("dmarc-unrelated-text", .info, .dmarc, "RFC 9989 §4.10")
    case .dmarcInvalid: D("dmarc-invalid", .warning, .dmarc, "RFC 9989 §4.10.1")
    case .dmarcFlaw: D("dmarc-flaw", .info, .dmarc, "RFC 9989 §4.7")
    case .dmarcPolicyNone: D("dmarc-policy-none", .info, .dmarc, "RFC 9989 §4.7")
    case .dmarcTesting: D("dmarc-testing", .warning, .dmarc, "RFC 9989 §4.7")
    case .dmarcPercentage: D("dmarc-percentage", .warning, .dmarc, "RFC 7489 §6.3")
    case .dmarcSubdomainsWeaker: D("dmarc-subdomains-weaker", .warning, .dmarc, "RFC 9989 §4.7")
    case .dmarcSubdomainTagsUnused: D("dmarc-subdomain-tags-unused", .info, .dmarc, "RFC 9989 §4.10.1")
    case .dmarcWildcard: D("dmarc-wildcard", .info, .dmarc, "RFC 4592 §2.1")
    case .dmarcNonexistentUnreachable: D("dmarc-np-unreachable", .info, .dmarc, "RFC 9989 §3.2.13")
    case .dmarcReadingsDiffer: D("dmarc-readings-differ", .info, .dmarc, "RFC 7489 §6.6.3")
    case .dmarcPathUnaligned: D("dmarc-path-unaligned", .warning, .dmarc, "RFC 9989 §4.4")
    case .dmarcNoReports: D("dmarc-no-reports", .info, .dmarc, "RFC 9989 §4.7")
    case .dmarcReportsUnauthorized: D("dmarc-reports-unauthorized", .warning, .dmarc, "RFC 9990 §4")
    case .dmarcReportsUnknown: D("dmarc-reports-unknown", .unknown, .dmarc, "RFC 9990 §4")
    case .dmarcReportHostTakesNoMail: D("dmarc-report-host-no-mail", .warning, .dmarc, "RFC 9990 §4")
    case .dmarcReportHostsTooMany: D("dmarc-report-hosts-many", .info, .dmarc, "RFC 9990 §4")
    case .dmarcReportHostExchangesTooMany:
      D("dmarc-report-host-mx-many", .info, .dmarc, "RFC 5321 §5.1")

    case .routeMixed: D("route-mixed", .warning, .route, "RFC 5321 §5.1")
    case .tenantUnknown: D("tenant-unknown", .unknown, .route, "RFC 6376 §3.6.2")
    case .tenantEndpointOpen: D("tenant-endpoint-open", .info, .route, "RFC 5321 §5.1")
    case .gatewayNotAuthorized: D("spf-gateway-not-authorized", .warning, .spf, "RFC 7208 §5.2")
    case .office365NotAuthorized: D("spf-office365-not-authorized", .warning, .spf, "RFC 7208 §5.2")
    case .spfOtherSenders: D("spf-other-senders", .info, .spf, "RFC 7208 §5.2")
    case .staleVerification: D("stale-verification", .info, .route, "RFC 1464 §1")
    case .mxProviderUnknown: D("mx-provider-unknown", .info, .route, "RFC 5321 §5.1")

    case .routeUnexpected: D("route-unexpected", .critical, .policy, "RFC 5321 §5.1")
    case .routeUndecided: D("route-undecided", .unknown, .policy, "RFC 5321 §5.1")
    case .policyDMARCWeak: D("policy-dmarc-weak", .critical, .policy, "RFC 9989 §4.7")
    case .policyDMARCUndecided: D("policy-dmarc-undecided", .unknown, .policy, "RFC 9989 §4.7")
    case .policySPFUnauthorized: D("policy-spf-unauthorized", .critical, .policy, "RFC 7208 §5")
    case .policySPFUndecided: D("policy-spf-undecided", .unknown, .policy, "RFC 7208 §5")
    case .policyDKIMSelector: D("policy-dkim-selector", .critical, .policy, "RFC 6376 §3.6.1")
    case .policyDKIMUndecided: D("policy-dkim-undecided", .unknown, .policy, "RFC 6376 §3.6.1")
    case .policyIgnoreExpired: D("policy-ignore-expired", .info, .policy, "docs/policy.md")
    }
  }
}
