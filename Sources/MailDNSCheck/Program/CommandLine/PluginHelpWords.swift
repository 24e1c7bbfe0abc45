/// The words of the plugin's help, in which every option has one line.
extension CommandOption {
  /// At most 47 columns.
  var pluginHelp: Wording {
    switch self {
    case .hostname: Wording("domain to check; may be repeated", "検査するドメイン(複数指定可)")
    case .warning:
      Wording("WARNING unless the SPF look-ups are in RANGE", "SPFのDNS参照回数が範囲外ならWARNING")
    case .critical: Wording("CRITICAL unless; a RANGE is [@]START:END", "同じくCRITICAL。RANGE は [@]START:END")
    case .onUnknown:
      Wording("if DNS says that it failed (default: unknown)", "DNSが失敗を返したときの状態(省略時: unknown)")
    case .failOn: Wording("counted from: warning, critical, never", "判定に含める重要度の下限(critical、never も可)")
    case .language: Wording("en or ja (default: en)", "en または ja(省略時: en)")
    case .verbose:
      Wording("details, up to -vvv; en or ja (default: en)", "詳細(-vvv まで)、en または ja(省略時: en)")
    case .allowPrivate:
      Wording("port 25 of MX hosts, also at private addresses", "MXの25番ポート、プライベートアドレスも")
    case .server: Wording("DNS server to ask; may be repeated", "問い合わせるDNSサーバ(複数指定可)")
    case .timeout: Wording("hard limit of the run (default: 10:critical)", "全体の制限時間(省略時: 10:critical)")
    case .queryTimeout:
      Wording("seconds for a server; rounds over all servers", "サーバ1台を待つ秒数、全サーバを試す回数")
    case .zoneFile:
      Wording("answer from this master file; may be repeated", "このゾーンファイルから回答(複数指定可)")
    case .includePath:
      Wording("$INCLUDE from this FOLDER, too; zone files only", "$INCLUDE 用フォルダ、DNSへの問い合わせなし")
    case .selector: Wording("all areas; also ask for this DKIM selector", "全項目の検査、追加で調べるDKIMセレクタ")
    case .policy:
      Wording("expectations (JSON); exports of Exchange Online", "期待する状態(JSON)とExchangeのエクスポート")
    case .providers: Wording("an earlier run (NDJSON); more providers (JSON)", "以前の実行結果(NDJSON)、事業者の追加(JSON)")
    case .expect: Wording("CRITICAL unless the domain has this route", "期待する経路。異なる場合はCRITICAL")
    default: help
    }
  }
}

extension Wording {
  static let pluginHelpAndVersion = Wording("this help; the version", "このヘルプ、バージョン")

  /// `names` are the figures.
  static func pluginOtherThresholds(_ names: String) -> Wording {
    Wording(verbatim: "X: \(names)")
  }
}
