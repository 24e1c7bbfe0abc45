/// What a finding says, with the values that its words need. Texts in it come from DNS and are shown through
/// `VisibleText` only.
enum FindingKind: Hashable, Sendable {
  // The domain as a whole
  case domainNonexistent
  /// Nobody can send in its name, and nothing is missing for that.
  case domainClosed
  /// Neither takes nor sends mail, and lacks these to say so.
  case domainNotClosed(missing: [MailClosure.Part])
  case internalView(ServerAddress)
  /// So many findings of that id more than a report lists.
  case findingsLeftOut(Int, id: String)

  // MX
  case mxUnknown(Failure)
  case mxHostUnknown(Failure)
  case mxNoHostHasAddress
  case mxHostWithoutAddress
  case mxIsAlias(target: DomainName)
  case mxIsAddressLiteral(IPAddress)
  case mxPrivateAddress(IPAddress)
  case mxOnlyVerification
  case mxVerificationLeftover
  case mxNullNotAlone
  case mxFinalDotMissing(meant: DomainName)
  case mxTooMany(Int)
  case mxImplicit
  case mxAbsent

  // SPF
  case spfUnknown(Failure)
  /// `suggestion` is a record to begin with.
  case spfMissing(suggestion: String)
  case spfNotRecognized(SPFNearMiss, suggestion: String)
  case spfSeveral(count: Int)
  case spfSyntax(SPFSyntaxError, text: [UInt8])
  case spfTargetMissing(SPFReference.Kind, owner: DomainName)
  case spfLoop(to: DomainName)
  /// `relief` are terms whose replacement brings the record below the limit.
  case spfTooManyLookups(Int, relief: [String])
  case spfTooManyVoidLookups(Int)
  case spfTooManyExchanges(Int, at: DomainName)
  case spfTooLarge
  case spfPassesAll
  case spfNeutralAll
  case spfNoAll
  case spfSoftfailAll
  case spfUnknownModifier(String)
  case spfTermsAfterAll(count: Int)
  case spfRedirectBesideAll
  case spfPTR
  case spfDuplicate(String)
  case spfLong(octets: Int)
  case spfPrivateNetwork(IPNetwork)
  case spfWideNetwork(IPNetwork)
  case spfMacros
  case spfObsoleteType
  case spfOpaque(DomainName)

  // DKIM
  case dkimUnknown(Failure, selectors: Int)
  case dkimMissing
  case dkimNotFound(asked: Int)
  case dkimSelectorsUnknown(asked: Int)
  case dkimInconclusive
  case dkimMalformed(DKIMKeyError, text: [UInt8])
  case dkimSeveralKeys
  /// Texts beside the one key at a selector.
  case dkimStrayText(count: Int)
  /// Octets of text at one selector.
  case dkimLarge(octets: Int)
  case dkimDangling(target: DomainName, isNormal: Bool)
  case dkimRevoked
  case dkimTesting
  case dkimKeyShort(bits: Int)
  case dkimKeyUnusable(bits: Int)
  case dkimKeyTypeUnknown(String)
  case dkimWildcard
  case dkimSelectorMissing
  case dkimKeyNotForMail
  /// Names below `_domainkey` that may be zones of their own.
  case dkimDelegationsMany(Int)

  // DMARC
  case dmarcUnknown(Failure)
  /// `hasMail` is whether the domain takes or sends any.
  case dmarcMissing(hasMail: Bool)
  /// Nothing but the record of the registry's domain above applies.
  case dmarcOnlyPublicSuffix(DomainName)
  case dmarcNotRecognized(DMARCNearMiss)
  case dmarcSeveral(count: Int)
  case dmarcDangling(target: DomainName)
  case dmarcAtApex
  case dmarcUnrelatedText(count: Int)
  case dmarcInvalid(DMARCProblem, text: [UInt8])
  case dmarcFlaw(DMARCProblem, text: [UInt8])
  /// `isAssumed` where the record does not say so, but receivers take it to.
  case dmarcPolicyNone(DMARCPolicyTag, isAssumed: Bool)
  case dmarcTesting(DMARCPolicy)
  case dmarcPercentage(Int)
  case dmarcSubdomainsWeaker(DMARCPolicyTag, DMARCPolicy, than: DMARCPolicy)
  /// These tags of a domain that is not its Organizational Domain, whose record subdomains follow.
  case dmarcSubdomainTagsUnused([DMARCPolicyTag], follow: DomainName)
  case dmarcWildcard
  case dmarcNonexistentUnreachable
  case dmarcReadingsDiffer([DMARCPolicyInForce])
  /// Mail that leaves by a system of the route and passes DMARC neither by SPF nor by DKIM.
  case dmarcPathUnaligned(name: Wording, signsAs: String?)
  case dmarcNoReports
  case dmarcReportsUnauthorized(host: DomainName)
  case dmarcReportsUnknown(host: DomainName, Failure)
  case dmarcReportHostTakesNoMail
  case dmarcReportHostsTooMany(Int)
  /// MX records of a mail domain that is to get reports.
  case dmarcReportHostExchangesTooMany(Int)

  // The route
  case routeMixed
  case tenantUnknown(Failure)
  case tenantEndpointOpen(host: String)
  case gatewayNotAuthorized(Provider.ID, name: Wording)
  case office365NotAuthorized
  /// Providers that may send by SPF and are no part of a route through a gateway.
  case spfOtherSenders([Wording])
  case staleVerification
  case mxProviderUnknown

  // Expectations
  case routeUnexpected(expected: RouteID, found: RouteID)
  case routeUndecided(expected: RouteID)
  /// `found` is nil where there is no DMARC processing.
  case policyDMARCWeak(expected: DMARCPolicy, found: DMARCPolicy?)
  case policyDMARCUndecided(expected: DMARCPolicy)
  /// `sender` is a network or the name of a provider, `term` what would let it in, where that is known.
  case policySPFUnauthorized(sender: Wording, term: String?, SPFShortfall)
  case policySPFUndecided(sender: Wording)
  case policyDKIMSelector(DKIMShortfall)
  case policyDKIMUndecided(Failure)
  /// A finding that was ignored until that day.
  case policyIgnoreExpired(finding: String, until: CalendarDate, reason: String)
}

extension FindingKind {
  /// What is wrong in a record, as octets of its text from 0; nil for a finding that is not about a part of one.
  var place: (text: [UInt8], place: Range<Int>)? {
    switch self {
    case .spfSyntax(let error, let text): (text, error.range)
    case .dkimMalformed(let error, let text): (text, error.place)
    case .dmarcInvalid(let problem, let text), .dmarcFlaw(let problem, let text): (text, problem.place)
    case .dmarcNotRecognized(let nearMiss): (nearMiss.text, nearMiss.place)
    default: nil
    }
  }
}
