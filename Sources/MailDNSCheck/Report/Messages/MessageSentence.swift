/// The verdict on a message in one sentence: the way, what the filter did, where it lies and why.
struct MessageSentence {
  let message: MessageExamination
  let catalogue: ProviderCatalogue

  var wording: Wording {
    let parts = [way, filter, place].compactMap(\.self)
    let english = parts.map(\.english)
    let list =
      english.count < 2
      ? english.joined() : english.dropLast().joined(separator: ", ") + ", and " + (english.last ?? "")
    return Wording("The message \(list).", parts.map(\.japanese).joined(separator: "、") + "。")
  }

  private func name(_ id: Provider.ID) -> Wording { HostProvider.provider(id).wording(in: catalogue) }

  private var way: Wording {
    let securemx = catalogue[.securemx]?.introduction ?? name(.securemx)
    switch message.way.route {
    case .securemxOffice365:
      return Wording("came through \(securemx.english)", "\(securemx.japanese)を経由してOffice365に届き")
    case .office365:
      return Wording("came into Office365 directly, past no gateway", "ゲートウェイを経由せずOffice365に直接届き")
    case .gatewayOffice365:
      let gateway = message.way.source.map(name) ?? Wording("a gateway", "ゲートウェイ")
      return Wording("came through \(gateway.english)", "\(gateway.japanese)を経由してOffice365に届き")
    case .office365Securemx:
      return Wording("left Office365 through \(securemx.english)", "Office365から\(securemx.japanese)を経由して送信され")
    case .office365Gateway: return Wording("left Office365 through a gateway", "Office365からゲートウェイを経由して送信され")
    case .office365Out:
      return Wording("left Office365 directly, past no gateway", "Office365からゲートウェイを経由せずに送信され")
    case .securemx: return Wording("went through \(securemx.english)", "\(securemx.japanese)を経由し")
    case .gateway: return Wording("went through a gateway", "ゲートウェイを経由し")
    case .internal: return Wording("is the organisation's own", "組織内から送信され")
    case .other:
      return Wording("passed neither SecureMX nor Office365", "\(securemx.japanese)もOffice365も経由せず")
    case .unknown: return Wording("came a way that its header does not tell", "ヘッダーからは経路が分からず")
    }
  }

  /// What the filter did; nil where the cause says it already, or nothing is known.
  private var filter: Wording? {
    switch message.verdict.filter {
    case "SKN":
      Wording("was not filtered because of a transport rule (SCL -1)", "トランスポートルール(SCL -1)によりフィルターを省略され")
    case "NSPM": Wording("was filtered and found to be no spam", "フィルターで迷惑メールではないと判定され")
    case "SPM": Wording("was taken for spam by the filter", "フィルターで迷惑メールと判定され")
    case "SKS": Wording("was marked as spam by a transport rule", "トランスポートルールで迷惑メールとされ")
    case "SKQ": Wording("was released from quarantine", "検疫から解放され")
    case "SKA": Wording("was let through by the tenant's policy", "テナントのポリシーで許可され")
    case "SKB": Wording("is blocked by the tenant's policy", "テナントのポリシーでブロックされ")
    default: nil
    }
  }

  private var place: Wording? {
    let cause = message.verdict.cause
    guard let folder = message.verdict.folder else {
      guard message.way.isReceivedByOffice365, message.way.route != .unknown else {
        return Wording("carries no verdict of the receiver that is read here", "受信側の判定は読み取れません")
      }
      return Wording("does not say where it was put", "振り分け先はヘッダーから分かりません")
    }
    guard folder != .inbox, let cause else {
      return Wording("is in \(folder.wording.english)", "\(folder.wording.japanese)にあります")
    }
    return Wording(
      "is in \(folder.wording.english) because \(cause.wording.english)",
      "\(folder.wording.japanese)にあります(理由: \(cause.wording.japanese))")
  }
}

extension MailboxDelivery.Folder {
  var wording: Wording {
    switch self {
    case .inbox: Wording("the inbox", "受信トレイ")
    case .junk: Wording("junk", "迷惑メールフォルダ")
    case .custom: Wording("a folder of the user's", "利用者のフォルダ")
    }
  }
}
