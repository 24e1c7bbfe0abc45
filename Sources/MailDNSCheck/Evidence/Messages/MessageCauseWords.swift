extension MessageVerdict.Cause {
  /// Why the message is where it is, as a part of a sentence.
  var wording: Wording {
    switch self {
    case .transportRule: Wording("a transport rule decided, not the filter", "トランスポートルールによる")
    case .blockedSender: Wording("the recipient blocks the sender", "受信者が送信者をブロックしている")
    case .safeSender: Wording("the recipient trusts the sender", "受信者が送信者を信頼している")
    case .tenantBlock:
      Wording("the tenant's anti-spam policy blocks the sender", "テナントのスパム対策ポリシーで送信者をブロックしている")
    case .tenantAllow: Wording("the tenant's policy allows the sender", "テナントのポリシーで送信者を許可している")
    case .inboxRule: Wording("a rule of the recipient moved it", "受信者の受信トレイルールで移動された")
    case .junkSettings:
      Wording("the junk settings of the mailbox or of Outlook decided", "メールボックスまたはOutlookの迷惑メール設定による")
    case .spamFilter: Wording("the spam filter decided", "迷惑メールフィルターの判定による")
    case .quarantineRelease: Wording("it was released from quarantine", "検疫から解放された")
    case .internal: Wording("it is the organisation's own mail", "組織内のメール")
    case .notSpam: Wording("the filter found no spam", "迷惑メールではないと判定された")
    }
  }

  /// What to look at next for a message that is in junk.
  var remedy: Wording? {
    switch self {
    case .blockedSender:
      Wording(
        "`Get-MailboxJunkEmailConfiguration USER | Format-List BlockedSendersAndDomains,TrustedListsOnly` lists what the recipient blocks; SCL -1 does not overrule it.",
        "受信者のブロックリストを `Get-MailboxJunkEmailConfiguration USER | Format-List BlockedSendersAndDomains,TrustedListsOnly` で確認してください。SCL -1よりも優先されます。"
      )
    case .inboxRule:
      Wording(
        "`Get-InboxRule -Mailbox USER` lists the recipient's rules.",
        "受信者のルールを `Get-InboxRule -Mailbox USER` で確認してください。")
    case .tenantBlock:
      Wording(
        "`Get-HostedContentFilterPolicy | Format-List BlockedSenders,BlockedSenderDomains` and the Tenant Allow/Block List say who is blocked.",
        "`Get-HostedContentFilterPolicy | Format-List BlockedSenders,BlockedSenderDomains` とテナントの許可/禁止リストを確認してください。"
      )
    case .transportRule:
      Wording(
        "`Get-TransportRule | Format-List Name,State,SetSCL` lists the rules that set the SCL.",
        "SCLを設定しているルールを `Get-TransportRule | Format-List Name,State,SetSCL` で確認してください。")
    case .spamFilter:
      Wording(
        "`Get-HostedContentFilterPolicy` says what the verdict leads to; for mail that came through the gateway see why the rule with SCL -1 did not match.",
        "判定後の扱いは `Get-HostedContentFilterPolicy` で確認できます。ゲートウェイを経由したメールなら、SCLを-1にするルールが適用されなかった理由を確認してください。")
    case .junkSettings, .safeSender, .tenantAllow, .quarantineRelease, .internal, .notSpam:
      .lookAtJunkSettings
    }
  }
}
