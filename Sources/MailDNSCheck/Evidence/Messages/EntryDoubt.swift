/// Why it is not told who handed a message to Office365. A name is a HELO, which anybody can say: what counts is the address.
enum EntryDoubt: Hashable, Sendable {
  /// Neither the field nor Office365's own report has an address.
  case noAddress
  /// The field has another address than Office365's own report, and another one's.
  case contradiction(stated: IPAddress, seen: IPAddress)

  /// Nil where all say the same: `stated` of the field, `seen` of the report, `source` whose host the message is taken to
  /// be from.
  init?(_ stated: IPAddress?, _ seen: [IPAddress], takenFor source: Provider.ID?, _ hosts: MailHosts) {
    guard stated != nil || !seen.isEmpty else {
      self = .noAddress
      return
    }
    let known = stated ?? seen.first
    guard let known, let other = seen.first(where: { $0 != known && hosts.provider(of: $0) != source }) else {
      return nil
    }
    self = .contradiction(stated: known, seen: other)
  }

  func statement(_ host: String) -> Wording {
    switch self {
    case .noAddress:
      Wording(
        "The field by which Office365 took the message from \(host) has no address: a name proves nothing, and which way the message came can't be told.",
        "Office365が \(host) から受け取ったことを示すReceivedヘッダーにIPアドレスがありません。名前だけでは裏付けにならないため、経路を判定できません。")
    case .contradiction(let stated, let seen):
      Wording(
        "The field by which Office365 took the message from \(host) says \(stated), Office365's own report says \(seen): the field is forged or was changed, and which way the message came can't be told.",
        "Office365が \(host) から受け取ったことを示すReceivedヘッダーのアドレスは \(stated) ですが、Office365自身の記録では \(seen) です。ヘッダーが偽造または改変された可能性があり、経路を判定できません。"
      )
    }
  }
}
