/// What MX records do wrong (RFC 5321 §5.1, RFC 7505).
struct MXFindings: FindingGroup {
  let unknown = FindingDeclaration<Failure>(
    unknown: "mx-unknown", .mx, "RFC 5321 §5.1",
    title: Wording("MX could not be asked", "MXを確認できない"), sample: \.domain,
    statement: { domain, failure in
      Wording(
        "The MX records of \(domain) could not be asked: \(failure.wording.english).",
        "\(domain) のMXレコードを確認できませんでした: \(failure.wording.japanese)。")
    })

  let hostUnknown = FindingDeclaration<Failure>(
    unknown: "mx-host-unknown", .mx, "RFC 5321 §5.1",
    title: Wording("The addresses of an MX host could not be asked", "MXホストのアドレスを確認できない"), sample: \.name,
    statement: { host, failure in
      Wording(
        "The addresses of the MX host \(host) could not be asked: \(failure.wording.english).",
        "MXホスト \(host) のアドレスを確認できませんでした: \(failure.wording.japanese)。")
    })

  let noHostHasAddress = FindingDeclaration(
    "mx-no-address", .critical, .mx, "RFC 5321 §5.1",
    title: Wording("No MX host has an address", "どのMXホストにもアドレスがない"), sample: \.domain,
    statement: { domain in
      Wording(
        "No MX host of \(domain) can be reached by an address: its mail is lost.",
        "\(domain) のMXホストのいずれにもアドレスがなく、メールが届きません。")
    },
    remedy: { _ in .giveTheHostAnAddress })

  let hostWithoutAddress = FindingDeclaration(
    "mx-host-without-address", .warning, .mx, "RFC 5321 §5.1",
    title: Wording("An MX host has no address", "MXホストにアドレスがない"), sample: \.name,
    statement: { host in
      Wording("The MX host \(host) has no address.", "MXホスト \(host) にアドレス(A/AAAA)がありません。")
    },
    remedy: { _ in .giveTheHostAnAddress })

  /// With the name that it leads to, and the MX record that names it.
  let isAlias = FindingDeclaration<(target: DomainName, correction: MXCorrection)>(
    "mx-cname", .warning, .mx, "RFC 2181 §10.3",
    title: Wording("An MX host is a CNAME", "MXホストがCNAME"),
    samples: { [.init($0.name, (target: $0.domain, correction: $0.correction))] },
    statement: { host, values in
      Wording(
        "The MX host \(host) is a CNAME (to \(values.target)), which an MX host must not be.",
        "MXホスト \(host) がCNAME(→ \(values.target))です。MXにCNAMEは指定できません。")
    },
    remedy: { _, values in
      Wording("Name the host itself in the MX record:", "MXレコードにはホスト名自体を指定してください。")
        .above(values.correction.edits.flatMap(\.lines))
    },
    edits: { $1.correction.edits })

  /// With the address, and the MX record that names it.
  let isAddressLiteral = FindingDeclaration<(address: IPAddress, correction: MXCorrection)>(
    "mx-ip-literal", .warning, .mx, "RFC 1035 §3.3.9",
    title: Wording("MX names an address, not a host", "MXがホスト名ではなくIPアドレス"),
    samples: { specimens in
      [IPAddress("192.0.2.1"), IPAddress("2001:db8::1")].map { address in
        .init(specimens.domain, address.map { (address: $0, correction: specimens.correction) })
      }
    },
    statement: { host, values in
      // What a zone file makes of an address without a final dot shows only where it has been put together.
      let shown = host.hasPrefix("\(values.address).") ? host : nil
      return Wording(
        "An MX record names the address \(values.address) where a host name belongs"
          + (shown.map { "; a zone file makes \($0) of it." } ?? "."),
        "MXレコードにホスト名ではなくIPアドレス \(values.address) が書かれています"
          + (shown.map { "(ゾーンファイルでは \($0) という名前になります)。" } ?? "。"))
    },
    remedy: { _, values in
      Wording(
        "Publish a host with the address, and name it in place of it in the MX record:",
        "そのアドレスを持つホストを登録し、このMXレコードの代わりに指定してください。"
      ).above(values.correction.edits(for: values.address).flatMap(\.lines))
    },
    edits: { $1.correction.edits(for: $1.address) })

  let privateAddress = FindingDeclaration<IPAddress>(
    "mx-private-address", .warning, .mx, "RFC 1918 §3",
    title: Wording("An MX host has a private address", "MXホストがプライベートアドレス"),
    samples: { [.init($0.name, IPAddress("10.0.0.1")), .init($0.name, IPAddress("240.0.0.1"))] },
    statement: { host, address in
      guard address.isPrivate else {
        return Wording(
          "The MX host \(host) has the address \(address), at which nobody on the Internet can be reached (special-purpose address).",
          "MXホスト \(host) のアドレス \(address) は特殊用途のアドレスで、インターネットから到達できません。")
      }
      return Wording(
        "The MX host \(host) has the private address \(address): an internal view of DNS, or a mistake in the zone.",
        "MXホスト \(host) がプライベートアドレス \(address) です。内部向けDNSの応答か、ゾーンの誤りです。")
    },
    remedy: { _, _ in
      Wording(
        "For the view from outside ask a public resolver: add `--server 1.1.1.1`. If it says the same, correct the zone.",
        "`--server 1.1.1.1` を付けて外部からの見え方を確認し、同じ結果ならゾーンを修正してください。")
    })

  /// With the verification host.
  let onlyVerification = FindingDeclaration<DomainName>(
    "mx-verification-only", .critical, .mx, "RFC 5321 §5.1",
    title: Wording("The only MX is a verification host", "MXがドメイン確認用ホストだけ"),
    samples: { [.init($0.domain, $0.name)] },
    statement: { domain, host in
      Wording(
        "The only MX of \(domain) is \(host), which only proves whose the domain is and takes no mail.",
        "\(domain) のMXはドメイン確認用のホスト \(host) だけで、メールを受信できません。")
    },
    remedy: { domain, _ in .publishMX(of: domain) }, edits: { domain, _ in nullMX(domain) })

  /// With the record that is to go.
  let verificationLeftover = FindingDeclaration<MXCorrection>(
    "mx-verification-leftover", .info, .mx, "RFC 5321 §5.1",
    title: Wording("A verification host is left over in MX", "ドメイン確認用のMXが残っている"),
    samples: { [.init("ms12345678.msv1.invalid", $0.correction)] },
    statement: { host, _ in
      Wording(
        "\(host) is left over from a proof of whose the domain is; no mail flows there.",
        "\(host) はドメイン所有確認の名残で、メールは流れません。")
    },
    remedy: { host, _ in
      Wording("Take the MX record \(host) out.", "MXレコード \(host) を削除してください。")
    },
    edits: { $1.edits })

  /// With the record, and whether there is no other one.
  let nullNotAlone = FindingDeclaration<(correction: MXCorrection, isOnly: Bool)>(
    "mx-null-not-alone", .warning, .mx, "RFC 7505 §3",
    title: Wording("A null MX stands beside other MX records", "null MXとほかのMXが混在"),
    samples: { specimens in
      [false, true].map { .init(DomainName.root, (correction: specimens.correction, isOnly: $0)) }
    },
    statement: { _, _ in
      Wording(
        "An MX record names the root (`.`) without being a null MX: alone, and with preference 0.",
        "MXに `.` が指定されていますが、null MX(単独かつ優先度0)になっていません。")
    },
    remedy: { _, values in
      let lead =
        values.isOnly
        ? Wording(
          "Publish the MX of the system that is to take the mail, or, if the domain is to take none, this as the only MX record:",
          "受信に使うシステムのMXを登録してください。受信しないドメインなら、次のMXだけを登録します。")
        : Wording(
          "Take it out; or, if the domain is to take no mail, leave this as the only MX record:",
          "削除してください。受信しないドメインなら、次のMXだけを残します。")
      return lead.above(RecordEdit.nullMX(at: values.correction.domain).lines)
    },
    edits: { $1.isOnly ? [.nullMX(at: $1.correction.domain)] : $1.correction.edits })

  /// With the name that was meant, and the record.
  let finalDotMissing = FindingDeclaration<(meant: DomainName, correction: MXCorrection)>(
    "mx-final-dot-missing", .warning, .mx, "RFC 1035 §5.1",
    title: Wording("The final dot of an MX host is missing", "MXホストの末尾のドットがない"),
    samples: { [.init($0.domain, (meant: $0.name, correction: $0.correction))] },
    statement: { host, values in
      let meant = values.meant
      return Wording(
        "The MX host \(host) does not exist; \(meant) was probably meant, and its final dot is missing in the zone file.",
        "MXホスト \(host) は存在しません。ゾーンファイルで \(meant) の末尾のドットが抜けている可能性があります。")
    },
    remedy: { _, values in
      Wording("Write it with the dot:", "末尾にドットを付けて書いてください。")
        .above(values.correction.edits.flatMap(\.lines))
    },
    edits: { $1.correction.edits })

  /// With the number of records.
  let tooMany = FindingDeclaration<Int>(
    "mx-too-many", .warning, .mx, "RFC 5321 §5.1",
    title: Wording("There are too many MX records", "MXレコードが多すぎる"), samples: { [.init($0.domain, 51)] },
    statement: { domain, count in
      Wording(
        "\(domain) has \(count.grouped) MX records; only the first \(MXFacts.maximumHosts) were looked at.",
        "\(domain) のMXレコードが\(count.grouped)個あります。先頭の\(MXFacts.maximumHosts)個だけを調べました。")
    },
    remedy: { _, _ in Wording("Publish fewer MX records.", "MXレコードを減らしてください。") })

  /// With the host that takes the mail now; nil where none can from the Internet.
  let implicit = FindingDeclaration<DomainName?>(
    "mx-implicit", .info, .mx, "RFC 5321 §5.1",
    title: Wording("Mail goes to the domain's own address", "MXがなくドメイン自身のアドレスに配送される"),
    samples: { [.init($0.domain, .some($0.domain)), .init($0.domain, .some(nil))] },
    statement: { domain, _ in
      Wording(
        "\(domain) has no MX: mail goes to its own address (implicit MX).",
        "\(domain) にMXがないため、メールはドメイン自身のアドレスに送られます(implicit MX)。")
    },
    remedy: { domain, host in
      guard let host else {
        return Wording(
          "Publish an MX record, or a null MX if the domain takes no mail:",
          "MXレコードを登録してください。受信しないドメインなら次のnull MXを登録します。"
        ).above(["\(domain). MX 0 ."])
      }
      return Wording(
        "Publish an MX record, such as the first for the host that takes it now, or the second (null MX) if the domain takes no mail:",
        "MXレコードを登録してください。現在受信しているホストなら1行目、受信しないドメインなら2行目(null MX)です。"
      ).above(["\(domain). MX 10 \(host).", "\(domain). MX 0 ."])
    },
    edits: { domain, host in
      guard let host, let owner = DomainName(domain) else { return nullMX(domain) }
      return [RecordEdit(owner: owner, added: [.mx(preference: 10, exchange: host)])]
    })

  let absent = FindingDeclaration(
    "mx-absent", .info, .mx, "RFC 7505 §1",
    title: Wording("The domain takes no mail", "ドメインがメールを受信しない"), sample: \.domain,
    statement: { domain in
      Wording(
        "\(domain) has neither MX nor address: it takes no mail.",
        "\(domain) にはMXもアドレスもなく、メールを受信しません。")
    },
    remedy: { .publishMX(of: $0) }, edits: nullMX)
}

extension Finding {
  static let mx = MXFindings()
}

@Sendable private func nullMX(_ domain: String) -> [RecordEdit] {
  DomainName(domain).map { [.nullMX(at: $0)] } ?? []
}

extension FindingSpecimens {
  fileprivate var correction: MXCorrection {
    MXCorrection(domain: domain, preference: 10, host: name, target: domain)
  }
}

extension MXCorrection {
  /// For a record that names an address: a host with that address below the domain.
  fileprivate func edits(for address: IPAddress) -> [RecordEdit] {
    guard let name = target else { return [] }
    let data: RecordData =
      switch address {
      case .v4(let address): .a(address)
      case .v6(let address): .aaaa(address)
      }
    return [RecordEdit(owner: name, added: [data])] + edits
  }
}

extension Wording {
  fileprivate static let giveTheHostAnAddress = Wording(
    "Name a host that has an A or AAAA record in the MX record, or publish one for it.",
    "A/AAAAレコードのあるホストをMXに指定するか、そのホストのA/AAAAレコードを登録してください。")

  fileprivate static func publishMX(of domain: String) -> Wording {
    Wording(
      "Publish the MX of the system that is to take the mail, or, if none is, a null MX:",
      "受信に使うシステムのMXを登録してください。受信しない場合は、次のnull MXを登録します。"
    ).above(["\(domain). MX 0 ."])
  }
}
