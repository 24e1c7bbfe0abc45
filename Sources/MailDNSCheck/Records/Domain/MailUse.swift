/// Whether a domain takes or sends mail, as far as it says so itself: what protects mail is missed only where there is
/// mail to protect.
struct MailUse: Hashable, Sendable {
  /// Nil where DNS could not tell.
  let takes: Bool?
  let sends: Bool

  var isActive: Bool { takes == true || sends }

  /// The severity of something missing that only a domain with mail needs.
  var severityOfAbsence: Severity { isActive ? .warning : .info }
}

extension Wording {
  /// When `severityOfAbsence` is another one than a finding's own.
  static let infoWithoutMail = Wording(
    "info for a domain that neither takes nor sends mail", "送受信しないドメインでは情報")
}
