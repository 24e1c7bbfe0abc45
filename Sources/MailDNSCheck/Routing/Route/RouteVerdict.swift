/// Which way a domain's mail takes, on what evidence.
///
/// A class, though a value in all but name: it is large, and handed to every rule.
final class RouteVerdict: Sendable {
  let id: RouteID
  /// Whose hosts MX names, each provider once, by preference.
  let inbound: [HostProvider]
  /// Whose hosts they are, in the order of `MXFacts.exchanges`.
  let hosts: [HostProvider]
  /// The platform that the mailboxes are on; nil where none shows.
  let mailbox: Provider.ID?
  /// The signs of mailbox platforms apart from MX.
  let mailboxSigns: MailboxSigns
  /// Who may send by SPF, each provider once, in the order of the record; then who signs.
  let outbound: [Provider.ID]
  /// Whether SPF authorises the systems that the domain's mail may leave by; empty where SPF was not asked for.
  let senders: [SenderAuthorization]
  /// The Microsoft 365 tenant's initial name, where a DKIM CNAME tells.
  let tenant: String?
  /// How sure the route is as a whole; nil where DNS could not tell.
  let confidence: Confidence?
  /// The strongest first.
  let evidence: [RouteEvidence]
  /// Why an MX host of nobody known may after all lead to a provider; nil where all could be asked.
  let inboundDoubt: Failure?
  /// Why it can't be said whether there is an Office365 tenant; nil where one shows, or everything was answered.
  let mailboxDoubt: Failure?

  init(
    id: RouteID, inbound: [HostProvider], hosts: [HostProvider], mailbox: Provider.ID?,
    mailboxSigns: MailboxSigns, outbound: [Provider.ID], senders: [SenderAuthorization], tenant: String?,
    confidence: Confidence?, evidence: [RouteEvidence], inboundDoubt: Failure?, mailboxDoubt: Failure?
  ) {
    self.id = id
    self.inbound = inbound
    self.hosts = hosts
    self.mailbox = mailbox
    self.mailboxSigns = mailboxSigns
    self.outbound = outbound
    self.senders = senders
    self.tenant = tenant
    self.confidence = confidence
    self.evidence = evidence
    self.inboundDoubt = inboundDoubt
    self.mailboxDoubt = mailboxDoubt
  }

  /// What the Microsoft 365 admin centre, which compares MX with its own value, shows for the domain.
  enum AdminCentre: String, Sendable {
    case healthy
    case possibleServiceIssues = "possible-service-issues"
  }

  /// Nil where no tenant shows that could look at the domain, or DNS could not tell.
  var adminCentre: AdminCentre? {
    switch id {
    case .office365: .healthy
    case .unknown: nil
    default: mailbox == .office365 || mailboxDoubt != nil && id == .securemx ? .possibleServiceIssues : nil
    }
  }

  /// Whether an expected route is met; nil where DNS could not tell enough.
  func meets(_ expected: RouteID) -> Bool? {
    if id == .unknown { return nil }
    if id.satisfies(expected) { return true }
    if inboundDoubt != nil { return nil }
    if id == .securemx, expected == .securemxOffice365, mailboxDoubt != nil { return nil }
    return false
  }
}
