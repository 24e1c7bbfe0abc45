/// What the findings on a message are made by.
struct MessageRules {
  let message: MessageExamination
  let hosts: MailHosts
  /// The way that inbound mail must have come (`--expect`).
  let expected: MessageRoute?
  /// What DNS says of the recipients' domains; empty with `--offline`.
  let recipients: [RecipientMX]
  /// What DNS says of the sender; nil with `--offline`.
  let today: SenderToday?

  /// Seconds that a message may wait at one station without anybody asking why.
  private static let longDelay = 300.0
  /// Seconds by which the two clocks of SecureMX may differ: large messages take a while.
  private static let clockTolerance = 120.0
  /// Findings of one kind on one message.
  private static let maximumRepeats = 20

  var findings: [Finding] {
    (way + folder + filtering + clocks + trust + signatures + completeness + (today?.findings ?? []))
      .worstFirst
  }

  // MARK: - The way

  private var way: [Finding] {
    if let doubt = message.way.doubt { return [Finding.message.entryUnproven(entryHost, doubt)] }
    guard message.way.direction == .inbound, message.way.route != .unknown else { return [] }
    let route = message.way.route
    let isGatewayDue = expected.map(Self.gatewayRoutes.contains) ?? false
    if route == .office365, expected == nil || isGatewayDue, let bypass {
      let isCertain = bypass.expected != nil || bypass.mx != nil
      return [Finding.message.bypass(entryHost, bypass, severity: isCertain ? .critical : .warning)]
    }
    guard let expected, !route.satisfies(expected) else { return [] }
    return [Finding.message.routeUnexpected(entryHost, MessageRoutes(actual: route, expected: expected))]
  }

  private static let gatewayRoutes: Set<MessageRoute> = [
    .securemxOffice365, .securemx, .gatewayOffice365, .gateway,
  ]

  /// Nil where nothing says that mail ought to have come through a gateway.
  private var bypass: MessageBypass? {
    var signs: [MessageBypass.Sign] = []
    if message.marks?.isAnonymousDirectSend == true { signs.append(.directSend) }
    if message.marks?.mxPointsToOffice365 == false { signs.append(.foreignMX) }
    if message.marks?.isInternalSender == true, message.marks?.authenticatedAs == "anonymous" {
      signs.append(.impersonation)
    }
    if let reason = message.authentication.reason, CompositeReason(code: reason).isForeignMX {
      signs.append(.unjudged)
    }
    let mx = recipients.first { $0.gateway != nil }?.domain
    guard expected != nil || mx != nil || !signs.isEmpty else { return nil }
    return MessageBypass(expected: expected, mx: expected == nil ? mx : nil, signs: signs)
  }

  /// The host that handed the message to Office365, as far as it is known.
  private var entryHost: String {
    // Without that station's field, the oldest one that is left is anybody's.
    if message.way.entry == nil, let address = message.way.entryAddress { return address.description }
    let hop = message.way.entry.map { message.trail.hops[$0] } ?? message.trail.hops.first
    let name = hop?.received.from.map { VisibleText.shortened($0) }
    let address = (message.way.entryAddress ?? hop?.received.address)?.description
    switch (name, address) {
    case (let name?, let address?): return name.contains(address) ? name : "\(name) (\(address))"
    case (let name?, nil): return name
    case (nil, let address?): return address
    case (nil, nil): return "-"
    }
  }

  // MARK: - The judgement

  private var isThroughGateway: Bool {
    message.way.route == .securemxOffice365 || message.way.route == .gatewayOffice365
  }

  private var folder: [Finding] {
    guard message.verdict.folder == .junk else { return [] }
    return [Finding.message.junk(message.messageID ?? entryHost, message.verdict.cause)]
  }

  private var filtering: [Finding] {
    var found: [Finding] = []
    let verdict = message.verdict
    let isFound = message.marks?.skipListed ?? message.marks?.originalSender
    if isThroughGateway, let filter = verdict.filter, filter == "NSPM" || filter == "SPM",
      message.marks?.originalSender == nil
    {
      found.append(
        Finding.message.ruleMissed(
          message.way.entryAddress?.description ?? entryHost, filter,
          severity: filter == "SPM" ? .warning : .info))
    }
    if isThroughGateway, verdict.filter == "SKN", let isFound {
      found.append(
        Finding.message.ruleBesideFiltering(
          isFound.address?.description ?? isFound.domain.map { VisibleText.shortened($0) } ?? "-"))
    }
    if verdict.filter == "SKN", verdict.isMalicious, let category = verdict.category {
      found.append(Finding.message.dangerousSkipped(entryHost, category))
    }
    if message.authentication.judged == .gateway {
      found.append(Finding.message.judgedGateway(message.way.entryAddress?.description ?? entryHost))
    }
    if let dmarc = message.authentication.dmarc, dmarc.properties["action"]?.asciiLowercased == "oreject" {
      found.append(
        Finding.message.policyOverridden(VisibleText.shortened(dmarc.properties["header.from"] ?? "-")))
    }
    if message.marks?.isByTrustingConnector == true {
      found.append(Finding.message.trustingConnector(entryHost))
    }
    return found + unknownCodes
  }

  private var unknownCodes: [Finding] {
    var codes: [String] = []
    if let filter = message.verdict.filter, !MessageVerdict.knownFilters.contains(filter) {
      codes.append("SFV:\(filter)")
    }
    if let category = message.verdict.category, !MessageVerdict.knownCategories.contains(category) {
      codes.append("CAT:\(category)")
    }
    if let destination = message.delivery?.destination, message.delivery?.folder == nil {
      codes.append("dest:\(destination)")
    }
    if let reason = message.authentication.reason, CompositeReason(code: reason).wording == nil {
      codes.append("compauth reason=\(reason)")
    }
    return codes.map { Finding.message.unknownCode(VisibleText.shortened($0)) }
  }

  // MARK: - The clocks

  private var clocks: [Finding] {
    var found: [Finding] = []
    let hops = message.trail.hops
    for (index, hop) in hops.enumerated() {
      var host: String { name(of: hop) }
      if let time = hop.received.time,
        let second = contradiction(of: hop, time, later: hops.dropFirst(index + 1).first)
      {
        found.append(Finding.message.secondClock(host, MessageTimes(first: time, second: second)))
      }
      if hop.clock == .skewed { found.append(Finding.message.clockSkewed(host, hop.time)) }
      if let delay = hop.delay, delay >= Self.longDelay, index > 0 {
        found.append(Finding.message.delayed(host, delay))
      }
    }
    return Array(found.prefix(Self.maximumRepeats))
  }

  /// The second clock that contradicts the field: a queue id is given when the message is taken; the signature comes
  /// between this station and the next.
  private func contradiction(of hop: MailHop, _ time: MailTime, later next: MailHop?) -> MailTime? {
    func isOff(_ second: MailTime, _ times: [MailTime?]) -> Bool {
      times.compactMap(\.self).allSatisfy { abs($0.since(second)) > Self.clockTolerance }
    }
    if let queue = hop.queueTime, isOff(queue, [time]) { return queue }
    let nextTime = next?.provider == .securemx ? next?.received.time : nil
    if let signature = hop.signatureTime, isOff(signature, [time, nextTime]) { return signature }
    return nil
  }

  private func name(of hop: MailHop) -> String {
    hop.received.by.map { VisibleText.shortened($0) } ?? hop.provider?.text ?? "-"
  }

  // MARK: - The rest

  /// Fields that claim to be SecureMX's, Office365's or a gateway's, and can't be believed.
  private var trust: [Finding] {
    let claims = message.trail.hops.filter { hop in
      !hop.isBelieved && (hop.provider.map { $0 == .office365 || hosts.isGateway($0) } ?? false)
    }
    return claims.map(name).uniqued.prefix(Self.maximumRepeats).map { Finding.message.unprovenStation($0) }
  }

  private var signatures: [Finding] {
    message.signatures.compactMap { signature in
      guard signature.isExpired(at: message.receivedAt) == true else { return nil }
      return Finding.message.signatureExpired(
        VisibleText.shortened(signature.domain ?? "-"), signature.expiresAt)
    }
  }

  /// The receiving side's marks that have lost their value, as where a paste has lost lines.
  private var emptied: [String] {
    guard message.way.isReceivedByOffice365 else { return [] }
    return Self.marks.filter { message.header.last(FieldName(Array($0.utf8)[...]))?.value.isEmpty ?? false }
  }

  private static let marks = ["X-Forefront-Antispam-Report", "X-Microsoft-Antispam-Mailbox-Delivery"]

  private var completeness: [Finding] {
    var found: [Finding] = []
    if message.trail.hops.isEmpty { found.append(Finding.message.noTrace("Received")) }
    if message.isRearranged { found.append(Finding.message.rearranged("Received")) }
    if let bound = message.header.bound ?? (message.trail.isCut ? .stations : nil) {
      found.append(Finding.message.cutOff("Received", bound))
    }
    found += emptied.map { Finding.message.valueMissing($0) }
    if message.way.route == .office365, expected == nil {
      for recipient in recipients {
        if case .unknown(let failure) = recipient.kind {
          found.append(Finding.message.mxUnknown(recipient.domain, failure))
        }
      }
    }
    return found
  }
}
