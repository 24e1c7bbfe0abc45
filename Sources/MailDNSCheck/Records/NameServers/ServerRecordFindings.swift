/// What the name servers of a zone have in different ways, though each of them answers for all.
struct ServerRecordFindings: FindingGroup {
  /// With where the alias leads.
  let apexAlias = FindingDeclaration<DomainName>(
    "ns-apex-alias", .critical, .ns, "RFC 1034 §3.6.2",
    title: Wording("A CNAME record stands at the zone's own name", "ゾーンの頂点にCNAMEがある"),
    samples: { [.init($0.domain, $0.name)] },
    statement: { zone, target in
      Wording(
        "A CNAME record at \(zone) leads to \(target). Beside it no other record may stand: MX and SPF of the domain are those of the target, or are not seen.",
        "\(zone) に \(target) へのCNAMEがあります。同じ名前にほかのレコードを置けないため、ドメインのMXとSPFはCNAME先のものになるか、見えなくなります。")
    },
    remedy: { zone, _ in
      Wording(
        "Publish address records at \(zone) in place of the CNAME (some services call that ALIAS or ANAME).",
        "\(zone) には、CNAMEの代わりにアドレスレコードを登録してください(サービスによってはALIASやANAMEと呼ばれる機能があります)。")
    })

  /// About a name.
  let differ = FindingDeclaration<ServerDifference>(
    "ns-records-differ", .warning, .ns, "RFC 1034 §4.3.5",
    title: Wording("Name servers have different records", "ネームサーバによってレコードが異なる"),
    samples: { specimens in
      let server = "\(specimens.name) (192.0.2.53)"
      let text = specimens.octets.quotedPresentation
      return [
        .init(
          specimens.domain,
          ServerDifference(
            type: .mx,
            groups: [
              (.records(["10 \(specimens.name)"]), [server, "\(specimens.domain) (192.0.2.54)"]),
              (.records(["20 \(specimens.name)"]), [server]), (.absent, [server]),
            ])),
        .init(
          specimens.below("_dmarc"),
          ServerDifference(
            type: .txt,
            groups: [
              (.records([text]), [server]), (.alias(specimens.name), [server]),
              (.delegated([specimens.name]), [server]),
            ])),
      ]
    },
    statement: { name, difference in
      let groups = difference.wordings
      return Wording(
        "Which \(difference.type) records \(name) has depends on the name server that is asked: \(groups.map(\.english).joined(separator: "; ")).",
        "\(name) の\(difference.type)レコードがネームサーバによって異なります。\(groups.map(\.japanese).joined(separator: "。"))。")
    },
    remedy: { _, _ in
      Wording(
        "Find the server that has an old copy, or another one, and let it fetch the zone again; where two services hold the zone, make the change in both.",
        "内容の古いサーバや異なるサーバを特定し、ゾーンを取得し直させてください。2つのサービスでゾーンを運用している場合は、両方を変更してください。")
    })

  /// About a name; with the server that could not be asked for it.
  let unknown = FindingDeclaration<(type: RecordType, server: String, failure: Failure)>(
    "ns-records-unknown", .unknown, .ns, "RFC 1034 §4.3.5",
    title: Wording("A name server could not be asked for a mail record", "メール関連のレコードを確認できないネームサーバがある"),
    failure: { $0.failure },
    samples: {
      [.init($0.domain, (type: .mx, server: "\($0.name) (192.0.2.53)", failure: $0.failure))]
    },
    statement: { name, values in
      Wording(
        "\(values.server) holds the zone, and could not be asked for \(values.type) at \(name): \(values.failure.wording.english).",
        "ゾーンを持つ \(values.server) に、\(name) の\(values.type)レコードを確認できませんでした: \(values.failure.wording.japanese)。"
      )
    },
    remedy: { _, values in values.failure.remedyOfWalk })

  /// With the serial numbers and how many servers have each.
  let serialsDiffer = FindingDeclaration<[(serial: UInt32, servers: [String])]>(
    "ns-serials-differ", .info, .ns, "RFC 1982 §3.2",
    title: Wording("Name servers have different serial numbers", "ネームサーバによってシリアル番号が異なる"),
    samples: { specimens in
      [
        .init(
          specimens.domain,
          [
            (serial: 5, servers: ["\(specimens.name) (192.0.2.53)"]),
            (serial: 4, servers: ["\(specimens.domain) (192.0.2.54)"]),
          ])
      ]
    },
    statement: { zone, serials in
      let groups = serials.map { entry in
        let list =
          entry.servers.prefix(ServerDifference.maximumServers).listed
          + .andMore(entry.servers.count - ServerDifference.maximumServers)
        return Wording("\(entry.serial) on \(list.english)", "\(list.japanese) は\(entry.serial)")
      }
      return Wording(
        "The serial numbers of \(zone) differ: \(groups.map(\.english).joined(separator: "; ")). A change may be on its way to all servers; where several services hold the zone, numbers of their own are normal.",
        "\(zone) のシリアル番号がサーバによって異なります: \(groups.map(\.japanese).joined(separator: "、"))。変更を反映している途中かもしれません。複数のサービスで運用している場合は、番号が異なっていても正常です。"
      )
    })
}

extension Finding {
  static let serverRecords = ServerRecordFindings()
}

/// What servers have at a name where that is not the same; servers as they are shown.
struct ServerDifference: Sendable {
  let type: RecordType
  /// At least two, the largest first.
  let groups: [(holding: ServerRecords.Holding, servers: [String])]

  /// Servers, groups and records that are shown.
  static let maximumServers = 4
  private static let maximumGroups = 4
  private static let maximumRecords = 4
  /// Characters of one record.
  private static let maximumLength = 160

  /// Who has what, one group each.
  var wordings: [Wording] {
    groups.prefix(Self.maximumGroups).map { group in
      let servers =
        group.servers.prefix(Self.maximumServers).listed
        + .andMore(group.servers.count - Self.maximumServers)
      let what = Self.wording(group.holding)
      return Wording("\(servers.english): \(what.english)", "\(servers.japanese): \(what.japanese)")
    }
  }

  private static func wording(_ holding: ServerRecords.Holding) -> Wording {
    switch holding {
    case .records(let records):
      return records.prefix(maximumRecords).map {
        $0.count > maximumLength ? $0.prefix(maximumLength) + "…" : $0
      }
      .listed + .andMore(records.count - maximumRecords)
    case .absent: return Wording("no record", "レコードなし")
    case .alias(let target): return Wording("CNAME to \(target)", "\(target) へのCNAME")
    case .delegated(let hosts):
      let list = hosts.prefix(maximumRecords).map(\.description).listed
      return Wording("delegated to \(list.english)", "\(list.japanese) に委任")
    case .failed(let failure): return failure.wording
    }
  }
}
