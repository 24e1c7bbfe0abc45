/// What receivers miss in the hosts that a domain's mail leaves from.
struct HostsFindings: FindingGroup {
  /// Who sends hangs on it.
  let sendersUnknown = FindingDeclaration<Failure>(
    unknown: "hosts-senders-unknown", .hosts, "RFC 7208 §4.4",
    title: Wording("The sending addresses are not known", "送信元アドレスを確認できない"), sample: \.domain,
    statement: { domain, failure in
      Wording(
        "Which addresses send for \(domain) could not be asked: \(failure.wording.english).",
        "\(domain) の送信元アドレスを確認できませんでした: \(failure.wording.japanese)。")
    })

  /// With why others may send, and how many addresses were looked at.
  let sendersPartial = FindingDeclaration<(gap: SendingAddresses.Gap, count: Int)>(
    "hosts-senders-partial", .info, .hosts, "docs/hosts.md",
    title: Wording("Not all sending addresses are looked at", "確認していない送信元アドレスがある"),
    samples: { specimens in
      [(SendingAddresses.Gap.tooMany, 1), (.tooMany, 0), (.unlisted, 0), (.everybody, 0), (.unsaid, 0)].map {
        .init(specimens.domain, (gap: $0.0, count: $0.1))
      }
    },
    statement: { domain, values in
      let reason =
        switch values.gap {
        case .tooMany: Wording("SPF lets too many addresses send", "SPFで許可されたアドレスが多い")
        case .unlisted:
          Wording("SPF has terms whose senders can't be listed", "SPFに送信元を列挙できない項がある")
        case .everybody: Wording("SPF lets everybody send", "SPFですべての送信元が許可されている")
        case .unsaid, .unknown: Wording("no SPF record says who sends", "SPFに送信元の記載がない")
        }
      let looked =
        values.count == 0
        ? Wording("None of the addresses that send for \(domain) is looked at", "\(domain) の送信元アドレスは確認していません")
        : Wording(
          "Only \(values.count) of the addresses that may send for \(domain) \(values.count == 1 ? "is" : "are") looked at",
          "\(domain) の送信元アドレスのうち\(values.count)個だけを確認しました")
      return Wording("\(looked.english): \(reason.english).", "\(looked.japanese)(\(reason.japanese)ため)。")
    },
    remedy: { _, _ in
      Wording(
        "Name the addresses that the mail really leaves from: --ip ADDR, again for more.",
        "実際の送信元アドレスを --ip で指定してください(複数指定可)。")
    })

  /// About an address.
  let pointerUnknown = FindingDeclaration<Failure>(
    unknown: "ptr-unknown", .hosts, "RFC 1912 §2.1",
    title: Wording("A reverse name could not be asked", "逆引き名を確認できない"),
    sample: { _ in "192.0.2.25" },
    statement: { address, failure in
      Wording(
        "The name of \(address) (PTR), or the address of that name, could not be asked: \(failure.wording.english).",
        "\(address) の逆引き名(PTR)、またはその名前のアドレスを確認できませんでした: \(failure.wording.japanese)。")
    })

  /// About an address; with whose it is where that is a provider.
  let pointerMissing = FindingDeclaration<(record: DomainName, provider: Wording?)>(
    "ptr-missing", .warning, .hosts, "RFC 1912 §2.1",
    title: Wording("A sending address has no reverse name", "送信元アドレスに逆引き名がない"),
    otherwise: Wording("info for an address of a provider", "事業者のアドレスの場合は情報"),
    samples: { specimens in
      [
        .init("192.0.2.25", (record: specimens.name, provider: nil)),
        .init(
          "192.0.2.25", (record: specimens.name, provider: Wording(verbatim: specimens.name.description)),
          severity: .info),
      ]
    },
    statement: { address, values in
      Wording(
        "\(address), from which the domain's mail leaves, has no name in DNS (PTR): large receivers refuse mail from such an address.",
        "送信元 \(address) に逆引き名(PTR)がありません。大手の受信側では、逆引き名のないアドレスからのメールが拒否されます。")
    },
    remedy: { _, values in
      if let provider = values.provider { return .tell(provider) }
      return Wording(
        "Have the network's provider publish a PTR record at \(values.record), and publish the address at the name that it gives.",
        "回線事業者に \(values.record) のPTRレコードの登録を依頼し、その名前に同じアドレスを登録してください。")
    })

  /// About an address; with the names that do not have it.
  let pointerUnconfirmed = FindingDeclaration<(names: [DomainName], provider: Wording?)>(
    "ptr-unconfirmed", .warning, .hosts, "RFC 1912 §2.1",
    title: Wording("The reverse name of a sending address is not confirmed", "送信元アドレスの逆引き名が正引きと一致しない"),
    otherwise: Wording("info for an address of a provider", "事業者のアドレスの場合は情報"),
    samples: { specimens in
      [
        .init("192.0.2.25", (names: [specimens.name], provider: nil)),
        .init(
          "192.0.2.25", (names: [specimens.name], provider: Wording(verbatim: specimens.name.description)),
          severity: .info),
      ]
    },
    statement: { address, values in
      let names = values.names.prefix(3).map(\.description).listed
      return Wording(
        "The name of \(address), from which the domain's mail leaves, is \(names.english) (PTR), and that name does not have the address: large receivers refuse mail from such an address.",
        "送信元 \(address) の逆引き名(PTR) \(names.japanese) に、このアドレスが登録されていません。大手の受信側では、正引きと一致しないアドレスからのメールが拒否されます。"
      )
    },
    remedy: { address, values in
      if let provider = values.provider { return .tell(provider) }
      return Wording(
        "Publish \(address) at the name of the PTR record, or have the PTR record name the host that has the address.",
        "PTRの名前に \(address) を登録するか、PTRレコードを、このアドレスを持つホスト名に変更してください。")
    })
}

extension Finding {
  static let hosts = HostsFindings()
}

extension Wording {
  /// What to do about an address that is a provider's.
  fileprivate static func tell(_ provider: Wording) -> Wording {
    Wording(
      "It is an address of \(provider.english): tell them.", "事業者(\(provider.japanese))のアドレスです。事業者に連絡してください。")
  }
}
