import FoundationEssentials

extension JSONReport {
  /// What a host said at one address.
  struct SMTPEntry: JSONObject, Sendable {
    let address: String
    let result: String
    /// Where the conversation ended before it was to, or was refused.
    let stage: String?
    let greeting: String?
    /// The keywords of EHLO.
    let extensions: [String]?
    let tlsVersion: String?
    let certificate: CertificateEntry?
    /// Whether a TLSA record of the host vouches for the certificate; null where none can be used, or none was asked for.
    let tlsaMatches: Bool?
  }

  struct CertificateEntry: JSONObject, Sendable {
    let names: [String]
    let issuer: String
    let notBefore: String
    let notAfter: String
    let daysLeft: Int
    /// Whether it is for the host.
    let matchesHost: Bool
    /// Whether the system vouches for it.
    let trust: String
    /// SHA-256, as in the data of TLSA records 3 0 1 and 3 1 1.
    let sha256: String
    let publicKeySHA256: String
  }
}

extension JSONReport.SMTPEntry {
  init(_ session: SMTPSession, with host: DomainName, _ transport: TransportFacts?, at now: Date) {
    let (result, stage): (String, SMTPStage?) =
      switch session.outcome {
      case .failed(let failure, _): ("unknown", failure.stage)
      case .refused(_, let stage): ("refused", stage)
      case .plain where session.isMasked: ("unknown", .hello)
      case .plain: ("plain", nil)
      case .declined: ("starttls-declined", nil)
      case .injected: ("starttls-injection", nil)
      case .disagreed: ("tls-failed", nil)
      case .secured: ("tls", nil)
      }
    let first: SMTPReply? =
      switch session.outcome {
      case .failed(_, let greeting): greeting
      case .refused(let reply, _): reply
      default: session.greeting?.reply
      }
    self.init(
      address: session.address.description, result: result, stage: stage?.rawValue,
      greeting: first.map { VisibleText($0.text).description },
      extensions: session.greeting?.capabilities.keywords, tlsVersion: session.tls?.version,
      certificate: session.tls.map { JSONReport.CertificateEntry($0, of: host, at: now) },
      tlsaMatches: session.tls.flatMap { transport?.keysVouch(for: $0, of: host, at: now) })
  }
}

extension JSONReport.CertificateEntry {
  fileprivate init(_ session: TLSSession, of host: DomainName, at now: Date) {
    let certificate = session.certificate
    self.init(
      names: certificate.names.map { VisibleText($0.text).description },
      issuer: VisibleText(certificate.issuer).description,
      notBefore: certificate.notBefore.ISO8601Format(), notAfter: certificate.notAfter.ISO8601Format(),
      daysLeft: certificate.daysLeft(at: now), matchesHost: certificate.isFor(host),
      trust: session.trust.identifier, sha256: certificate.whole.sha256.map(\.hexadecimal).joined(),
      publicKeySHA256: certificate.publicKey.sha256.map(\.hexadecimal).joined())
  }
}

extension SMTPFailure {
  fileprivate var stage: SMTPStage? {
    switch self {
    case .addressUnknown, .privateAddress, .noLibrary, .outOfTime: nil
    case .closed: .connection
    case .timedOut(let stage), .brokenOff(let stage), .garbled(_, let stage): stage
    }
  }
}

extension CertificateTrust {
  /// As programs read it.
  fileprivate var identifier: String {
    switch self {
    case .trusted: "trusted"
    case .expired: "expired"
    case .notYetValid: "not-yet-valid"
    case .selfSigned: "self-signed"
    case .unknownIssuer: "unknown-issuer"
    case .noTrustStore: "unknown"
    case .other: "untrusted"
    }
  }
}

extension JSONReport.SMTPEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("address", address)
    json.add("certificate", certificate)
    json.add("extensions", extensions)
    json.add("greeting", greeting)
    json.add("result", result)
    json.add("stage", stage)
    json.add("tlsVersion", tlsVersion)
    json.add("tlsaMatches", tlsaMatches)
  }
}

extension JSONReport.CertificateEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("daysLeft", daysLeft)
    json.add("issuer", issuer)
    json.add("matchesHost", matchesHost)
    json.add("names", names)
    json.add("notAfter", notAfter)
    json.add("notBefore", notBefore)
    json.add("publicKeySHA256", publicKeySHA256)
    json.add("sha256", sha256)
    json.add("trust", trust)
  }
}
