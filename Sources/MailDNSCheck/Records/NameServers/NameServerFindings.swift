/// What is wrong with the name servers of a zone, one by one and together.
struct NameServerFindings: FindingGroup {
  /// About a zone none of whose servers could be asked.
  let serversUnknown = FindingDeclaration<Failure>(
    unreached: "ns-servers-unknown", .ns, "RFC 2182 §3",
    title: Wording("No name server could be asked", "どのネームサーバにも問い合わせできない"), sample: \.domain,
    statement: { zone, failure in
      Wording(
        "None of the name servers of \(zone) could be asked: \(failure.wording.english).",
        "\(zone) のネームサーバのいずれにも問い合わせできませんでした: \(failure.wording.japanese)。")
    })

  /// About a server, of a zone.
  let silent = FindingDeclaration<(zone: DomainName, failure: Failure)>(
    "ns-unreachable", .warning, .ns, "RFC 2182 §3.2",
    title: Wording("A name server does not answer", "応答しないネームサーバがある"), failure: { $0.failure },
    samples: { [.init(Self.server($0), (zone: $0.domain, failure: $0.failure))] },
    statement: { server, values in
      Wording(
        "\(server), a name server of \(values.zone), did not answer, while others do: \(values.failure.wording.english).",
        "\(values.zone) のネームサーバ \(server) が応答しません(ほかのサーバは応答): \(values.failure.wording.japanese)。")
    },
    remedy: { server, _ in
      Wording(
        "Bring \(server) back, or take it out of the NS records and of the registration.",
        "\(server) を復旧するか、NSレコードとレジストラの登録から削除してください。")
    })

  /// About a server, of a zone; critical where no server holds it.
  let lame = FindingDeclaration<(zone: DomainName, lameness: Lameness)>(
    "ns-lame", .warning, .ns, "RFC 9499 §7",
    title: Wording("A name server does not hold the zone", "ゾーンを持たないネームサーバがある(lame delegation)"),
    otherwise: Wording("critical where no server holds it", "ゾーンを持つサーバが1台もない場合は重大"),
    samples: { specimens in
      [
        Lameness.responseCode(.refused), .upwardReferral(.root), .upwardReferral(specimens.name),
        .withoutAuthority,
      ].map { .init(Self.server(specimens), (zone: specimens.domain, lameness: $0)) }
    },
    statement: { server, values in
      let reason = values.lameness.wording
      return Wording(
        "\(server) answers, and does not hold \(values.zone): \(reason.english).",
        "\(server) は応答しますが、\(values.zone) を持っていません: \(reason.japanese)。")
    },
    remedy: { server, values in
      Wording(
        "Set \(values.zone) up on \(server), or take the server out of the NS records and of the registration.",
        "\(server) に \(values.zone) を設定するか、NSレコードとレジストラの登録から削除してください。")
    })

  /// About a server; with the zone that it should hold, and the one that it speaks for.
  let otherZone = FindingDeclaration<(zone: DomainName, speaker: DomainName)>(
    "ns-other-zone", .warning, .ns, "RFC 9499 §7",
    title: Wording("A name server answers for another zone", "別のゾーンとして応答するネームサーバがある"),
    otherwise: Wording("critical where no server holds it", "ゾーンを持つサーバが1台もない場合は重大"),
    samples: { [.init(Self.server($0), (zone: $0.domain, speaker: $0.name))] },
    statement: { server, values in
      Wording(
        "\(server) does not hold \(values.zone): it answers for the zone \(values.speaker).",
        "\(server) は \(values.zone) を持っておらず、ゾーン \(values.speaker) として応答します。")
    },
    remedy: { server, values in
      Wording(
        "Set \(values.zone) up on \(server), or take the server out of the NS records and of the registration.",
        "\(server) に \(values.zone) を設定するか、NSレコードとレジストラの登録から削除してください。")
    })

  /// About the name of a server.
  let hostUnknown = FindingDeclaration<Failure>(
    unreached: "ns-host-unknown", .ns, "RFC 1034 §5.3.3",
    title: Wording("The address of a name server could not be asked", "ネームサーバのアドレスを確認できない"), sample: \.name,
    statement: { host, failure in
      Wording(
        "The address of the name server \(host) could not be asked: \(failure.wording.english).",
        "ネームサーバ \(host) のアドレスを確認できませんでした: \(failure.wording.japanese)。")
    })

  let hostWithoutAddress = FindingDeclaration<Void>(
    "ns-host-without-address", .warning, .ns, "RFC 1034 §4.2.1",
    title: Wording("A name server has no address", "アドレスのないネームサーバがある"), sample: \.name,
    statement: { host in
      Wording(
        "The name server \(host) has no address: nobody can ask it.", "ネームサーバ \(host) にアドレスがなく、誰も問い合わせできません。")
    },
    remedy: { host in
      Wording(
        "Publish its address, or take \(host) out of the NS records and of the registration.",
        "アドレスを登録するか、\(host) をNSレコードとレジストラの登録から削除してください。")
    })

  /// With where the alias leads.
  let hostAlias = FindingDeclaration<DomainName>(
    "ns-host-alias", .warning, .ns, "RFC 2181 §10.3",
    title: Wording("The name of a name server is an alias", "ネームサーバの名前がCNAMEになっている"),
    samples: { [.init($0.name, $0.domain)] },
    statement: { host, target in
      Wording(
        "The name server \(host) is an alias (CNAME) of \(target): many resolvers do not ask it.",
        "ネームサーバ \(host) が \(target) へのCNAMEです。多くのリゾルバは、このサーバに問い合わせません。")
    },
    remedy: { host, target in
      Wording("Name \(target) in the NS record, not \(host).", "NSレコードには \(host) ではなく \(target) を指定してください。")
    })

  /// With the names that lead around in a circle, or too far.
  let hostObstructed = FindingDeclaration<Void>(
    "ns-host-not-found", .warning, .ns, "RFC 1034 §4.2.1",
    title: Wording("A name server can't be found", "名前を解決できないネームサーバがある"), sample: \.name,
    statement: { host in
      Wording(
        "Nobody finds the address of the name server \(host): the zones that are needed for it need each other, or have no servers.",
        "ネームサーバ \(host) のアドレスを解決できません。解決に必要なゾーンが互いに依存しているか、ゾーンのサーバがありません。")
    },
    remedy: { host in
      Wording(
        "Take \(host) out, or have its zone name servers that can be found.",
        "\(host) を外すか、そのゾーンに解決できるネームサーバを設定してください。")
    })

  let glueMissing = FindingDeclaration<Void>(
    "ns-glue-missing", .warning, .ns, "RFC 9471 §2.1",
    title: Wording("Glue is missing", "グルーレコードがない"), sample: { $0.below("ns1") },
    statement: { host in
      Wording(
        "The zone above refers to the name server \(host) without its address (glue), and nobody finds it otherwise: the name is in the zone itself.",
        "親ゾーンの委任に、ネームサーバ \(host) のアドレス(グルーレコード)がありません。名前が自ゾーン内にあるため、ほかに見つける方法がありません。")
    },
    remedy: { host in
      Wording("Register the address of \(host) at the registrar.", "\(host) のアドレスをレジストラに登録してください。")
    })

  /// With the addresses of the glue, and those that the zone itself has.
  let glueDiffers = FindingDeclaration<(glue: [IPAddress], own: [IPAddress])>(
    "ns-glue-differs", .warning, .ns, "RFC 1034 §4.2.2",
    title: Wording("Glue has other addresses than the zone", "グルーレコードと自ゾーンのアドレスが異なる"),
    samples: { specimens in
      guard let one = IPAddress("192.0.2.53"), let other = IPAddress("198.51.100.53") else { return [nil] }
      return [
        .init(specimens.below("ns1"), (glue: [one], own: [other])),
        .init(specimens.below("ns1"), (glue: [one], own: [])),
      ]
    },
    statement: { host, values in
      let glue = values.glue.map(\.description).listed
      let own = values.own.isEmpty ? Wording("none", "なし") : values.own.map(\.description).listed
      return Wording(
        "The zone above has other addresses for the name server \(host) than the zone itself: \(glue.english) there, \(own.english) in the zone.",
        "ネームサーバ \(host) のアドレスが、親ゾーンのグルーレコードと自ゾーンで異なります。親ゾーン: \(glue.japanese)、自ゾーン: \(own.japanese)。")
    },
    remedy: { host, _ in
      Wording(
        "Register the addresses that \(host) really has, and publish the same in the zone.",
        "\(host) の実際のアドレスに、レジストラの登録と自ゾーンのレコードを揃えてください。")
    })

  /// About a server, of a zone.
  let addressUnusable = FindingDeclaration<DomainName>(
    "ns-address-private", .warning, .ns, "RFC 6890 §2.2",
    title: Wording("A name server has an address that nobody can reach", "到達できないアドレスのネームサーバがある"),
    samples: { [.init("ns1.example.jp (10.0.0.53)", $0.domain)] },
    statement: { server, zone in
      Wording(
        "\(server), a name server of \(zone), has an address that nobody on the Internet can reach.",
        "\(zone) のネームサーバ \(server) のアドレスには、インターネットから到達できません。")
    },
    remedy: { _, _ in
      Wording(
        "Register name servers with public addresses only.", "グローバルアドレスを持つネームサーバだけを登録してください。")
    })

  /// A server as a subject.
  private static func server(_ specimens: FindingSpecimens) -> String { "\(specimens.name) (192.0.2.53)" }
}

extension Finding {
  static let nameServers = NameServerFindings()
}

extension Lameness {
  /// In half a sentence.
  var wording: Wording {
    switch self {
    case .responseCode(let code): Wording(verbatim: code.description)
    case .upwardReferral(let zone):
      Wording(
        "it only refers to the servers of \(zone.isRoot ? "the root" : zone.description)",
        "\(zone.isRoot ? "ルートサーバ" : "\(zone) のサーバ")を案内するだけの応答")
    case .withoutAuthority: Wording("its answer has no authority (no AA)", "権威のない応答(AAなし)")
    }
  }
}
