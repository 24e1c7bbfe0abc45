/// SPF records of a tree with other terms in place of some, as edits of the zone. Only what lies at the domain or below it is
/// the owner's to change.
struct SPFRewriting {
  let tree: SPFTree
  private var replacements: [DomainName: [Range<Int>: [[UInt8]]]] = [:]

  init(_ tree: SPFTree) { self.tree = tree }

  /// Puts `words` in place of `term` of the record at `owner`; none takes it out.
  mutating func replace(_ term: SPFTerm, of owner: DomainName, by words: [[UInt8]] = []) {
    replacements[owner, default: [:]][term.range] = words
  }

  /// The records to publish; nil where one of them is somebody else's.
  var edits: [RecordEdit]? {
    let owners = replacements.keys.sorted()
    let edits = owners.compactMap { name -> RecordEdit? in
      guard let publication = tree.facts.publications[name], let record = publication.record,
        name.isAtOrBelow(tree.facts.domain)
      else { return nil }
      return .text(
        text(record, replacements[name] ?? [:]), at: publication.answer.canonicalName,
        removing: .text(record.text))
    }
    return edits.count == owners.count ? edits : nil
  }

  private func text(_ record: SPFRecord, _ replacements: [Range<Int>: [[UInt8]]]) -> [UInt8] {
    let words = record.terms.flatMap { term in
      replacements[term.range] ?? [Array(record.text[term.range])]
    }
    return words.uniqued.reduce(into: Array("v=spf1".utf8)) { $0 += [0x20] + $1 }
  }
}

extension IPNetwork {
  /// The term that authorises it: `ip4:192.0.2.0/24`.
  var term: [UInt8] {
    let isHost = length == (address.isIPv4 ? SPFPrefixLengths.maximumIPv4 : SPFPrefixLengths.maximumIPv6)
    return Array("\(address.isIPv4 ? "ip4" : "ip6"):\(isHost ? address.description : description)".utf8)
  }
}
