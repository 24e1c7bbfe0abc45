/// The way of a message, made from its `Received` fields (RFC 5321 §4.4).
struct MailTrail: Sendable {
  /// Oldest first.
  private(set) var hops: [MailHop]
  /// Whether there were more fields than are looked at.
  let isCut: Bool

  private static let received: FieldName = "received"
  private static let secondClock: FieldName = "x-iguazu-qsig"

  static let maximumHops = 500
  /// Seconds by which clocks of mail servers differ without anybody minding.
  static let tolerance = 5.0

  init(_ header: HeaderSection, _ hosts: MailHosts) {
    let places = header.places(of: "received")
    isCut = places.count > Self.maximumHops
    let found = places.prefix(Self.maximumHops).map { place in Self.hop(at: place, in: header, hosts) }
    hops = TrustChain(hosts: hosts).believing(found).reversed()
    measure(from: header.first("date").flatMap { MailTimeReader.time($0.value[...]) })
  }

  private static func hop(at place: Int, in header: HeaderSection, _ hosts: MailHosts) -> MailHop {
    let received = ReceivedField(header.fields[place].value)
    var host: HostProvider?
    if let by = received.by {
      let provider =
        hosts.provider(of: by) ?? ReceivedSource.address(by[...]).flatMap { hosts.provider(of: $0) }
      host = provider.map(HostProvider.provider) ?? .unknown
    } else {
      // A gateway's own marks stand right above; fields that the sender wrote may stand further up.
      let above = header.fields[..<place].last.flatMap { $0.name == Self.received ? nil : $0.name.text }
      host = above.flatMap { hosts.catalogue.provider(ofHeader: $0) }.map { .provider($0.id) }
    }
    let isSecureMX = host?.provider == .securemx
    let queueTime = isSecureMX ? received.id.flatMap(SecureMXClock.time(ofQueueID:)) : nil
    let signatureTime = isSecureMX ? Self.signatureTime(above: place, in: header) : nil
    return MailHop(
      received: received, place: place, host: host, time: received.time ?? queueTime ?? signatureTime,
      queueTime: queueTime, signatureTime: signatureTime)
  }

  /// What the `X-Iguazu-QSIG` says that is among SecureMX's own fields right above the one of its station.
  private static func signatureTime(above place: Int, in header: HeaderSection) -> MailTime? {
    for index in header.fields[..<place].indices.reversed() {
      let field = header.fields[index]
      if field.name == secondClock { return SecureMXClock.time(ofSignature: field.value) }
      guard field.name.hasPrefix("x-iguazu-") else { return nil }
    }
    return nil
  }

  /// Finds the clocks that contradict the others, and the delays between those that do not.
  private mutating func measure(from author: MailTime?) {
    let reliable = ClockJudgement(hops, author: author).reliable
    for index in hops.indices {
      guard let time = hops[index].time else {
        hops[index].clock = .missing
        continue
      }
      guard reliable.contains(index) else {
        hops[index].clock = .skewed
        continue
      }
      if index == 0 {
        hops[index].delay = author.flatMap { ClockJudgement.delay(from: $0, toFirst: time) }
      } else if reliable.contains(index - 1), let before = hops[index - 1].time {
        hops[index].delay = max(0, time.since(before))
      }
    }
  }

  /// Seconds from the first reliable clock to the last; nil where there are not two of them.
  var duration: Double? {
    var first: MailTime?
    var last: MailTime?
    for index in hops.indices where hops[index].clock == .ok {
      guard let time = hops[index].time else { continue }
      if first == nil { first = time } else { last = time }
    }
    guard let first, let last else { return nil }
    return max(0, last.since(first))
  }
}
