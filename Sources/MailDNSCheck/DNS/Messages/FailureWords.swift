extension Failure {
  /// Why DNS could not tell, in half a sentence: `SERVFAIL from 192.0.2.53:53: DNSSEC Bogus`.
  var wording: Wording {
    let errors = extendedErrors.map(\.description).joined(separator: "; ")
    let detail = errors.isEmpty ? "" : ": \(errors)"
    guard let server, let from = kind.wording(from: server.description) else {
      return Wording(kind.wording.english + detail, kind.wording.japanese + detail)
    }
    return Wording(from.english + detail, from.japanese + detail)
  }

  /// What to do to learn it after all.
  var remedy: Wording {
    switch kind {
    case .offline:
      Wording(
        "Leave --offline out, and DNS is asked for what the zone files lack.",
        "--offline を外すと、ゾーンファイルにない名前をDNSに問い合わせます。")
    case .unreadableLine:
      Wording("Mend the line in the zone file.", "ゾーンファイルの該当行を修正してください。")
    case .unreadZonePart:
      Wording(
        "The findings on the zone file say which part; what $INCLUDE names is read with --include-path FOLDER.",
        "読み込んでいない箇所はゾーンファイルの検出事項で確認できます。$INCLUDE のファイルは --include-path フォルダ で読み込めます。")
    case .serviceRecord:
      Wording(
        "The service that holds the zone answers it: leave --offline out, and DNS is asked.",
        "ゾーンを運用するサービスが応答を決めるレコードです。--offline を外すとDNSに問い合わせます。")
    case .zoneFileChanged:
      Wording("Run it again when the zone file is complete.", "ゾーンファイルの更新が終わってから、もう一度実行してください。")
    case .tooMuch: Wording("Publish less at each name.", "各名前のレコードを減らしてください。")
    case .withheld:
      Wording(
        "Ask a resolver that does not filter (--server), or let this one answer for the name.",
        "フィルタリングをしないリゾルバ(--server で指定)に問い合わせるか、このリゾルバの設定でこの名前を除外してください。")
    case .questionLimit: Wording("Use fewer name servers.", "ネームサーバの数を減らしてください。")
    case .deadline: Wording("Give it more time with --deadline.", "--deadline を延ばしてください。")
    default: .askAgain
    }
  }
}

extension Wording {
  /// In place of what DNS could not tell.
  static let notAsked = Wording("could not be asked", "確認できず")

  /// What to do where DNS could not tell.
  static let askAgain = Wording(
    "Ask again, or another resolver (--server); `-vv` lists every question.",
    "時間をおくか別のリゾルバ(--server で指定)で再確認してください。-vv で全問い合わせを表示します。")
}

extension Failure.Kind {
  /// The kind alone; also where no server is to blame.
  var wording: Wording {
    switch self {
    case .responseCode(let code): Wording(verbatim: code.description)
    case .timedOut(let ignored) where ignored > 0:
      Wording("no valid answer in time (\(ignored) ignored)", "時間内に正しい応答なし(\(ignored)個のパケットを無視)")
    case .timedOut: Wording("no answer in time", "応答なし(タイムアウト)")
    case .malformed(let reason):
      Wording("unreadable answer (\(reason.wording.english))", "解釈できない応答(\(reason.wording.japanese))")
    case .truncated(let kind):
      Wording(
        "answer cut short, and TCP failed: \(kind.wording.english)",
        "応答の切り詰め、TCPでの再問い合わせも失敗: \(kind.wording.japanese)")
    case .network(let errno):
      Wording("network error: \(Errno(code: errno))", "ネットワークエラー: \(Errno(code: errno).wording.japanese)")
    case .closed:
      Wording(
        "the server closed the connection before the answer was whole", "応答を受信し終える前にサーバが接続を切断")
    case .withheld: Wording("the resolver withholds the answer", "リゾルバが応答を遮断")
    case .referral:
      Wording("only a referral: the server does not resolve names", "委任情報のみの応答(再帰問い合わせに応じないサーバ)")
    case .aliasChain: Wording("the CNAME chain loops or is too long", "CNAMEの連鎖のループ、または長さの超過")
    case .unusableName: Wording("the name can't be asked for", "問い合わせできない名前")
    case .deadline: Wording("the deadline came first", "期限(--deadline)までに応答なし")
    case .cancelled: Wording("cancelled", "中断")
    case .offline:
      Wording("not in the zone files, and --offline was given", "ゾーンファイルになく、--offline のため問い合わせなし")
    case .unreadableLine:
      Wording("a line of the zone file can't be read", "ゾーンファイルの解釈できない行")
    case .unreadZonePart:
      Wording("a part of the zone was not read", "ゾーンの一部が未読")
    case .serviceRecord:
      Wording(
        "a record that only the zone's service can answer from, and --offline was given",
        "運用サービス独自のレコード、--offline のため問い合わせなし")
    case .zoneFileChanged:
      Wording("the zone file was changed while it was read", "ゾーンファイルの読み込み中の変更")
    case .tooMuch:
      Wording(
        "the answers about the domain take more than \(AnswerBudget.standardSize >> 20) MB together",
        "このドメインに関する応答の合計が\(AnswerBudget.standardSize >> 20)MBを超過")
    case .questionLimit:
      Wording("more questions than one domain gets", "1ドメインあたりの問い合わせ数の上限に到達")
    case .noServer: Wording("no DNS server is configured", "DNSサーバの設定なし")
    }
  }

  /// The same with the server that failed; nil where the server has no part in it.
  fileprivate func wording(from server: String) -> Wording? {
    switch self {
    case .deadline, .cancelled, .offline, .noServer, .unusableName, .tooMuch, .questionLimit, .unreadableLine,
      .unreadZonePart, .serviceRecord, .zoneFileChanged:
      nil
    default: Wording("\(wording.english), from \(server)", "\(wording.japanese)(\(server))")
    }
  }
}

extension MalformedMessage {
  fileprivate var wording: Wording {
    switch self {
    case .sections: Wording("it ends early or its counts lie", "途中での終わり、またはレコード数の不正")
    case .truncated: Wording("it is cut short over TCP, too", "TCPでも応答の切り詰め")
    case .foreignID: Wording("it has the id of another query", "IDが問い合わせと不一致")
    case .foreignQuestion: Wording("it does not answer the question that was asked", "問い合わせた質問への応答ではない")
    case .recordData(let type): Wording("bad \(type) data", "\(type)レコードのデータが不正")
    case .recordClass: Wording("records of another class than IN", "クラスINでないレコード")
    case .unrelatedRecords: Wording("records that belong to another question", "質問と無関係なレコード")
    }
  }
}
