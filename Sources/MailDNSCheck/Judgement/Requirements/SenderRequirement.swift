/// What a large mailbox provider requires of whoever sends to its mailboxes, as far as DNS has to do with it.
enum SenderRequirement: String, CaseIterable, Hashable, Sendable {
  case spfOrDKIM = "spf-or-dkim"
  case reverseNames = "reverse-names"
  /// Of the connection that the mail comes by.
  case tls
  case spfAndDKIM = "spf-and-dkim"
  /// A policy, `p=none` at least.
  case dmarc
  /// What SPF or DKIM authenticates is the domain in From:.
  case alignment
}

/// A provider of mailboxes for everybody, and what it requires. One-click unsubscription and the rate of complaints are
/// requirements, too, and no matter of DNS.
struct MailboxProvider: Hashable, Sendable {
  /// Lower case.
  let id: String
  let name: String
  let ofAll: Set<SenderRequirement>
  /// Of whoever sends `bulk` messages a day or more, besides.
  let ofBulk: Set<SenderRequirement>
  /// Where the provider says so.
  let source: String
  /// From which day on, as `2024-02-01`.
  let since: String

  /// Messages a day to mailboxes of the provider, counted by the domain in From:.
  static let bulk = 5_000

  /// Looked at in November 2026.
  static let all = [
    MailboxProvider(
      id: "gmail", name: "Gmail", ofAll: [.spfOrDKIM, .reverseNames, .tls],
      ofBulk: [.spfAndDKIM, .dmarc, .alignment], source: "https://support.google.com/a/answer/81126",
      since: "2024-02-01"),
    MailboxProvider(
      id: "yahoo", name: "Yahoo", ofAll: [.spfOrDKIM, .reverseNames],
      ofBulk: [.spfAndDKIM, .dmarc, .alignment], source: "https://senders.yahooinc.com/best-practices/",
      since: "2024-02-01"),
    MailboxProvider(
      id: "outlook.com", name: "Outlook.com", ofAll: [], ofBulk: [.spfAndDKIM, .dmarc, .alignment],
      source: "https://sendersupport.olc.protection.outlook.com/pm/policies.aspx", since: "2025-05-05"),
  ]
}
