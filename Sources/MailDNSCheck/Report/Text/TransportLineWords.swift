/// The fixed words of the areas TLS and BIMI.
extension Wording {
  static let tls = Wording(verbatim: "TLS")
  static let bimi = Wording(verbatim: "BIMI")
  static let mtaSTS = Wording(verbatim: "MTA-STS")
  static let tlsReporting = Wording(verbatim: "TLS-RPT")
  static let dane = Wording(verbatim: "DANE")
  static let dnssec = Wording(verbatim: "DNSSEC")

  static let published = Wording("yes", "あり")
  static let notPublished = Wording("no", "なし")
  static let noPolicyFetched = Wording("no policy could be fetched", "ポリシーを取得できず")
  static let invalidPolicy = Wording("the policy can't be used", "ポリシーが不正")
  static let allowedByPolicy = Wording("MTA-STS: allowed", "MTA-STS: 許可")
  static let notAllowedByPolicy = Wording("MTA-STS: not allowed", "MTA-STS: 許可なし")

  static let dmarcSuffices = Wording("the DMARC policy suffices", "DMARCポリシーは条件を満たす")
  static let dmarcTooWeak = Wording("the DMARC policy does not suffice", "DMARCポリシーが条件を満たさない")
  static let dmarcUnknown = Wording("the DMARC policy is not known", "DMARCポリシーは確認できず")

  static func signedUntil(_ day: String) -> Wording { Wording("until \(day)", "期限 \(day)") }

  static func severalRecords(_ count: Int) -> Wording { Wording("\(count) records", "レコードが\(count)個") }

  /// In front of the patterns.
  static func policy(_ mode: MTASTSPolicy.Mode, _ age: Wording) -> Wording {
    Wording(
      "mode \(mode.rawValue), kept for \(age.english), mx", "mode \(mode.rawValue)、有効期間\(age.japanese)、mx")
  }
}

extension TransportHost.DANE {
  var wording: Wording {
    switch self {
    case .absent: Wording("no TLSA", "TLSAなし")
    case .unknown: .notAsked
    case .bogus: Wording("TLSA refused as bogus", "TLSAの検証に失敗")
    case .insecure: Wording("TLSA without DNSSEC", "TLSAあり(DNSSECなし)")
    case .unusable: Wording("no usable TLSA", "使えるTLSAなし")
    case .usable(let records):
      Wording("\(records.count) usable TLSA", "TLSA \(records.count)個")
        + (TLSASet(records)?.isReadyForRollover == true
          ? Wording(", room for another certificate", "、証明書の更新用あり") : Wording(verbatim: ""))
    }
  }
}

extension ZoneSecurity.State {
  var wording: Wording {
    switch self {
    case .secure: Wording("signed, validated by the resolver", "署名あり(リゾルバが検証済み)")
    case .signed: Wording("signed, not validated here", "署名あり(検証は未確認)")
    case .insecure: Wording("not signed", "署名なし")
    case .bogus: Wording("refused as bogus", "検証に失敗")
    case .unknown: .notAsked
    }
  }

  /// The same where there is room for a word or two.
  var briefWording: Wording {
    switch self {
    case .secure: Wording("validated", "検証済み")
    case .signed: Wording("signed", "署名あり")
    case .unknown: Wording("not known", "確認できず")
    case .insecure, .bogus: wording
    }
  }
}
