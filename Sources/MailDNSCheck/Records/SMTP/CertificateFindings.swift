import FoundationEssentials

/// What is wrong with the certificates of the hosts that take a domain's mail (RFC 8461 §4.2, RFC 7672 §3).
struct CertificateFindings: FindingGroup {
  /// About a host; with the names that the certificate is for.
  let otherName = FindingDeclaration<(demand: TLSDemand, names: [CertificateName])>(
    "smtp-certificate-name", .info, .hosts, "RFC 9525 §6.3",
    title: Wording("The certificate of a mail host is for another name", "受信ホストの証明書がホスト名と一致しない"),
    otherwise: .byPolicy,
    samples: { specimens in
      TLSDemand.allCases.flatMap { demand in
        [[], [CertificateName(specimens.octets)]].map { names in
          .init(
            specimens.name, (demand: demand, names: names), severity: demand.severityOfCertificate)
        }
      }
    },
    statement: { host, values in
      let names = values.names.prefix(3).map(\.description).listed
      let more = Wording.andMore(values.names.count - 3)
      let follows = values.demand.consequenceForCertificate
      if values.names.isEmpty {
        return Wording(
          "The certificate of \(host) names no host: \(follows.english).",
          "\(host) の証明書にホスト名が含まれていません。\(follows.japanese)。")
      }
      return Wording(
        "The certificate of \(host) is for \(names.english)\(more.english): \(follows.english).",
        "\(host) の証明書は \(names.japanese)\(more.japanese) のものです。\(follows.japanese)。")
    },
    remedy: { host, values in
      [.nothing, .unknown].contains(values.demand)
        ? nil
        : Wording(
          "Give the host a certificate that has \(host) among its alternative names.",
          "受信ホストに、\(host) をサブジェクト代替名(SAN)に含む証明書を設定してください。")
    })

  /// About a host; with why nobody vouches for the certificate.
  let untrusted = FindingDeclaration<(demand: TLSDemand, trust: CertificateTrust)>(
    "smtp-certificate-untrusted", .info, .hosts, "RFC 8461 §4.2",
    title: Wording("The certificate of a mail host can't be relied on", "受信ホストの証明書が信頼されていない"),
    otherwise: Wording(
      "critical under an MTA-STS policy in mode enforce, warning in mode testing; unknown where that may be our own fault",
      "MTA-STSポリシーが enforce なら重大、testing なら警告。確認する側の問題かもしれない場合は不明"),
    samples: { specimens in
      TLSDemand.allCases.flatMap { demand in
        [CertificateTrust.selfSigned, .unknownIssuer, .noTrustStore, .notYetValid, .other(specimens.text)]
          .map { trust in
            .init(specimens.name, (demand: demand, trust: trust), severity: trust.severity(under: demand))
          }
      }
    },
    statement: { host, values in
      let follows = values.demand.consequenceForCertificate
      // What is not known here may be known elsewhere.
      let isOpen = values.trust == .unknownIssuer || values.trust == .noTrustStore
      let condition =
        isOpen ? Wording("if senders see the same, ", "送信側でも同様なら、") : Wording(verbatim: "")
      return Wording(
        "The certificate of \(host) can't be relied on (\(values.trust.wording.english)): \(condition.english)\(follows.english).",
        "\(host) の証明書を信頼できません(\(values.trust.wording.japanese))。\(condition.japanese)\(follows.japanese)。")
    },
    remedy: { _, values in
      switch values.trust {
      case .noTrustStore: Wording("Install ca-certificates.", "ca-certificatesをインストールしてください。")
      case .unknownIssuer where values.demand != .nothing:
        Wording(
          "See whether the host sends all certificates in between, and whether others trust the authority.",
          "受信ホストが中間証明書を送信しているか、発行した認証局が一般に信頼されているかを確認してください。")
      case _ where values.demand == .nothing || values.demand == .unknown: nil
      default:
        Wording(
          "Give the host a certificate of an authority that everybody knows.",
          "受信ホストに、一般に信頼されている認証局の証明書を設定してください。")
      }
    })

  /// About a host; with the day.
  let expired = FindingDeclaration<(demand: TLSDemand, day: CalendarDate)>(
    "smtp-certificate-expired", .warning, .hosts, "RFC 5280 §4.1.2.5",
    title: Wording("The certificate of a mail host has expired", "受信ホストの証明書の有効期限が切れている"),
    otherwise: .byDemand,
    samples: { specimens in
      TLSDemand.allCases.map { demand in
        CalendarDate("2026-11-29").flatMap { day in
          .init(specimens.name, (demand: demand, day: day), severity: demand.severityOfExpiry)
        }
      }
    },
    statement: { host, values in
      Wording(
        "The certificate of \(host) expired on \(values.day): \(values.demand.consequenceForCertificate.english).",
        "\(host) の証明書は \(values.day) に有効期限が切れています。\(values.demand.consequenceForCertificate.japanese)。")
    },
    remedy: { _, _ in .renewCertificate })

  /// About a host; with the day, and the days until then.
  let expiring = FindingDeclaration<(day: CalendarDate, left: Int)>(
    "smtp-certificate-expiring", .warning, .hosts, "RFC 5280 §4.1.2.5",
    title: Wording("The certificate of a mail host expires soon", "受信ホストの証明書の有効期限が近い"),
    samples: { specimens in
      [0, 1, 6].map { left in
        CalendarDate("2026-11-29").flatMap { .init(specimens.name, (day: $0, left: left)) }
      }
    },
    statement: { host, values in
      Wording(
        "The certificate of \(host) expires on \(values.day), in less than \((values.left + 1).counting("day", "days")): its renewal seems to fail.",
        "\(host) の証明書の有効期限は \(values.day) で、残り\(values.left + 1)日未満です。更新に失敗している可能性があります。")
    },
    remedy: { _, _ in .renewCertificate })

  /// About a host; with the records, none of which the server matches.
  let keysUnmatched = FindingDeclaration<[TLSARecord]>(
    "tlsa-unmatched", .critical, .hosts, "RFC 7672 §3",
    title: Wording("No TLSA record matches the certificate of a mail host", "受信ホストの証明書がTLSAレコードと一致しない"),
    otherwise: Wording(
      "warning where nobody who can be believed has validated the zone", "ゾーンのDNSSEC検証を確認できない場合は警告"),
    samples: { specimens in
      [TLSARecord([3, 1, 1] + [UInt8](repeating: 0xAB, count: 32))].compactMap(\.self).flatMap { record in
        [nil, Severity.warning].map { .init(specimens.name, [record], severity: $0) }
      }
    },
    statement: { host, records in
      let shown = records.prefix(2).map(\.description).listed
      let more = Wording.andMore(records.count - 2)
      return Wording(
        "The certificate that \(host) shows matches none of its TLSA records (\(shown.english)\(more.english)): senders that look for DANE do not deliver mail there.",
        "\(host) の証明書がどのTLSAレコード(\(shown.japanese)\(more.japanese))とも一致しません。DANEに対応した送信側は、このホストにメールを配送しません。")
    },
    remedy: { host, _ in
      Wording(
        "Publish the TLSA record of the new certificate below \(host) before the host shows it, and take the old one away after that.",
        "\(host) のTLSAレコードに新しい証明書のものを追加してから証明書を切り替え、その後に古いレコードを削除してください。")
    })
}

extension Finding {
  static let certificates = CertificateFindings()
}

extension Wording {
  fileprivate static let renewCertificate = Wording(
    "Renew the certificate, and see why that did not happen by itself.",
    "証明書を更新し、自動更新されていない原因を確認してください。")
}
