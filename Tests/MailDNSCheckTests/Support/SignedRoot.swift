import Testing

@testable import MailDNSCheck

/// A root of the test's own, signed, and zones directly below it in every state that DNSSEC knows, all on one NSD.
///
/// Each has an MX host of its own with TLSA records.
final class SignedRoot: Sendable {
  private let authority: NSDServer
  private let trustAnchor: String
  private let origins: [String]

  /// How a zone stands.
  enum Kind: String, CaseIterable, Sendable {
    case good
    /// The MX record is another one than was signed.
    case forged
    /// The TLSA record is.
    case forgedKeys
    /// The denial of TLSA is not signed; there is none.
    case undenied
    /// All signatures have ended four weeks ago.
    case expired
    /// They have ended an hour ago, after four weeks: Unbound takes them for some time.
    case stale
    /// They end in a day, after four weeks.
    case closing
    /// They begin in three days: Unbound forgives one (val-sig-skew-max).
    case early
    /// The DS record is of another key.
    case otherKey
    case unsigned
    /// Signed, without a DS record.
    case undelegated

    var origin: String { "\(rawValue.lowercased()).jp" }

    /// From now until signatures begin and end, in hours.
    fileprivate var hours: (from: Int, until: Int)? {
      switch self {
      case .expired: (-1_344, -672)
      case .stale: (-673, -1)
      case .closing: (-648, 24)
      case .early: (72, 744)
      default: nil
      }
    }

    fileprivate var content: TestZone {
      let keys = self == .undenied ? "" : "_25._tcp.mail TLSA 3 1 1 \(String(repeating: "ab", count: 32))\n"
      return TestZone(
        origin,
        """
        $ORIGIN \(origin).
        $TTL 300
        @ SOA ns.invalid. hostmaster.invalid. 1 7200 1800 1209600 300
        @ NS ns.invalid.
        @ MX 10 mail
        @ TXT "v=spf1 mx -all"
        mail A 192.0.2.25
        _dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@\(origin)"
        \(keys)
        """)
    }

    fileprivate func tampered(_ text: String) -> String {
      switch self {
      case .forged: text.replacing("\t10 mail.", with: "\t20 mail.")
      case .forgedKeys: text.replacing("3 1 1 ab", with: "3 1 1 cd")
      case .undenied:
        text.split(separator: "\n").filter { !$0.contains("\tNSEC3\t") }.map { "\($0)\n" }.joined()
      default: text
      }
    }
  }

  init() async throws {
    var zones: [TestZone] = []
    var delegations = ""
    for kind in Kind.allCases {
      delegations += "\(kind.origin). NS ns.invalid.\n"
      guard kind != .unsigned else {
        zones.append(kind.content)
        continue
      }
      let validity = kind.hours.map { (Self.stamp($0.from), Self.stamp($0.until)) }
      let signed = try await SignedZone(kind.content, validity: validity, tampering: kind.tampered)
      zones.append(signed.zone)
      let other = kind == .otherKey ? try await SignedZone(kind.content) : signed
      if kind != .undelegated { delegations += other.delegation + "\n" }
    }
    let head = "$TTL 300\n. SOA ns.invalid. hostmaster.invalid. 1 7200 1800 1209600 300\n. NS ns.invalid.\n"
    let root = try await SignedZone(TestZone(".", head + delegations))
    trustAnchor = root.trustAnchor
    authority = try NSDServer([root.zone] + zones)
    origins = ["."] + zones.map(\.origin)
  }

  /// An Unbound that knows nothing but these zones.
  func resolver(validating isValidating: Bool = true, options: [String] = []) throws -> UnboundServer {
    try UnboundServer(
      stubs: origins.map { ($0, authority.port) }, trustAnchor: trustAnchor,
      modules: isValidating ? "validator iterator" : "iterator", options: options)
  }

  func stop() { authority.stop() }

  /// That many hours from now, as signers take it.
  private static func stamp(_ hours: Int) -> String { SignatureLines.stamp(days: 0, hours: hours) }
}
