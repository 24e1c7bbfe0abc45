/// The way of a message, made from its `Received` fields (RFC 5321 §4.4).
struct MailTrail: Sendable {
  /// Oldest first.
  private(set) var hops: [MailHop]
  /// Whether there were more fields than are looked at.
  let isCut: Bool

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
    // A gateway's own marks stand right above the field of the station that took the message.
    let above = header.fields[..<place].reversed().prefix { $0.name != "received" }
    let signature = above.prefix { $0.name.hasPrefix("x-iguazu-") }.first { $0.name == "x-iguazu-qsig" }
    var host: HostProvider?
    if let by = received.by {
      let provider =
        hosts.provider(of: by) ?? ReceivedSource.address(by[...]).flatMap { hosts.provider(of: $0) }
      host = provider.map(HostProvider.provider) ?? .unknown
    } else {
      // Fields that the sender wrote may stand further up: what counts is the nearest one.
      host = above.first.flatMap { hosts.catalogue.provider(ofHeader: $0.name) }.map { .provider($0.id) }
    }
    let isSecureMX = host?.provider == .securemx
    let queueTime = isSecureMX ? received.id.flatMap(SecureMXClock.time(ofQueueID:)) : nil
    let signatureTime = isSecureMX ? signature.flatMap { SecureMXClock.time(ofSignature: $0.value) } : nil
    return MailHop(
      received: received, place: place, host: host, time: received.time ?? queueTime ?? signatureTime,
      queueTime: queueTime, signatureTime: signatureTime)
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
    let times = hops.filter { $0.clock == .ok }.compactMap(\.time)
    guard times.count > 1, let first = times.first, let last = times.last else { return nil }
    return max(0, last.since(first))
  }
}
