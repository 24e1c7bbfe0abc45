/// What stands beside NS in a text report: the way to the zone, each server, and whether they have the same records.
struct NameServerLines {
  let facts: NameServerFacts
  let language: Language

  var lines: [String] {
    guard let zone = facts.zone else { return [withoutZone[language]] }
    return [way(zone)] + zone.servers.map { server($0) } + records(zone)
  }

  /// All of it in one line, where nothing is wrong.
  var brief: String {
    guard let zone = facts.zone else { return withoutZone[language] }
    let count = Wording.serversHolding(zone.authorities.count, of: zone.servers.count)[language]
    return ([count] + records(zone)).joined(separator: Wording.listSeparator[language])
  }

  private var withoutZone: Wording {
    switch facts.state {
    case .denied: .noSuchDomain
    case .intercepted: .serversIntercepted
    default: .notAsked
    }
  }

  private func way(_ zone: ServedZone) -> String {
    zone.path.map { $0.isRoot ? "." : $0.description }.joined(separator: " → ")
  }

  private func server(_ server: ZoneServer) -> String {
    "\(server.hosts.map(\.description).joined(separator: " "))  \(server.address)  \(server.state.wording[language])"
  }

  private func records(_ zone: ServedZone) -> [String] {
    guard zone.authorities.count > 1 else { return [] }
    func names(_ comparisons: [ServerRecords]) -> String {
      comparisons.map { "\($0.question)" }.joined(separator: Wording.listSeparator[language])
    }
    let same = zone.records.filter { $0.isSame == true }
    let different = zone.records.filter { $0.isSame == false }
    var lines: [String] = []
    if !different.isEmpty { lines.append(Wording.recordsDiffer(names(different))[language]) }
    if !same.isEmpty { lines.append(Wording.recordsAreSame(names(same))[language]) }
    return lines
  }
}

/// The fixed words of the area of the name servers.
extension Wording {
  static let ns = Wording(verbatim: "NS")
  static let serversIntercepted = Wording("something in between answers", "途中で別のものが応答")

  fileprivate static func serversHolding(_ count: Int, of all: Int) -> Wording {
    Wording("\(count) of \(all) servers hold the zone", "ゾーンを持つサーバ\(count)台(全\(all)台)")
  }

  fileprivate static func recordsAreSame(_ names: String) -> Wording {
    Wording("the same everywhere: \(names)", "全サーバで同じ: \(names)")
  }

  fileprivate static func recordsDiffer(_ names: String) -> Wording {
    Wording("not the same everywhere: \(names)", "サーバによって異なる: \(names)")
  }
}

extension ZoneServer.State {
  fileprivate var wording: Wording {
    switch self {
    case .serving(let serving):
      guard let serial = serving.start?.serial else { return Wording("holds the zone", "ゾーンあり") }
      return Wording("holds the zone, serial \(serial)", "ゾーンあり、シリアル番号\(serial)")
    case .lame(let lameness):
      return Wording(
        "does not hold the zone (\(lameness.wording.english))", "ゾーンなし(\(lameness.wording.japanese))")
    case .otherZone(let zone): return Wording("holds \(zone) instead", "ゾーン \(zone) として応答")
    case .silent: return Wording("no answer", "応答なし")
    case .unusable: return Wording("no public address", "グローバルアドレスでない")
    case .notAsked: return Wording("not reachable from here", "この環境から到達不可")
    }
  }
}
