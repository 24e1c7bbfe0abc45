/// How the name servers of a zone are set up, apart from whether they hold it (RFC 2182, RFC 9210, RFC 6891).
struct ServiceFindings: FindingGroup {
  let singleServer = FindingDeclaration<Void>(
    "ns-single-server", .warning, .ns, "RFC 2182 §5",
    title: Wording("There is a single name server", "ネームサーバが1台しかない"), sample: \.domain,
    statement: { zone in
      Wording(
        "\(zone) has a single name server: when it fails, no mail for the domain arrives, and none of its own passes SPF or DKIM.",
        "\(zone) のネームサーバが1台だけです。停止すると、ドメイン宛てのメールが届かず、ドメインからのメールもSPFとDKIMの認証に失敗します。")
    },
    remedy: { _ in
      Wording("Add a second one in another network.", "別のネットワークに2台目を追加してください。")
    })

  /// With the network that has all of them.
  let singleNetwork = FindingDeclaration<[IPNetwork]>(
    "ns-single-network", .warning, .ns, "RFC 2182 §3.1",
    title: Wording("All name servers are in one network", "すべてのネームサーバが同じネットワークにある"),
    samples: { [.init($0.domain, IPNetwork("192.0.2.0/24").map { [$0] })] },
    statement: { zone, networks in
      let list = networks.map(\.description).listed
      return Wording(
        "All name servers of \(zone) are in one network, \(list.english): one fault can take all of them away.",
        "\(zone) のネームサーバがすべて同じネットワーク \(list.japanese) にあり、1か所の障害ですべて停止するおそれがあります。")
    },
    remedy: { _, _ in
      Wording("Have one of them in another network.", "少なくとも1台を別のネットワークに置いてください。")
    })

  let withoutIPv6 = FindingDeclaration<Void>(
    "ns-no-ipv6", .info, .ns, "docs/ns.md",
    title: Wording("No name server has an IPv6 address", "IPv6アドレスを持つネームサーバがない"), sample: \.domain,
    statement: { zone in
      Wording("No name server of \(zone) has an IPv6 address.", "\(zone) のネームサーバにIPv6アドレスを持つものがありません。")
    })

  /// About a server.
  let openResolver = FindingDeclaration<Void>(
    "ns-open-recursion", .warning, .ns, "RFC 5358 §4",
    title: Wording("A name server resolves for others", "再帰問い合わせに応じるネームサーバがある"),
    sample: { "\($0.name) (192.0.2.53)" },
    statement: { server in
      Wording(
        "The name server \(server) resolves names that it does not hold, at least for where this ran: it can be misused for attacks, and its cache can be poisoned.",
        "ネームサーバ \(server) が、少なくともこの環境からの再帰問い合わせに応じます。攻撃の踏み台にされたり、キャッシュを汚染されたりするおそれがあります。")
    },
    remedy: { _ in
      Wording(
        "Let it answer for its own zones only (BIND: recursion no), and resolve elsewhere.",
        "自身が持つゾーンだけに応答させ(BINDでは recursion no)、名前解決は別のサーバで行ってください。")
    })

  /// About a server.
  let tcpRefused = FindingDeclaration<Failure>(
    "ns-tcp-refused", .warning, .ns, "RFC 9210 §3",
    title: Wording("A name server does not answer over TCP", "TCPで応答しないネームサーバがある"), failure: { $0 },
    samples: { [.init("\($0.name) (192.0.2.53)", $0.failure)] },
    statement: { server, failure in
      Wording(
        "The name server \(server) does not answer over TCP, while it does over UDP: \(failure.wording.english). What does not fit into UDP, such as long SPF or DKIM records, is lost.",
        "ネームサーバ \(server) がTCPで応答しません(UDPでは応答): \(failure.wording.japanese)。長いSPFやDKIM鍵など、UDPに収まらないレコードを取得できません。"
      )
    },
    remedy: { _, _ in
      Wording("Let TCP through to its port 53.", "53番ポートへのTCPの通信を許可してください。")
    })

  /// About a server.
  let ednsBroken = FindingDeclaration<Void>(
    "ns-edns-broken", .warning, .ns, "RFC 6891 §7",
    title: Wording("A name server does not cope with EDNS", "EDNSに正しく応答しないネームサーバがある"),
    sample: { "\($0.name) (192.0.2.53)" },
    statement: { server in
      Wording(
        "The name server \(server) answers only queries without EDNS(0): resolvers of today may not get an answer, or only slowly.",
        "ネームサーバ \(server) はEDNS(0)付きの問い合わせに正しく応答しません。現在のリゾルバでは、応答を得られないか、遅れるおそれがあります。")
    },
    remedy: { _ in
      Wording(
        "Bring its software up to date, or let packets with EDNS through the firewall.",
        "サーバのソフトウェアを更新するか、ファイアウォールでEDNS付きのパケットを許可してください。")
    })

  /// About a server; with the number of keys that DS records name; critical, since resolvers that validate refuse all.
  let keysUnmatched = FindingDeclaration<(zone: DomainName, hasKeys: Bool)>(
    "ns-ds-unmatched", .critical, .ns, "RFC 4035 §5",
    title: Wording("No DS record names a key of the zone", "DSレコードに対応するDNSSECの鍵がない"),
    samples: { specimens in
      [true, false].map { .init("\(specimens.name) (192.0.2.53)", (zone: specimens.domain, hasKeys: $0)) }
    },
    statement: { server, values in
      values.hasKeys
        ? Wording(
          "No DS record of \(values.zone) in the zone above names a key (DNSKEY) that \(server) has: resolvers that validate get no answer for the domain.",
          "親ゾーンにある \(values.zone) のDSレコードに対応する鍵(DNSKEY)が \(server) にありません。DNSSECを検証するリゾルバでは、ドメインを解決できません。")
        : Wording(
          "The zone above has DS records for \(values.zone), and \(server) has no keys (DNSKEY): resolvers that validate get no answer for the domain.",
          "親ゾーンに \(values.zone) のDSレコードがありますが、\(server) に鍵(DNSKEY)がありません。DNSSECを検証するリゾルバでは、ドメインを解決できません。")
    },
    remedy: { _, values in
      Wording(
        "Register the DS records of the keys in use, or take the DS records of \(values.zone) out.",
        "使用中の鍵のDSレコードを登録するか、\(values.zone) のDSレコードを削除してください。")
    })

  /// About a server.
  let keysUnknown = FindingDeclaration<Failure>(
    unreached: "ns-keys-unknown", .ns, "RFC 4035 §5",
    title: Wording("The keys of a zone could not be asked", "DNSSECの鍵を確認できない"),
    sample: { "\($0.name) (192.0.2.53)" },
    statement: { server, failure in
      Wording(
        "The keys (DNSKEY) that go with the DS records could not be asked of \(server): \(failure.wording.english).",
        "DSレコードに対応する鍵(DNSKEY)を \(server) に確認できませんでした: \(failure.wording.japanese)。")
    })

  /// About a server; with when its signature ended.
  let signaturesEnded = FindingDeclaration<(zone: DomainName, end: UInt32, others: Bool)>(
    "ns-signature-ended", .critical, .ns, "RFC 4035 §5.3.1",
    title: Wording("A name server's signatures have ended", "署名の期限が切れたネームサーバがある"),
    otherwise: Wording("info for a zone without DS records", "DSレコードのないゾーンの場合は情報"),
    samples: { specimens in
      [true, false].map {
        .init("\(specimens.name) (192.0.2.53)", (zone: specimens.domain, end: 1_790_000_000, others: $0))
      }
    },
    statement: { server, values in
      let end = RecordData.SignatureTime(seconds: values.end).readable
      let rest =
        values.others
        ? Wording(
          " Other servers have newer ones: this one has an old copy of the zone.",
          "ほかのサーバの署名は有効で、このサーバのゾーンだけが古いままです。")
        : Wording(verbatim: "")
      return Wording(
        "The signatures (RRSIG) of \(values.zone) on \(server) ended on \(end): resolvers that validate refuse them.\(rest.english)",
        "\(server) にある \(values.zone) の署名(RRSIG)は \(end)に期限が切れており、DNSSECを検証するリゾルバに拒否されます。\(rest.japanese)")
    },
    remedy: { _, values in
      values.others
        ? Wording(
          "Let it fetch the zone anew, and see why it no longer did.", "サーバにゾーンを取得し直させ、取得が止まった原因を確認してください。")
        : Wording("Sign the zone anew.", "ゾーンに署名し直してください。")
    })
}

extension Finding {
  static let nameService = ServiceFindings()
}

extension RecordData.SignatureTime {
  /// `2026-09-21 14:13 UTC`.
  fileprivate var readable: String {
    let digits = Array(description)
    guard digits.count == 14 else { return description }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8)) \(part(8..<10)):\(part(10..<12)) UTC"
  }
}
