/// Why it is not known what a host says, and where.
struct SMTPGap: Hashable, Sendable {
  let failure: SMTPFailure
  /// As people read them; empty where they are not known.
  let addresses: [String]
  /// Whether no host at all could be reached on port 25.
  let isShutIn: Bool

  var place: Wording { .inBrackets(addresses) }

  /// What to do to learn it after all.
  var remedy: Wording {
    switch failure {
    case .addressUnknown(let failure): return failure.remedy
    case .privateAddress:
      return Wording(
        "Ask a resolver that sees what the Internet sees (--server), or talk to it all the same with --allow-private.",
        "インターネットと同じ応答を返すリゾルバを --server で指定するか、--allow-private を付けて接続してください。")
    case .noLibrary:
      return Wording("Install libssl3 (libssl3t64).", "libssl3(libssl3t64)をインストールしてください。")
    case .outOfTime:
      return Wording(
        "Give it more time (--deadline, in the plugin -t).", "制限時間(--deadline、プラグインでは -t)を延ばしてください。")
    case _ where isShutIn && failure.isUnreached:
      return Wording(
        "No host was reached on port 25: most access lines and clouds let nobody out to it (OP25B). Try from a network that does, such as that of a mail server.",
        "25番ポートではどのホストにも接続できませんでした。多くの回線やクラウドは外向きの25番ポートを制限しています(OP25B)。メールサーバなど、制限のないネットワークから確認してください。"
      )
    case .closed, .timedOut, .brokenOff, .garbled:
      return Wording(
        "Try again, or from another network: many let nobody out to port 25 (OP25B), and hosts slow strangers down.",
        "時間をおくか、別のネットワークから再試行してください。外向きの25番ポートの制限(OP25B)や、受信ホスト側の接続制限も考えられます。")
    }
  }
}

extension SMTPFailure {
  /// Why nothing can be told, in half a sentence.
  var wording: Wording {
    switch self {
    case .addressUnknown(let failure): failure.wording
    case .privateAddress: Wording("the address is a private one", "プライベートアドレスです")
    case .closed(let code):
      Wording("no connection (\(code.wording.english))", "接続できません(\(code.wording.japanese))")
    case .timedOut(.connection): Wording("no connection in time", "時間内に接続できません")
    case .timedOut(let stage):
      Wording("no answer in time \(stage.wording.english)", "\(stage.wording.japanese)、時間内に応答がありません")
    case .brokenOff(let stage):
      Wording("the connection broke off \(stage.wording.english)", "\(stage.wording.japanese)に接続が切断されました")
    case .garbled(let fault, let stage):
      Wording(
        "what it says \(stage.wording.english) is no SMTP (\(fault.wording.english))",
        "\(stage.wording.japanese)にSMTPではない応答がありました(\(fault.wording.japanese))")
    case .noLibrary: Wording("OpenSSL 3 is not installed", "OpenSSL 3がインストールされていません")
    case .outOfTime: Wording("the time of the run was up", "実行全体の制限時間に達しました")
    }
  }
}

extension SMTPStage {
  /// When, in front of what happened in Japanese and behind it in English.
  fileprivate var wording: Wording {
    switch self {
    case .connection: Wording("while connecting", "接続中")
    case .greeting: Wording("before its greeting", "接続後")
    case .hello: Wording("after EHLO", "EHLOの後")
    case .startTLS: Wording("after STARTTLS", "STARTTLSの後")
    case .handshake: Wording("while TLS was agreed upon", "TLSの開始中")
    }
  }
}

extension SMTPReplyFault {
  fileprivate var wording: Wording {
    switch self {
    case .lineTooLong:
      Wording(
        "a line of more than \(SMTPReplyReader.maximumLine.grouped) octets",
        "1行が\(SMTPReplyReader.maximumLine.grouped)オクテット超")
    case .tooManyLines:
      Wording(
        "a reply of more than \(SMTPReplyReader.maximumLines) lines", "応答が\(SMTPReplyReader.maximumLines)行超")
    case .noCode(let line): Wording(verbatim: VisibleText.shortened(line))
    case .mixedCodes: Wording("two codes in one reply", "1つの応答に異なるコード")
    }
  }
}

extension ExchangeOnlineReply {
  /// Whether the tenant is as its administrators want it: closed to strangers.
  var isOfTenant: Bool { self == .connectorRestricts || self == .directSendRejected }

  /// What it means, as a sentence.
  var wording: Wording {
    switch self {
    case .connectorRestricts:
      Wording(
        "A Partner connector of the tenant takes mail from elsewhere only: the way around the gateway is closed.",
        "テナントのパートナーコネクタにより、ほかの送信元だけが許可されています(ゲートウェイの迂回は不可)。")
    case .directSendRejected:
      Wording(
        "The tenant rejects Direct Send (RejectDirectSend).", "テナントでDirect Sendが拒否されています(RejectDirectSend)。")
    case .throttled:
      Wording(
        "Exchange Online holds this address back for a while, which says nothing about the domain.",
        "Exchange Onlineによる一時的な接続制限で、ドメインの設定とは関係ありません。")
    case .addressBanned:
      Wording(
        "Exchange Online has this address on its own blocklist (delist.messaging.microsoft.com), which says nothing about the domain.",
        "接続元アドレスがExchange Online独自のブロックリストに登録されています(解除は delist.messaging.microsoft.com)。ドメインの設定とは関係ありません。"
      )
    }
  }
}

extension Wording {
  /// Addresses behind the name that they belong to; in Japanese with the blank behind them.
  static func inBrackets(_ addresses: [String]) -> Wording {
    guard !addresses.isEmpty else { return Wording("", " ") }
    return Wording(
      " (\(addresses.joined(separator: ", ")))", "(\(addresses.joined(separator: "、")))")
  }
}

extension String {
  /// Without the blank at the end.
  var trimmedEnd: String { hasSuffix(" ") ? String(dropLast()) : self }
}
