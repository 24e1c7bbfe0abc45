import Foundation

@testable import MailDNSCheck

/// One finding of every kind, or more where a kind has several texts, made from the same few pieces.
struct FindingSamples {
  /// The domain, and any other name.
  let domain: DomainName
  let name: DomainName
  /// Text out of a record.
  let text: String
  let failure: Failure

  /// As the documentation shows them.
  static let plain = FindingSamples(
    domain: DomainName("example.jp")!, name: DomainName("host.example")!, text: "x",
    failure: Failure(kind: .timedOut(ignored: 0), server: ServerAddress("192.0.2.53")))

  /// All that somebody could put into DNS to get at a terminal or a reader.
  static let hostile = {
    let text = "\u{1B}[31m\r\n\u{07}\u{9B}2J\u{202E}\u{2066}\u{200B}\u{0}\u{7F}\\|`\""
    let name = try! DomainName("example.jp")!.prepending(label: Array(text.utf8))
    return FindingSamples(
      domain: name, name: name, text: text,
      failure: Failure(
        kind: .responseCode(.serverFailure), server: ServerAddress("192.0.2.53"),
        extendedErrors: [ExtendedError(code: 6, text: Array(text.utf8))]))
  }()

  var all: [Finding] {
    let selector = prepended("selector1._domainkey")
    let dmarcName = prepended("_dmarc")
    let report = prepended("_report._dmarc")
    return [
      Finding(.domainClosed, domain), Finding(.domainNotClosed(missing: MailClosure.Part.allCases), domain),
      Finding(.domainNonexistent, domain), Finding(.internalView(ServerAddress("192.0.2.53")!), domain),
      Finding(.findingsLeftOut(7, id: "dmarc-flaw"), domain),

      Finding(.mxUnknown(failure), domain), Finding(.mxHostUnknown(failure), name),
      Finding(.mxNoHostHasAddress, domain), Finding(.mxHostWithoutAddress, name),
      Finding(.mxIsAlias(target: name), domain),
      Finding(.mxIsAddressLiteral(IPAddress("192.0.2.1")!), domain),
      Finding(.mxPrivateAddress(IPAddress("10.0.0.1")!), name), Finding(.mxOnlyVerification, domain),
      Finding(.mxVerificationLeftover, DomainName("ms12345678.msv1.invalid")!),
      Finding(.mxNullNotAlone, DomainName.root), Finding(.mxFinalDotMissing(meant: name), domain),
      Finding(.mxTooMany(51), domain), Finding(.mxImplicit, domain), Finding(.mxAbsent, domain),

      Finding(.spfUnknown(failure), domain), Finding(.spfMissing(suggestion: "v=spf1 mx -all"), domain),
      Finding(
        .spfNotRecognized(SPFNearMiss(Array(" v=spf1 -all".utf8))!, suggestion: "v=spf1 mx -all"), domain),
      Finding(.spfSeveral(count: 2), domain),
      Finding(
        .spfSyntax(
          SPFSyntaxError(.unknownMechanism(Array(text.utf8), suggestion: nil), 0..<1), text: Array(text.utf8)),
        domain),
      Finding(.spfTargetMissing(.include, owner: domain), name), Finding(.spfLoop(to: name), domain),
      Finding(.spfTooManyLookups(11, relief: ["a", "include:a.example"]), domain),
      Finding(.spfTooManyVoidLookups(3), domain),
      Finding(.spfTooManyExchanges(11, at: name), domain), Finding(.spfTooLarge, domain),
      Finding(.spfPassesAll, domain), Finding(.spfNeutralAll, domain),
      Finding(.spfNoAll, domain), Finding(.spfSoftfailAll, domain),
      Finding(.spfUnknownModifier(text), domain),
      Finding(.spfTermsAfterAll(count: 2), domain), Finding(.spfRedirectBesideAll, domain),
      Finding(.spfPTR, domain), Finding(.spfDuplicate("a:mail.example.jp"), domain),
      Finding(.spfLong(octets: 451), domain), Finding(.spfPrivateNetwork(IPNetwork("10.0.0.0/8")!), domain),
      Finding(.spfWideNetwork(IPNetwork("192.0.0.0/8")!), domain), Finding(.spfMacros, domain),
      Finding(.spfObsoleteType, domain),
      Finding(.spfOpaque(name), domain),

      Finding(.dkimUnknown(failure, selectors: 1), selector),
      Finding(.dkimUnknown(failure, selectors: 2), prepended("_domainkey")),
      Finding(.dkimMissing, prepended("_domainkey")),
      Finding(.dkimNotFound(asked: 24), prepended("_domainkey")),
      Finding(.dkimSelectorsUnknown(asked: 24), prepended("_domainkey")),
      Finding(.dkimInconclusive, prepended("_domainkey")),
      Finding(
        .dkimMalformed(DKIMKeyError(reason: .badVersion(text), place: 0..<1), text: Array(text.utf8)),
        selector),
      Finding(.dkimSeveralKeys, selector), Finding(.dkimStrayText(count: 2), selector),
      Finding(.dkimLarge(octets: 1500), selector),
      Finding(.dkimDangling(target: name, isNormal: false), selector),
      Finding(.dkimDangling(target: name, isNormal: true), prepended("selector2._domainkey")),
      Finding(.dkimRevoked, selector), Finding(.dkimTesting, selector),
      Finding(.dkimKeyShort(bits: 1024), selector),
      Finding(.dkimKeyUnusable(bits: 512), selector), Finding(.dkimKeyTypeUnknown(text), selector),
      Finding(.dkimWildcard, prepended("_domainkey")), Finding(.dkimSelectorMissing, selector),
      Finding(.dkimKeyNotForMail, selector),
      Finding(.dkimDelegationsMany(5), prepended("_domainkey")),

      Finding(.dmarcUnknown(failure), dmarcName), Finding(.dmarcMissing(hasMail: true), dmarcName),
      Finding(.dmarcOnlyPublicSuffix(DomainName("jp")!), prepended("_dmarc")),
      Finding(.dmarcMissing(hasMail: false), dmarcName),
      Finding(.dmarcNotRecognized(DMARCNearMiss(Array("v=dmarc1; p=none".utf8))!), dmarcName),
      Finding(.dmarcSeveral(count: 2), dmarcName),
      Finding(.dmarcDangling(target: name), dmarcName), Finding(.dmarcAtApex, domain),
      Finding(.dmarcUnrelatedText(count: 1), dmarcName),
      Finding(
        .dmarcInvalid(problem(.invalidPolicy(.domain, value: text, nearest: nil)), text: Array(text.utf8)),
        dmarcName),
      Finding(.dmarcFlaw(problem(.unknownTag(text, nearest: nil)), text: Array(text.utf8)), dmarcName),
      Finding(.dmarcPolicyNone(.domain, isAssumed: false), dmarcName),
      Finding(.dmarcSubdomainTagsUnused([.subdomains], follow: domain), dmarcName),
      Finding(.dmarcWildcard, domain), Finding(.dmarcNonexistentUnreachable, domain),
      Finding(.dmarcReadingsDiffer(Self.differing), domain),
      Finding(
        .dmarcPathUnaligned(name: ProviderCatalogue.builtIn[.securemx]!.name, signsAs: "dxg.dox.jp"), domain),
      Finding(.dmarcTesting(.reject), dmarcName), Finding(.dmarcPercentage(50), dmarcName),
      Finding(.dmarcSubdomainsWeaker(.subdomains, .none, than: .reject), dmarcName),
      Finding(.dmarcNoReports, dmarcName),
      Finding(.dmarcReportsUnauthorized(host: name), report),
      Finding(.dmarcReportsUnknown(host: name, failure), report),
      Finding(.dmarcReportHostTakesNoMail, name), Finding(.dmarcReportHostsTooMany(21), dmarcName),
      Finding(.dmarcReportHostExchangesTooMany(11), name),

      Finding(.routeMixed, domain), Finding(.tenantUnknown(failure), domain),
      Finding(.tenantEndpointOpen(host: "example-jp.mail.protection.outlook.com"), domain),
      Finding(.gatewayNotAuthorized(.securemx, name: ProviderCatalogue.builtIn[.securemx]!.name), domain),
      Finding(.office365NotAuthorized, domain),
      Finding(.spfOtherSenders([Wording(verbatim: "SendGrid"), Wording(verbatim: "Cuenote")]), domain),
      Finding(.staleVerification, domain),
      Finding(.mxProviderUnknown, name),

      Finding(.routeUnexpected(expected: .securemxOffice365, found: .mixed), domain),
      Finding(.routeUndecided(expected: .securemxOffice365), domain),
      Finding(.policyDMARCWeak(expected: .reject, found: DMARCPolicy.none), domain),
      Finding(.policyDMARCWeak(expected: .quarantine, found: nil), domain),
      Finding(.policyDMARCUndecided(expected: .reject), domain),
      Finding(
        .policySPFUnauthorized(
          sender: Wording(verbatim: "192.0.2.0/24"), term: "ip4:192.0.2.0/24", .leftOut), domain),
      Finding(
        .policySPFUnauthorized(sender: ProviderCatalogue.builtIn[.securemx]!.name, term: nil, .noRecord),
        domain),
      Finding(
        .policySPFUnauthorized(sender: ProviderCatalogue.builtIn[.securemx]!.name, term: nil, .invalid),
        domain),
      Finding(.policySPFUndecided(sender: ProviderCatalogue.builtIn[.securemx]!.name), domain),
      Finding(.policyDKIMSelector(.missing), selector), Finding(.policyDKIMSelector(.revoked), selector),
      Finding(.policyDKIMSelector(.unusable), selector),
      Finding(.policyDKIMSelector(.tooShort(bits: 1024, minimum: 2048)), selector),
      Finding(.policyDKIMUndecided(failure), selector),
      Finding(
        .policyIgnoreExpired(
          finding: "dmarc-no-reports", until: CalendarDate("2027-03-31")!,
          reason: VisibleText(text).description),
        domain),
    ]
  }

  private static let differing = [
    DMARCPolicyInForce(
      scope: .domain, policy: .applies(published: .reject, effective: .quarantine, tag: .domain),
      source: DomainName("example.jp"),
      legacy: .applies(.reject, percentage: 50, tag: .domain, domain: DomainName("example.jp")!))
  ]

  private func prepended(_ labels: String) -> DomainName { try! domain.prepending(labels) }

  private func problem(_ kind: DMARCProblem.Kind) -> DMARCProblem {
    DMARCProblem(kind: kind, place: 0..<1, effect: .breaksRecord)
  }

  /// Every case that the source declares.
  static let declaredCases: Set<String> = {
    let file = ExampleFiles.root.appendingPathComponent("Sources/MailDNSCheck/Findings/FindingKind.swift")
    let source = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return Set(source.matches(of: /(?m)^  case ([a-zA-Z0-9]+)/).map { String($0.1) })
  }()
}

extension FindingKind {
  /// The case's name without its values.
  var caseName: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }
}
