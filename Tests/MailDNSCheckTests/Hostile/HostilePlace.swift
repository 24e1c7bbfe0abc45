import Foundation

@testable import MailDNSCheck

/// Where in what a domain publishes, or in the files beside it, a stranger's text can stand.
enum HostilePlace: String, CaseIterable, Sendable {
  case spfTerm, spfInclude, spfModifier, spfMacro, includedRecord, otherText, secondSPF
  case exchange, keyType, keyTag, keyText, alias, tenant
  case dmarcPolicy, dmarcTag, dmarcReports, dmarcVersion, authorization
  case zoneFileName, providerName, exemption, extendedError

  /// A domain that is well but for the payload.
  func domain(_ payload: HostilePayload) -> HostileDomain {
    var domain = HostileDomain()
    let text = payload.marked
    func spelled(_ head: String, _ tail: String = "") -> [UInt8] {
      Array(head.utf8) + text + Array(tail.utf8)
    }
    domain.spf = Array("v=spf1 include:inc.test -all".utf8)
    domain.include = Array("v=spf1 ip4:192.0.2.0/24 -all".utf8)
    domain.dmarc = Array("v=DMARC1; p=reject; rua=mailto:a@other.test".utf8)
    domain.authorization = Array("v=DMARC1".utf8)
    domain.key = Array("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=".utf8)
    domain.alias = Array("selector2-x-test".utf8)
    switch self {
    case .spfTerm: domain.spf = spelled("v=spf1 foo:", " -all")
    case .spfInclude: domain.spf = spelled("v=spf1 include:", ".test a:x.test/33 -all")
    case .spfModifier: domain.spf = spelled("v=spf1 x=", " -all")
    case .spfMacro: domain.spf = spelled("v=spf1 exists:%{", "}.test -all")
    case .includedRecord: domain.include = spelled("v=spf1 ip4:", " -all")
    case .otherText: domain.verification = spelled("MS=")
    case .secondSPF: domain.verification = spelled("v=spf1 ")
    case .exchange: domain.exchange = payload.label
    case .keyType: domain.key = spelled("v=DKIM1; k=", "; p=AAAA")
    case .keyTag: domain.key = spelled("v=DKIM1; ", "=x; p=AAAA")
    case .keyText: domain.key = spelled("v=DKIM1; k=rsa; p=")
    case .alias: domain.alias = payload.label
    case .tenant: domain.tenant = payload.label
    case .dmarcPolicy: domain.dmarc = spelled("v=DMARC1; p=", "; rua=mailto:a@b.test")
    case .dmarcTag: domain.dmarc = spelled("v=DMARC1; p=none; ", "=x; sp=none")
    case .dmarcReports: domain.dmarc = spelled("v=DMARC1; p=none; rua=mailto:a@", ",https://b/")
    case .dmarcVersion: domain.dmarc = spelled("v=DMARC", "; p=none")
    case .authorization: domain.authorization = text
    case .zoneFileName: domain.file = Array(payload.text.utf8)
    case .providerName, .exemption, .extendedError: break
    }
    return domain
  }

  /// The catalogue in which the MX host's provider is called by the payload.
  func catalogue(_ payload: HostilePayload) throws -> ProviderCatalogue {
    guard self == .providerName else { return .builtIn }
    let provider: [String: Any] = [
      "id": "hostile", "name": payload.text, "kinds": ["inboundGateway"], "mx": ["mx.x.test"],
      "source": payload.text, "signingDomain": payload.text, "verifications": [payload.text],
    ]
    let octets = try JSONSerialization.data(withJSONObject: ["providers": [provider]])
    var overlay = ProviderOverlay()
    try overlay.apply(try ProviderFile(name: payload.text, octets: Array(octets)))
    return try overlay.catalogue()
  }

  /// A policy that the payload is an exemption's reason and subject in.
  func policy(_ payload: HostilePayload) throws -> Policy? {
    guard self == .exemption else { return nil }
    let exemption = [
      "finding": "route-unexpected", "reason": payload.text, "until": "2099-12-31",
    ]
    let entry: [String: Any] = ["route": "office365", "ignore": [exemption]]
    let octets = try JSONSerialization.data(withJSONObject: ["domains": ["x.test": entry]])
    return try PolicyFile.read(name: payload.text, octets: Array(octets), in: .builtIn)
  }
}

/// What a domain comes to that has the payload at the place.
struct HostileCase: Sendable {
  let report: DomainReport
  let zones: ZoneSet
  let catalogue: ProviderCatalogue

  init(_ payload: HostilePayload, at place: HostilePlace) async throws {
    let domain = place.domain(payload)
    zones = try ZoneSet(files: [(domain.fileName, Array(domain.masterFile.utf8))])
    catalogue = try place.catalogue(payload)
    let server = HostileServer(
      zones: ZoneResolver(zones: zones, otherwise: OfflineResolver()),
      complaint: place == .extendedError ? ExtendedError(code: 6, text: payload.marked) : nil)
    let check = DomainCheck(
      areas: .whole, resolver: server,
      catalogue: catalogue, selectors: [], expectedRoute: .securemx, policy: try place.policy(payload))
    report = await check.report(on: try MailDomain(pasted: "x.test"))
  }

  func text(_ format: ReportOptions.Format, _ language: Language, isColored: Bool = false) throws -> String {
    let setting = ReportSetting(language: language, catalogue: catalogue, zones: zones)
    return HostileDomain.document(format, setting, isColored: isColored).text([report])
  }
}

/// Answers from zones, or fails at TXT with words of its own.
private struct HostileServer: Resolver {
  let zones: ZoneResolver
  let complaint: ExtendedError?

  func answer(to question: Question) async -> Answer {
    let answer = await zones.answer(to: question)
    guard let complaint, question.type == .txt else { return answer }
    var origin = answer.origin
    origin.source = .server(RecordedResolver.server, .udp)
    origin.extendedErrors = [complaint]
    let failure = Failure(kind: .servfail, server: RecordedResolver.server, extendedErrors: [complaint])
    return Answer(question: question, aliases: [], outcome: .failed(failure), origin: origin)
  }
}
