/// What a reply means to whoever asks about a name in a zone that the server is said to hold.
enum ServerStatement: Sendable {
  /// It holds the zone, or one below it: an answer or a denial with authority (AA, RFC 1035 §4.1.1).
  case authority
  /// Others hold the name.
  case referral(ZoneCut)
  /// It answers, and does not hold the zone.
  case lame(Lameness)
  /// It said nothing that could be read.
  case silent(Failure)

  init(_ reply: ServerReply, of zone: DomainName) {
    switch reply.outcome {
    case .failure(let failure): self = .silent(failure)
    case .success(let message):
      if ![.noError, .noSuchName].contains(message.responseCode) {
        self = .lame(.responseCode(message.responseCode))
      } else if message.head.isAuthoritative {
        self = .authority
      } else if let cut = ZoneCut(message, to: reply.query.question, from: zone) {
        self = .referral(cut)
      } else if let owner = message.authority.first(where: { $0.type == .ns })?.owner,
        !message.head.offersRecursion, message.answers.isEmpty
      {
        self = .lame(.upwardReferral(owner))
      } else {
        self = .lame(.withoutAuthority)
      }
    }
  }
}

/// How a server that is said to hold a zone shows that it does not (a lame delegation, RFC 9499 §7).
enum Lameness: Hashable, Sendable {
  /// It refuses or fails.
  case responseCode(ResponseCode)
  /// It sends whoever asks back up, or elsewhere.
  case upwardReferral(DomainName)
  /// It answers as a resolver does: what it has from others, or nothing.
  case withoutAuthority
}

extension ServerReply {
  /// The zone that speaks: of a denial the owner of its SOA record, of an answer to SOA or NS the owner of that. Nil where the
  /// reply does not tell.
  var speakingZone: DomainName? {
    let name = query.question.name
    if [.ns, .soa].contains(query.question.type), !records.isEmpty { return name }
    return message?.authority.first { $0.type == .soa && name.isAtOrBelow($0.owner) }?.owner
  }
}
