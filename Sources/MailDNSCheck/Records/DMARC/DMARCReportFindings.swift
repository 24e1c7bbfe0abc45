/// What is wrong with where a DMARC record wants reports sent to (RFC 9990).
struct DMARCReportFindings: FindingGroup {
  let missing = FindingDeclaration(
    "dmarc-no-reports", .info, .dmarc, "RFC 9989 §4.7",
    title: Wording("DMARC asks for no reports", "DMARCレポートの宛先がない"), sample: \.recordName,
    statement: { _ in
      Wording(
        "The DMARC record has no mail address for reports (rua).", "DMARCレコードに集計レポートを受け取るメールアドレス(rua)がありません。")
    },
    remedy: { _ in
      Wording("Add `rua=mailto:<an address that is read>`.", "`rua=mailto:<レポートの受信アドレス>` を追加してください。")
    })

  /// With the host that is to get reports, and whether RFC 7489 takes it for one of the domain's own organization, nil
  /// where nobody can tell; the subject is the name at which it would agree.
  let unauthorized = FindingDeclaration<(host: DomainName, isOfLegacyOrganization: Bool?)>(
    "dmarc-reports-unauthorized", .warning, .dmarc, "RFC 9990 §4",
    title: Wording("A DMARC report address is not authorised", "DMARCレポートの宛先が許可されていない"),
    samples: { specimens in
      [false, true, nil].map { isOfLegacyOrganization in
        .init(
          specimens.below("_report._dmarc"),
          (host: specimens.name, isOfLegacyOrganization: isOfLegacyOrganization))
      }
    },
    statement: { _, values in
      let host = values.host
      return switch values.isOfLegacyOrganization {
      case true?:
        Wording(
          "\(host) has not agreed to take DMARC reports about this domain: receivers that follow RFC 9990 send none there. Those that still follow RFC 7489 do, as both are of one Organizational Domain to them.",
          "\(host) がこのドメインのDMARCレポートの受け取りを許可していないため、RFC 9990に従う受信側はレポートを送りません。旧RFC 7489の受信側は、同じ組織ドメインとみなすため送ります。"
        )
      case false?:
        Wording(
          "\(host) has not agreed to take DMARC reports about this domain: none are sent there.",
          "\(host) がこのドメインのDMARCレポートの受け取りを許可していないため、レポートは送られません。")
      case nil:
        Wording(
          "\(host) has not agreed to take DMARC reports about this domain: receivers that follow RFC 9990 send none there. Those that still follow RFC 7489 may.",
          "\(host) がこのドメインのDMARCレポートの受け取りを許可していないため、RFC 9990に従う受信側はレポートを送りません。旧RFC 7489の受信側は送る場合があります。"
        )
      }
    },
    remedy: { name, _ in
      Wording(
        "Whoever runs that host must publish:", "宛先ホストの管理者に次のレコードの登録を依頼してください。"
      ).above(consent(at: name).flatMap(\.lines))
    },
    edits: { name, _ in consent(at: name) })

  /// With the host that is to get reports, and the addresses that its consent names instead, which are to be at the same
  /// host. The subject is the name at which it agrees.
  let overridden = FindingDeclaration<DMARCReportOverride>(
    "dmarc-reports-overridden", .info, .dmarc, "RFC 9990 §4",
    title: Wording("The host of DMARC reports names another address", "DMARCレポートの宛先が宛先側で変更されている"),
    otherwise: Wording("warning where that is at another host", "別のホストの宛先の場合は警告"),
    samples: { specimens in
      let address = try? DMARCReportURI(Array("mailto:dmarc@\(specimens.name)".utf8)[...])
      return [specimens.name, specimens.domain].map { host in
        .init(
          specimens.below("_report._dmarc"),
          DMARCReportOverride(host: host, addresses: [address].compactMap(\.self)),
          severity: host == specimens.name ? .info : .warning)
      }
    },
    statement: { _, values in
      let host = values.host
      let addresses = values.addresses.map { VisibleText.shortened($0.text) }
      let english = addresses.joined(separator: ", ")
      let japanese = addresses.joined(separator: "、")
      return !values.isElsewhere
        ? Wording(
          "\(host) takes the DMARC reports about this domain at \(english), which its consent names in place of the address in the record.",
          "\(host) は、DMARCレコードの宛先の代わりに、許可レコードで指定した \(japanese) でこのドメインのレポートを受け取ります。")
        : Wording(
          "\(host) wants the DMARC reports about this domain sent to \(english); receivers must not follow to another host, and may send none.",
          "\(host) は、このドメインのDMARCレポートの宛先として \(japanese) を指定しています。別のホストへの変更は認められず、レポートが送られないことがあります。"
        )
    },
    remedy: { name, values in
      guard values.isElsewhere else { return nil }
      return Wording(
        "Name the address in `rua` itself, or have whoever runs that host publish, in place of what is there:",
        "その宛先を `rua` に直接指定するか、宛先ホストの管理者に、現在のレコードに代えて次のレコードの登録を依頼してください。"
      ).above(consent(at: name).flatMap(\.lines))
    },
    edits: { name, values in values.isElsewhere ? consent(at: name) : [] })

  let unknown = FindingDeclaration<(host: DomainName, failure: Failure)>(
    "dmarc-reports-unknown", .unknown, .dmarc, "RFC 9990 §4",
    title: Wording("A DMARC report address could not be verified", "DMARCレポートの宛先を確認できない"),
    failure: { $0.failure },
    samples: { [.init($0.below("_report._dmarc"), (host: $0.name, failure: $0.failure))] },
    statement: { _, values in
      Wording(
        "Whether \(values.host) takes DMARC reports about this domain could not be asked: \(values.failure.wording.english).",
        "\(values.host) がDMARCレポートを受け取るか確認できませんでした: \(values.failure.wording.japanese)。")
    },
    remedy: { _, values in values.failure.remedy })

  let hostTakesNoMail = FindingDeclaration(
    "dmarc-report-host-no-mail", .warning, .dmarc, "RFC 9990 §4",
    title: Wording("A DMARC report address takes no mail", "DMARCレポートの宛先が受信できない"), sample: \.name,
    statement: { host in
      Wording(
        "DMARC reports are to be sent to \(host), which takes no mail.",
        "DMARCレポートの送付先 \(host) はメールを受信しません。")
    },
    remedy: { _ in .nameAnotherAddress })

  /// With the number of mail domains.
  let hostsTooMany = FindingDeclaration<Int>(
    "dmarc-report-hosts-many", .info, .dmarc, "RFC 9990 §4",
    title: Wording("DMARC has too many report addresses", "DMARCレポートの宛先が多すぎる"),
    samples: { [.init($0.recordName, 21)] },
    statement: { _, count in
      Wording(
        "The DMARC record names \(count.grouped) mail domains for reports; only \(DMARCFacts.maximumReportHosts) were looked at, and receivers may serve no more than two.",
        "DMARCレコードにレポート送付先のドメインが\(count.grouped)個あります。確認したのは\(DMARCFacts.maximumReportHosts)個までで、受信側が送るのは2か所までかもしれません。"
      )
    },
    remedy: { _, _ in Wording("Send the reports to one or two addresses.", "送付先を1〜2か所に絞ってください。") })

  /// With the number of MX records of a mail domain that is to get reports.
  let hostExchangesTooMany = FindingDeclaration<Int>(
    "dmarc-report-host-mx-many", .info, .dmarc, "RFC 5321 §5.1",
    title: Wording("The domain that is to get DMARC reports has too many MX hosts", "DMARCレポートの宛先のMXが多すぎる"),
    samples: { [.init($0.name, 11)] },
    statement: { host, count in
      Wording(
        "DMARC reports are to be sent to \(host), which has \(count.grouped) MX records; none of the first \(DMARCReportHost.maximumExchanges) takes mail, and the others were not looked at.",
        "DMARCレポートの送付先 \(host) にMXレコードが\(count.grouped)個あります。先頭の\(DMARCReportHost.maximumExchanges)個のホストはいずれもメールを受信できず、残りは確認していません。"
      )
    },
    remedy: { _, _ in .nameAnotherAddress })
}

/// What the consent of the host of a report address names in place of it (RFC 9990 §4).
struct DMARCReportOverride: Sendable {
  let host: DomainName
  let addresses: [DMARCReportURI]

  /// Whether it leads to another host, where receivers must not follow.
  var isElsewhere: Bool { !addresses.allSatisfy { $0.domain == host } }
}

/// What the host is to publish for reports to be sent to the address that the domain names.
private func consent(at name: String) -> [RecordEdit] {
  DomainName(name).map { [.text("v=DMARC1".utf8, at: $0, removing: .every(.txt))] } ?? []
}

extension Finding {
  static let dmarcReports = DMARCReportFindings()
}

extension Wording {
  fileprivate static let nameAnotherAddress = Wording(
    "Name an address that takes mail.", "メールを受信できる宛先に変更してください。")
}
