/// The stations of a message as a picture, from the oldest to where it lies, with the time between them.
struct MessagePicture {
  let report: MessageReport
  let catalogue: ProviderCatalogue

  /// Stations that are drawn; of more, the oldest and the newest.
  private static let shownFirst = 6
  private static let shownLast = 14

  private var message: MessageExamination { report.examination }

  /// Nil for a header without stations.
  func picture() -> FlowPicture? {
    let hops = message.trail.hops
    guard let first = hops.first else { return nil }
    var picture = FlowPicture(title: .messagePicture)
    var last = picture.add(.internet, source(first), row: 0, isDoubtful: !first.isBelieved)
    var row = 0
    for (index, hop) in hops.enumerated() {
      let left = hops.count - Self.shownFirst - Self.shownLast
      if left > 0, index >= Self.shownFirst, index < hops.count - Self.shownLast {
        guard index == Self.shownFirst else { continue }
        row += 1
        let gap = picture.add(.sender, .furtherStations(left), row: row, isDoubtful: true)
        picture.connect(last, gap)
        last = gap
        continue
      }
      row += 1
      let node = picture.add(
        kind(hop), Wording(verbatim: hop.received.by.map { VisibleText.shortened($0) } ?? "-"),
        details: details(hop), row: row, isDoubtful: !hop.isBelieved)
      let isBypass =
        index == message.way.entry && report.findings.contains { $0.isOf(Finding.message.bypass) }
      picture.connect(last, node, isBypass ? .bypass : .mail, label(hop, isBypass: isBypass))
      last = node
    }
    if let folder = message.verdict.folder {
      let place = picture.add(.people, folder.wording, row: row + 1)
      picture.connect(last, place)
    }
    return picture
  }

  private func source(_ hop: MailHop) -> Wording {
    let parts = [hop.received.from.map { VisibleText.shortened($0) }, hop.received.address?.description]
    let text = parts.compactMap(\.self).uniqued.joined(separator: " ")
    return text.isEmpty ? .messageUnnamedSource : Wording(verbatim: text)
  }

  private func kind(_ hop: MailHop) -> FlowPicture.Node.Kind {
    guard let provider = hop.provider else { return .sender }
    if catalogue[provider]?.isGateway == true { return .gateway }
    return catalogue[provider]?.kinds.contains(.mailbox) == true ? .mailbox : .sender
  }

  private func details(_ hop: MailHop) -> [Wording] {
    let owner = hop.host.flatMap { $0 == .unknown ? nil : $0.wording(in: catalogue) }
    let time = hop.time.map { Wording(verbatim: $0.inWords) }
    return [owner, hop.isBelieved ? nil : .messageNotProven, time].compactMap(\.self)
  }

  private func label(_ hop: MailHop, isBypass: Bool) -> Wording? {
    let delay: Wording? =
      switch hop.clock {
      case .ok:
        hop.delay.map { Wording(verbatim: "+") + .seconds($0) }
      case .skewed: .messageClockOff
      case .missing: .messageNoTime
      }
    guard isBypass else { return delay }
    return delay.map { .messageAroundGateway + Wording(", ", "、") + $0 } ?? .messageAroundGateway
  }
}

extension Wording {
  fileprivate static let messagePicture = Wording("The stations of the message", "メールが経由したホスト")
  /// The gateway is no box of this picture.
  fileprivate static let messageAroundGateway = Wording("around the gateway", "ゲートウェイを迂回")
  fileprivate static let messageUnnamedSource = Wording("a host without a name", "名前のないホスト")

  fileprivate static func furtherStations(_ count: Int) -> Wording {
    Wording("\(count.counting("more station", "more stations"))", "ほか\(count.grouped)台")
  }
}
