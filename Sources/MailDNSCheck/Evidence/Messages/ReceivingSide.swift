/// The fields of a header that the receiving side wrote, told from those that came with the message.
///
/// What Exchange Online stamps in front stands above the field of the station that took the message from outside; what it
/// adds behind stands below the last `X-MS-Exchange-Transport-CrossTenantHeadersStripped`. Copies with another name
/// (`…-Untrusted`, `…-Original`, `…-Prvs`) and reports with `DIR:OUT` are the sender's side.
struct ReceivingSide {
  let header: HeaderSection
  let trail: MailTrail
  let marks: OrganizationMarks

  /// The report on mail that came in; nil where there is none, or Office365 is not the receiver.
  var report: AntispamReport? {
    guard isOffice365 else { return nil }
    let found = behind("x-forefront-antispam-report").map { AntispamReport($0) }.filter(\.isInbound)
    guard found.count > 1 else { return found.last }
    let addresses = knownAddresses
    return found.last { $0.address.map(addresses.contains) ?? false } ?? found.last
  }

  /// `X-Microsoft-Antispam: BCL:0;ARA:…`: how much complaint a bulk sender draws; nothing else in it has a meaning.
  var bulkLevel: Int? {
    guard isOffice365, let value = behind("x-microsoft-antispam").last else { return nil }
    return AntispamReport(value)["BCL"].flatMap { Int($0) }.flatMap { (0...9).contains($0) ? $0 : nil }
  }

  var delivery: MailboxDelivery? {
    guard isOffice365 else { return nil }
    return behind("x-microsoft-antispam-mailbox-delivery").last.map { MailboxDelivery($0) }
  }

  /// What the receiver found when it took the message.
  func authentication(entry: Int?) -> AuthenticationResults? {
    guard let newest = trail.hops.last else { return nil }
    if newest.provider == .office365 {
      // Right above the field of the station that took it from outside; of mail from within, above the oldest station.
      let boundary = entry ?? trail.hops.firstIndex(where: \.isBelieved)
      guard let boundary else { return nil }
      let place = trail.hops[boundary].place
      let above = boundary + 1 < trail.hops.count ? trail.hops[boundary + 1].place : -1
      let found = header.fields[(above + 1)..<place].last { $0.name == Self.results }
      return found.map { AuthenticationResults($0.value) }
    }
    return foreignAuthentication(newest)
  }

  /// Other receivers name themselves, and stamp above or right below their own station.
  private func foreignAuthentication(_ newest: MailHop) -> AuthenticationResults? {
    let own = trail.hops.reversed().prefix { $0.isBelieved && $0.host == newest.host }.last ?? newest
    let below = trail.hops.last { $0.place > own.place }?.place ?? header.fields.count
    return header.fields[..<below].lazy.filter { $0.name == Self.results }
      .map { AuthenticationResults($0.value) }
      .first { results in
        guard let authority = results.authority.flatMap({ DomainName($0) }),
          let by = newest.received.by.flatMap({ DomainName($0) })
        else { return false }
        return authority == by || by.isBelow(authority) || by.labelCount > 2 && authority.parent == by.parent
          || authority == by.parent
      }
  }

  private var isOffice365: Bool { trail.hops.last.map { $0.provider == .office365 } ?? true }

  /// The addresses that a report on this message speaks of.
  private var knownAddresses: Set<IPAddress> {
    let hops = trail.hops.filter { $0.isBelieved && $0.provider == .office365 }.compactMap(\.received.address)
    return Set(hops + [marks.skipListed?.address, marks.originalSender?.address].compactMap(\.self))
  }

  private static let stripped: FieldName = "x-ms-exchange-transport-crosstenantheadersstripped"
  private static let results: FieldName = "authentication-results"

  /// Values of the fields called `name` behind where another tenant's marks were taken out.
  private func behind(_ name: FieldName) -> [[UInt8]] {
    let start = header.places(of: Self.stripped).last ?? -1
    return header.fields[(start + 1)...].filter { $0.name == name }.map(\.value)
  }
}
