/// A company's mail product, and the host names, networks and selectors by which DNS shows it.
///
/// A class, though a value in all but name: it is large, and looked up for every host of every domain.
final class Provider: Sendable, Identifiable {
  let id: ID
  let name: Wording
  /// What the product does; a gateway in both directions has two.
  let kinds: CaseSet<Kind>
  /// Hosts that MX records name.
  let mxSuffixes: [HostPattern]
  /// Names that SPF terms (include, redirect, a, mx, exists) point to.
  let spfSuffixes: [HostPattern]
  /// The name that customers include, where it is the same for all of them.
  let spfInclude: String?
  /// SPF names whose content hides the senders on purpose: flattened, generated or made of macros.
  let opaqueSPFSuffixes: [HostPattern]
  /// Web servers that many customers share and that SPF has as `a:`: the weakest sign that there is.
  let sharedHostSuffixes: [HostPattern]
  /// Names that are nobody's known though they lie below those of the provider: servers that its customers run themselves.
  let exceptions: [HostPattern]
  /// MX hosts by which an owner proves a domain; no mail flows there.
  let verificationMXSuffixes: [HostPattern]
  /// Where the CNAME of a DKIM selector leads.
  let dkimTargetSuffixes: [HostPattern]
  /// Where the CNAME of `autodiscover.<domain>` leads.
  let autodiscoverTargets: [HostPattern]
  /// Hosts of the addresses in DMARC `rua` and `ruf`.
  let reportSuffixes: [HostPattern]
  /// Networks that are the product's own.
  let networks: [IPNetwork]
  /// DKIM selectors that the product has its customers publish, those that are used in turn as one; one may have several
  /// labels (`key1.smx`).
  let selectorGroups: [[DKIMSelector]]
  /// All of them.
  let dkimSelectors: [DKIMSelector]
  /// What the TXT records begin with by which its customers show that a domain is theirs.
  let verifications: [String]
  /// What the names of the fields begin with, in lower case, that its hosts put above their own `Received` fields.
  let headerMarks: [String]
  /// The domain that the product signs with (DKIM `d=`) where it has no key of the customer's; as it is written in texts.
  let signingDomain: String?
  /// Where this knowledge comes from, in English.
  let source: String
  let certainty: Certainty

  /// The month in which this was last held against its sources, as `2026-11`.
  let date: String?
  /// The providers inside whose suffixes some of its own lie.
  let outerProviders: [ID]

  /// The provider that `entry` spells, with those of its patterns for which `isKept` says so.
  init(
    _ entry: ProviderEntry, keeping isKept: (HostPattern, ProviderCatalogue.Use) -> Bool = { _, _ in true },
    _ isNetworkKept: (IPNetwork) -> Bool = { _ in true }
  ) throws(ProviderEntryError) {
    guard let id = ID(entry.id) else { throw .badIdentifier(entry.id) }
    guard !entry.kinds.isEmpty else { throw .noKind(id) }
    func patterns(_ texts: [String], _ use: ProviderCatalogue.Use?) throws(ProviderEntryError)
      -> [HostPattern]
    {
      var patterns: [HostPattern] = []
      for text in texts {
        let pattern: HostPattern
        do { pattern = try HostPattern(parsing: text) } catch { throw .badHost(id, text, error) }
        if use.map({ isKept(pattern, $0) }) ?? true { patterns.append(pattern) }
      }
      return patterns
    }
    self.id = id
    name = entry.name
    kinds = entry.kinds
    mxSuffixes = try patterns(entry.hosts + entry.mx, .mx)
    spfSuffixes = try patterns(entry.hosts + entry.spf, .spf)
    spfInclude = entry.include ?? entry.spf.first { !$0.contains("<") && !$0.contains("*") }
    opaqueSPFSuffixes = try patterns(entry.opaqueSPF, .spf)
    sharedHostSuffixes = try patterns(entry.sharedHosts, .sharedHost)
    exceptions = try patterns(entry.except, nil)
    verificationMXSuffixes = try patterns(entry.verificationMX, .verificationMX)
    dkimTargetSuffixes = try patterns(entry.hosts + entry.dkimTargets, .dkimTarget)
    autodiscoverTargets = try patterns(entry.autodiscover, .autodiscover)
    reportSuffixes = try patterns(entry.reports, .report)
    var networks: [IPNetwork] = []
    for text in entry.networks {
      guard let network = IPNetwork(text) else { throw .badNetwork(id, text) }
      if isNetworkKept(network) { networks.append(network) }
    }
    self.networks = networks
    var groups: [[DKIMSelector]] = []
    for text in entry.selectors { groups.append(try Self.selectorGroup(text, id)) }
    selectorGroups = groups
    dkimSelectors = groups.flatMap(\.self)
    verifications = entry.verifications
    headerMarks = entry.headers.map(\.asciiLowercased)
    signingDomain = entry.signingDomain
    source = entry.source
    certainty = entry.certainty
    date = entry.date
    outerProviders = entry.within.compactMap { ID($0) }
  }

  private static func selectorGroup(_ text: String, _ id: ID) throws(ProviderEntryError) -> [DKIMSelector] {
    var group: [DKIMSelector] = []
    for name in ProviderEntry.selectors(inTurn: text) {
      guard isSelector(name), let selector = DKIMSelector(name) else { throw .badSelector(id, name) }
      group.append(selector)
    }
    return group
  }

  /// Whether `kind` is among `kinds`.
  func isOf(_ kind: Kind) -> Bool { kinds.contains(kind) }

  /// Whether mail passes through, in either direction, on its way to or from mailboxes elsewhere.
  var isGateway: Bool { isOf(.inboundGateway) || isOf(.outboundGateway) }

  enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Takes mail for a domain and hands it on.
    case inboundGateway
    /// Sends a domain's mail on behalf of the platform that it comes from.
    case outboundGateway
    /// Holds mailboxes.
    case mailbox
    /// Lets out space on web servers that many customers share, and that may send for them.
    case webHost
    /// Sends mail of its own making in a domain's name: newsletters, notices.
    case sender
    /// Publishes SPF in a domain's place.
    case spfService
    /// Collects DMARC reports.
    case reportService
    /// Takes mail and sends each message on to an address elsewhere.
    case forwarder
    /// Holds domains that are not in use: no mail is meant to flow.
    case parked
  }

  /// How sure the knowledge is.
  enum Certainty: String, CaseIterable, Hashable, Sendable {
    /// In a published DNS answer or message header.
    case seen
    /// The vendor or an RFC says so.
    case documented
    /// A third party says so; unverified.
    case reported
    /// The names make it likely; nobody says so.
    case likely
  }
}

extension Provider {
  /// A provider's stable identifier: lower-case letters, digits, and hyphens between them.
  struct ID: Hashable, Sendable {
    let text: String

    static let maximumLength = 63

    /// What reports say in place of a provider, so that no provider may be called so: the domain's own host, and a host
    /// that the catalogue lacks.
    static let reserved: Set<String> = ["self", "unknown"]

    fileprivate init(known text: String) { self.text = text }

    static let securemx = ID(known: "securemx")
    static let office365 = ID(known: "office365")
    static let outlookConsumer = ID(known: "outlook-consumer")
    static let google = ID(known: "google")
    static let hennge = ID(known: "hennge")
    /// For an entry that people are to name.
    static let unnamed = ID(known: "provider")
  }
}

extension Provider.ID: LosslessStringConvertible {
  /// Nil where `text` has anything but lower-case letters, digits and inner hyphens, is too long or reserved.
  init?(_ text: String) {
    let hyphen = UInt8(ascii: "-")
    guard !text.isEmpty, text.utf8.count <= Self.maximumLength, !Self.reserved.contains(text),
      text.utf8.first != hyphen, text.utf8.last != hyphen,
      text.utf8.allSatisfy({ $0.isLetterDigitHyphen && !$0.isUpperCaseLetter })
    else { return nil }
    self.init(known: text)
  }

  var description: String { text }
}
