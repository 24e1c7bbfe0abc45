import FoundationEssentials

/// What is wrong with a zone's signatures (DNSSEC, RFC 4033 to RFC 4035), and with TLSA because of them.
struct DNSSECFindings: FindingGroup {
  /// About the domain, or an MX host.
  let bogus = FindingDeclaration<BogusZone>(
    "dnssec-bogus", .critical, .tls, "RFC 4035 §5.5",
    title: Wording("What a zone says is refused as bogus (DNSSEC)", "DNSSECの検証に失敗する"),
    otherwise: Wording("warning about an MX host beside others", "ほかの受信ホストがある場合は警告"),
    samples: { specimens in
      let refused = ZoneSecurity.BogusEvidence.refused(Question(specimens.domain, .mx), specimens.failure)
      return [
        BogusZone(zone: specimens.domain, evidence: refused, lapse: nil),
        BogusZone(zone: specimens.domain, evidence: refused, lapse: .ended(.sample(specimens.name))),
        BogusZone(zone: specimens.domain, evidence: refused, lapse: .notBegun(.sample(specimens.name))),
        BogusZone(zone: nil, evidence: .noDelegatedKey, lapse: nil),
      ].map { .init(specimens.domain, $0) }
    },
    statement: { subject, zone in
      let cause = zone.wording
      return Wording(
        "\(subject) can't be validated (DNSSEC): \(cause.english) Whoever validates gets no answer, and can't deliver mail there.",
        "\(subject) はDNSSECの検証に失敗します。\(cause.japanese)検証する送信側は応答を得られず、メールを配送できません。")
    },
    remedy: { _, zone in
      Wording(
        "Sign the zone anew. Where the keys that the DS records mean are lost, have the zone above take the DS records out.",
        "ゾーンに署名し直してください。DSレコードに対応する鍵がない場合は、親ゾーンのDSレコードを削除してください。")
    })

  /// About the domain, or an MX host.
  let signatureExpired = FindingDeclaration<(set: DatedSet, isValidated: Bool)>(
    "dnssec-signature-expired", .warning, .tls, "RFC 4035 §5.3.1",
    title: Wording("A signature is past its end (DNSSEC)", "DNSSECの署名が期限切れ"),
    samples: { specimens in
      [true, false].map { .init(specimens.domain, (set: .sample(specimens.name), isValidated: $0)) }
    },
    statement: { subject, values in
      let set = values.set
      let judged =
        values.isValidated
        ? Wording(
          "The resolver still accepts it, as some do for a while; others refuse it.",
          "このリゾルバは猶予として受け入れていますが、ほかのリゾルバは拒否します。")
        : Wording("Whoever validates refuses it.", "検証するリゾルバは拒否します。")
      return Wording(
        "\(subject): \(set.ended.english) \(judged.english)",
        "\(subject): \(set.ended.japanese)\(judged.japanese)"
      )
    },
    remedy: { _, _ in .signAnew })

  /// The same.
  let signatureExpiring = FindingDeclaration<DatedSet>(
    "dnssec-signature-expiring", .warning, .tls, "RFC 6781 §4.4.2",
    title: Wording("A signature is about to expire (DNSSEC)", "DNSSECの署名の期限が近い"),
    samples: { [.init($0.domain, .sample($0.name))] },
    statement: { subject, set in
      let words = set.wording
      return Wording(
        "\(subject): the signature of \(words.english), and nobody has renewed it yet. After that, whoever validates gets no answer.",
        "\(subject): \(words.japanese)ですが、まだ更新されていません。期限を過ぎると、検証する送信側は応答を得られません。")
    },
    remedy: { _, _ in .signAnew })

  /// About the domain, with its zone.
  let notDelegated = FindingDeclaration<DomainName>(
    "dnssec-not-delegated", .info, .tls, "RFC 4035 §5.2",
    title: Wording("A signed zone has no DS records", "署名済みゾーンのDSレコードがない"),
    samples: { [.init($0.domain, $0.domain)] },
    statement: { domain, zone in
      Wording(
        "The zone \(zone) of \(domain) is signed, but the zone above has no DS records for it: nobody validates it.",
        "\(domain) のゾーン \(zone) は署名されていますが、親ゾーンにDSレコードがないため、検証されません。")
    },
    remedy: { _, _ in
      Wording(
        "Have the registrar, or whoever holds the zone above, publish the DS records of the zone.",
        "ドメインの登録事業者(または親ゾーンの管理者)に、DSレコードの登録を依頼してください。")
    })

  /// About an MX host.
  let keysBogus = FindingDeclaration<Failure>(
    "tlsa-bogus", .critical, .tls, "RFC 7672 §2.1.2",
    title: Wording("TLSA of an MX host is refused as bogus", "MXホストのTLSAがDNSSECの検証に失敗する"),
    otherwise: Wording("warning beside other MX hosts", "ほかの受信ホストがある場合は警告"),
    samples: { [.init($0.name, $0.failure)] },
    statement: { host, failure in
      Wording(
        "The resolver has an answer for TLSA of the MX host \(host), and hands it out only with checking disabled (\(failure.wording.english)). Senders that use DANE put their mail to this host off, whether it has TLSA records or not.",
        "MXホスト \(host) のTLSAへの応答は、検証を無効にした問い合わせでしか得られません(通常の問い合わせの結果: \(failure.wording.japanese))。DANEを使う送信側は、TLSAレコードの有無にかかわらず、このホストへの配送を延期します。"
      )
    },
    remedy: { _, _ in
      Wording(
        "Sign the zone anew; where there are no TLSA records, see to it that the denial (NSEC or NSEC3) is signed.",
        "ゾーンに署名し直してください。TLSAレコードがない場合は、不在証明(NSEC、NSEC3)の署名を確認してください。")
    })

  /// About the domain, with the hosts that have TLSA records.
  let exchangesInsecure = FindingDeclaration<[DomainName]>(
    "tlsa-mx-insecure", .info, .tls, "RFC 7672 §2.2.1",
    title: Wording("MX records are not signed, TLSA of the hosts is", "MXレコードに署名がない(TLSAは署名あり)"),
    samples: { [.init($0.domain, [$0.name])] },
    statement: { domain, hosts in
      let shown = hosts.prefix(3).map(\.description)
      return Wording(
        "\(shown.joined(separator: ", ")) \(shown.count == 1 ? "has" : "have") TLSA records, but \(domain) is not signed: whoever forges its MX records can lead mail to another host, and DANE does not notice.",
        "\(shown.joined(separator: "、")) にはTLSAレコードがありますが、\(domain) は署名されていません。MXレコードが偽装されると、DANEでは検知されないまま、別のホストへ配送されるおそれがあります。"
      )
    },
    remedy: { _, _ in
      Wording("Sign the domain's zone with DNSSEC.", "ドメインのゾーンにDNSSECで署名してください。")
    })
}

extension Finding {
  static let dnssec = DNSSECFindings()
}

extension Wording {
  fileprivate static let signAnew = Wording(
    "Sign the zone anew, and see why that did not happen by itself.", "ゾーンに署名し直し、自動更新が止まった原因を確認してください。")
}
