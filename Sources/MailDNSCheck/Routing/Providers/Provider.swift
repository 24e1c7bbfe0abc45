/// A company's mail product, and the host names, networks and selectors by which DNS shows it.
///
/// A class, though a value in all but name: it is large, and looked up for every host of every domain.
final class Provider: Sendable, Identifiable {
  let id: ID
  let name: Wording
  /// What the product does; a gateway in both directions has two.
  let kinds: Set<Kind>
  /// Hosts that MX records name.
  let mxSuffixes: [HostPattern]
  /// Names that SPF terms (include, redirect, a, mx, exists) point to.
  let spfSuffixes: [HostPattern]
  /// The name that customers include, where it is the same for all of them.
  let spfInclude: String?
  /// SPF names whose content hides the senders on purpose: flattened, generated or made of macros.
  let opaqueSPFSuffixes: [HostPattern]
  /// Where the CNAME of a DKIM selector leads.
  let dkimTargetSuffixes: [HostPattern]
  /// Where the CNAME of `autodiscover.<domain>` leads.
  let autodiscoverTargets: [HostPattern]
  /// Hosts of the addresses in DMARC `rua` and `ruf`.
  let reportSuffixes: [HostPattern]
  /// Networks that are the product's own.
  let networks: [IPNetwork]
  /// DKIM selectors that the product has its customers publish; one may have several labels (`key1.smx`).
  let dkimSelectors: [DKIMSelector]
  /// What the TXT records begin with by which its customers show that a domain is theirs.
  let verifications: [String]
  /// The domain that the product signs with (DKIM `d=`) where it has no key of the customer's; as it is written in texts.
  let signingDomain: String?
  /// Where this knowledge comes from, in English.
  let source: String
  let certainty: Certainty

  init(
    id: ID, name: Wording, kinds: Set<Kind>, mxSuffixes: [HostPattern], spfSuffixes: [HostPattern],
    spfInclude: String?, opaqueSPFSuffixes: [HostPattern], dkimTargetSuffixes: [HostPattern],
    autodiscoverTargets: [HostPattern], reportSuffixes: [HostPattern], networks: [IPNetwork],
    dkimSelectors: [DKIMSelector], verifications: [String], signingDomain: String?, source: String,
    certainty: Certainty
  ) {
    self.id = id
    self.name = name
    self.kinds = kinds
    self.mxSuffixes = mxSuffixes
    self.spfSuffixes = spfSuffixes
    self.spfInclude = spfInclude
    self.opaqueSPFSuffixes = opaqueSPFSuffixes
    self.dkimTargetSuffixes = dkimTargetSuffixes
    self.autodiscoverTargets = autodiscoverTargets
    self.reportSuffixes = reportSuffixes
    self.networks = networks
    self.dkimSelectors = dkimSelectors
    self.verifications = verifications
    self.signingDomain = signingDomain
    self.source = source
    self.certainty = certainty
  }

  /// Whether mail passes through, in either direction, on its way to or from mailboxes elsewhere.
  var isGateway: Bool { kinds.contains(.inboundGateway) || kinds.contains(.outboundGateway) }

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
