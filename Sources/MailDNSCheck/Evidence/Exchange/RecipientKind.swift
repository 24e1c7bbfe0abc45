/// What a recipient is (RecipientTypeDetails), in Exchange's own word.
struct RecipientKind: Hashable, Sendable {
  /// As the export has it: not safe to show where it is none of Exchange's words.
  let name: String

  static let userMailbox = RecipientKind(name: "UserMailbox")
  static let room = RecipientKind(name: "RoomMailbox")
  static let equipment = RecipientKind(name: "EquipmentMailbox")
  static let discovery = RecipientKind(name: "DiscoveryMailbox")
  static let unifiedGroup = RecipientKind(name: "GroupMailbox")
  static let distributionGroup = RecipientKind(name: "MailUniversalDistributionGroup")
  static let securityGroup = RecipientKind(name: "MailUniversalSecurityGroup")
  static let dynamicGroup = RecipientKind(name: "DynamicDistributionGroup")
  static let roomList = RecipientKind(name: "RoomList")

  /// What the service leaves out by itself.
  var isLeftOut: Bool {
    [
      "RoomMailbox", "EquipmentMailbox", "LinkedRoomMailbox", "RemoteRoomMailbox", "RemoteEquipmentMailbox",
    ].contains(name)
  }

  /// The kind of export that it belongs into.
  var home: ExportKind {
    if self == .unifiedGroup { return .unifiedGroups }
    if name.hasSuffix("Mailbox") { return .mailboxes }
    let groups: [RecipientKind] = [.distributionGroup, .securityGroup, .dynamicGroup, .roomList]
    return groups.contains(self) || name == "MailNonUniversalGroup" ? .distributionGroups : .recipients
  }

  /// The cmdlet that sets an attribute of such a recipient; nil where that is not known.
  var setCommand: String? {
    switch home {
    case .unifiedGroups: "Set-UnifiedGroup"
    case .mailboxes: "Set-Mailbox"
    case .distributionGroups: self == .dynamicGroup ? "Set-DynamicDistributionGroup" : "Set-DistributionGroup"
    default:
      switch name {
      case "MailUser", "GuestMailUser": "Set-MailUser"
      case "MailContact": "Set-MailContact"
      default: nil
      }
    }
  }

  /// Why a recipient of the kind is one that could do without being synchronised; nil where it is not.
  var candidacy: Candidacy? {
    switch self {
    case .securityGroup: .securityGroup
    case .dynamicGroup: .dynamicGroup
    case .unifiedGroup: .unifiedGroup
    case .discovery: .discoveryMailbox
    case .roomList: .roomList
    default: nil
    }
  }

  enum Candidacy: String, CaseIterable, Sendable {
    case securityGroup, dynamicGroup, unifiedGroup, discoveryMailbox, roomList
  }
}

extension RecipientKind {
  /// What a row says; nil where it does not.
  init?(_ row: ExportRow, in kind: ExportKind) {
    if let text = row.text("recipienttypedetails") {
      let word = String(decoding: Array(text.utf8).trimmingWhitespace, as: UTF8.self)
      if word.utf8.first?.isDigit == true, let number = UInt64(word) {
        guard number.nonzeroBitCount == 1, let name = Self.bits[number.trailingZeroBitCount] else {
          return nil
        }
        self.init(name: name)
        return
      }
      // The case of the word is Exchange's.
      self.init(name: Self.words[word.asciiLowercased] ?? word)
      return
    }
    // What RecipientType says is as much only of these: a UserMailbox of it may be a room.
    switch row.text("recipienttype")?.asciiLowercased {
    case "mailuniversalsecuritygroup": self = .securityGroup
    case "dynamicdistributiongroup": self = .dynamicGroup
    case "mailcontact": self.init(name: "MailContact")
    default: self.init(columnsOf: row, in: kind)
    }
  }

  /// What columns of single cmdlets say; nil where they do not.
  private init?(columnsOf row: ExportRow, in kind: ExportKind) {
    switch kind {
    case .unifiedGroups: self = .unifiedGroup
    case .distributionGroups:
      guard let type = row.text("grouptype") else { return nil }
      // As a number its highest bit says so.
      let isForSecurity = type.asciiLowercased.contains("securityenabled") || (Int(type) ?? 0) < 0
      self = isForSecurity ? .securityGroup : .distributionGroup
    case .mailboxes:
      switch row.text("resourcetype")?.asciiLowercased {
      case "room", "0": self = .room
      case "equipment", "1": self = .equipment
      default: return nil
      }
    default: return nil
    }
  }

  /// The words by themselves in lower case.
  private static let words = Dictionary(
    bits.values.map { ($0.asciiLowercased, $0) }, uniquingKeysWith: { first, _ in first })

  /// The words by their bit, as PowerShell 5.1 writes them into JSON.
  private static let bits: [Int: String] = [
    0: "UserMailbox", 1: "LinkedMailbox", 2: "SharedMailbox", 3: "LegacyMailbox", 4: "RoomMailbox",
    5: "EquipmentMailbox", 6: "MailContact", 7: "MailUser", 8: "MailUniversalDistributionGroup",
    9: "MailNonUniversalGroup", 10: "MailUniversalSecurityGroup", 11: "DynamicDistributionGroup",
    12: "PublicFolder", 13: "SystemAttendantMailbox", 14: "SystemMailbox", 15: "MailForestContact",
    23: "ArbitrationMailbox", 28: "RoomList", 29: "DiscoveryMailbox", 31: "RemoteUserMailbox",
    33: "RemoteRoomMailbox", 34: "RemoteEquipmentMailbox", 35: "RemoteSharedMailbox",
    36: "PublicFolderMailbox",
    37: "TeamMailbox", 38: "RemoteTeamMailbox", 39: "MonitoringMailbox", 40: "GroupMailbox",
    41: "LinkedRoomMailbox", 42: "AuditLogMailbox", 43: "RemoteGroupMailbox", 44: "SchedulingMailbox",
    45: "GuestMailUser",
  ]
}
