@testable import MailDNSCheck

/// What example.jp publishes, piece by piece: by default all that a domain with SecureMX in front of Office365 should,
/// so that a test changes the one piece that it is about.
struct PublishedDomain: Sendable {
  var mx = ["100 mx.securemx.jp", "120 mx6.securemx.jp"]
  /// TXT records at the domain itself; one record for each.
  var texts = [Self.goodSPF]
  /// TXT records at `_dmarc`.
  var dmarc = ["v=DMARC1; p=reject; rua=mailto:dmarc@example.jp"]
  /// TXT records at `key1.smx._domainkey`.
  var gatewayKeys = ["v=DKIM1; k=rsa; p=" + KeyFixtures.spki2048]
  var hasMicrosoftKeys = true
  /// Whatever else there is in DNS.
  var more: [String] = []

  static let goodSPF = "v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com -all"

  /// `goodSPF` with these terms before its `all`, and another `all`.
  static func spf(_ terms: String, all: String = "-all") -> String {
    "v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com \(terms) \(all)".trimmed
  }

  static let microsoftKeys = ["selector1", "selector2"].map { selector in
    let target = "\(selector)-example-jp._domainkey.contoso.onmicrosoft.com"
    return "\(selector)._domainkey.example.jp CNAME \(target)\n" + World.key(target)
  }.joined()

  var lines: String {
    let records =
      mx.map { "example.jp MX \($0)" } + texts.map { "example.jp TXT \(Self.quoted($0))" }
      + dmarc.map { "_dmarc.example.jp TXT \(Self.quoted($0))" }
      + gatewayKeys.map { "key1.smx._domainkey.example.jp TXT \(Self.quoted($0))" } + more
    return World.withoutTenant + records.joined(separator: "\n") + "\n"
      + (hasMicrosoftKeys ? Self.microsoftKeys : "")
  }

  /// `text` as the strings of one TXT record, any octet of it.
  static func quoted(_ text: String) -> String {
    let octets = Array(text.utf8)
    return stride(from: 0, to: max(1, octets.count), by: 200).map { start in
      let string = octets[start..<min(start + 200, octets.count)].map { octet in
        octet < 0x20 || octet >= 0x7F || octet == 0x22 || octet == 0x5C
          ? "\\" + String(repeating: "0", count: 3 - String(octet).count) + String(octet)
          : String(decoding: [octet], as: UTF8.self)
      }
      return "\"\(string.joined())\""
    }.joined(separator: " ")
  }

  func report(failing: [String] = [], expecting expected: RouteID? = nil) async throws -> DomainReport {
    try await RecordedResolver(lines, failing: failing).report(on: "example.jp", expecting: expected)
  }
}

extension String {
  /// Without spaces where two would follow each other or one would end the text.
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

extension KeyFixtures {
  /// An RSA key one bit short of what is recommended.
  static let spki2047 = """
    MIIBITANBgkqhkiG9w0BAQEFAAOCAQ4AMIIBCQKCAQBYfYXt8EEd3vF2h3iw/dX4N8YEcrDqtsA4lZ09DNOZ9rlGXHRdkcvq\
    n6cqQnQ/Z1XeJX3wq56hYp9pf4s0DVNMQ7MDSvZacGSX5lErD33sECgFz4ErNfOdU9Pt9mBTVX8EIBqD1BdHKJI2LDL7mFpI\
    rtLMJ9t+/OQgAQbpjoW6cGmkdrACEmBWTx1iwIpB1aWLHCUEK+vhCReFz1xEschdBj4nqRwfu/I5q/atkqEeappfBqaXUvO0\
    NyaPa0EzmrBLOlqxorLL/xL53WsR01ZhYSOKy+tGGWS3k5iiENb5uarkoI1nBDZ65r43UWyQCEzc51HTamvzeNpiL2FHKP0h\
    AgMBAAE=
    """
}
