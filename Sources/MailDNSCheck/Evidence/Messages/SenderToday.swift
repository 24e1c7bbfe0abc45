/// What DNS says today of who sent a message: SPF for the host that it came from, and the keys of its signatures.
struct SenderToday: Sendable {
  let sender: MessageSender
  /// Nil where there is no host to ask about.
  let spf: SPFEvaluation?
  /// In the order of the sender's keys.
  let keys: [(key: MessageSender.Key, state: KeyState)]

  enum KeyState: Hashable, Sendable {
    case usable
    /// An empty `p=` (RFC 6376 §3.6.1).
    case revoked
    /// Something is there that verifiers can't use.
    case unusable
    case absent
    case unknown(Failure)
  }

  /// Asks for all of it at once; nil where the header names nothing to ask for. Of the sender's address only the domain is
  /// told to anybody: macros have `postmaster` in place of the local part.
  static func find(_ message: MessageExamination, at time: Int64, by resolver: any Resolver) async
    -> SenderToday?
  {
    let sender = MessageSender(message)
    guard sender.host != nil || !sender.keys.isEmpty else { return nil }
    async let evaluation = evaluation(sender.host, time, resolver)
    let answers = await resolver.answers(to: sender.keys.map { Question($0.name, .txt) })
    return SenderToday(
      sender: sender, spf: await evaluation, keys: zip(sender.keys, answers).map { ($0, KeyState($1)) })
  }

  private static func evaluation(_ host: MessageSender.Host?, _ time: Int64, _ resolver: any Resolver) async
    -> SPFEvaluation?
  {
    guard let host else { return nil }
    let identity = SPFIdentity(
      address: host.address, mailFrom: "postmaster@\(host.domain)", helo: host.helo, time: time)
    return await SPFEvaluator.evaluate(identity, resolver: resolver)
  }

  /// Why DNS could not tell of SPF.
  var spfFailure: Failure? { if case .dns(_, let failure) = spf?.error { failure } else { nil } }
}

extension SenderToday.KeyState {
  init(_ answer: Answer) {
    if let failure = answer.failure {
      self = .unknown(failure)
      return
    }
    switch DKIMKeySelection(answer.texts).outcome {
    case .key(let key) where key.publicKey == .revoked: self = .revoked
    case .key(let key): self = key.isUsable ? .usable : .unusable
    case .malformed, .several: self = .unusable
    case .absent: self = .absent
    }
  }
}

/// What SPF says of a host at two times.
struct SPFChange: Hashable, Sendable {
  let address: IPAddress
  let then: SPFResult
  let now: SPFResult
}

extension SenderToday {
  /// What the receiving side found of SPF, where it would find something else today.
  var spfChange: SPFChange? {
    guard spfFailure == nil, let host = sender.host, let then = host.recorded, let now = spf?.result,
      then != now
    else { return nil }
    return SPFChange(address: host.address, then: then, now: now)
  }

  /// The keys whose state explains no more what the receiving side found.
  var changedKeys: [(key: MessageSender.Key, state: KeyState)] {
    keys.filter { key, state in
      switch (key.recorded, state) {
      case (.verified, .revoked), (.verified, .unusable), (.verified, .absent), (.keyMissing, .usable): true
      default: false
      }
    }
  }
}
