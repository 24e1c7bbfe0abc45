@testable import MailDNSCheck

/// The page of the documentation on findings.
enum FindingsPage {
  static var text: String {
    let samples = FindingSpecimens.plain.findings
    let sections = Finding.Area.allCases.map { area in
      let ids = samples.filter { $0.area == area }.map(\.id).uniqued
      return "## \(title(area))\n\n"
        + ids.map { id in entry(samples.filter { $0.id == id }) }.joined(separator: "\n")
    }
    return introduction + "\n" + sections.joined(separator: "\n")
  }

  private static let introduction = """
    # Findings / 検出事項

    What `maildnscheck` points out, by id. Ids are stable: scripts may rely on them. The texts are those of the reports,
    for the domain `example.jp`. 検出事項のIDは変わりません。文面は `example.jp` を例にしたレポートの表示です。

    | severity | 重要度 | exit status |
    |---|---|---|
    | critical | 重大 | 2 |
    | warning | 警告 | 1 |
    | unknown | 不明(DNSから判断できない) | 3 |
    | info | 情報 | 0 |

    The worst finding decides, in the order critical, warning, unknown, info. `--fail-on` takes some of them out.
    A report may give a finding another severity than the one listed here; then its entry says when.

    """

  private static func title(_ area: Finding.Area) -> String {
    switch area {
    case .domain: "The domain / ドメイン"
    case .mx: "MX"
    case .spf: "SPF"
    case .dkim: "DKIM"
    case .dmarc: "DMARC"
    case .tls: "TLS: MTA-STS, TLS-RPT, DANE, DNSSEC (`tls`)"
    case .hosts: "Hosts that send, and blocklists (`hosts`) / 送信元とブロックリスト(`hosts`)"
    case .bimi: "BIMI (`bimi`)"
    case .ns: "Name servers (`ns`) / ネームサーバ(`ns`)"
    case .route: "The route / 経路"
    case .policy: "Expectations / 期待との比較"
    case .message: "Messages (`headers`) / メッセージ(`headers`)"
    case .exchange: "Exports of Exchange Online / Exchange Onlineのエクスポート"
    }
  }

  private static func entry(_ variants: [Finding]) -> String {
    guard let first = variants.first else { return "" }
    var lines = [
      "### `\(first.id)`", "", "\(first.severity.rawValue)\(exception(first.kind)) · \(first.reference)", "",
    ]
    for finding in variants {
      let severity = finding.severity == first.severity ? "" : "(\(finding.severity.rawValue)) "
      lines.append("- \(severity)\(finding.message.english)")
      if let fix = finding.fix { lines.append("  *\(fix.english.onOneLine)*") }
      lines.append("- \(severity)\(finding.message.japanese)")
      if let fix = finding.fix { lines.append("  *\(fix.japanese.onOneLine)*") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where circumstances give a finding another severity.
  private static func exception(_ kind: FindingKind) -> String {
    kind.otherwise.map { "; \($0.english) / \($0.japanese)" } ?? ""
  }
}
