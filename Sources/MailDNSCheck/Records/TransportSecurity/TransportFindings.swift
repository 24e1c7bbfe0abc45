/// What is wrong with TLS-RPT (RFC 8460), DANE (RFC 7672) and DNSSEC.
struct TransportFindings: FindingGroup {
  /// The hosts that all depends on.
  let hostsUnknown = FindingDeclaration<Failure>(
    unknown: "tls-hosts-unknown", .tls, "RFC 5321 §5.1",
    title: Wording("The hosts that take the mail are not known", "受信ホストを確認できない"), sample: \.domain,
    statement: { domain, failure in
      Wording(
        "The MX records of \(domain) could not be asked, and so not what protects the way to its hosts: \(failure.wording.english).",
        "\(domain) のMXレコードを確認できず、受信ホストまでの保護も確認できませんでした: \(failure.wording.japanese)。")
    })

  let reportsUnknown = FindingDeclaration<Failure>(
    unknown: "tlsrpt-unknown", .tls, "RFC 8460 §3",
    title: Wording("TLS-RPT could not be asked", "TLS-RPTを確認できない"), sample: \.reportRecordName,
    statement: { name, failure in
      Wording(
        "The TLS-RPT record at \(name) could not be asked: \(failure.wording.english).",
        "\(name) のTLS-RPTレコードを確認できませんでした: \(failure.wording.japanese)。")
    })

  /// About the name of the record.
  let reportsMissing = FindingDeclaration(
    "tlsrpt-missing", .info, .tls, "RFC 8460 §3",
    title: Wording("There is no TLS-RPT record", "TLS-RPTレコードがない"), sample: \.reportRecordName,
    statement: { name in
      Wording(
        "There is no TLS-RPT record at \(name): nobody learns where TLS to the domain's hosts fails.",
        "\(name) にTLS-RPTレコードがありません。受信ホストへのTLS接続の失敗が通知されません。")
    },
    remedy: { name in
      Wording(
        "Publish `v=TLSRPTv1; rua=mailto:<an address that is read>` at \(name).",
        "\(name) に `v=TLSRPTv1; rua=mailto:<レポートの受信アドレス>` を登録してください。")
    })

  let reportsNotRecognized = FindingDeclaration<[UInt8]>(
    "tlsrpt-not-recognized", .warning, .tls, "RFC 8460 §3",
    title: Wording("A TLS-RPT record is not recognized as one", "TLS-RPTレコードと認識されない"),
    place: { Finding.Place(text: $0, range: 0..<min($0.count, 11)) },
    samples: { [.init($0.reportRecordName, Array("v=tlsrptv1; rua=mailto:a@example.jp".utf8))] },
    statement: { name, _ in
      Wording(
        "A TXT record at \(name) is meant as TLS-RPT, but does not begin with exactly \"v=TLSRPTv1;\": senders ignore it.",
        "\(name) のTXTレコードはTLS-RPTのつもりのようですが、「v=TLSRPTv1;」で正確に始まっていないため、送信側に無視されます。")
    },
    remedy: { name, _ in .correctTransportRecord(at: name) })

  let reportsSeveral = FindingDeclaration<Int>(
    "tlsrpt-several", .warning, .tls, "RFC 8460 §3",
    title: Wording("There are several TLS-RPT records", "TLS-RPTレコードが複数ある"),
    samples: { [.init($0.reportRecordName, 2)] },
    statement: { name, count in
      Wording(
        "\(name) has \(count) TLS-RPT records; senders ignore all of them.",
        "\(name) にTLS-RPTレコードが\(count)個あり、送信側はすべて無視します。")
    },
    remedy: { name, _ in .leaveOneTransportRecord(at: name) })

  let reportsInvalid = FindingDeclaration<(text: [UInt8], error: TransportRecordError)>(
    "tlsrpt-invalid", .warning, .tls, "RFC 8460 §3",
    title: Wording("The TLS-RPT record can't be used", "TLS-RPTレコードが不正"),
    place: { Finding.Place(text: $0.text, range: $0.error.place) },
    samples: { specimens in
      let text = Array("v=TLSRPTv1;".utf8)
      let error = TransportRecordError(reason: .missingAddresses, place: text.count..<text.count)
      return [.init(specimens.reportRecordName, (text: text, error: error))]
    },
    statement: { name, values in
      Wording(
        "Senders do not use the TLS-RPT record at \(name). \(values.error.wording.english)",
        "\(name) のTLS-RPTレコードは送信側に使われません。\(values.error.wording.japanese)")
    },
    remedy: { name, _ in .correctTransportRecord(at: name) })

  let reportAddress = FindingDeclaration<(text: [UInt8], address: TLSRPTRecord.UnusableAddress)>(
    "tlsrpt-address-unusable", .warning, .tls, "RFC 8460 §3",
    title: Wording("TLS reports can't be sent to an address", "TLS-RPTの宛先が不正"),
    place: { Finding.Place(text: $0.text, range: $0.address.place) },
    samples: { specimens in
      ["ftp://example.jp/", "tls@example.jp"].map { address in
        let text = Array("v=TLSRPTv1; rua=\(address)".utf8)
        let found = (try? TLSRPTRecord(parsing: text))?.unusable.first
        return .init(specimens.reportRecordName, found.map { (text: text, address: $0) })
      }
    },
    statement: { name, values in
      let what = values.address.wording(values.text)
      return Wording(
        "TLS reports are lost, by the record at \(name). \(what.english)",
        "\(name) のTLS-RPTレコードに、レポートを送れない宛先があります。\(what.japanese)")
    },
    remedy: { name, _ in .correctTransportRecord(at: name) })

  /// About an MX host.
  let keysUnknown = FindingDeclaration<(failure: Failure, consequence: TransportHost.FailedLookUp)>(
    "tlsa-unknown", .unknown, .tls, "RFC 7672 §2.1.2",
    title: Wording("TLSA of an MX host could not be asked", "MXホストのTLSAを確認できない"), failure: { $0.failure },
    samples: { specimens in
      TransportHost.FailedLookUp.allCases.map {
        .init(specimens.name, (failure: specimens.failure, consequence: $0))
      }
    },
    statement: { host, values in
      let (failure, consequence) = (values.failure.wording, values.consequence.wording)
      return Wording(
        "The TLSA records of the MX host \(host) could not be asked: \(failure.english)."
          + consequence.english,
        "MXホスト \(host) のTLSAレコードを確認できませんでした: \(failure.japanese)。" + consequence.japanese)
    },
    remedy: { _, values in values.failure.remedy })

  /// With the records.
  let keysUnusable = FindingDeclaration<[TLSARecord]>(
    "tlsa-unusable", .warning, .tls, "RFC 7672 §3.1",
    title: Wording("No TLSA record of an MX host can be used", "MXホストに使えるTLSAレコードがない"),
    samples: { specimens in
      let record = TLSARecord([1, 0, 1] + Array(repeating: 0xAB, count: 32))
      return [.init(specimens.name, [record].compactMap(\.self)), .init(specimens.name, [])]
    },
    statement: { host, records in
      let shown = records.prefix(3).map(\.description).joined(separator: ", ")
      let list = shown.isEmpty ? "" : " (\(shown))"
      return Wording(
        "No TLSA record of the MX host \(host)\(list) means anything on port 25: senders use TLS, but can't tell with whom.",
        "MXホスト \(host) のTLSAレコード\(shown.isEmpty ? "" : "(\(shown))")は、どれも25番ポートでは使えません。送信側はTLSを使いますが、接続先を認証できません。"
      )
    },
    remedy: { _, _ in
      Wording(
        "Publish records with usage 3 (or 2), such as 3 1 1 with the SHA-256 digest of the host's public key.",
        "usage が3(または2)のレコード(例: ホストの公開鍵のSHA-256を使う「3 1 1」)を登録してください。")
    })

  let keysInsecure = FindingDeclaration(
    "tlsa-insecure", .info, .tls, "RFC 7672 §2.1",
    title: Wording("TLSA records stand in a zone that is not signed", "署名のないゾーンにTLSAレコードがある"),
    sample: \.name,
    statement: { host in
      Wording(
        "The TLSA records of the MX host \(host) do nothing: their zone is not signed with DNSSEC.",
        "MXホスト \(host) のTLSAレコードは、ゾーンがDNSSECで署名されていないため効果がありません。")
    })

  /// With those that have usable records; about one that has none.
  let keysPartial = FindingDeclaration<[DomainName]>(
    "tlsa-partial", .info, .tls, "RFC 7672 §2.2",
    title: Wording("DANE protects some MX hosts only", "DANEの対象でないMXホストがある"),
    samples: { [.init($0.name, [$0.domain])] },
    statement: { host, others in
      Wording(
        "The MX host \(host) has no TLSA records, while \(others.prefix(3).map(\.description).joined(separator: ", ")) has: who is in between can lead mail to the one without.",
        "MXホスト \(host) にはTLSAレコードがありません(\(others.prefix(3).map(\.description).joined(separator: "、")) にはあります)。通信経路上の攻撃者は、TLSAのないホストへ配送させることができます。"
      )
    })

  /// About the domain's own zone.
  let securityUnknown = FindingDeclaration<Failure>(
    unknown: "dnssec-unknown", .tls, "RFC 4035 §4.3",
    title: Wording("Whether the domain is signed could not be asked", "DNSSECの状態を確認できない"), sample: \.domain,
    statement: { domain, failure in
      Wording(
        "Whether \(domain) is signed with DNSSEC could not be told: \(failure.wording.english).",
        "\(domain) がDNSSECで署名されているかどうかを確認できませんでした: \(failure.wording.japanese)。")
    })
}

extension Finding {
  static let transport = TransportFindings()
}

extension FindingSpecimens {
  fileprivate var reportRecordName: DomainName { below("_smtp._tls") }
}

extension TransportHost.FailedLookUp {
  /// As a sentence behind another one; empty where there is nothing to say.
  fileprivate var wording: Wording {
    switch self {
    case .unknown: Wording("", "")
    case .deferral:
      Wording(
        " Senders that look for TLSA and get the same answer put the mail off: that is not \"no DANE\".",
        "TLSAを参照する送信側が同じ応答を受けると、配送を延期します(DANEなしとは扱われません)。")
    case .notLookedFor:
      Wording(
        " The zone is not signed, so that senders do not look for TLSA.",
        "ゾーンに署名がないため、送信側はTLSAを参照しません。")
    }
  }
}
