/// What lists say of a domain and of the addresses that its mail leaves from (RFC 5782).
struct BlocklistFindings: FindingGroup {
  private static let zen = DomainName("zen.spamhaus.org").flatMap { Blocklist(zone: $0) }
  private static let dbl = DomainName("dbl.spamhaus.org").flatMap { Blocklist(zone: $0) }

  private static func listing(_ code: String, of list: Blocklist?) -> BlocklistListing? {
    guard let list, let code = IPv4Address(code) else { return nil }
    return BlocklistListing([code], of: list)
  }

  /// About an address; with whose it is where that is a provider.
  let listed = FindingDeclaration<(listing: BlocklistListing, provider: Wording?)>(
    "blocklist-listed", .warning, .hosts, "RFC 5782 §2.1",
    title: Wording("A sending address is on a blocklist", "送信元アドレスがブロックリストに登録されている"),
    otherwise: Wording("info for an address of a provider", "事業者のアドレスの場合は情報"),
    samples: { specimens in
      [
        .init("192.0.2.25", listing("127.0.0.2", of: zen).map { (listing: $0, provider: nil) }),
        .init("192.0.2.25", listing("127.0.0.10", of: zen).map { (listing: $0, provider: nil) }),
        .init(
          "192.0.2.25",
          listing("127.0.0.3", of: zen).map {
            (listing: $0, provider: Wording(verbatim: specimens.name.description))
          },
          severity: .info),
      ]
    },
    statement: { address, values in
      let list = values.listing.wording
      if let provider = values.provider {
        return Wording(
          "\(address) is on \(list.english). It is an address of \(provider.english): a matter of the provider, not of the domain.",
          "\(address) が\(list.japanese)に登録されています。これは事業者(\(provider.japanese))のアドレスで、ドメイン側の問題ではありません。")
      }
      if values.listing.isPolicy {
        return Wording(
          "\(address), from which the domain's mail leaves, is on \(list.english): by the rules of its network no mail is to come from there directly, and receivers refuse it.",
          "送信元 \(address) が\(list.japanese)に登録されています。直接メールを送信しないはずのネットワークとされ、受信側に拒否されます。")
      }
      return Wording(
        "\(address), from which the domain's mail leaves, is on \(list.english): receivers that ask this list refuse the mail or take it for spam.",
        "送信元 \(address) が\(list.japanese)に登録されています。このリストを使う受信側で、メールが拒否されるか迷惑メールになります。")
    },
    remedy: { address, values in
      let place = values.listing.place
      if let provider = values.provider {
        return Wording(
          "Tell \(provider.english); nothing in the domain's DNS mends it.",
          "\(provider.japanese)に連絡してください。ドメインのDNSでは対処できません。")
      }
      if values.listing.isPolicy {
        return Wording(
          "Send through the relay of the network's provider, or have the address taken out" + place.english
            + ".", "回線事業者のメールサーバを経由して送信するか、登録の解除を申請してください" + place.japanese + "。")
      }
      return Wording(
        "Find and stop what was sent from there, then have the address taken out" + place.english + ".",
        "原因となった送信を特定して止めてから、登録の解除を申請してください" + place.japanese + "。")
    })

  /// About the domain.
  let domainListed = FindingDeclaration<BlocklistListing>(
    "blocklist-domain-listed", .warning, .hosts, "RFC 5782 §3",
    title: Wording("The domain is on a blocklist", "ドメインがブロックリストに登録されている"),
    samples: { [.init($0.domain, listing("127.0.1.2", of: dbl))] },
    statement: { domain, listing in
      let list = listing.wording
      return Wording(
        "\(domain) is on \(list.english): receivers that ask this list refuse mail in which the domain appears, whoever sends it.",
        "\(domain) が\(list.japanese)に登録されています。このリストを使う受信側では、送信元によらず、このドメインを含むメールが拒否されます。")
    },
    remedy: { _, listing in
      Wording(
        "Find and stop what the domain was used for, then have it taken out" + listing.place.english + ".",
        "原因となった利用を特定して止めてから、登録の解除を申請してください" + listing.place.japanese + "。")
    })

  /// About an address; with the list.
  let praised = FindingDeclaration<DomainName>(
    "blocklist-praised", .info, .hosts, "RFC 5782 §2.3",
    title: Wording("A sending address has a good reputation", "送信元アドレスの評価が良い"),
    samples: { [.init("192.0.2.25", $0.name)] },
    statement: { address, list in
      Wording(
        "\(address) has a good reputation at \(list): its answer is praise, and no listing.",
        "\(address) は \(list) で高く評価されています(ブロックリストへの登録ではありません)。")
    })

  /// About a list.
  let unknown = FindingDeclaration<BlocklistDoubt>(
    "blocklist-unknown", .unknown, .hosts, "RFC 5782 §5",
    title: Wording("A blocklist could not be asked", "ブロックリストを確認できない"),
    failure: { $0.failure },
    samples: { specimens in
      [
        BlocklistDoubt.failed(specimens.failure), .testEntryMissing, .listsEverything,
        IPv4Address("127.255.255.254").map(BlocklistDoubt.refused),
        IPv4Address("127.255.255.252").map(BlocklistDoubt.refused),
        IPv4Address("127.255.255.255").map(BlocklistDoubt.refused),
        IPv4Address("198.51.100.1").map(BlocklistDoubt.outside),
      ].map { .init(specimens.name, $0) }
    },
    statement: { list, doubt in
      Wording(
        "What \(list) lists is not known: \(doubt.wording.english).",
        "\(list) の登録状況を確認できませんでした: \(doubt.wording.japanese)。")
    },
    remedy: { _, doubt in doubt.remedy })
}

extension Finding {
  static let blocklists = BlocklistFindings()
}
