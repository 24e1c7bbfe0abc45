import FoundationEssentials

/// What hosts that take mail said, in a text report: a line for each address.
struct SMTPLines {
  let probe: SMTPProbe
  let now: Date
  let language: Language

  var lines: [String] {
    probe.hosts.flatMap { host in host.sessions.map { line(host.host, $0) } }
  }

  /// How many are as they should be, and the first day on which a certificate expires.
  var brief: String? {
    let sessions = probe.sessions
    guard !sessions.isEmpty else { return nil }
    let secured = sessions.compactMap(\.tls)
    let first = secured.map { $0.certificate.daysLeft(at: now) }.min()
    return Wording.securedHosts(secured.count, of: sessions.count, days: first)[language]
  }

  private func line(_ host: DomainName, _ session: SMTPSession) -> String {
    var parts: [String] = []
    if let greeting = session.greeting {
      parts.append("\"\(VisibleText.shortened(greeting.reply.text, atMost: Self.maximumGreeting))\"")
    }
    parts.append(result(of: session)[language])
    return "\(host) \(session.address)  " + parts.joined(separator: Wording.listSeparator[language])
  }

  private func result(of session: SMTPSession) -> Wording {
    switch session.outcome {
    case .failed: .notReached
    case .refused(let reply, _): .turnedAway(reply.code)
    case .plain: .noSTARTTLS
    case .declined, .injected, .disagreed: .failingSTARTTLS
    case .secured(_, let tls):
      .secured(
        VisibleText.shortened(tls.version), until: CalendarDate(tls.certificate.notAfter),
        days: tls.certificate.daysLeft(at: now))
    }
  }

  /// Characters of a greeting that are shown.
  private static let maximumGreeting = 40
}

extension Wording {
  fileprivate static let notReached = Wording("could not be talked to", "接続して確認できず")
  fileprivate static let noSTARTTLS = Wording("no STARTTLS", "STARTTLSなし")
  fileprivate static let failingSTARTTLS = Wording("TLS does not come about", "TLS接続が成立せず")

  fileprivate static func turnedAway(_ code: Int) -> Wording {
    Wording("turns this system away (\(code))", "接続を拒否(\(code))")
  }

  fileprivate static func secured(_ version: String, until day: CalendarDate, days: Int) -> Wording {
    Wording(
      "\(version), certificate until \(day) (\(days.counting("day", "days")))",
      "\(version)、証明書の有効期限 \(day)(残り\(days.grouped)日)")
  }

  /// `days` until the first certificate expires; nil where there is none.
  fileprivate static func securedHosts(_ count: Int, of all: Int, days: Int?) -> Wording {
    let rest = days.map { days in
      Wording(
        ", certificates for \(days.counting("day", "days"))", "(証明書の残り\(days.grouped)日)")
    }
    return Wording(
      "STARTTLS at \(count) of \(all.counting("address", "addresses"))\(rest?.english ?? "")",
      "STARTTLS対応 \(count)/\(all)\(rest?.japanese ?? "")")
  }
}
