/// What is wrong on the way from the root to a domain's name servers (RFC 1034 §4.2, §4.3.2).
struct DelegationFindings: FindingGroup {
  /// About a name; with who answers in between.
  let intercepted = FindingDeclaration<Interception>(
    "ns-intercepted-unknown", .unknown, .ns, "docs/ns.md",
    title: Wording("Something answers in place of name servers", "ネームサーバの代わりに応答するものがある"),
    samples: { specimens in
      guard let server = ServerAddress("198.41.0.4") else { return [nil] }
      return [
        (server, .withoutAuthority, false), (server, .offersRecursion, false),
        (server, .responseCode(.refused), false), (RootServers.nobody, .answersForNobody, false),
        (server, .withoutAuthority, true),
      ].map { server, sign, isPrivate in
        .init(specimens.domain, Interception(server: server, sign: sign, isPrivate: isPrivate))
      }
    },
    statement: { domain, interception in
      let evidence = interception.wording
      return Wording(
        "Nothing can be said of the name servers of \(domain): \(evidence.english).",
        "\(domain) のネームサーバについては判断できません: \(evidence.japanese)。")
    },
    remedy: { _, interception in
      interception.isPrivate
        ? Wording(
          "Name a server that holds the root zone itself: --root ADDR.", "ルートゾーンを持つサーバを --root で指定してください。")
        : Wording(
          "Run it where port 53 of the Internet can be reached: networks and firewalls often let nobody but their own resolver out, or answer for everybody.",
          "インターネットの53番ポートに直接到達できる環境で実行してください。社内ネットワークやファイアウォールでは、指定のリゾルバ以外との通信が遮断されたり、別のものが代わりに応答したりすることがよくあります。"
        )
    })

  let rootUnknown = FindingDeclaration<Failure>(
    unreached: "ns-root-unknown", .ns, "RFC 9609 §3",
    title: Wording("The root's servers could not be asked", "ルートサーバに問い合わせできない"), sample: \.domain,
    statement: { domain, failure in
      Wording(
        "The walk to the name servers of \(domain) could not begin, as no server of the root can be asked from here: \(failure.wording.english).",
        "この環境からルートサーバに問い合わせできず、\(domain) のネームサーバを確認できませんでした: \(failure.wording.japanese)。")
    })

  /// With the zone above whose servers say nothing.
  let zoneUnknown = FindingDeclaration<(zone: DomainName, failure: Failure)>(
    "ns-zone-unknown", .unknown, .ns, "RFC 1034 §5.3.3",
    title: Wording("The way to the name servers could not be asked", "ネームサーバまでの委任をたどれない"),
    failure: { $0.failure }, samples: { [.init($0.domain, (zone: $0.name, failure: $0.failure))] },
    statement: { domain, values in
      Wording(
        "The walk to the name servers of \(domain) ends at \(values.zone), whose servers could not be asked: \(values.failure.wording.english).",
        "\(domain) のネームサーバまでの委任を確認できませんでした。\(values.zone) のサーバに問い合わせできません: \(values.failure.wording.japanese)。"
      )
    },
    remedy: { _, values in values.failure.remedyOfWalk })

  /// With the zone above that has servers nobody finds.
  let walkUnknown = FindingDeclaration<(zone: DomainName, obstacle: WalkObstacle)>(
    "ns-walk-unknown", .unknown, .ns, "RFC 1034 §5.3.3",
    title: Wording("The way to the name servers leads nowhere", "ネームサーバまでの委任が途中で途切れる"),
    samples: { specimens in
      WalkObstacle.samples(specimens).map { .init(specimens.domain, (zone: specimens.name, obstacle: $0)) }
    },
    statement: { domain, values in
      let reason = values.obstacle.wording
      return Wording(
        "The walk to the name servers of \(domain) ends at \(values.zone): \(reason.english).",
        "\(domain) のネームサーバまでの委任を \(values.zone) から先にたどれません: \(reason.japanese)。")
    },
    remedy: { _, values in
      Wording("Tell those who run \(values.zone).", "\(values.zone) の管理者に連絡してください。")
    })

  /// With the zone that denies the name.
  let denied = FindingDeclaration<DomainName>(
    "ns-denied", .critical, .ns, "RFC 8020 §2",
    title: Wording("The zone above denies the domain", "親ゾーンにドメインがない"),
    samples: { [.init($0.domain, $0.name)] },
    statement: { domain, zone in
      Wording(
        "The servers of \(zone.isRoot ? "the root" : zone.description) say that \(domain) does not exist.",
        "\(zone.isRoot ? "ルートサーバ" : "\(zone) のサーバ")によると、\(domain) は存在しません。")
    },
    remedy: { _, _ in
      Wording(
        "See whether the registration has run out, or the name is misspelt.", "登録の期限切れやドメイン名の誤りがないか確認してください。")
    })

  /// About a zone: its servers can't be found.
  let obstructed = FindingDeclaration<WalkObstacle>(
    "ns-servers-not-found", .critical, .ns, "RFC 9471 §2",
    title: Wording("The name servers can't be found", "ネームサーバを見つけられない"),
    samples: { specimens in WalkObstacle.samples(specimens).map { .init(specimens.domain, $0) } },
    statement: { zone, obstacle in
      let reason = obstacle.wording
      return Wording(
        "Nobody finds the name servers of \(zone): \(reason.english).",
        "\(zone) のネームサーバを見つけられません: \(reason.japanese)。")
    },
    remedy: { _, obstacle in
      switch obstacle {
      case .cyclic:
        Wording(
          "Have one of the zones name a server inside itself, with its address (glue) registered at the zone above.",
          "いずれかのゾーンに、そのゾーン内の名前のサーバを設け、そのアドレス(グルーレコード)を親ゾーンに登録してください。")
      case .tooLong:
        Wording(
          "Register name servers that are found in fewer steps.", "解決に必要な委任の段数が少ないネームサーバを登録してください。")
      case .withoutAddresses, .unreachableAddresses:
        Wording(
          "Register name servers that have public addresses.", "グローバルアドレスを持つネームサーバを登録してください。")
      }
    })

  /// With the names that only some of the servers of the zone above have.
  let parentsDiffer = FindingDeclaration<[DomainName]>(
    "ns-parents-differ", .warning, .ns, "RFC 1034 §4.2.2",
    title: Wording("Servers of the zone above differ", "親ゾーンのサーバの間で委任が異なる"),
    samples: { [.init($0.domain, [$0.name])] },
    statement: { zone, hosts in
      let list = hosts.map(\.description).listed
      return Wording(
        "Not all servers of the zone above refer to the same name servers of \(zone): only some name \(list.english).",
        "親ゾーンのサーバの間で、\(zone) のネームサーバの登録が異なります。一部のサーバだけにあるもの: \(list.japanese)。")
    },
    remedy: { _, _ in
      Wording(
        "Wait until the change has reached all of them; if it stays, tell the registrar.",
        "変更が全サーバに反映されるまで待ち、変わらない場合はレジストラに連絡してください。")
    })

  /// With the names that only one side has.
  let setsDiffer = FindingDeclaration<(above: [DomainName], own: [DomainName])>(
    "ns-sets-differ", .warning, .ns, "RFC 1034 §4.2.2",
    title: Wording("The zone and the zone above name different servers", "親ゾーンの委任と自ゾーンのNSレコードが異なる"),
    samples: { specimens in
      let (one, other) = (specimens.name, specimens.below("ns1"))
      return [([one], [other]), ([one], []), ([], [other])].map {
        .init(specimens.domain, (above: $0.0, own: $0.1))
      }
    },
    statement: { zone, values in
      let above = values.above.map(\.description).listed
      let own = values.own.map(\.description).listed
      var parts: [Wording] = []
      if !values.above.isEmpty {
        parts.append(
          Wording("only the zone above names \(above.english)", "親ゾーンだけにあるもの: \(above.japanese)"))
      }
      if !values.own.isEmpty {
        parts.append(
          Wording("only the zone itself names \(own.english)", "自ゾーンだけにあるもの: \(own.japanese)"))
      }
      return Wording(
        "The name servers of \(zone) are not the same in the zone and in the zone above: \(parts.map(\.english).joined(separator: "; ")).",
        "\(zone) のネームサーバが、親ゾーンの登録と自ゾーンのNSレコードで異なります。\(parts.map(\.japanese).joined(separator: "、"))。")
    },
    remedy: { zone, _ in
      Wording(
        "Decide which servers hold \(zone), and name these in its NS records and at the registrar.",
        "\(zone) を持つサーバを確定し、自ゾーンのNSレコードとレジストラの登録を揃えてください。")
    })
}

extension Finding {
  static let delegation = DelegationFindings()
}

extension WalkObstacle {
  /// One of each.
  fileprivate static func samples(_ specimens: FindingSpecimens) -> [WalkObstacle] {
    [.cyclic([specimens.domain, specimens.name]), .tooLong, .withoutAddresses, .unreachableAddresses]
  }

  /// In half a sentence.
  fileprivate var wording: Wording {
    switch self {
    case .cyclic(let zones):
      let list = zones.map(\.description).listed
      return Wording(
        "the names of the servers of \(list.english) hang on each other",
        "\(list.japanese) のサーバ名の解決が互いに依存しています")
    case .tooLong:
      return Wording(
        "the names of servers lead from zone to zone without end", "サーバ名の解決に必要な委任の連鎖が長すぎます")
    case .withoutAddresses:
      return Wording("none of the servers has an address", "アドレスを持つサーバがありません")
    case .unreachableAddresses:
      return Wording(
        "none of the addresses of the servers can be reached from here", "サーバのアドレスに、この環境から到達できるものがありません")
    }
  }
}

extension Interception {
  /// The evidence, in half a sentence.
  fileprivate var wording: Wording {
    if isPrivate {
      return Wording(
        "\(server), given as a root server, does not hold the root zone",
        "ルートサーバとして指定された \(server) がルートゾーンを持っていません")
    }
    switch sign {
    case .withoutAuthority:
      return Wording(
        "an answer from \(server), a server of the root, is not that of the root (no AA): something in between answers",
        "ルートサーバ \(server) からの応答に権威を示すAAがなく、途中で別のものが応答しています")
    case .offersRecursion:
      return Wording(
        "an answer from \(server), a server of the root, offers recursion (RA), which none of them does: something in between answers",
        "ルートサーバ \(server) からの応答に、ルートサーバなら付けないRA(再帰問い合わせに応じる印)があり、途中で別のものが応答しています")
    case .responseCode(let code):
      return Wording(
        "\(server), a server of the root, seems to say \(code), which none of them does: something in between answers",
        "ルートサーバ \(server) から本来あり得ない \(code) が返り、途中で別のものが応答しています")
    case .answersForNobody:
      return Wording(
        "an answer came from \(server), an address that nobody has: something in between answers for everybody",
        "使われていないはずのアドレス \(server) から応答があり、途中で別のものが、どのアドレス宛てにも応答しています")
    }
  }
}
