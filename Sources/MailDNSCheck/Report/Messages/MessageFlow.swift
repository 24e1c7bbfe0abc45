/// The way of a message as one line of flow: `the Internet → IIJ SecureMX → Office365 → the inbox`.
struct MessageFlow {
  let message: MessageExamination
  let catalogue: ProviderCatalogue

  var wording: Wording {
    steps.joined(separator: " → ")
  }

  private var steps: [Wording] {
    guard !message.trail.hops.isEmpty else { return [Wording("no trace", "経路情報なし")] }
    let stations = message.way.stations
    var steps = stations.enumerated().map { index, station -> Wording in
      guard let station else { return index == stations.count - 1 ? receiver : .otherHosts }
      return HostProvider.provider(station).wording(in: catalogue)
    }
    if message.way.direction == .inbound {
      // Who stands before the receiving side's first host is anybody.
      if stations.first.flatMap(\.self) == nil, !steps.isEmpty { steps.removeFirst() }
      steps.insert(.internet, at: 0)
    }
    if let folder = message.verdict.folder { steps.append(folder.wording) }
    return steps
  }

  private var receiver: Wording {
    let host = message.trail.hops.last?.received.by.map { VisibleText.shortened($0) }
    return host.map { Wording(verbatim: $0) } ?? .otherHosts
  }
}

extension Wording {
  static let otherHosts = Wording("other hosts", "その他のホスト")
}
