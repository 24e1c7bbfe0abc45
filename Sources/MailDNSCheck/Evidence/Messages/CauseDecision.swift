/// The decision table: from what the filter says (SFV) and where the mailbox put the message (dest, OFR) to the cause.
struct CauseDecision {
  let filter: String?
  let level: Int?
  let category: String?
  let addressVerdict: String?
  let delivery: MailboxDelivery?
  /// Whether the message is the organisation's own.
  let isInternal: Bool

  var cause: MessageVerdict.Cause? {
    // Where a rule of the user's moved it, that is why it lies there, whatever the filter thought; but the list of
    // blocked senders is the user's word, too, and comes first for what lies in junk.
    if filter == "BLK", delivery?.folder != .custom { return .blockedSender }
    if delivery?.isByInboxRule == true { return .inboxRule }
    if delivery?.folder == .custom { return .inboxRule }
    switch filter {
    case "BLK": return .blockedSender
    case "SKB": return .tenantBlock
    // A rule's SCL of 5 to 9, or a server of one's own: the filter did not look at it.
    case "SKS": return .transportRule
    case "SPM": return delivery?.folder == .inbox ? .junkSettings : .spamFilter
    case "SKN": return unlessInJunk(.transportRule)
    case "SKA": return unlessInJunk(.tenantAllow)
    case "DMS": return unlessInJunk(.tenantAllow)
    case "SFE": return unlessInJunk(.safeSender)
    case "SKQ": return unlessInJunk(.quarantineRelease)
    // Microsoft's page says allow list of addresses, every real header says within the organisation: IPV decides.
    case "SKI": return unlessInJunk(addressVerdict == "CAL" ? .tenantAllow : .internal)
    case "NSPM": return unlessInJunk(isInternal ? .internal : .notSpam)
    case nil: return withoutFilter
    default: return nil
    }
  }

  /// `cause`, unless the message is in junk all the same: then the filter had something else against it, or the mailbox.
  private func unlessInJunk(_ cause: MessageVerdict.Cause) -> MessageVerdict.Cause {
    guard delivery?.folder == .junk else { return cause }
    return isFiltered ? .spamFilter : .junkSettings
  }

  /// Whether the filter has found something, whatever SFV says: `OFR:SpamFilter…` alone is no proof.
  private var isFiltered: Bool {
    if let category, MessageVerdict.maliciousCategories.contains(category) { return true }
    return level.map { $0 >= 5 } ?? false
  }

  /// Without SFV the level tells a little; -1 does not: it is an instruction.
  private var withoutFilter: MessageVerdict.Cause? {
    if isInternal { return unlessInJunk(.internal) }
    guard let level else {
      return delivery?.folder == .junk && delivery?.isByFilter == true ? .spamFilter : nil
    }
    if level >= 5 { return delivery?.folder == .inbox ? nil : .spamFilter }
    return level >= 0 ? unlessInJunk(.notSpam) : nil
  }
}
