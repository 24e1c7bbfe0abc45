/// Who the receiving side took a message to be from.
struct MessageAuthentication: Sendable {
  let results: AuthenticationResults?
  let judged: Judged

  /// Whose address and text the receiving side saw.
  enum Judged: String, Sendable {
    case sender
    /// The gateway's: what fails there says nothing of the sender.
    case gateway
    case unknown
  }

  var spf: String? { results?.first("spf")?.value }
  var dkim: [String] { results?.all("dkim").map(\.value) ?? [] }
  var dmarc: AuthenticationResults.Result? { results?.first("dmarc") }
  var composite: String? { results?.first("compauth")?.value }
  /// The three digits of `compauth`: see `CompositeReason`.
  var reason: String? { results?.first("compauth")?.properties["reason"] }

  init(_ results: AuthenticationResults?, _ way: MessageWay, _ report: AntispamReport?, _ hosts: MailHosts) {
    self.results = results
    guard results != nil || report != nil, way.doubt == nil else {
      judged = .unknown
      return
    }
    guard way.route == .securemxOffice365 || way.route == .gatewayOffice365 else {
      judged = way.direction == .unknown ? .unknown : .sender
      return
    }
    guard let seen = results?.senderAddress ?? report?.address else {
      judged = .unknown
      return
    }
    let isGateway =
      hosts.provider(of: seen) == way.source
      || way.entryAddress.map { $0 == seen } ?? false
    judged = isGateway ? .gateway : .sender
  }
}
