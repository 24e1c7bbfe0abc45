@testable import MailDNSCheck

/// example.jp, whose one host takes and sends its mail, and the lists as they are when they are well.
enum HostsFixtures {
  static let mx = "example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.25\n"
  static let spf = "example.jp TXT \"v=spf1 mx -all\"\n"
  static let pointer = "25.2.0.192.in-addr.arpa PTR mail.example.jp\n"
  static let domain = mx + spf + pointer

  /// The entry for tests of an IPv6 list, `::ffff:127.0.0.2`.
  static let testEntryIPv6 = "2.0.0.0.0.0.f.7.f.f.f.f" + String(repeating: ".0", count: 20)

  /// What every list has (RFC 5782 §5).
  static let lists = """
    2.0.0.127.zen.spamhaus.org A 127.0.0.2
    2.0.0.127.zen.spamhaus.org A 127.0.0.10
    \(testEntryIPv6).zen.spamhaus.org A 127.0.0.2
    test.dbl.spamhaus.org A 127.0.1.2
    2.0.0.127.bl.spamcop.net A 127.0.0.2
    2.0.0.127.psbl.surriel.com A 127.0.0.2
    2.0.0.127.bl.mailspike.net A 127.0.0.2

    """

  static let good = domain + lists

  /// The area alone.
  static func report(
    _ dns: any Resolver, _ addresses: [String] = [], lists: [String]? = nil
  ) async throws -> DomainReport {
    var check = DomainCheck(
      areas: [.hosts], resolver: dns, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    check.hosts.addresses = addresses.compactMap { IPAddress($0) }
    if let lists {
      check.hosts.lists = lists.compactMap { zone in DomainName(zone).flatMap { Blocklist(zone: $0) } }
    }
    return await check.report(on: try MailDomain(pasted: "example.jp"))
  }

  /// `id severity subject` of each finding.
  static func findings(
    _ lines: String, _ addresses: [String] = [], lists: [String]? = nil, failing: [String] = []
  ) async throws -> [String] {
    let dns = try RecordedResolver(lines, failing: failing)
    return try await report(dns, addresses, lists: lists).findings.map {
      "\($0.id) \($0.severity.rawValue) \($0.subject)"
    }
  }
}
