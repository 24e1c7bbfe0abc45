/// What is expected of a domain; what is nil is not.
struct Expectation: Hashable, Sendable {
  /// Never `unknown`.
  var route: RouteID?
  /// The least that receivers must be asked to do with mail from the domain itself that fails DMARC.
  var dmarc: DMARCPolicy?
  /// Who must be authorised by SPF, in the order of the file.
  var authorized: [Sender]?
  /// In the order of the file.
  var keys: [Key]?
  /// Whether the tenant's endpoint must be closed to all but the gateway.
  var closesTenant: Bool?
  var ignored: [Exemption]?
  /// By the id of the finding.
  var severities: [String: Severity]?

  /// A sender that SPF must authorise.
  enum Sender: Hashable, Sendable {
    /// All addresses of the network.
    case network(IPNetwork)
    case provider(Provider.ID)
  }

  /// What the tenant must be.
  enum Tenant: String, CaseIterable, Sendable { case closed }

  /// A DKIM key that must be there.
  struct Key: Hashable, Sendable {
    let selector: DKIMSelector
    /// Of an RSA key; Ed25519 has one size, and that is enough.
    let minimumBits: Int
  }

  /// A finding that is known, and accepted for a while.
  struct Exemption: Hashable, Sendable {
    let finding: String
    /// Nil for whatever it is about.
    let subject: String?
    let exemption: Finding.Exemption

    func covers(_ finding: Finding) -> Bool {
      finding.id == self.finding
        && (subject == nil || subject?.asciiLowercased == finding.subject.asciiLowercased)
    }
  }

  /// Whether nothing at all is said.
  var isEmpty: Bool { self == Expectation() }

  /// The same where what it leaves open is as `general` says; severities are taken together, finding by finding.
  func completed(by general: Expectation) -> Expectation {
    var severities = severities
    if let others = general.severities {
      severities = (severities ?? [:]).merging(others) { own, _ in own }
    }
    return Expectation(
      route: route ?? general.route, dmarc: dmarc ?? general.dmarc,
      authorized: authorized ?? general.authorized,
      keys: keys ?? general.keys, closesTenant: closesTenant ?? general.closesTenant,
      ignored: ignored ?? general.ignored, severities: severities)
  }
}
