extension MTASTSPolicyError {
  /// What is wrong, as a sentence that begins with the line, where there is one.
  var wording: Wording {
    let what = reason.wording
    guard let line else { return what }
    return Wording("Line \(line): \(what.english)", "\(line)行目: \(what.japanese)")
  }
}

extension MTASTSPolicyError.Reason {
  fileprivate var wording: Wording {
    switch self {
    case .tooLarge:
      Wording(
        "It has more than \(MTASTSPolicy.maximumSize >> 10) KB.",
        "\(MTASTSPolicy.maximumSize >> 10) KBを超えています。")
    case .empty: Wording("It is empty.", "内容が空です。")
    case .noKey(let text):
      Wording(
        "\"\(VisibleText.shortened(text))\" is not of the form key: value.",
        "「\(VisibleText.shortened(text))」は「キー: 値」の形式ではありません。")
    case .badValue(let key):
      Wording(
        "The value of \(VisibleText.shortened(key)) holds a control character.",
        "\(VisibleText.shortened(key)) の値に制御文字が含まれています。")
    case .missing(let key): Wording("The key \(key) is missing.", "\(key) がありません。")
    case .badVersion(let text):
      Wording(
        "The version is \"\(VisibleText.shortened(text))\" and must be \"STSv1\".",
        "version が「\(VisibleText.shortened(text))」です。「STSv1」と書いてください。")
    case .badMode(let text):
      Wording(
        "The mode \"\(VisibleText.shortened(text))\" is none of enforce, testing and none.",
        "mode の「\(VisibleText.shortened(text))」は、enforce、testing、none のどれでもありません。")
    case .badMaximumAge(let text):
      Wording(
        "max_age \"\(VisibleText.shortened(text))\" is not a number of seconds from 0 to \(MTASTSPolicy.longestAge).",
        "max_age の「\(VisibleText.shortened(text))」は、0〜\(MTASTSPolicy.longestAge)の秒数ではありません。")
    case .badPattern(let text):
      Wording(
        "mx \"\(VisibleText.shortened(text))\" is not a host name, with or without \"*.\" in front.",
        "mx の「\(VisibleText.shortened(text))」は、ホスト名でも「*.」で始まるパターンでもありません。")
    case .noPattern: Wording("It names no mx.", "mx がありません。")
    }
  }
}

extension MTASTSPolicyFailure {
  /// Why there is no policy, in half a sentence.
  var wording: Wording {
    switch self {
    case .noAddress: Wording("the host has no address", "ホストにアドレスがありません")
    case .redirect(let status):
      Wording(
        "the server redirects (HTTP status \(status)), which senders must not follow",
        "サーバがリダイレクト(HTTPステータス\(status))を返し、送信側はこれに従いません")
    case .status(let status): Wording("HTTP status \(status)", "HTTPステータスが\(status)です")
    case .mediaType(nil): Wording("the server names no media type", "サーバがメディアタイプを返しません")
    case .mediaType(let type?):
      Wording(
        "the media type is \(VisibleText.shortened(type)), not text/plain",
        "メディアタイプが text/plain ではなく \(VisibleText.shortened(type)) です")
    case .tooLarge:
      Wording(
        "it has more than \(MTASTSPolicy.maximumSize >> 10) KB",
        "\(MTASTSPolicy.maximumSize >> 10) KBを超えています")
    case .certificate(let fault): fault.wording
    case .addressUnknown(let failure): failure.wording
    case .privateAddress(let address):
      Wording("the host has the private address \(address)", "ホストのアドレス \(address) がプライベートアドレスです")
    case .offline: Wording("--offline was given", "--offline のため取得していません")
    case .noLibrary:
      Wording("neither libcurl nor OpenSSL 3 is installed", "libcurlもOpenSSL 3もインストールされていません")
    case .noTrustStore:
      Wording("the system has no certificates of authorities", "システムに認証局の証明書がありません")
    case .unknownIssuer:
      Wording("the issuer of the certificate is not known", "証明書の発行者を確認できません")
    case .timedOut: Wording("no answer in time", "時間内に応答がありません")
    case .connection(let text):
      Wording("no connection (\(VisibleText.shortened(text)))", "接続できません(\(VisibleText.shortened(text)))")
    }
  }

  /// What to do about it.
  var remedy: Wording {
    switch self {
    case .noAddress:
      Wording(
        "Publish an A or AAAA record for the policy host, or a CNAME to the service that has the policy.",
        "ポリシーホストのA/AAAAレコード、またはポリシーを公開するサービスへのCNAMEを登録してください。")
    case .redirect, .status, .mediaType, .tooLarge:
      Wording(
        "Have the server answer /.well-known/mta-sts.txt itself, with status 200 and the type text/plain.",
        "サーバが /.well-known/mta-sts.txt に対して、自らステータス200と text/plain で応答するように設定してください。")
    case .certificate:
      Wording(
        "Give the policy host a certificate that is valid for its name.", "ポリシーホストに、そのホスト名で有効な証明書を設定してください。")
    case .addressUnknown(let failure): failure.remedy
    case .privateAddress:
      Wording(
        "Ask a resolver that sees what the Internet sees (--server), or fetch it all the same with --allow-private.",
        "インターネット側の応答が見えるリゾルバ(--server)に問い合わせるか、--allow-private で取得してください。")
    case .offline:
      Wording(
        "Hand the policy over with --mta-sts-policy, or leave --offline out.",
        "--mta-sts-policy でポリシーを指定するか、--offline を外してください。")
    case .noLibrary:
      Wording(
        "Install libcurl4 (libcurl4t64), or hand the policy over with --mta-sts-policy.",
        "libcurl4(libcurl4t64)をインストールするか、--mta-sts-policy でポリシーを指定してください。")
    case .noTrustStore:
      Wording("Install ca-certificates.", "ca-certificatesをインストールしてください。")
    case .unknownIssuer:
      Wording(
        "See whether the server sends all certificates in between, and whether a proxy of yours puts its own in place.",
        "サーバが中間証明書を送信しているか、社内のプロキシが証明書を差し替えていないかを確認してください。")
    case .timedOut, .connection:
      Wording(
        "Try again, or from another network; https_proxy names a proxy. Or hand the policy over with --mta-sts-policy.",
        "時間をおくか別のネットワークから再試行してください(プロキシは https_proxy で指定)。--mta-sts-policy でポリシーを指定することもできます。")
    }
  }
}

extension MTASTSPolicyFailure.CertificateFault {
  fileprivate var wording: Wording {
    switch self {
    case .otherName: Wording("the certificate is for another name", "証明書が別の名前のものです")
    case .expired: Wording("the certificate has expired", "証明書の有効期限が切れています")
    case .notYetValid: Wording("the certificate is not valid yet", "証明書がまだ有効になっていません")
    case .selfSigned: Wording("the certificate is signed by itself", "証明書が自己署名です")
    }
  }
}
