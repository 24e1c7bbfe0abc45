import FoundationEssentials

extension ComparisonChange {
  /// One line: what is another way, without the time.
  func wording(_ label: String, _ clock: WallClock, now: Date) -> Wording {
    let lead = Wording(verbatim: "\(label): ")
    switch subject {
    case .zone(_, isContradiction: true):
      return lead
        + Wording(
          "the zone's own servers contradict each other", "権威サーバ同士の内容が異なります")
    case .zone(nil, _):
      return lead + Wording("none of the zone's own servers answers", "権威サーバの応答がありません")
    case .zone(let set?, _):
      return lead + Wording("the zone has now: ", "権威サーバの現在の内容: ") + set.wording
    case .resolver(let server, let state, let set):
      let what = set?.wording ?? .notAsked
      let end = state.end.map { clock.minute($0, seenFrom: now) }
      let until =
        end.map { Wording(" (until \($0))", "(\($0) まで)") } ?? Wording(verbatim: "")
      let server = server.wording
      return lead
        + {
          switch state {
          case .current:
            Wording("\(server.english) has the zone's records", "\(server.japanese) が権威サーバと一致しました")
          case .outdated:
            Wording("\(server.english) has something else: ", "\(server.japanese) の内容は異なります: ") + what + until
          case .undecided:
            Wording("\(server.english) has: ", "\(server.japanese) の内容: ") + what + until
          case .falsified(let kind):
            Wording("\(server.english) falsifies: ", "\(server.japanese) は比較から除きます: ") + kind.wording
          case .unknown(let failure):
            Wording("\(server.english) ", "\(server.japanese) は") + .unheardServer(failure)
          }
        }()
    }
  }
}
