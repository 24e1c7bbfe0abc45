/// A record's comparison as rows of a table: who, how much time is left, and what is there.
struct ComparisonRow: Sendable {
  /// Nil for the zone's own servers.
  let status: Status?
  let server: Wording
  /// Of the TTL, in seconds; nil where there is none.
  let timeLeft: UInt32?
  let answer: Wording
}

extension ComparedRecord {
  /// The zone's own first, then the resolvers but for those that tell nothing at all.
  func rows(without silent: Set<ComparedServer>) -> [ComparisonRow] {
    zoneRows + entries.filter { !silent.contains($0.sighting.server) }.map { row($0) }
  }

  /// What is worth a mark: the worst of the resolvers, but for those that tell nothing at all, and of the zone's own.
  func status(without silent: Set<ComparedServer>) -> Status {
    if zone.isContradiction || !waiting.isEmpty { return .warning }
    let told = entries.filter { !silent.contains($0.sighting.server) }
    return !told.isEmpty && told.allSatisfy { $0.state == .current } ? .ok : .unknown
  }

  private var zoneRows: [ComparisonRow] {
    switch zone {
    case .unknown: []
    case .has(let set, let time):
      [ComparisonRow(status: nil, server: .zoneServers, timeLeft: time, answer: set.wording)]
    case .contradicts:
      own.map { sighting in
        ComparisonRow(
          status: .warning, server: sighting.server.wording, timeLeft: sighting.timeLeft,
          answer: sighting.set?.wording ?? .notAsked)
      }
    }
  }

  private func row(_ entry: Entry) -> ComparisonRow {
    let sighting = entry.sighting
    let answer: Wording
    let status: Status
    switch entry.state {
    case .current: (status, answer) = (.ok, .sameAsZone)
    case .outdated:
      (status, answer) = (.warning, sighting.set?.wording(beside: zone.set) ?? .notAsked)
    case .undecided:
      (status, answer) = (waiting.isEmpty ? .unknown : .warning, sighting.set?.wording ?? .notAsked)
    case .falsified(let falsification): (status, answer) = (.unknown, falsification.wording)
    case .unknown(let failure): (status, answer) = (.unknown, .unheardServer(failure))
    }
    return ComparisonRow(
      status: status, server: sighting.server.wording, timeLeft: sighting.timeLeft, answer: answer)
  }

  /// What all have, in a line; what the first has where it is not the zone's.
  var commonSet: RecordSet? { zone.set ?? entries.compactMap(\.sighting.set).first }
}

extension UInt32 {
  /// `0:47:17`: hours, minutes and seconds of a time that is left.
  var clockText: String {
    func digits(_ number: UInt32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(self / 3_600):\(digits(self / 60 % 60)):\(digits(self % 60))"
  }
}
