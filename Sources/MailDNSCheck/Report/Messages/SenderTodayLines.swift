/// What DNS says of a message's sender today, a line for each thing asked, with what the receiving side found then.
struct SenderTodayLines {
  let today: SenderToday
  let language: Language

  var lines: [(name: Wording, value: String)] {
    var lines: [(Wording, String)] = []
    if let host = today.sender.host, let spf = today.spf {
      let result = today.spfFailure.map { Self.notAsked($0)[language] } ?? spf.result.rawValue
      let then = host.recorded.map { Wording.messageThen($0.rawValue) } ?? .messageNotJudgedThen
      lines.append(
        (
          Wording(verbatim: "SPF"),
          "\(host.domain), \(host.address): \(result)\(Wording.remark(then)[language])"
        ))
    }
    for (key, state) in today.keys {
      var text = "\(VisibleText.shortened(key.name.description)): "
      if case .unknown(let failure) = state {
        text += Self.notAsked(failure)[language]
      } else {
        text += state.wording[language]
      }
      switch key.recorded {
      case .verified: text += Wording.remark(.messageThen("pass"))[language]
      case .keyMissing: text += Wording.remark(.messageKeyMissingThen)[language]
      case nil: break
      }
      lines.append((Wording(verbatim: "DKIM"), text))
    }
    return lines
  }

  private static func notAsked(_ failure: Failure) -> Wording {
    Wording(
      Wording.notAsked.english + ": " + failure.wording.english,
      Wording.notAsked.japanese + ": " + failure.wording.japanese)
  }
}

extension Wording {
  static let messageToday = Wording("What DNS says of the sender today", "送信側のレコードの現在の状態")
  static let messageKeyMissingThen = Wording("then: no key", "到着時: 鍵なし")
  static let messageNotJudgedThen = Wording("then: not judged", "到着時: 判定なし")

  /// Behind what it is about.
  fileprivate static func remark(_ text: Wording) -> Wording {
    Wording(" (\(text.english))", "(\(text.japanese))")
  }

  static func messageThen(_ result: String) -> Wording { Wording("then: \(result)", "到着時: \(result)") }
}
