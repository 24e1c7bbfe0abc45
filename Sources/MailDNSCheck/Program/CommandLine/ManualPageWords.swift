/// The words that only the manual page has.
extension Wording {
  static let manualTitle = Wording("User Commands", "ユーザコマンド")
  static let manualName = Wording("NAME", "名前")
  static let manualSynopsis = Wording("SYNOPSIS", "書式")
  static let manualDescription = Wording("DESCRIPTION", "説明")
  static let manualCommands = Wording("COMMANDS", "コマンド")
  static let manualOptions = Wording("OPTIONS", "オプション")
  static let manualExitStatus = Wording("EXIT STATUS", "終了ステータス")
  static let manualEnvironment = Wording("ENVIRONMENT", "環境変数")
  static let manualFiles = Wording("FILES", "ファイル")
  static let manualExamples = Wording("EXAMPLES", "例")
  static let manualSeeAlso = Wording("SEE ALSO", "関連項目")

  static let manualPurpose = Wording(
    "tell from DNS where the mail of a domain goes and how well it is protected",
    "メールの経路とSPF、DKIM、DMARCによる保護をDNSから判定する")
  static let manualCertainty = Wording(
    """
    What DNS could not answer is reported as unknown, never as absent. Names are absolute: search lists never apply. \
    Options can stand anywhere on the line; -- ends them.
    """,
    """
    DNSから回答を得られなかった項目は「なし」ではなく「不明」とします。名前は絶対名として扱い、検索リストは使いません。オプション\
    はどこに書いてもかまいません。-- より後はオプションとみなしません。
    """)
  static let manualResolverFile = Wording(
    "The DNS servers that are asked where --server names none.", "--server を指定しないときに問い合わせるDNSサーバ")

  static let manualProvidersFile = Wording(
    "Providers to add to the catalogue, below $XDG_CONFIG_HOME where that is set.",
    "事業者カタログへの追加。XDG_CONFIG_HOME が設定されていれば、その下のファイル")

  static let manualVariables: [(names: String, meaning: Wording)] = [
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Wording("The language: Japanese for ja, else English.", "表示言語。ja なら日本語、それ以外は英語")
    ),
    (
      "NO_COLOR, TERM",
      Wording(
        "No colour where NO_COLOR is set, or TERM is dumb.", "NO_COLOR が設定されているか、TERM が dumb のときは色付けなし")
    ),
    (
      "RES_OPTIONS",
      Wording(
        "Options of the resolver, such as timeout and attempts, as in resolv.conf(5).",
        "timeout、attempts など、リゾルバのオプション(resolv.conf(5) を参照)")
    ),
    (
      "https_proxy, no_proxy",
      Wording(
        "The proxy by which tls fetches MTA-STS policies.", "tlsがMTA-STSポリシーの取得に使うプロキシ。")
    ),
    (
      "CURL_CA_BUNDLE, SSL_CERT_FILE",
      Wording(
        "A file of certificates of authorities, in place of the system's.",
        "システムの証明書の代わりに使う、認証局の証明書のファイル。")
    ),
  ]

  static func manualScope(_ commands: String) -> Wording {
    Wording("Commands: \(commands).", "コマンド: \(commands)")
  }
}
