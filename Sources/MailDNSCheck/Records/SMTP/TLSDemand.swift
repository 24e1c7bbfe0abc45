/// What those who send demand of a host's TLS, by what its domain publishes.
enum TLSDemand: CaseIterable, Hashable, Sendable {
  /// What it publishes could not be asked.
  case unknown
  /// They take what they get (opportunistic security, RFC 7435).
  case nothing
  /// Failures are reported, and mail is delivered: MTA-STS in mode testing.
  case reports
  /// TLS, with a certificate that an authority vouches for and that is for the host: MTA-STS in mode enforce.
  case validCertificate
  /// TLS, with what the TLSA records say: DANE.
  case publishedKey

  /// How much it matters that there is no TLS.
  var severity: Severity {
    switch self {
    case .unknown, .nothing, .reports: .warning
    case .validCertificate, .publishedKey: .critical
    }
  }

  /// How much it matters that the certificate is not one that an authority vouches for, or for another name.
  var severityOfCertificate: Severity {
    switch self {
    case .unknown: .unknown
    case .nothing, .publishedKey: .info
    case .reports: .warning
    case .validCertificate: .critical
    }
  }

  /// The same of one that has expired, which is nobody's intention.
  var severityOfExpiry: Severity { self == .validCertificate ? .critical : .warning }
}

extension TLSDemand {
  /// What follows where there is no TLS, in half a sentence.
  var consequence: Wording {
    switch self {
    case .unknown:
      Wording(
        "mail comes in the clear or not at all; which is not known, since MTA-STS or DANE could not be asked",
        "メールは暗号化されずに届くか、まったく届きません(MTA-STSまたはDANEを確認できないため、どちらかは不明)")
    case .nothing: Wording("mail comes in the clear", "メールは暗号化されずに届きます")
    case .reports:
      Wording(
        "in mode enforce, senders that follow MTA-STS would not deliver",
        "mode が enforce なら、MTA-STSに対応した送信側からは届かなくなります")
    case .validCertificate:
      Wording("senders that follow MTA-STS do not deliver", "MTA-STSに対応した送信側からは届きません")
    case .publishedKey: Wording("senders that look for DANE do not deliver", "DANEに対応した送信側からは届きません")
    }
  }

  /// What follows where the certificate is not in order, in half a sentence.
  var consequenceForCertificate: Wording {
    switch self {
    case .unknown:
      Wording(
        "whether senders look at it is not known, since MTA-STS or DANE could not be asked",
        "MTA-STSまたはDANEを確認できないため、送信側が検証するかどうかは不明です")
    case .nothing: Wording("most senders do not look at it", "多くの送信側は証明書を検証しません")
    case .publishedKey:
      Wording("senders that look for DANE go by the TLSA records alone", "DANEに対応した送信側はTLSAレコードだけで検証します")
    case .reports, .validCertificate: consequence
    }
  }
}

extension CertificateTrust {
  /// How much it matters. An authority that is not known here may be known elsewhere.
  func severity(under demand: TLSDemand) -> Severity {
    switch self {
    case .noTrustStore: .unknown
    case .unknownIssuer: demand.severityOfCertificate == .info ? .info : .unknown
    default: demand.severityOfCertificate
    }
  }

  /// Why nobody vouches for it, in a few words.
  var wording: Wording {
    switch self {
    case .trusted: Wording("it is in order", "問題なし")
    case .expired: Wording("it has expired", "有効期限切れ")
    case .notYetValid: Wording("it is not valid yet", "有効期間の開始前")
    case .selfSigned: Wording("it is signed by itself", "自己署名")
    case .unknownIssuer: Wording("its issuer is not known here", "発行者を確認できない")
    case .noTrustStore: Wording("the system has no certificates of authorities", "システムに認証局の証明書がない")
    case .other(let words): Wording(verbatim: VisibleText.shortened(words))
    }
  }
}

extension Wording {
  static let byDemand = Wording(
    "critical where MTA-STS in mode enforce or DANE demands it", "MTA-STS(enforce)またはDANEで必須の場合は重大")
  static let byPolicy = Wording(
    "critical under an MTA-STS policy in mode enforce, warning in mode testing",
    "MTA-STSポリシーが enforce なら重大、testing なら警告")
}
