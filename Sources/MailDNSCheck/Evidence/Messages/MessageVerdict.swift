/// What the receiving side made of a message, where it put it, and why.
struct MessageVerdict: Sendable {
  /// Spam confidence level.
  let level: Int?
  /// SFV, as it is.
  let filter: String?
  /// CAT, as it is.
  let category: String?
  /// Bulk complaint level.
  let bulkLevel: Int?
  let folder: MailboxDelivery.Folder?
  let cause: Cause?

  /// Why a message is where it is; the raw values are stable identifiers.
  enum Cause: String, CaseIterable, Sendable {
    /// A transport rule set the SCL, so that the filter was skipped, or its verdict set.
    case transportRule = "transport-rule"
    /// The recipient's own Blocked Senders list.
    case blockedSender = "blocked-sender"
    /// The recipient's own Safe Senders list.
    case safeSender = "safe-sender"
    case tenantBlock = "tenant-block"
    case tenantAllow = "tenant-allow"
    /// A rule of the recipient's own.
    case inboxRule = "inbox-rule"
    /// The mailbox's junk settings (only trusted senders), or the filter of Outlook itself.
    case junkSettings = "junk-settings"
    case spamFilter = "spam-filter"
    case quarantineRelease = "quarantine-release"
    case `internal`
    case notSpam = "not-spam"
  }

  static let none = MessageVerdict(report: nil, marks: nil, bulkLevel: nil, delivery: nil, isInternal: false)

  init(
    report: AntispamReport?, marks: OrganizationMarks?, bulkLevel: Int?, delivery: MailboxDelivery?,
    isInternal: Bool
  ) {
    level = report?.level ?? marks?.level
    filter = report?.filter
    category = report?.category
    self.bulkLevel = bulkLevel
    folder = delivery?.folder
    cause =
      CauseDecision(
        filter: filter, level: level, category: category, addressVerdict: report?.addressVerdict,
        delivery: delivery,
        isInternal: isInternal
      ).cause
  }
}

extension MessageVerdict {
  /// What is dangerous whatever anybody allows; an SCL of -1 may still have let it through.
  static let maliciousCategories: Set<String> = ["MALW", "HPHSH", "HPHISH", "AMP", "SAP", "FTBP"]

  var isMalicious: Bool { category.map(Self.maliciousCategories.contains) ?? false }

  /// SFV values whose meaning is known.
  static let knownFilters: Set<String> = [
    "NSPM", "SPM", "SKN", "SKS", "SKB", "SKA", "SKI", "SKQ", "SFE", "BLK", "DMS",
  ]
  static let knownCategories: Set<String> = [
    "NONE", "SPM", "HSPM", "BULK", "PHSH", "HPHSH", "HPHISH", "MALW", "AMP", "SAP", "FTBP", "SPOOF", "UIMP",
    "DIMP",
    "GIMP", "BIMP", "INTOS", "OSPM",
  ]
}
