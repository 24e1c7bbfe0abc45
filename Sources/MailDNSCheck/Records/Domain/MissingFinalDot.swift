/// A name in a zone file that lacks its final dot, so that the zone's own name was put behind it (RFC 1035 §5.1).
enum MissingFinalDot: Hashable, Sendable {
  /// The target of the CNAME at `owner`: where it leads, and where it was meant to.
  case inTarget(DomainName, of: DomainName, meant: DomainName)
  /// The owner of the record with that data: where it lies.
  case inOwner(at: DomainName, RecordData)
}

extension MissingFinalDot {
  func statement(_ subject: String) -> Wording {
    switch self {
    case .inTarget(let target, _, let meant):
      Wording(
        "\(subject) leads to \(target), which is not there; \(meant) was probably meant, and its final dot is missing in the zone file.",
        "\(subject) の参照先 \(target) は存在しません。ゾーンファイルで \(meant) の末尾のドットが抜けている可能性があります。")
    case .inOwner(let place, _):
      Wording(
        "Nothing is at \(subject): the record lies at \(place), for the final dot of its name is missing in the zone file.",
        "\(subject) にレコードがありません。ゾーンファイルで名前の末尾のドットが抜けているため、\(place) に登録されています。")
    }
  }

  func remedy(_ subject: String) -> Wording {
    let lines = edits(subject).flatMap(\.lines).map { $0.prefix(Self.maximumLength) }.joined()
    return Wording("Write the name with its final dot: \(lines)", "名前の末尾にドットを付けてください: \(lines)")
  }

  /// Of a record's line; what is longer is not there to be read.
  private static let maximumLength = 2_000

  /// Where the record lies, and where it was meant to.
  func edits(_ subject: String) -> [RecordEdit] {
    switch self {
    case .inTarget(let target, let owner, let meant):
      return [RecordEdit(owner: owner, removed: .record(.cname(target)), added: [.cname(meant)])]
    case .inOwner(let place, let data):
      guard let owner = DomainName(subject) else { return [] }
      return [
        RecordEdit(owner: place, removed: .every(data.type)), RecordEdit(owner: owner, added: [data]),
      ]
    }
  }
}

extension Answer {
  /// The CNAME of this answer that leads to a name which only lacks its final dot, where what was meant is a name that
  /// `isMeant` is true of; nil where something was found, or there is no such one.
  func missingFinalDot(below domain: DomainName, where isMeant: (DomainName) -> Bool) -> MissingFinalDot? {
    guard isAbsence else { return nil }
    for alias in aliases {
      if let meant = alias.target.beforeOrigin(of: domain, where: isMeant) {
        return .inTarget(alias.target, of: alias.owner, meant: meant)
      }
    }
    return nil
  }
}
