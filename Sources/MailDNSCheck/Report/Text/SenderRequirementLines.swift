/// The table of what large mailbox providers require of senders: met, not met, or not to be told from DNS.
struct SenderRequirementLines {
  let requirements: SenderRequirements
  let language: Language

  func add(to page: inout Page, _ ink: Ink) {
    page.blank()
    page.add(Wording.senderRequirements[language], indent: TextReport.indent, ink: { ink($0, .bold) })
    let names = column(requirements.rows.map(\.requirement.wording))
    let states = column(requirements.rows.map(\.state.wording))
    var isForBulk = false
    for row in requirements.rows {
      if row.isForBulk, !isForBulk {
        isForBulk = true
        page.add(Wording.ofBulkSenders(MailboxProvider.bulk)[language], indent: TextReport.indent)
      }
      let status = row.state.status
      let mark = ink.mark(status)
      let width = TextReport.indent * 2 + mark.displayWidth
      let text =
        row.requirement.wording[language].padded(to: names) + "  "
        + row.state.wording[language].padded(to: states) + "  "
        + row.providers.map(\.name).joined(separator: Wording.listSeparator[language])
      page.add(
        text, indent: width + 1,
        label: String(repeating: " ", count: TextReport.indent * 2) + ink(mark, .bold, status.tone),
        labelWidth: width)
    }
  }

  private func column(_ words: [Wording]) -> Int { words.map { $0[language].displayWidth }.max() ?? 0 }
}

extension SenderRequirements.State {
  var status: Status {
    switch self {
    case .met: .ok
    case .notMet: .warning
    case .unknown: .unknown
    }
  }

  var wording: Wording {
    switch self {
    case .met: Wording("met", "適合")
    case .notMet: Wording("not met", "不適合")
    case .unknown: Wording("DNS can't tell", "DNSから判断不可")
    }
  }
}

extension SenderRequirement {
  var wording: Wording {
    switch self {
    case .spfOrDKIM: Wording("SPF or DKIM", "SPFまたはDKIM")
    case .reverseNames: Wording("reverse names, confirmed", "逆引き名と正引きの一致")
    case .tls: Wording("TLS when sending", "送信時のTLS")
    case .spfAndDKIM: Wording("SPF and DKIM", "SPFとDKIM")
    case .dmarc: Wording("DMARC, at least p=none", "DMARC(p=none 以上)")
    case .alignment: Wording("SPF or DKIM aligned", "アライメント成立")
    }
  }
}

extension Wording {
  static let senderRequirements = Wording(
    "What large mailbox providers require of senders", "大手メールサービスの送信者要件")

  static func ofBulkSenders(_ count: Int) -> Wording {
    Wording(
      "and of those who send \(count.grouped) messages a day or more", "1日\(count.grouped)通以上の送信者にはさらに")
  }
}
