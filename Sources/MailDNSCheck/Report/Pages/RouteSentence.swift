/// The verdict on a domain in a sentence, for somebody who has never heard of MX; and a second one on what was found.
struct RouteSentence {
  let report: DomainReport
  let catalogue: ProviderCatalogue

  var wording: Wording {
    let found = Wording.found(report.findings)
    return way.map { $0 + Wording(" ", "") + found } ?? found
  }

  private var domain: String { report.domain.unicode }

  private var way: Wording? {
    guard let verdict = report.verdict else { return nil }
    let flow = RouteFlow(verdict: verdict, facts: report.facts, catalogue: catalogue)
    let inbound = verdict.inbound.map { host in
      host.provider.flatMap { catalogue[$0]?.introduction } ?? host.wording(in: catalogue)
    }.listed
    switch verdict.id {
    case .none, .unknown: return flow.wording
    case .other where flow.isOnly(.parked): return flow.wording + Wording(".", "。")
    case .implicit:
      return Wording(
        "\(domain) has no MX record: its mail goes to the domain's own address.",
        "\(domain) にはMXがなく、メールはドメイン自身のアドレスに届きます。")
    case .securemxOffice365, .gateway, .securemx:
      guard let mailbox = flow.shownMailbox.map({ HostProvider.provider($0).wording(in: catalogue) }),
        verdict.mailbox.map({ !verdict.inbound.contains(.provider($0)) }) == true
      else {
        return Wording(
          "Mail for \(domain) goes through \(inbound.english), to mailboxes that DNS does not show.",
          "\(domain) 宛てのメールは\(inbound.japanese)を経由します(その先のメールボックスはDNSからは見えません)。")
      }
      return Wording(
        "Mail for \(domain) goes through \(inbound.english) to \(mailbox.english).",
        "\(domain) 宛てのメールは\(inbound.japanese)を経由して\(mailbox.japanese)に届きます。")
    case .mixed:
      return Wording(
        "Mail for \(domain) goes to systems of more than one kind: \(inbound.english).",
        "\(domain) 宛てのメールは、種類の異なるシステムに分かれて届きます(\(inbound.japanese))。")
    case .office365, .other:
      return Wording(
        "Mail for \(domain) goes to \(inbound.english), through no gateway.",
        "\(domain) 宛てのメールは、ゲートウェイを経由せず\(inbound.japanese)に届きます。")
    }
  }
}

extension Wording {
  /// How many findings there are of each severity that counts.
  static func found(_ findings: [Finding]) -> Wording {
    let counts = [Severity.critical, .warning, .unknown].compactMap { severity -> (Severity, Int)? in
      let count = findings.count { $0.severity == severity }
      return count > 0 ? (severity, count) : nil
    }
    guard !counts.isEmpty else { return Wording("No problem was found.", "問題は見つかりませんでした。") }
    return Wording(
      "Found: \(counts.map { "\($0.1.grouped) × \($0.0.wording.english)" }.joined(separator: ", ")).",
      "検出事項: \(counts.map { "\($0.0.wording.japanese)\($0.1.grouped)件" }.joined(separator: "、"))。")
  }
}
