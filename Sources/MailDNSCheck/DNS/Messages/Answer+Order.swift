extension Answer {
  /// The same with the records in an order of their own. Servers turn the records of a set round with every answer
  /// (RFC 2181 §5 gives a set no order), and a report must not change for that.
  var inOrder: Answer {
    let records = records
    guard records.count > 1 else { return self }
    // What many domains share stays one.
    let isInOrder = zip(records, records.dropFirst()).allSatisfy { !$1.data.precedes($0.data) }
    guard !isInOrder else { return self }
    let sorted = records.sorted { $0.data.precedes($1.data) }
    // A master file has an order of its own, which stays; a server's would change from one answer to the next.
    let sent: [ResourceRecord]? = if case .zoneFile = origin.source { records } else { nil }
    return Answer(
      question: question, aliases: aliases, outcome: .found(sorted), origin: origin, sentRecords: sent)
  }
}

extension RecordData {
  /// By type; then numbers before names, names in canonical order (RFC 4034 §6.1), and texts by their octets.
  fileprivate func precedes(_ other: RecordData) -> Bool {
    switch (self, other) {
    case (.a(let left), .a(let right)): left.value < right.value
    case (.aaaa(let left), .aaaa(let right)): left.value < right.value
    case (.ns(let left), .ns(let right)), (.cname(let left), .cname(let right)),
      (.ptr(let left), .ptr(let right)):
      left < right
    case (.mx(let left, let leftHost), .mx(let right, let rightHost)):
      (left, leftHost) < (right, rightHost)
    case (.txt(let left), .txt(let right)): left.joined.lexicographicallyPrecedes(right.joined)
    case (.other(let leftType, let left), .other(let rightType, let right)) where leftType == rightType:
      left.lexicographicallyPrecedes(right)
    default: type.rawValue < other.type.rawValue
    }
  }
}
