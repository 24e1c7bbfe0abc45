/// What DNS shows of the hosts that take and send a domain's mail, as receivers judge senders.
struct HostsFacts: Sendable {
  let domain: DomainName
  let mx: MXFacts
  let senders: SendingAddresses
  /// One for each of the addresses, in their order.
  let hosts: [ReverseHost]
  /// In the order in which they are asked.
  let lists: [BlocklistFacts]
}

/// What is looked at where hosts are asked about.
struct HostsPlan: Hashable, Sendable {
  /// Addresses that mail leaves from; empty where SPF and MX are to say.
  var addresses: [IPAddress] = []
  var lists = Blocklist.standard
}

/// Reads what there is to know of the hosts. Keeps how far SPF has been read, and what came of it.
struct HostsReading: Sendable {
  private let domain: DomainName
  private let plan: HostsPlan
  private var spf: SPFReading
  private var senders: SendingAddresses?

  init(_ domain: DomainName, _ plan: HostsPlan) {
    self.domain = domain
    self.plan = plan
    spf = SPFReading(domain)
    senders = plan.addresses.isEmpty ? nil : SendingAddresses(given: plan.addresses)
  }

  mutating func read(
    proving isVerification: (DomainName) -> Bool, from known: KnownAnswers
  ) throws(MissingAnswers) -> HostsFacts {
    var missed = MissedQuestions()
    let mx = missed.collect { () throws(MissingAnswers) in
      try MXFacts.gather(domain, proving: isVerification, from: known)
    }
    if senders == nil, let facts = missed.collect({ () throws(MissingAnswers) in try spf.read(from: known) })
    {
      senders = mx.map { SendingAddresses(SPFTree(facts), $0) }
    }
    let addresses = senders?.addresses ?? []
    let hosts = missed.collect { () throws(MissingAnswers) in
      try known.each(addresses) { address throws(MissingAnswers) in
        try ReverseHost.gather(address, from: known)
      }
    }
    let subjects = [.domain(domain)] + addresses.map(BlocklistSubject.address)
    let lists = missed.collect { () throws(MissingAnswers) in
      try known.each(plan.lists) { list throws(MissingAnswers) in
        try BlocklistFacts.gather(list, subjects, from: known)
      }
    }
    guard missed.isEmpty, let mx, let senders, let hosts, let lists else { throw missed.error }
    return HostsFacts(domain: domain, mx: mx, senders: senders, hosts: hosts, lists: lists)
  }
}
