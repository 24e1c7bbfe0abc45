/// What a finding says, with the values that its words need. Texts in it come from DNS and are shown through
/// `VisibleText` only.
enum FindingKind: Hashable, Sendable {
  // The domain as a whole
  case domainNonexistent
  case internalView(ServerAddress)

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
  case dkimMalformed(DKIMKeyError)
  case dkimSeveralKeys
  case dkimDangling(target: DomainName, isNormal: Bool)
  case dkimRevoked
  case dkimTesting
  case dkimKeyShort(bits: Int)
  case dkimKeyUnusable(bits: Int)
  case dkimKeyTypeUnknown(String)
  case dkimWildcard
  case dkimSelectorMissing
  case dkimKeyNotForMail

  // DMARC
  case dmarcUnknown(Failure)
  /// `hasMail` is whether the domain takes or sends any.
  case dmarcMissing(hasMail: Bool)
  case dmarcNotRecognized(DMARCNearMiss)
  case dmarcSeveral(count: Int)
  case dmarcInvalid(DMARCProblem)
  case dmarcFlaw(DMARCProblem)
  case dmarcPolicyNone(DMARCPolicyTag)
  case dmarcTesting(DMARCPolicy)
  case dmarcPercentage(Int)
  case dmarcSubdomainsWeaker(DMARCPolicyTag, DMARCPolicy, than: DMARCPolicy)
  case dmarcNoReports
  case dmarcReportsUnauthorized(host: DomainName)
  case dmarcReportsUnknown(host: DomainName, Failure)

  // The route
  case routeMixed
  case tenantUnknown(Failure)
  case tenantEndpointOpen(host: String)
  case gatewayNotAuthorized(Provider.ID, name: Wording)
  case office365NotAuthorized
  case staleVerification
  case mxProviderUnknown

  // Expectations
  case routeUnexpected(expected: RouteID, found: RouteID)
  case routeUndecided(expected: RouteID)
}
