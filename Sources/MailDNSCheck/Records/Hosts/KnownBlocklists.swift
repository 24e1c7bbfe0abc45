/// The lists that are known: few, each in wide use and alive. What their answers mean is as their owners publish it and as
/// rspamd's configuration and mox read it, looked at in November 2026. Each is put to the test in every run all the same.
extension Blocklist {
  /// Those that are asked where nobody says otherwise.
  static let standard = [spamhausZEN, spamhausDBL, spamCop, psbl, mailspike].compactMap(\.self)

  /// Also those that are asked only where they are named.
  static let known = standard + [barracuda, mailspikeReputation].compactMap(\.self)

  /// Source: docs.spamhaus.com, "Zone descriptions" and "Return codes". The lists SBL, CSS, XBL, DROP and PBL in one zone.
  private static let spamhausZEN = list(
    "zen.spamhaus.org", [.ipv4, .ipv6],
    [
      code(2, .listed(part: "SBL")), code(3, .listed(part: "CSS")), code(4...7, .listed(part: "XBL")),
      code(9, .listed(part: "DROP")), code(10...11, .policy(part: "PBL")),
    ], page: "https://check.spamhaus.org/")

  /// Source: docs.spamhaus.com, "Domain Blocklist". Domains, and none of addresses.
  private static let spamhausDBL = list(
    "dbl.spamhaus.org", [.domain],
    [
      code(0x102, .listed(part: "spam")), code(0x104, .listed(part: "phish")),
      code(0x105, .listed(part: "malware")), code(0x106, .listed(part: "botnet C&C")),
      code(0x166...0x16A, .listed(part: "abused legit")),
    ], page: "https://check.spamhaus.org/")

  /// Source: spamcop.net, "How do I configure my mailserver to reject mail based on the blocklist?".
  private static let spamCop = list("bl.spamcop.net", [.ipv4], [], page: "https://www.spamcop.net/bl.shtml")

  /// Source: psbl.org, "How to use the PSBL".
  private static let psbl = list("psbl.surriel.com", [.ipv4], [], page: "https://psbl.org/")

  /// Source: mailspike.org, "Usage". The zone with the worst of the reputations.
  private static let mailspike = list(
    "bl.mailspike.net", [.ipv4], reputations, page: "https://www.mailspike.org/ip_verify")

  /// The zone with all reputations, good ones too: an answer from it is no listing.
  private static let mailspikeReputation = list(
    "rep.mailspike.net", [.ipv4], reputations, otherwise: .neutral,
    page: "https://www.mailspike.org/ip_verify")

  /// Source: barracudacentral.org, "How to use". Answers resolvers alone whose address is registered, and is silent to others:
  /// whoever is registered names it.
  private static let barracuda = list(
    "b.barracudacentral.org", [.ipv4], [], page: "https://www.barracudacentral.org/rbl/removal-request")

  private static let reputations = [
    code(10...12, .listed(part: nil)), code(13...16, .neutral),
    code(17...20, .praised),
  ]

  private static func list(
    _ zone: String, _ kinds: CaseSet<BlocklistSubject.Kind>, _ codes: [Code],
    otherwise: Meaning = .listed(part: nil), page: String
  ) -> Blocklist? {
    DomainName(zone).map {
      Blocklist(zone: $0, kinds: kinds, codes: codes, otherwise: otherwise, page: page)
    }
  }

  /// The answers 127.0.0.`last`; beyond an octet it takes the one before.
  private static func code(_ last: ClosedRange<UInt32>, _ meaning: Meaning) -> Code {
    Code(answers: loopback + last.lowerBound...loopback + last.upperBound, meaning: meaning)
  }

  private static func code(_ last: UInt32, _ meaning: Meaning) -> Code { code(last...last, meaning) }

  private static let loopback: UInt32 = 127 << 24
}
