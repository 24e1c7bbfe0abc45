extension Command {
  /// What the command does, in a line.
  var summary: Wording {
    switch self {
    case .check:
      Wording("Check route, SPF, DKIM and DMARC (the default)", "経路、SPF、DKIM、DMARCをすべて検査(既定)")
    case .mx: Wording("Check where the mail goes", "メールの届け先を検査")
    case .spf: Wording("Check who may send for the domain", "ドメインを名乗って送信できるサーバを検査")
    case .dkim: Wording("Check the keys that signatures are verified with", "署名の検証に使う公開鍵を検査")
    case .dmarc: Wording("Check the policy for mail that fails", "認証に失敗したメールの扱いを検査")
    case .tls:
      Wording(
        "Check what protects mail on the way: MTA-STS, TLS-RPT, DANE, DNSSEC",
        "配送経路の保護(MTA-STS、TLS-RPT、DANE、DNSSEC)を検査")
    case .hosts:
      Wording(
        "Check the addresses that send its mail: reverse names, blocklists", "送信元アドレスの逆引きとブロックリスト登録を検査")
    case .bimi: Wording("Check the record of the logo, and what it needs", "ロゴのレコード(BIMI)とその条件を検査")
    case .compare:
      Wording(
        "Say who still has the old mail records, and until when", "古いメール関連レコードがどのリゾルバにいつまで残るかを表示")
    case .ns:
      Wording(
        "Check the name servers: delegation, and the mail records on each", "委任とネームサーバ、各サーバのメール関連レコードを検査")
    case .lookup:
      Wording("Show raw answers, in place of dig and nslookup", "DNSの回答をそのまま表示(dig、nslookupの代わり)")
    case .headers:
      Wording(
        "Read from a message which way it came, and why it is in junk", "メールのヘッダーから、経路と迷惑メールになった理由を判定")
    case .providers:
      Wording(
        "Show the mail providers that are recognised, or whose a host is", "判別できるメールサービスの一覧、またはホストの事業者を表示")
    case .plan:
      Wording("Print the records to publish to get to another route", "別の経路へ移行するために登録するレコードを出力")
    case .exchange:
      Wording(
        "Read exports of Exchange Online: closed? bypasses, billed addresses",
        "Exchange Onlineのエクスポートから、制限の有無、迂回、課金対象を確認")
    case .diff:
      Wording("Say what has changed between two runs (JSON, NDJSON)", "2回の実行結果(JSON、NDJSON)の変化を表示")
    case .draftPolicy:
      Wording("Write a policy file from what DNS shows today", "現在のDNSの内容からポリシーファイルを作成")
    case .nagios:
      Wording("Check as a plugin of Nagios, Icinga and the like", "Nagios、Icingaなどの監視プラグインとして検査")
    case .help: Wording("Explain a command", "コマンドの説明を表示")
    case .manual: Wording("Print the manual page", "マニュアルページを出力")
    case .completion: Wording("Print the completions for a shell", "シェル用の補完を出力")
    }
  }

  /// What else there is to know about the operands; nil where the summary says it all.
  var details: Wording? {
    switch self {
    case .check, .mx, .spf, .dkim, .dmarc, .tls, .hosts, .bimi, .ns:
      Wording(
        """
        A DOMAIN can be given as it is pasted: a domain, a mail address, a URL, in any case, with or without a final \
        dot, and in Japanese. What can't be a domain is refused, and the others are still checked. A domain with the \
        name of a command is given after 'check'.
        """,
        """
        DOMAIN には、ドメイン名のほか、メールアドレスやURLを貼り付けたまま指定できます。大文字、末尾のドット、日本語ドメイン名\
        も使えます。ドメイン名と解釈できないものは拒否し、残りのドメインを検査します。コマンドと同じ名前のドメインは check の後に指定\
        してください。
        """)
    case .lookup:
      Wording(
        """
        NAME is any name in DNS, absolute with or without a final dot, or an IP address, which stands for its name in \
        the reverse tree. TYPE is a record type such as MX, TXT or TYPE65280. Several names and several types can be \
        given: every name is asked for every type. Without a TYPE these are \
        \(Self.list(LookupOperands.standardTypes).english); for an address, \(Self.list(LookupOperands.standardAddressTypes).english).
        """,
        """
        NAME は任意のDNS名(末尾のドットの有無によらず絶対名)またはIPアドレス(逆引き名を問い合わせます)です。TYPE はMX、\
        TXT、TYPE65280などのレコードタイプです。名前もタイプも複数指定でき、すべての組み合わせを問い合わせます。TYPE を省略すると \
        \(Self.list(LookupOperands.standardTypes).japanese)、IPアドレスの場合は \
        \(Self.list(LookupOperands.standardAddressTypes).japanese) を問い合わせます。
        """)
    case .headers:
      Wording(
        """
        FILE is a message (.eml, Outlook's .msg), a mailbox of many (mbox), a text with headers pasted from Outlook, or a \
        folder of such files; - or nothing is standard input. Only what the receiving side's own hosts stamped counts as \
        judgement. Nothing of a message leaves the machine but, without --offline, DNS questions for the MX records of \
        the recipients' domains (where mail came past every gateway and --expect is not given), for SPF of the \
        envelope's sender, and for the keys that DKIM signatures name.
        """,
        """
        FILE には、メッセージ(.eml、Outlookの .msg)、多数のメッセージのメールボックス(mbox)、Outlookから貼り付けたヘッダーのテキスト、\
        またはそれらのフォルダを指定します。省略または - で標準入力を読みます。受信側のホストが付けた記録だけを判定に使います。--offline \
        を付けないときに、受信側ドメインのMX(ゲートウェイを経由せずに届き、--expect の指定がない場合)、エンベロープ送信者のSPF、\
        DKIM署名の鍵をDNSに問い合わせるほかは、メッセージの内容を外部に送りません。
        """)
    case .plan:
      Wording(
        """
        The plan is a piece of a zone file: records to publish, in a safe order, with comments that say what each \
        replaces, how long to wait, and what to do outside DNS. What DNS does not show is left in <...>, in a comment, \
        with the place where to find it, and so is what depends on it. TTLs are asked of the domain's own name servers.
        """,
        """
        計画はゾーンファイルの形式で出力します。登録するレコードを安全な順に並べ、置き換え前のレコード、待ち時間、DNS以外の作業を\
        コメントで示します。DNSから分からない値は <...> としてコメントに残し、確認できる場所を記します。それに依存するレコードも\
        コメントにします。TTLはドメインのネームサーバに直接問い合わせます。
        """)
    case .exchange:
      Wording(
        """
        FILE is what a cmdlet of Exchange Online has written as JSON or CSV; - is standard input. What it holds is told by its \
        columns. 'maildnscheck exchange --how' prints the commands. Nothing of the files leaves this machine; with --offline \
        the accepted domains are not looked up in DNS either. Exit status 4: a file can't be used.
        """,
        """
        FILE はExchange Onlineのコマンドレットが出力したJSONまたはCSVです。- は標準入力を表します。内容は列名で判別します。\
        出力するコマンドは「maildnscheck exchange --how」で表示できます。ファイルの内容がこのマシンから外に出ることはありません。\
        --offline を付けると、承認済みドメインのDNSも調べません。ファイルを使えない場合の終了ステータスは4です。
        """)
    case .diff:
      Wording(
        """
        OLD and NEW are what two runs have written with --format ndjson or json, of whatever length and order; - is standard \
        input. A change is one of what is meant: route, MX, who may send, DMARC policy, DKIM keys, MTA-STS, TLSA, DNSSEC, \
        findings. What could not be seen is no change: the last known value stands.
        """,
        """
        OLD と NEW は、--format ndjson または json で出力した2回の実行結果です。件数と順序は問いません。- は標準入力を表します。\
        経路、MX、SPFで許可された送信元、DMARCポリシー、DKIM鍵、MTA-STS、TLSA、DNSSEC、検出事項を、書き方ではなく意味で比較します。\
        確認できなかった項目は変化とみなさず、最後に確認した値のままとします。
        """)
    case .compare:
      Wording(
        """
        The mail records of each DOMAIN as several resolvers have them, beside those of the zone's own servers, which are the \
        new ones; what else a resolver has is old, and the TTL that is left says until when. Without --server the system's \
        resolvers are compared, and \(Self.standardResolvers.english). Resolvers that falsify are named, and do not count. \
        Being asked, a resolver keeps what it finds.
        """,
        """
        各 DOMAIN のメール関連レコードを、複数のリゾルバと権威サーバに問い合わせて比較します。権威サーバの内容を新しいものとし、\
        異なる内容のリゾルバは、残りのTTLから切り替わる時刻を示します。--server を省略すると、システムのリゾルバと \
        \(Self.standardResolvers.japanese) を比較します。応答を書き換えるリゾルバは理由を示し、比較から除きます。問い合わせた内容は、\
        各リゾルバのキャッシュに残ります。
        """)
    case .draftPolicy:
      Wording(
        """
        The file names the route, the DMARC policy, the providers that SPF authorises and the DKIM keys of each DOMAIN, as \
        they are now: 'maildnscheck --policy FILE' then tells what has changed.
        """,
        """
        各 DOMAIN の経路、DMARCポリシー、SPFで許可された事業者、DKIM鍵の現状を書き出します。その後は\
        「maildnscheck --policy FILE」で変化を検出できます。
        """)
    case .manual:
      Wording(
        "The page is in the format of man(7): 'maildnscheck manual | man -l -' shows it.",
        "man(7) の形式で出力します。「maildnscheck manual | man -l -」で表示できます。")
    case .completion:
      Wording(
        """
        SHELL is one of \(Shell.list.english). For bash, 'source <(maildnscheck completion bash)' puts them in force; for fish, \
        'maildnscheck completion fish | source'; for zsh, the output belongs into a file _maildnscheck in a folder of fpath.
        """,
        """
        SHELL は \(Shell.list.japanese) のいずれかです。bashでは「source <(maildnscheck completion bash)」、fishでは「maildnscheck \
        completion fish | source」で有効になります。zshでは fpath のディレクトリに _maildnscheck という名前で保存してください。
        """)
    case .providers:
      Wording(
        """
        NAME is the identifier or the name of a provider: it is shown in full. HOST is a host name, an SPF name, the target of \
        a DKIM CNAME or an address: shown is whose it is, and by what mark. Without either, all providers are listed. No \
        question is put to DNS.
        """,
        """
        NAME には事業者のIDまたは名称を指定し、詳細を表示します。HOST にはホスト名、SPFの名前、DKIMのCNAMEの参照先、IPアドレスを\
        指定し、どの事業者のものかと、その根拠を表示します。省略すると一覧を表示します。DNSへの問い合わせは行いません。
        """)
    case .nagios, .help: nil
    }
  }

  private static var standardResolvers: Wording {
    PublicResolver.standard.map { "\($0.name) (\($0.address))" }.listed
  }

  private static func list(_ types: [RecordType]) -> Wording {
    types.map(\.description).listed
  }
}
