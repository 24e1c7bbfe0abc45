import Foundation

@testable import MailDNSCheck

/// Sessions, certificates and probers as tests need them.
enum SMTPFixtures {
  static let host = DomainName("mail.example.jp")!
  static let address = IPAddress("192.0.2.25")!

  static func reply(_ code: Int, _ lines: String...) -> SMTPReply {
    SMTPReply(code: code, lines: lines.map { Array($0.utf8) })
  }

  static let greeting = SMTPGreeting(
    reply: reply(220, "mail.example.jp ESMTP"),
    capabilities: SMTPCapabilities(reply(250, "mail.example.jp", "STARTTLS")))

  /// Its octets are a letter, its digests that letter as often as they are long.
  static func image(_ letter: UInt8) -> Certificate.Image {
    Certificate.Image(
      octets: [letter], sha256: [UInt8](repeating: letter, count: 32),
      sha512: [UInt8](repeating: letter, count: 64))
  }

  /// Valid from a day ago on. Of whole and key the images are 1 and 2, unless `letter` is another.
  static func certificate(_ names: [String] = ["mail.example.jp"], days: Double = 60, letter: UInt8 = 1)
    -> Certificate
  {
    Certificate(
      whole: image(letter), publicKey: image(letter + 1),
      names: names.map { CertificateName(Array($0.utf8)) }, issuer: Array("An authority".utf8),
      notBefore: Date.now.addingTimeInterval(-86_400),
      notAfter: Date.now.addingTimeInterval(days * 86_400 + 60))
  }

  static func tls(
    _ names: [String] = ["mail.example.jp"], days: Double = 60, trust: CertificateTrust = .trusted,
    version: String = "TLSv1.3", chain: [Certificate] = []
  ) -> TLSSession {
    TLSSession(version: version, certificate: certificate(names, days: days), chain: chain, trust: trust)
  }

  /// example.jp, with one host of its own.
  static let zone = "example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.25\n"

  /// The area of the hosts alone, after the host was talked to with that outcome.
  static func report(
    _ outcome: SMTPSession.Outcome, _ lines: String = zone, policy: String? = nil, failing: [String] = [],
    areas: CaseSet<CheckArea> = [.hosts]
  ) async throws -> DomainReport {
    let dns = try RecordedResolver(lines, failing: failing)
    return try await report(outcome, by: dns, policy: policy, areas: areas)
  }

  /// The same behind another resolver.
  static func report(
    _ outcome: SMTPSession.Outcome, by dns: any Resolver, policy: String? = nil,
    areas: CaseSet<CheckArea> = [.hosts]
  ) async throws -> DomainReport {
    var check = DomainCheck(
      areas: areas, resolver: dns, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    check.hosts.lists = []
    check.prober = GivenProber(outcome: outcome)
    if let policy { check.mtaSTSPolicies = GivenMTASTSPolicy(octets: Array(policy.utf8)) }
    return await check.report(on: try MailDomain(pasted: "example.jp"))
  }

  /// `id severity subject` of each finding on the conversation and the certificate.
  static func findings(
    _ outcome: SMTPSession.Outcome, _ lines: String = zone, policy: String? = nil, failing: [String] = []
  ) async throws -> [String] {
    let known = Set((Finding.smtp.declarations + Finding.certificates.declarations).map(\.kind.id))
    return try await report(outcome, lines, policy: policy, failing: failing).findings.filter {
      known.contains($0.id)
    }.map { "\($0.id) \($0.severity.rawValue) \($0.subject)" }
  }
}

/// Every host says the same.
struct GivenProber: SMTPProber {
  let outcome: SMTPSession.Outcome

  func session(with host: DomainName, at address: IPAddress) async -> SMTPSession {
    SMTPSession(address: address, outcome: outcome)
  }
}
