import Glibc

extension ZoneFileError.Reason {
  /// What comes of it where the file is published. Measured with BIND 9.18, NSD 4.6, Knot 3.2, PowerDNS 4.7, gdnsd 3.8 and
  /// ldns 1.8.
  enum Effect: Hashable, Sendable {
    /// The zone's own server refuses the file.
    case refused
    /// Some servers refuse the file or read something else.
    case lost
    /// As `lost`, but nothing of mail goes by it.
    case harmless
    /// This program does not know what the line says; its own server does.
    case unread
    /// This program has not read what belongs to the zone; whether its own server does is not known.
    case unfollowed
  }

  /// Types that IANA's registry has and this program has no name for: servers read them.
  private static let rareTypes: Set<String> = [
    "MD", "MF", "MB", "MG", "MR", "NULL", "X25", "ISDN", "RT", "NSAP", "NSAP-PTR", "PX", "GPOS", "EID",
    "NIMLOC", "ATMA",
    "A6", "SINK", "NINFO", "RKEY", "TALINK", "UINFO", "UID", "GID", "UNSPEC", "NID", "L32", "L64", "LP",
    "AVC", "DOA",
    "AMTRELAY", "RESINFO", "WALLET", "CLA", "IPN", "DSYNC", "HHIT", "BRID", "TA", "DLV",
  ]

  var effect: Effect {
    switch self {
    case .stringTooLong(.txt), .stringTooLong(.spf), .textCut, .relativeOrigin, .outsideEveryZone,
      .finalDotMissing, .generateReadOtherwise:
      .lost
    case .carriageReturns, .noFinalNewline, .compoundTimeToLive, .timeToLiveUnstated, .generateNotEverywhere,
      .automaticTimeToLive:
      .harmless
    case .foreignRecord, .genericFormNeeded, .originLost: .unread
    case .includeOutside, .includesTooMuch, .generatesTooMuch, .tooManyRecords, .tooManyNames,
      .tooManyFaults:
      .unfollowed
    case .octoDNS(let flaw): flaw.effect
    case .includeUnreadable(_, let error) where !error.isOfEveryReader: .unfollowed
    case .unknownType(let text) where Self.rareTypes.contains(text.uppercased()): .unread
    default: .refused
    }
  }
}

extension Errno {
  /// Whether every program that opens the file meets it: there is none, or what is there is none.
  fileprivate var isOfEveryReader: Bool { [ENOENT, ENOTDIR, EISDIR, EINVAL, ELOOP].contains(code) }
}
