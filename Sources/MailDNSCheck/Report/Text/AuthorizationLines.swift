/// Whom an SPF record lets pass, in a few lines.
struct AuthorizationLines {
  let lines: [String]

  /// Ranges that are shown before the rest is only counted.
  private static let shortList = 12

  init(_ authorization: SPFAuthorization, language: Language, isFull: Bool) {
    guard !authorization.passesAll else {
      lines = [Wording.everybody[language]]
      return
    }
    let ranges = authorization.addresses.descriptions
    let shown = isFull ? ranges[...] : ranges.prefix(Self.shortList)
    let count = Wording.addressCount(
      authorization.addresses.v4Count, ranges: ranges.count, hasIPv6: ranges.contains { $0.contains(":") })
    var lines = [count[language]]
    if !shown.isEmpty { lines.append(shown.joined(separator: " ")) }
    if shown.count < ranges.count { lines.append(Wording.moreRanges(ranges.count - shown.count)[language]) }
    for (family, term) in authorization.stopped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append(Wording.stopped(family, at: term)[language])
    }
    if authorization.isPartial { lines.append(Wording.andMore[language]) }
    self.lines = lines
  }
}
