/// The addresses of one host: its A and its AAAA records.
struct HostAddresses: Sendable {
  let v4: Answer
  let v6: Answer

  static func gather(
    _ host: DomainName, from known: KnownAnswers
  ) throws(MissingAnswers) -> HostAddresses {
    // Of the root nothing is asked.
    if host.isRoot { return .none(at: host) }
    let (v4, v6) = try known.answers(to: Question(host, .a), Question(host, .aaaa))
    return HostAddresses(v4: v4, v6: v6)
  }

  /// The same of answers that are there; of the root they say nothing.
  static func of(_ host: DomainName, _ v4: Answer, _ v6: Answer) -> HostAddresses {
    host.isRoot ? .none(at: host) : HostAddresses(v4: v4, v6: v6)
  }

  /// What is asked of DNS about `host`, IPv4 first.
  static func questions(_ host: DomainName) -> [Question] { [Question(host, .a), Question(host, .aaaa)] }

  /// What is known without asking of a name that is no host: the root.
  static func none(at name: DomainName) -> HostAddresses {
    HostAddresses(v4: .assumedAbsent(Question(name, .a)), v6: .assumedAbsent(Question(name, .aaaa)))
  }

  /// All addresses found, IPv4 first, from the lowest.
  var all: [IPAddress] {
    var addresses: [IPAddress] = []
    addresses.reserveCapacity(v4.records.count + v6.records.count)
    for answer in [v4, v6] {
      for record in answer.records { if let address = record.data.address { addresses.append(address) } }
    }
    return addresses
  }

  /// The CNAME records that lead from the host's name to its addresses.
  var aliases: [Answer.Alias] { v4.aliases.isEmpty ? v6.aliases : v4.aliases }

  /// Why it can't be said whether there is an address; nil where one was found or both questions were answered.
  var failure: Failure? { isEmpty ? v4.failure ?? v6.failure : nil }

  /// Whether no address was found, for whatever reason.
  var isEmpty: Bool {
    !v4.records.contains { $0.data.address != nil } && !v6.records.contains { $0.data.address != nil }
  }

  /// The first address found, in the order of `all`, that nobody on the Internet can reach.
  var firstUnreachable: IPAddress? {
    v4.firstUnreachableAddress ?? v6.firstUnreachableAddress
  }

  /// Whether DNS said for certain that the host has no address.
  var isWithout: Bool { v4.isAbsence && v6.isAbsence }
}

extension Answer {
  fileprivate var firstUnreachableAddress: IPAddress? {
    for record in records { if let address = record.data.address, address.isUnreachable { return address } }
    return nil
  }
}
