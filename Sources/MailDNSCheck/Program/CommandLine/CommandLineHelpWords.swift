/// The frame of the help text.
extension Wording {
  static let helpUsage = Wording("Usage:", "使い方:")
  static let helpPurpose = Wording(
    """
    Tells from DNS alone where the mail of a domain goes, through IIJ SecureMX to Office365 or directly, and how well \
    SPF, DKIM and DMARC protect it.
    """,
    """
    ドメインのメールが、IIJセキュアMXサービス(SecureMX)経由でOffice365へ届くか、直接届くか、またSPF、DKIM、DMARCで\
    どこまで保護されているかを、DNSだけから判定します。
    """)
  static let helpExamples = Wording("Examples:", "例:")
  static let helpExitStatus = Wording("Exit status:", "終了ステータス:")
  static let helpPointer = Wording(
    "'maildnscheck help COMMAND' tells more about a command and lists the options that it takes.",
    "コマンドの詳細と使えるオプションは「maildnscheck help COMMAND」で表示します。")
  static let helpRepeatable = Wording("may be repeated", "複数指定可")

  static func helpDefault(_ value: String) -> Wording { Wording("default: \(value)", "省略時: \(value)") }
  static func helpAlias(_ names: String) -> Wording { Wording("also \(names)", "別名: \(names)") }
  static func helpNotes(_ notes: String) -> Wording { Wording(" (\(notes))", "(\(notes))") }

  /// Exit status and what it means after `command`; nil is the whole program.
  static func exitStatuses(of command: Command?) -> [(status: Int, meaning: Wording)] {
    switch command {
    case .lookup:
      [
        (0, Wording("an answer, also that there is no such name or record", "回答あり(名前やレコードがないという回答を含む)")),
        (3, Wording("DNS could not tell", "DNSで確認できない")), unusable,
      ]
    case .compare:
      [
        (0, Wording("all resolvers have what the zone's own servers have", "すべてのリゾルバが権威サーバと一致")),
        (
          1,
          Wording(
            "one has something else, or the zone's own servers contradict each other",
            "異なる内容のリゾルバがある、または権威サーバ同士が不一致")
        ),
        (
          3,
          Wording(
            "it could not be told: a resolver or all of the zone's own servers did not answer, or a resolver falsifies",
            "確認できない(応答しないリゾルバがある、どの権威サーバも応答しない、または応答を書き換えるリゾルバがある)")
        ), unusable,
      ]
    case .plan:
      [
        (0, Wording("a plan, also that nothing has to change", "計画を出力(変更が不要な場合を含む)")),
        (
          1,
          Wording(
            "a plan that is not finished: what stands in <...> has to be put in",
            "未完成の計画を出力(<...> を置き換える必要がある)")
        ),
        (3, Wording("DNS could not tell what is there now", "現在のレコードをDNSで確認できない")), unusable,
      ]
    case .draftPolicy:
      [
        (0, Wording("a policy file", "ポリシーファイルを出力")),
        (
          3,
          Wording(
            "DNS could not tell everything (what is missing is in comments), or nothing at all (there is no file)",
            "DNSで確認できないものがある(コメントに記載)、または何も確認できない(ファイルなし)")
        ), unusable,
      ]
    case .diff:
      [
        (0, Wording("nothing has changed", "変化なし")), (1, Wording("something has changed", "変化あり")),
        (2, Wording("something has changed that is critical now", "変化があり、その結果が「重大」")), unusable,
      ]
    case .headers:
      checkStatuses + [(4, Wording("a FILE can't be read, or holds no message", "FILE を読み込めない、またはメッセージがない"))]
    case .providers, .help, .manual, .completion:
      [
        (0, Wording("done", "正常終了")),
        (4, Wording("the command line is wrong, or the output failed", "コマンドラインの誤り、または出力の失敗")),
      ]
    default: checkStatuses + [unusable]
    }
  }

  private static let unusable = (
    status: 4,
    meaning: Wording(
      "the command line, or a file or line of a list that it names, can't be used",
      "コマンドライン、または指定したファイルや一覧の行を使えない")
  )

  private static let checkStatuses: [(status: Int, meaning: Wording)] = [
    (0, Wording("OK: nothing at or above --fail-on", "OK: --fail-on 以上の検出事項なし")),
    (1, Wording("WARNING: a warning is the worst", "WARNING: 最も重い検出事項が警告")),
    (2, Wording("CRITICAL: a critical finding is the worst", "CRITICAL: 重大な検出事項あり")),
    (3, Wording("UNKNOWN: DNS could not tell", "UNKNOWN: DNSで確認できない")),
  ]
}

extension CommandSpecification.Group {
  var heading: Wording {
    switch self {
    case .checks: Wording("Checks:", "検査:")
    case .others: Wording("Other commands:", "その他のコマンド:")
    }
  }
}

extension OptionSpecification.Group {
  var heading: Wording {
    switch self {
    case .resolver: Wording("How DNS is asked:", "DNSへの問い合わせ:")
    case .subject: Wording("What is checked:", "検査の対象:")
    case .report: Wording("The report:", "結果の出力:")
    case .other: Wording("Other options:", "その他のオプション:")
    }
  }
}
