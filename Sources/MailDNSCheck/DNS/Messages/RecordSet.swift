/// What stands at a name for one type, without the TTL and in one form, so that two servers' answers can be held against
/// each other: a set has no order (RFC 2181 §5), names have no case (RFC 4343 §3), and how a text is cut into strings says nothing.
enum RecordSet: Hashable, Sendable {
  /// At least one; in an order of their own, each once.
  case records([RecordData])
  /// The name is a CNAME. What stands at its target belongs there.
  case alias(DomainName)
  /// Neither records nor a CNAME, whether the name exists or not: some servers make that depend on how they are asked.
  case absent

  var records: [RecordData] { if case .records(let records) = self { records } else { [] } }

  /// Of A and AAAA records.
  var addresses: [IPAddress] { records.compactMap(\.address) }
}

extension Answer {
  /// What stands at the very name asked for; nil where that is not known. A CNAME counts although its target failed.
  var recordSet: RecordSet? {
    if let alias = aliases.first { return .alias(alias.target) }
    return switch outcome {
    case .found: .records(inOrder.records.map(\.data.joined).uniqued)
    case .noData, .noSuchName: .absent
    case .failed: nil
    }
  }

  /// Seconds for which caches may keep what stands at the very name; nil where that is not known.
  var ownTimeToLive: UInt32? {
    if let alias = aliases.first { return alias.timeToLive }
    return switch outcome {
    case .found(let records): records.map(\.timeToLive).max()
    case .noData(let denial), .noSuchName(let denial): denial.timeToLive
    case .failed: nil
    }
  }

  /// Whether the server speaks for the zone: it holds it (AA), also where it then could not follow a CNAME out of it.
  var isOfZone: Bool {
    origin.isAuthoritative || (failure != nil && !aliases.isEmpty && !origin.offersRecursion)
  }
}

extension RecordData {
  /// The same with a text in as few strings as it takes.
  fileprivate var joined: RecordData {
    guard case .txt(let strings) = self else { return self }
    return .txt(CharacterStrings(cutting: strings.joined))
  }
}
