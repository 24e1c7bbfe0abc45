/// Where a zone begins, as the zone above tells it (RFC 1034 §4.2.1): the names of its servers, and the addresses that came along.
struct ZoneCut: Hashable, Sendable {
  let zone: DomainName
  /// The names of the servers, in canonical order.
  let hosts: [DomainName]
  /// Of those hosts that the zone above may speak for: glue (RFC 9471).
  let glue: [DomainName: [IPAddress]]

  /// The root, whose servers are known beforehand by their addresses alone.
  init(root addresses: [ServerAddress]) {
    zone = .root
    hosts = [.root]
    glue = [.root: addresses.map(\.address)]
  }

  /// The referral in `message`, a reply to `question` of a server of `parent`; nil where it is none that leads on.
  init?(_ message: Message, to question: Question, from parent: DomainName) {
    guard !message.head.isAuthoritative, !message.head.offersRecursion, message.responseCode == .noError
    else {
      return nil
    }
    // Some have the delegation among the answers where NS is asked for.
    let records = message.authority + message.answers
    let owner = records.lazy.filter { record in
      record.type == .ns && record.owner.isBelow(parent) && question.name.isAtOrBelow(record.owner)
    }.map(\.owner).first
    guard let owner else { return nil }
    let hosts = records.filter { $0.owner == owner }.compactMap(\.data.nameServer).uniqued.sorted()
    var glue: [DomainName: [IPAddress]] = [:]
    for record in message.additional where record.owner.isAtOrBelow(parent) && hosts.contains(record.owner) {
      if let address = record.data.address, glue[record.owner]?.contains(address) != true {
        glue[record.owner, default: []].append(address)
      }
    }
    (zone, self.hosts, self.glue) = (owner, hosts, glue)
  }

  /// Hosts inside the zone itself, which nobody finds without glue (RFC 9471 §2.1).
  var inner: [DomainName] { hosts.filter { $0.isAtOrBelow(zone) } }
}

extension RecordData {
  /// The host of an NS record; nil for every other type.
  var nameServer: DomainName? { if case .ns(let host) = self { host } else { nil } }
}
