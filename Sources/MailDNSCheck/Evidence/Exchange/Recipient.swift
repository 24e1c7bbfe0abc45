/// An address that mail can be sent to, out of an export.
struct Recipient: Sendable {
  /// As the export has it; nil where it has none. Not safe to show.
  let primary: String?
  let kind: RecipientKind?
  /// How many SMTP addresses it has, the primary one among them; nil where the export does not say.
  let addressCount: Int?
  /// Whether it is taken out; nil where the export lacks the attribute.
  let isExcluded: Bool?
  /// What the attribute of the first exclusion holds; nil where it is empty. Not safe to show.
  let attribute: String?
  /// Whether the list of addresses was lost on its way into the file.
  let hasLostAddresses: Bool

  init(_ row: ExportRow, in exportKind: ExportKind, excluding exclusions: [RecipientExclusion]) {
    kind = RecipientKind(row, in: exportKind)
    let list = row.list("emailaddresses")
    hasLostAddresses = list == .lost
    let named = row.text("primarysmtpaddress") ?? row.text("windowsemailaddress")
    let addresses = list?.items?.compactMap(\.smtpAddress)
    primary = (named ?? addresses?.first { $0.isPrimary }?.address).map {
      String(decoding: Array($0.utf8).trimmingWhitespace, as: UTF8.self)
    }
    if let addresses {
      var all = Set(addresses.map(\.address.asciiLowercased))
      if let primary { all.insert(primary.asciiLowercased) }
      addressCount = all.count
    } else {
      addressCount = nil
    }
    let answers = exclusions.map { $0.covers(row) }
    attribute = exclusions.first.flatMap { row.text($0.attribute.asciiLowercased) }
    isExcluded = answers.contains(true) ? true : answers.contains(nil) ? nil : false
  }
}

extension String {
  /// The address of a proxy address that is one of SMTP, and whether it is the primary one (`SMTP:` in upper case); nil for
  /// `SIP:`, `X500:` and the like.
  fileprivate var smtpAddress: (address: String, isPrimary: Bool)? {
    guard contains("@") else { return nil }
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return (self, false) }
    let prefix = self[..<colon]
    guard prefix.asciiLowercased == "smtp" else { return nil }
    return (String(self[colon...].dropFirst()), prefix == "SMTP")
  }
}
