/// What one answer of a list says.
enum BlocklistReply: Hashable, Sendable {
  case absent
  /// Never empty.
  case codes([IPv4Address])
  case doubtful(BlocklistDoubt)

  init(_ answer: Answer) {
    if let failure = answer.failure {
      self = .doubtful(.failed(failure))
      return
    }
    let codes = answer.records.compactMap { record in
      if case .a(let address) = record.data { address } else { nil }
    }
    // One sign that it is no answer of a list outweighs all others.
    if let refusal = codes.first(where: \.isRefusal) {
      self = .doubtful(.refused(refusal))
    } else if let other = codes.first(where: { !$0.isListing }) {
      self = .doubtful(.outside(other))
    } else {
      self = codes.isEmpty ? .absent : .codes(codes)
    }
  }

  var doubt: BlocklistDoubt? { if case .doubtful(let doubt) = self { doubt } else { nil } }
}

/// Why what a list says, or that it says nothing, does not count: never "listed", and never "not listed".
enum BlocklistDoubt: Hashable, Sendable {
  case failed(Failure)
  /// 127.255.255.x: the list does not answer this resolver.
  case refused(IPv4Address)
  /// No answer of a list (RFC 5782 §2.3): a resolver that leads elsewhere, a filter, or a domain that was sold.
  case outside(IPv4Address)
  /// It does not have what every list has: dead, emptied, or empty for this resolver.
  case testEntryMissing
  /// It has what no list has.
  case listsEverything

  var failure: Failure? { if case .failed(let failure) = self { failure } else { nil } }
}

extension IPv4Address {
  /// 127.255.255.0/24, by which lists say that they do not answer.
  fileprivate var isRefusal: Bool { value >> 8 == 0x7FFF_FF }

  /// Within 127/8, and not the two addresses by which filters block a name.
  fileprivate var isListing: Bool { value >> 24 == 127 && value != 0x7F00_0001 && value != 0x7F00_0000 }
}
