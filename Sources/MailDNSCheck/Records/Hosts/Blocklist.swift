/// A list of addresses or domains that is asked by DNS (RFC 5782): one that blames, one that praises, or one that does both.
struct Blocklist: Hashable, Sendable {
  let zone: DomainName
  /// What it lists; nil where only its test entries tell which families of addresses.
  let kinds: CaseSet<BlocklistSubject.Kind>?
  /// What its answers mean, by the last octets of the address; the first that fits counts.
  let codes: [Code]
  /// What any other answer means.
  let otherwise: Meaning
  /// Where its owner says why something is listed, and takes it out; nil where that is not known.
  let page: String?

  struct Code: Hashable, Sendable {
    let answers: ClosedRange<UInt32>
    let meaning: Meaning
  }

  /// A part of a list has its owner's name for it.
  enum Meaning: Hashable, Sendable {
    case listed(part: String?)
    /// By rule and not for anything it did: no mail is to come from there directly.
    case policy(part: String)
    case neutral
    case praised
  }

  func meaning(of answer: IPv4Address) -> Meaning {
    codes.first { $0.answers.contains(answer.value) }?.meaning ?? otherwise
  }
}

extension Blocklist {
  /// The list at `zone`: one that is known, or one of addresses where every answer is a listing. Nil where the zone's name
  /// leaves no room for an address.
  init?(zone: DomainName) {
    if let known = Self.known.first(where: { $0.zone == zone }) {
      self = known
      return
    }
    guard !zone.isRoot, zone.wireLength <= Self.longestZone else { return nil }
    self.init(zone: zone, kinds: nil, codes: [], otherwise: .listed(part: nil), page: nil)
  }

  /// Octets: an IPv6 address takes 32 labels of one letter.
  private static let longestZone = DomainName.maximumWireLength - 64
}

/// What a list says of one address or domain that it blames.
struct BlocklistListing: Hashable, Sendable {
  let list: DomainName
  /// The parts of the list that have it, by their owner's names.
  let parts: [String]
  /// Whether it is there by rule alone, and not for anything it did.
  let isPolicy: Bool
  let page: String?

  init(_ answers: [IPv4Address], of list: Blocklist) {
    let meanings = answers.map(list.meaning).filter(\.isBlame)
    self.list = list.zone
    parts = meanings.compactMap(\.part).uniqued
    isPolicy = meanings.allSatisfy { if case .policy = $0 { true } else { false } }
    page = list.page
  }
}

extension Blocklist.Meaning {
  var isBlame: Bool {
    switch self {
    case .listed, .policy: true
    case .neutral, .praised: false
    }
  }

  fileprivate var part: String? {
    switch self {
    case .listed(let part): part
    case .policy(let part): part
    case .neutral, .praised: nil
    }
  }
}
