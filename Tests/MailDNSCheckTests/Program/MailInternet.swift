import Foundation
import Testing

@testable import MailDNSCheck

/// A small Internet: one root zone with domains whose mail takes every route there is, written once and served by NSD,
/// through Unbound, or read by the program itself.
enum MailInternet {
  /// The domains and the routes that they are meant to show.
  static let routes: [(domain: String, route: String)] = [
    ("kaisha.jp", "securemx-office365"),
    ("kojo.jp", "securemx"),
    ("shiten.jp", "office365"),
    ("futamata.jp", "mixed"),
    ("mon.jp", "gateway"),
    ("jisha.jp", "other"),
    ("hadaka.jp", "implicit"),
    ("kara.jp", "none"),
    ("nai.jp", "none"),
  ]

  static var domains: [String] { routes.map(\.domain) }

  static let zone = """
    $ORIGIN .
    $TTL 3600
    @ IN SOA a.root. hostmaster.root. 1 3600 600 86400 300
    @ IN NS a.root.
    a.root. IN A 127.0.0.1

    ; SecureMX and Office365 themselves.
    mx.securemx.jp. A 210.130.202.97
    mx6.securemx.jp. AAAA 2001:240:bb81::10:1
    spf.securemx.jp. TXT "v=spf1 ip4:210.130.202.128/25 -all"
    spf.protection.outlook.com. TXT "v=spf1 ip4:40.92.0.0/15 -all"
    autodiscover.outlook.com. A 52.96.0.1
    kaisha-jp.mail.protection.outlook.com. A 52.101.0.1
    shiten-jp.mail.protection.outlook.com. A 52.101.0.2
    futamata-jp.mail.protection.outlook.com. A 52.101.0.3
    selector1-kaisha-jp._domainkey.kaisha.onmicrosoft.com. TXT "v=DKIM1; k=rsa; p=" \(key)
    selector1-shiten-jp._domainkey.shiten.onmicrosoft.com. TXT "v=DKIM1; k=rsa; p=" \(key)

    ; SecureMX in front of Office365.
    kaisha.jp. MX 100 mx.securemx.jp.
    kaisha.jp. MX 120 mx6.securemx.jp.
    kaisha.jp. TXT "v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com -all"
    autodiscover.kaisha.jp. CNAME autodiscover.outlook.com.
    key1.smx._domainkey.kaisha.jp. TXT "v=DKIM1; k=rsa; p=" \(key)
    selector1._domainkey.kaisha.jp. CNAME selector1-kaisha-jp._domainkey.kaisha.onmicrosoft.com.
    selector2._domainkey.kaisha.jp. CNAME selector2-kaisha-jp._domainkey.kaisha.onmicrosoft.com.
    _dmarc.kaisha.jp. TXT "v=DMARC1; p=reject; rua=mailto:dmarc@kaisha.jp"

    ; SecureMX alone.
    kojo.jp. MX 100 mx.securemx.jp.
    kojo.jp. TXT "v=spf1 include:spf.securemx.jp -all"
    key1.smx._domainkey.kojo.jp. TXT "v=DKIM1; k=rsa; p=" \(key)
    _dmarc.kojo.jp. TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@kojo.jp"

    ; Office365 directly.
    shiten.jp. MX 0 shiten-jp.mail.protection.outlook.com.
    shiten.jp. TXT "v=spf1 include:spf.protection.outlook.com -all"
    selector1._domainkey.shiten.jp. CNAME selector1-shiten-jp._domainkey.shiten.onmicrosoft.com.
    _dmarc.shiten.jp. TXT "v=DMARC1; p=reject; rua=mailto:dmarc@shiten.jp"

    ; SecureMX, and Office365 as a way around it.
    futamata.jp. MX 10 mx.securemx.jp.
    futamata.jp. MX 20 futamata-jp.mail.protection.outlook.com.
    futamata.jp. TXT "v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com -all"

    ; Another gateway.
    mon.jp. MX 10 mxa-0001.gslb.pphosted.com.
    mxa-0001.gslb.pphosted.com. A 192.0.2.10
    mon.jp. TXT "v=spf1 include:nai.jp -all"

    ; Its own hosts; a key is missing.
    jisha.jp. MX 10 mail.jisha.jp.
    mail.jisha.jp. A 198.51.100.25
    jisha.jp. TXT "v=spf1 mx -all"
    _dmarc.jisha.jp. TXT "v=DMARC1; p=reject; rua=mailto:dmarc@jisha.jp"

    ; No MX, but an address.
    hadaka.jp. A 198.51.100.80

    ; Takes and sends no mail, and says so: nothing to complain of.
    kara.jp. MX 0 .
    kara.jp. TXT "v=spf1 -all"
    _dmarc.kara.jp. TXT "v=DMARC1; p=reject"

    ; The same with a Japanese name (日本語.jp).
    xn--wgv71a119e.jp. MX 0 .
    xn--wgv71a119e.jp. TXT "v=spf1 -all"
    _dmarc.xn--wgv71a119e.jp. TXT "v=DMARC1; p=reject"

    ; Everybody may send for it.
    dare.jp. MX 0 .
    dare.jp. TXT "v=spf1 +all"
    _dmarc.dare.jp. TXT "v=DMARC1; p=reject"

    ; Delegated: not in this zone.
    kiru.jp. NS ns.kiru.jp.
    ns.kiru.jp. A 127.0.0.1

    """

  /// An RSA key of 2048 bits as two character-strings.
  private static let key: String = {
    let key = KeyFixtures.spki2048
    return "\"\(key.prefix(200))\" \"\(key.dropFirst(200))\""
  }()

  /// The zone in a file, for as long as the value lives.
  final class File: Sendable {
    private let directory: TemporaryDirectory
    let path: String

    init() throws {
      directory = try TemporaryDirectory()
      path = try directory.write(MailInternet.zone, to: "internet.zone")
    }

    /// Has the program answer from the file and ask nobody.
    var options: [String] { ["--zone-file", path, "--offline"] }
  }
}

extension ChildProcess {
  /// Checks offline, answers taken from `MailInternet`.
  static func checkOffline(
    _ arguments: [String], environment: [String: String] = [:], input: Input = .nothing,
    output: Output = .captured
  ) async throws -> Result {
    try await maildnscheck(
      try sharedInternet.get().options + arguments, environment: environment, input: input, output: output)
  }

  private static let sharedInternet = Swift.Result { try MailInternet.File() }

  /// Starts the program and does not wait for its end.
  static func startMaildnscheck(
    _ arguments: [String], input: Input = .nothing, output: Output = .captured
  ) throws -> Running {
    try start(productPath, arguments, environment: plainEnvironment, input: input, output: output)
  }

  /// Runs the program in a shell that first does `preparation`.
  static func maildnscheck(
    after preparation: String, _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> Result {
    try await run(
      "/bin/sh", ["-c", "\(preparation)\nexec \"$0\" \"$@\"", productPath] + arguments,
      environment: plainEnvironment.merging(environment) { $1 })
  }
}

extension ChildProcess.Running {
  /// Waits until the program has printed `text`; false where it does not within a minute: other tests keep the machine busy.
  func prints(_ text: String) async throws -> Bool {
    let end = Instant.now + .seconds(60)
    while Instant.now < end {
      if stdout.contains(text) { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }
}

extension ChildProcess.Result {
  /// Lines of standard error.
  var complaints: [String] { stderr.split(separator: "\n").map(String.init) }

  /// Standard output without what follows the last newline, which is empty if all is well.
  var lines: [String] {
    stdout.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
  }

  /// The report of one domain in JSON.
  func object() throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(standardOutput)) as? [String: Any])
  }

  /// The reports of several domains in JSON.
  func objects() throws -> [[String: Any]] {
    try #require(try JSONSerialization.jsonObject(with: Data(standardOutput)) as? [[String: Any]])
  }

  /// The reports of NDJSON, one a line.
  func objectLines() throws -> [[String: Any]] {
    try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }
}

extension [String: Any] {
  var domain: String? { self["domain"] as? String }
  var status: String? { self["status"] as? String }
  var route: String? { (self["route"] as? [String: Any])?["id"] as? String }
  var findingIDs: [String] { (self["findings"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String } }
}
