extension FindingKind {
  /// The id of every kind, for whoever names one: a kind can't be made without its values.
  static let ids = [
    "domain-closed", "domain-not-closed", "domain-nonexistent", "internal-view", "mx-unknown",
    "mx-host-unknown", "mx-no-address", "mx-host-without-address", "mx-cname", "mx-ip-literal",
    "mx-private-address", "mx-verification-only", "mx-verification-leftover", "mx-null-not-alone",
    "mx-final-dot-missing", "mx-too-many", "mx-implicit", "mx-absent", "spf-unknown", "spf-missing",
    "spf-not-recognized", "spf-several", "spf-syntax", "spf-target-missing", "spf-loop",
    "spf-too-many-lookups", "spf-too-many-void-lookups", "spf-too-many-mx", "spf-too-large", "spf-pass-all",
    "spf-neutral-all", "spf-no-all", "spf-softfail-all", "spf-unknown-modifier", "spf-terms-after-all",
    "spf-redirect-beside-all", "spf-ptr", "spf-duplicate-term", "spf-long", "spf-private-network",
    "spf-wide-network", "spf-obsolete-type", "spf-macros", "spf-opaque", "dkim-unknown", "dkim-missing",
    "dkim-not-found", "dkim-selectors-unknown", "dkim-inconclusive", "dkim-malformed", "dkim-several-keys",
    "dkim-stray-text", "dkim-large",
    "dkim-dangling", "dkim-revoked", "dkim-testing", "dkim-key-short", "dkim-key-unusable",
    "dkim-key-type-unknown", "dkim-wildcard", "dkim-selector-missing", "dkim-key-not-for-mail",
    "dmarc-unknown", "dmarc-missing", "dmarc-public-suffix-only", "dmarc-not-recognized", "dmarc-several",
    "dmarc-dangling",
    "dmarc-at-apex", "dmarc-unrelated-text", "dmarc-invalid", "dmarc-flaw", "dmarc-policy-none",
    "dmarc-testing", "dmarc-percentage", "dmarc-subdomains-weaker", "dmarc-subdomain-tags-unused",
    "dmarc-wildcard", "dmarc-np-unreachable", "dmarc-readings-differ", "dmarc-path-unaligned",
    "dmarc-no-reports", "dmarc-reports-unauthorized", "dmarc-reports-unknown", "dmarc-report-host-no-mail",
    "dmarc-report-hosts-many", "route-mixed", "tenant-unknown", "tenant-endpoint-open",
    "spf-gateway-not-authorized", "spf-office365-not-authorized", "spf-other-senders", "stale-verification",
    "mx-provider-unknown", "route-unexpected", "route-undecided", "policy-dmarc-weak",
    "policy-dmarc-undecided", "policy-spf-unauthorized", "policy-spf-undecided", "policy-dkim-selector",
    "policy-dkim-undecided", "policy-ignore-expired",
  ]
}
