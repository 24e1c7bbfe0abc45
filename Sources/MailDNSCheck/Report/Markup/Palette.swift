/// The colours of a page. Every text and its ground, and every line that says something, have the contrast that WCAG 2.2 asks
/// for (§1.4.3, §1.4.11); a test computes it.
struct Palette: Sendable {
  private let colors: [Role: UInt32]

  enum Role: String, CaseIterable, Sendable {
    case ground, panel, text, faint, line, link
    case ok, unknown, warning, critical, info
    case okGround = "ok-ground"
    case unknownGround = "unknown-ground"
    case warningGround = "warning-ground"
    case criticalGround = "critical-ground"
    case infoGround = "info-ground"
  }

  /// The colour as 0xRRGGBB.
  subscript(role: Role) -> UInt32 { colors[role] ?? 0 }

  /// Custom properties of CSS.
  var declarations: String {
    Role.allCases.map { role in
      let digits = String(self[role], radix: 16)
      return "--\(role.rawValue):#" + String(repeating: "0", count: 6 - digits.count) + digits + ";"
    }.joined()
  }

  /// What is written on what.
  static let texts: [(text: Role, ground: Role)] =
    [Role.ground, .panel].flatMap { ground in [Role.text, .faint, .link].map { ($0, ground) } }
    + [
      (.ok, .okGround), (.unknown, .unknownGround), (.warning, .warningGround),
      (.critical, .criticalGround), (.info, .infoGround), (.critical, .ground), (.unknown, .ground),
    ] + [Role.okGround, .unknownGround, .warningGround, .criticalGround, .infoGround].map { (.text, $0) }

  /// Lines that say something, and what they are drawn on.
  static let lines: [(line: Role, ground: Role)] = [
    (.critical, .ground), (.unknown, .ground), (.faint, .ground), (.info, .ground), (.ok, .ground),
    (.warning, .ground), (.link, .ground),
  ]

  static let light = Palette(colors: [
    .ground: 0xFFFFFF, .panel: 0xF4F6F8, .text: 0x1B1F24, .faint: 0x57606A, .line: 0xC9CED6, .link: 0x0550AE,
    .ok: 0x0F6B32, .unknown: 0x5B3A9E, .warning: 0x7A4B00, .critical: 0xA40E26, .info: 0x0B5394,
    .okGround: 0xE3F5E8, .unknownGround: 0xEFE8FB, .warningGround: 0xFFF1D0, .criticalGround: 0xFFE5E7,
    .infoGround: 0xE3EFFB,
  ])

  static let dark = Palette(colors: [
    .ground: 0x0F1419, .panel: 0x1A212A, .text: 0xE8ECF1, .faint: 0xA3ADB9, .line: 0x3B4653, .link: 0x8EC5FF,
    .ok: 0x7EE2A0, .unknown: 0xCBB5FF, .warning: 0xFFD27A, .critical: 0xFF9BA6, .info: 0x9CCBFF,
    .okGround: 0x10331D, .unknownGround: 0x2C1F4D, .warningGround: 0x3A2A06, .criticalGround: 0x45121A,
    .infoGround: 0x10304D,
  ])
}
