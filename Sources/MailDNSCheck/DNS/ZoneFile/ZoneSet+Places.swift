/// Where a record stands in a zone file.
struct ZoneFilePlace: Hashable, Sendable {
  /// As the caller gave it; hostile until shown through `VisibleText`.
  let file: String
  /// From 1.
  let line: Int
}

extension ZoneSet {
  /// The place of the first record of `name` that `isMeant` picks; nil where the zones have none.
  func place(of name: DomainName, where isMeant: (ResourceRecord) -> Bool) -> ZoneFilePlace? {
    guard let zone = zone(holding: name) else { return nil }
    return zone.records(at: name).first { isMeant($0.record) }
      .map { ZoneFilePlace(file: $0.file, line: $0.line) }
  }

  /// The texts of `name` that somebody forgot to quote.
  func unquotedTexts(of name: DomainName) -> [Answer.UnquotedText] {
    guard let zone = zone(holding: name) else { return [] }
    return zone.records(at: name).compactMap { record in
      guard let reason = record.missingQuotes, case .txt(let text) = record.record.data else { return nil }
      return Answer.UnquotedText(text: text.joined, file: record.file, line: record.line, reason: reason)
    }
  }

  /// The SOA record of the zone that `name` lies in.
  func placeOfZone(holding name: DomainName) -> ZoneFilePlace? {
    zone(holding: name).map { ZoneFilePlace(file: $0.file, line: $0.startOfAuthority?.line ?? 1) }
  }
}
