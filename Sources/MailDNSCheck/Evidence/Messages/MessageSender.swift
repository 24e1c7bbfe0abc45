/// Who sent a message, as far as DNS can be asked for it again: the host that handed it over with the domain of its envelope,
/// and the keys that its signatures name.
struct MessageSender: Hashable, Sendable {
  /// Nil where the header tells no address or no domain, and for the organisation's own mail.
  let host: Host?
  /// Each once, in the order of the header; at most `maximumKeys`.
  let keys: [Key]

  struct Host: Hashable, Sendable {
    /// Of the host outside the receiving side and its gateway.
    let address: IPAddress
    /// Of the envelope's sender.
    let domain: DomainName
    let helo: String
    /// What the receiving side found then; nil where it saw the gateway's address, or did not look.
    let recorded: SPFResult?
  }

  struct Key: Hashable, Sendable {
    /// `selector._domainkey.domain`
    let name: DomainName
    let recorded: Verification?
  }

  /// What the receiving side found of a signature.
  enum Verification: Hashable, Sendable {
    case verified
    case keyMissing
  }

  /// The keys of more signatures are not asked for.
  static let maximumKeys = 5

  init(_ message: MessageExamination) {
    host = message.way.direction == .internal ? nil : Self.host(of: message)
    let results = message.authentication.results?.all("dkim") ?? []
    keys = message.signatures.compactMap { signature in Self.key(signature, results) }.uniqued
      .prefix(Self.maximumKeys).map(\.self)
  }

  private static func host(of message: MessageExamination) -> Host? {
    let authentication = message.authentication
    let isGateway = authentication.judged == .gateway
    let hop = isGateway ? beforeGateway(message) : message.way.entry.map { message.trail.hops[$0] }
    let seen = authentication.results?.senderAddress ?? message.marks?.originalSender?.address
    let newest = message.trail.hops.last.flatMap { $0.isBelieved ? $0.received.address : nil }
    let stated = authentication.results?.first("spf")?.properties["smtp.mailfrom"]
    let envelope =
      stated ?? message.header.first("return-path").flatMap { MailAddresses.list($0.value).first }
    guard let address = isGateway ? hop?.received.address : seen ?? hop?.received.address ?? newest,
      let domain = envelope.flatMap(domain)
    else { return nil }
    return Host(
      address: address, domain: domain,
      helo: (isGateway ? nil : message.marks?.originalSender?.domain) ?? hop?.received.from ?? "",
      recorded: isGateway ? nil : authentication.spf.flatMap(recorded))
  }

  /// The station by which the gateway took the message from outside: the oldest of its run that can be believed.
  private static func beforeGateway(_ message: MessageExamination) -> MailHop? {
    guard let entry = message.way.entry, let source = message.way.source else { return nil }
    return message.trail.hops[..<entry].reversed()
      .prefix { $0.isBelieved && ($0.provider == source || $0.host == nil) }
      .last { $0.received.address.map { !MailHosts.isPrivate($0) } ?? false }
  }

  private static func domain(_ envelope: String) -> DomainName? {
    let text = envelope.filter { $0 != "<" && $0 != ">" }
    return MailAddresses.domain(text.contains("@") ? text : "@" + text)
  }

  /// Exchange Online says `bestguesspass` where there is no record that would pass.
  private static func recorded(_ result: String) -> SPFResult? {
    switch result {
    case "bestguesspass": SPFResult.none
    case "hardfail": .fail
    default: SPFResult(rawValue: result)
    }
  }

  private static func key(_ signature: SignatureField, _ results: [AuthenticationResults.Result]) -> Key? {
    guard let domain = signature.domain.flatMap({ DomainName($0) }), let text = signature.selector,
      let selector = try? DKIMSelector(parsing: text), let name = try? selector.name(under: domain)
    else { return nil }
    let own = results.filter { result in
      result.properties["header.d"]?.asciiLowercased == signature.domain
        && result.properties["header.s"].map { $0.asciiLowercased == text.asciiLowercased } ?? true
    }
    if !own.isEmpty, own.allSatisfy({ $0.value == "pass" }) { return Key(name: name, recorded: .verified) }
    let isMissing = !own.isEmpty && own.allSatisfy { $0.comment?.asciiLowercased.contains("no key") == true }
    return Key(name: name, recorded: isMissing ? .keyMissing : nil)
  }
}
