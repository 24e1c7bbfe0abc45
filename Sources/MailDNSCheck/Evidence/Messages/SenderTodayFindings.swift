/// What DNS says today of a message's sender, and did not say when the message came. Subjects are domains and names of keys.
///
/// None of them changes what became of the message, so all are for information, and so is what could not be asked.
struct SenderTodayFindings: FindingGroup {
  /// The subject is the domain of the envelope.
  let spfChanged = FindingDeclaration<SPFChange>(
    "message-spf-changed", .info, .message, "RFC 7208 §2.6",
    title: Wording("SPF has another result today", "SPFの結果が到着時から変わっている"),
    samples: { specimens in
      [
        .init(
          specimens.domain,
          IPAddress("192.0.2.1").map { SPFChange(address: $0, then: .fail, now: .pass) })
      ]
    },
    statement: { domain, change in
      Wording(
        "SPF of \(domain) said \(change.then.rawValue) of \(change.address) when the message came, and says \(change.now.rawValue) today: the record has been changed since.",
        "\(domain) のSPFで \(change.address) は、到着時は\(change.then.rawValue)、現在は\(change.now.rawValue)です。到着後にレコードが変更されています。"
      )
    },
    remedy: { domain, change in
      Wording(
        "`maildnscheck spf --ip \(change.address) \(domain)` shows which term decides today.",
        "現在の判定の根拠は `maildnscheck spf --ip \(change.address) \(domain)` で確認できます。")
    })

  /// The subject is the name of the key.
  let keyChanged = FindingDeclaration<SenderToday.KeyState>(
    "message-dkim-key-changed", .info, .message, "RFC 6376 §3.6.1",
    title: Wording("A DKIM key is not what it was", "DKIM鍵が到着時から変わっている"),
    samples: { specimens in
      [SenderToday.KeyState.revoked, .unusable, .absent, .usable].map { .init(specimens.name, $0) }
    },
    statement: { name, state in
      if state == .usable {
        return Wording(
          "The receiving side found no key at \(name) when the message came; there is one today.",
          "到着時には \(name) に鍵がありませんでしたが、現在は公開されています。")
      }
      return Wording(
        "The signature by \(name) was good when the message came; today \(state.wording.english).",
        "\(name) による署名は到着時には有効でしたが、現在は\(state.wording.japanese)。")
    },
    remedy: { _, state in
      state == .usable
        ? nil
        : Wording(
          "The message can't be verified any more. After a change of keys that is as it should be; else publish the key again.",
          "このメールの署名はもう検証できません。鍵の交換によるものなら問題ありません。そうでなければ鍵を再度公開してください。")
    })

  /// The subject is the name that was asked for.
  let notAsked = FindingDeclaration<Failure>(
    "message-sender-unknown", .info, .message, "RFC 7208 §2.6.6",
    title: Wording("What the sender publishes today could not be asked", "送信側の現在のレコードを確認できない"),
    failure: { $0 }, samples: { [.init($0.domain, $0.failure)] },
    statement: { name, failure in
      Wording(
        "\(name) could not be asked, so that nothing is known of changes since the message came: \(failure.wording.english).",
        "\(name) を確認できず、到着後の変更の有無は分かりません: \(failure.wording.japanese)。")
    },
    remedy: { _, failure in failure.remedy })
}

extension Finding {
  static let senderToday = SenderTodayFindings()
}

extension SenderToday {
  /// What has changed since the message came, and what could not be asked.
  var findings: [Finding] {
    var found: [Finding] = []
    if let host = sender.host {
      if let change = spfChange { found.append(Finding.senderToday.spfChanged(host.domain, change)) }
      if let failure = spfFailure { found.append(Finding.senderToday.notAsked(host.domain, failure)) }
    }
    found += changedKeys.map { Finding.senderToday.keyChanged($0.key.name, $0.state) }
    for (key, state) in keys {
      if case .unknown(let failure) = state { found.append(Finding.senderToday.notAsked(key.name, failure)) }
    }
    return found
  }
}

extension SenderToday.KeyState {
  /// What is the matter with a key, as a part of a sentence.
  var wording: Wording {
    switch self {
    case .usable: Wording("there is a usable key", "使用できる鍵があります")
    case .revoked: Wording("the key is revoked", "鍵が失効しています")
    case .unusable: Wording("what is there can't be used as a key", "鍵として使用できない内容です")
    case .absent: Wording("there is no key", "鍵がありません")
    case .unknown: .notAsked
    }
  }
}
