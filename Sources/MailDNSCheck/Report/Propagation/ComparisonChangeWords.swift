import FoundationEssentials

extension ComparisonChange {
  /// One line: what is another way, without the time of day.
  func wording(in comparison: DomainComparison, _ clock: WallClock) -> Wording {
    let what =
      switch subject {
      case .zone(.contradicts):
        Wording("the zone's own servers contradict each other", "権威サーバ同士の内容が異なります")
      case .zone(.unknown): Wording("none of the zone's own servers answers", "権威サーバの応答がありません")
      case .zone(.has(let set, _)): Wording("the zone has now: ", "権威サーバの現在の内容: ") + set.wording
      case .silent(let server, let failure): Self.lead(server) + .unheardServer(failure)
      case .heard(let server): Self.lead(server) + Wording("answers again", "応答を再開")
      case .resolver(let entry): entry.wording(clock, now: comparison.time)
      }
    guard let question else { return what }
    return Wording(verbatim: "\(comparison.label(of: question)): ") + what
  }

  fileprivate static func lead(_ server: ComparedServer) -> Wording {
    server.wording + Wording(verbatim: ": ")
  }
}

extension ComparedRecord.Entry {
  fileprivate func wording(_ clock: WallClock, now: Date) -> Wording {
    let set = sighting.set?.wording ?? .notAsked
    let end = state.end.map { clock.minute($0, seenFrom: now) }
    let until = end.map { Wording(" (until \($0))", "(\($0) まで)") } ?? Wording(verbatim: "")
    let what =
      switch state {
      case .current: Wording("has what the zone has", "権威サーバと一致")
      case .outdated: Wording("has still: ", "異なる内容: ") + set + until
      case .undecided: set + until
      case .falsified(let falsification): falsification.wording
      case .unknown(let failure): Wording.unheardServer(failure)
      }
    return ComparisonChange.lead(sighting.server) + what
  }
}
