/// That a message came into Office365 past the gateway: by what that shows.
struct MessageBypass: Hashable, Sendable {
  /// The way that was expected of it (`--expect`).
  let expected: MessageRoute?
  /// The recipient domain whose MX is a gateway, as DNS says.
  let mx: DomainName?
  let signs: [Sign]

  /// What the header itself says.
  enum Sign: CaseIterable, Hashable, Sendable {
    /// `X-MS-Exchange-Organization-IsAnonymousDirectSend: True`.
    case directSend
    /// `X-MS-Exchange-Organization-MxPointsToUs: false`.
    case foreignMX
    /// `InternalOrgSender: True` with `AuthAs: Anonymous`.
    case impersonation
    /// `compauth` with reason 451: proof only where the message passed no gateway, either.
    case unjudged

    fileprivate var wording: Wording {
      switch self {
      case .directSend: Wording(verbatim: "IsAnonymousDirectSend: True")
      case .foreignMX: Wording(verbatim: "MxPointsToUs: false")
      case .impersonation: Wording(verbatim: "InternalOrgSender: True, AuthAs: Anonymous")
      case .unjudged: Wording(verbatim: "compauth reason=451")
      }
    }
  }

  func statement(_ host: String) -> Wording {
    let shown = signs.map { $0.wording.english }.joined(separator: "; ")
    let marks = signs.isEmpty ? Wording(verbatim: "") : Wording(" (\(shown))", "(\(shown))")
    let why: Wording
    if let expected {
      why = Wording("though \(expected.rawValue) was expected", "期待する経路は \(expected.labelled.japanese)です")
    } else if let mx {
      why = Wording("though the MX of \(mx) is a gateway", "\(mx) のMXはゲートウェイです")
    } else {
      why = Wording("though MX names another host", "MXは別のホストを指しています")
    }
    return Wording(
      "\(host) handed the message to Office365 directly, past every gateway, \(why.english)\(marks.english).",
      "\(host) が、ゲートウェイを経由せずにOffice365へ直接配送しました。\(why.japanese)\(marks.japanese)。")
  }
}

/// The way that a message came, and the one expected of it.
struct MessageRoutes: Hashable, Sendable {
  let actual: MessageRoute
  let expected: MessageRoute
}

/// Two times that ought to be one.
struct MessageTimes: Hashable, Sendable {
  let first: MailTime
  let second: MailTime
}
