extension CommandOption {
  /// What the option does. The choices, the default and other names are added from the table.
  var help: Wording {
    switch self {
    case .server:
      Wording(
        "ask this DNS server, not those of resolv.conf; @ADDR does the same",
        "resolv.conf の代わりに問い合わせるDNSサーバ、@ADDR も可")
    case .watch:
      Wording(
        "ask again and again until all agree or --deadline has passed: a table on a terminal, elsewhere a line for each change",
        "すべて一致するか --deadline が過ぎるまで繰り返し確認。端末では表を更新、端末以外では変化を1行ずつ出力")
    case .interval: Wording("with --watch, ask so often", "--watch で確認する間隔(秒)")
    case .port: Wording("the port of servers that have no other", "DNSサーバのポート番号、サーバごとの指定が優先")
    case .timeout:
      Wording(
        "wait so long for one server in one attempt; a fraction is allowed",
        "1回の試行で1台のサーバの応答を待つ秒数、小数も可")
    case .queryTimeout:
      Wording(
        "wait so long for one server in one attempt; a fraction is allowed",
        "1回の試行で1台のサーバの応答を待つ秒数、小数も可")
    case .attempts: Wording("rounds over all servers, 1 to 100", "全サーバへの試行回数、1〜100")
    case .deadline:
      Wording(
        "end the whole run after so long; what is open by then is unknown",
        "実行全体の制限時間(秒)。それまでに得られない結果は「不明」")
    case .tcp: Wording("ask over TCP only", "TCPだけで問い合わせ")
    case .zoneFile:
      Wording(
        Wording.zonesToAnswerFrom.english + "; without a DOMAIN all its names with mail are checked",
        Wording.zonesToAnswerFrom.japanese + "。DOMAIN の省略時は、メールに関係する名前をすべて検査")
    case .includePath:
      Wording(
        "a folder that $INCLUDE may read from, besides the zone file's own",
        "ゾーンファイルのフォルダのほかに、$INCLUDE で読み込みを許可するフォルダ")
    case .allNames:
      Wording(
        "check every name of the zone files that takes mail or publishes SPF, DMARC or keys",
        "ゾーンファイルのうち、メールを受信する名前とSPF、DMARC、DKIM鍵を公開する名前をすべて検査")
    case .offline:
      Wording("ask no DNS server: zone files only", "DNSサーバへの問い合わせなし(ゾーンファイルのみ)")
    case .input:
      Wording(
        "read domains from FILE, one or several a line, # begins a comment; - is standard input",
        "検査するドメインの一覧。1行に1件以上、# 以降はコメント、- は標準入力")
    case .column:
      Wording(
        "FILE is a table (CSV, TSV): the domains stand in the column of that name or number",
        "FILE が表(CSV、TSV)の場合に、ドメインのある列の名前または番号")
    case .type: Wording("ask for this record type", "問い合わせるレコードタイプ")
    case .reverse: Wording("ask for the names of this address", "このアドレスの名前を問い合わせ(逆引き)")
    case .only:
      Wording(
        "report only these domains: a warning or worse, critical, or something left unknown",
        "該当するドメインだけを出力: warning は警告以上、critical は重大、unknown は不明な点があるもの")
    case .sort: Wording("report the worst domains first, when all are done", "すべての検査後に、判定の悪いドメインから順に出力")
    case .summary:
      Wording("say only what all domains come to", "全ドメインの集計だけを出力")
    case .selector:
      Wording("also ask for this DKIM selector", "既知のもののほかに調べるDKIMセレクタ")
    case .expect:
      Wording(
        "critical unless the domain has this route",
        "期待する経路。異なる場合は「重大」")
    case .policy:
      Wording(
        "expectations of many domains (JSON); without a DOMAIN those that it names are checked",
        "多数のドメインに期待する状態(JSON)。DOMAIN の省略時は、ファイルにあるドメインを検査")
    case .mtaSTSPolicy:
      Wording("the MTA-STS policy from this file, not by HTTPS", "MTA-STSポリシーのファイル(HTTPSで取得しない)")
    case .allowPrivate:
      Wording(
        "fetch the MTA-STS policy also from a private address, and talk to MX hosts there",
        "プライベートアドレスのホストにも接続(MTA-STSポリシーの取得、--probe-smtp)")
    case .probeSMTP:
      Wording(
        "talk to the MX hosts on port 25: greeting, STARTTLS, certificate; never a message",
        "MXホストの25番ポートに接続し、応答、STARTTLS、証明書を検査(メールの送信なし)")
    case .full:
      Wording(
        "also the areas tls, hosts, bimi and ns, and what large mailbox providers require of senders",
        "tls、hosts、bimi、ns と、大手メールサービスの送信者要件も検査")
    case .blocklist:
      Wording(
        "ask this blocklist in place of the usual few", "既定のものの代わりに使うブロックリストのゾーン")
    case .root:
      Wording(
        "begin the walk at this root server, and use its port at every server",
        "委任をたどる起点のルートサーバ。以降のサーバにも同じポートを使用")
    case .noBlocklists: Wording("ask no blocklist", "ブロックリストへの問い合わせなし")
    case .providers:
      Wording(
        "put the providers of this file (JSON) over those that are known", "既知のものより優先する事業者のJSONファイル")
    case .exchange:
      Wording(
        "an export of Exchange Online: says whether the tenant is closed; a message trace, what became of the message",
        "Exchange Onlineのエクスポート。テナントの制限の有無、メッセージ追跡ならそのメールの結果も表示")
    case .exclude:
      Wording(
        "recipients whose attribute is exactly that are not synchronised",
        "同期対象外の受信者を示す属性とその値")
    case .list:
      Wording(
        "only the accepted domains, one a line; the messages that came around; or the recipients that could be excluded",
        "承認済みドメイン(1行に1件)、迂回したメール、または除外候補の受信者だけを出力")
    case .commands:
      Wording(
        "print the cmdlets that set the attribute of --exclude, or with --format csv what they import, in parts of 1,000",
        "--exclude の属性を設定するコマンド(--format csv なら取り込み用CSV)を1,000件ずつ出力")
    case .how: Wording("print the commands that make the exports", "エクスポートを作るコマンドを表示")
    case .since:
      Wording(
        "say what has changed since this earlier run (NDJSON or JSON)", "以前の実行結果(NDJSON、JSON)からの変化も表示")
    case .target: Wording("the route to get to", "移行先の経路")
    case .ip:
      Wording(
        "check_host(): would this server pass SPF? (RFC 7208)", "このサーバからの送信がSPF認証に成功(pass)するかを判定(RFC 7208)")
    case .mailFrom:
      Wording("its envelope sender; empty for a bounce", "エンベロープ送信者。空ならバウンスメール(配送エラー通知)")
    case .helo: Wording("its name in HELO or EHLO", "HELOまたはEHLOの名前")
    case .rate: Wording("queries a second at most", "1秒あたりの問い合わせ数の上限")
    case .unordered:
      Wording("report domains as they are done, in any order", "終わったドメインから順不同で出力")
    case .resume:
      Wording(
        "go on with FILE, the NDJSON of a run that was cut off: what it holds is not checked again; not with --expect or --policy",
        "続きから検査する、中断した実行のNDJSONファイル。ファイルにあるドメインの検査は省略。--expect、--policy との併用は不可")
    case .concurrency:
      Wording("domains under way at a time, 1 to 1000", "同時に検査するドメイン数、1〜1000")
    case .format:
      Wording(
        "form of the report; several, each with its --output, in the same order",
        "結果の形式。複数の場合は、同じ順に --output も指定")
    case .output:
      Wording(
        "write the report to FILE, whole or not at all, not to standard output",
        "標準出力の代わりに結果を書き込むファイル。書きかけのファイルは残らない")
    case .sarifFile:
      Wording(
        "in SARIF, the file of the repository to put results in that no zone file, list or policy places; maildnscheck.json unless given, and none need be there",
        "SARIFで、ゾーンファイル、ドメイン一覧、ポリシーのどれにも位置がない検出事項を載せるリポジトリ内のファイル。省略時は maildnscheck.json(実在しなくても可)")
    case .hostname: Wording("domain to check", "検査するドメイン")
    case .onUnknown:
      Wording("state where DNS says that it failed, or would not", "DNSが失敗を返した、または拒んだときの状態")
    case .warning, .critical, .warnTime, .warnQueries, .warnSPFVoids, .warnRSABits, .warnCertificateDays,
      .warnSignatureDays,
      .warnCriticals,
      .warnWarnings, .warnUnknowns, .warnInfos, .critTime, .critQueries, .critSPFVoids, .critRSABits,
      .critCertificateDays, .critSignatureDays,
      .critCriticals, .critWarnings, .critUnknowns, .critInfos:
      thresholdHelp
    case .failOn:
      Wording("the least severe findings that make the exit status", "終了ステータスに反映する検出事項の重要度の下限")
    case .language: Wording("language, in place of the locale's", "表示言語、ロケールより優先")
    case .color: Wording("colour; auto honours NO_COLOR and TERM", "色付け、auto は NO_COLOR と TERM による")
    case .verbose: Wording("say more; -vv adds every question", "詳しく表示、-vv は問い合わせもすべて表示")
    case .quiet: Wording("say less", "簡潔に表示")
    case .help: Wording("show this help", "このヘルプを表示")
    case .version: Wording("show the version", "バージョンを表示")
    }
  }

  private var thresholdHelp: Wording {
    guard let (figure, level) = threshold else { return Wording(verbatim: "") }
    let state = level == .warning ? ExitStatus.warning.word : ExitStatus.critical.word
    return Wording(
      "\(state) unless \(figure.rawValue) is in this range", "\(figure.rawValue) が範囲外なら\(state)")
  }
}

extension Wording {
  static let comparedServer = Wording(
    "compare this resolver; a name is looked up first; in place of the system's and public ones",
    "比較するリゾルバ。ホスト名も可。指定すると既定のリゾルバは比較しない")

  static let sinceExport = Wording(
    "say what has changed since this older export", "以前のエクスポートからの増減も表示")
  static let addressThatSends = Wording(
    "look at this address that mail leaves from, not at those of SPF", "SPFの代わりに検査する送信元アドレス")

  static let zonesToAnswerFrom = Wording(
    "answer what lies in the zones of this master file (RFC 1035) from it; of all below a folder; - is standard input, ORIGIN=FILE states the origin",
    "DNSの代わりに回答するゾーンファイル(RFC 1035)。フォルダならその下のすべて、- は標準入力、ORIGIN=FILE でオリジンを指定")

  static let expectedWayOfMessages = Wording(
    "critical unless inbound mail came this way", "受信メールに期待する経路。異なる場合は「重大」")
}
