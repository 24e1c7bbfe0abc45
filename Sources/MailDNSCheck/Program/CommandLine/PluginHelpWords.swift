/// The words of the plugin's help, in which every option has one line.
extension CommandOption {
  /// At most 47 columns.
  var pluginHelp: Wording {
    switch self {
    case .hostname: Wording("domain to check; may be repeated", "検査するドメイン（複数指定可）")
    case .warning:
      Wording("WARNING unless the SPF look-ups are in RANGE", "SPF の DNS 参照回数が範囲外なら WARNING")
    case .critical: Wording("CRITICAL unless; a RANGE is [@]START:END", "同 CRITICAL。RANGE は [@]START:END")
    case .onUnknown:
      Wording("if DNS says that it failed (default: unknown)", "DNS が失敗を返したとき（省略時: unknown）")
    case .failOn: Wording("counted from: warning, critical, never", "状態に数える下限: warning, critical, never")
    case .language: Wording("en or ja (default: en)", "en または ja（省略時: en）")
    case .verbose:
      Wording("details; -vv info, remedies; -vvv questions", "詳細。-vv は参考情報と対処、-vvv は問い合わせ")
    case .server: Wording("DNS server to ask; may be repeated", "問い合わせる DNS サーバ（複数指定可）")
    case .timeout: Wording("hard limit of the run (default: 10:critical)", "全体の制限時間（省略時: 10:critical）")
    case .queryTimeout: Wording("wait so long for one server in one attempt", "1 回の試行で 1 台のサーバを待つ秒数")
    case .zoneFile:
      Wording("answer from this master file; may be repeated", "このマスターファイルから回答（複数指定可）")
    case .includePath:
      Wording("$INCLUDE from this FOLDER, too; zone files only", "$INCLUDE 用フォルダ、DNS に問い合わせない")
    case .selector: Wording("also ask for this DKIM selector", "追加で調べる DKIM セレクタ")
    case .policy:
      Wording("expectations (JSON); exports of Exchange Online", "期待値（JSON）、Exchange Online のエクスポート")
    case .providers: Wording("providers besides the known ones (JSON)", "事業者カタログへの追加（JSON）")
    case .expect: Wording("CRITICAL unless the domain has this route", "想定する経路。異なる場合は CRITICAL")
    default: help
    }
  }
}

extension Wording {
  static let pluginHelpAndVersion = Wording("this help; the version", "このヘルプ、バージョン")

  /// `names` are the figures.
  static func pluginOtherThresholds(_ names: String) -> Wording {
    Wording("the same for X: \(names)", "同様に X の範囲: \(names)")
  }
}
