/// An extended DNS error: why an answer is what it is, in the resolver's own words (RFC 8914).
struct ExtendedError: Hashable, Sendable {
  /// INFO-CODE (RFC 8914 §4).
  let code: UInt16
  /// EXTRA-TEXT, at most `maximumTextLength` octets of it, as received: hostile until shown through `VisibleText`.
  let text: [UInt8]

  static let maximumTextLength = 256

  /// Whether an answer without records does not show that there are none: Blocked, Censored, Filtered, Prohibited.
  var withholds: Bool { (15...18).contains(code) }

  /// The purpose of the code as IANA registers it, or `Code 99`.
  var purpose: String { Self.purposes[code] ?? "Code \(code)" }

  private static let purposes: [UInt16: String] = [
    0: "Other", 1: "Unsupported DNSKEY Algorithm", 2: "Unsupported DS Digest Type", 3: "Stale Answer",
    4: "Forged Answer", 5: "DNSSEC Indeterminate", 6: "DNSSEC Bogus", 7: "Signature Expired",
    8: "Signature Not Yet Valid", 9: "DNSKEY Missing", 10: "RRSIGs Missing", 11: "No Zone Key Bit Set",
    12: "NSEC Missing", 13: "Cached Error", 14: "Not Ready", 15: "Blocked", 16: "Censored", 17: "Filtered",
    18: "Prohibited", 19: "Stale NXDOMAIN Answer", 20: "Not Authoritative", 21: "Not Supported",
    22: "No Reachable Authority", 23: "Network Error", 24: "Invalid Data",
    25: "Signature Expired before Valid",
    26: "Too Early", 27: "Unsupported NSEC3 Iterations Value", 28: "Unable to conform to policy",
    29: "Synthesized", 30: "Invalid Query Type",
  ]
}

extension ExtendedError: CustomStringConvertible {
  /// `DNSSEC Bogus (signature crypto failed)`: safe for a terminal.
  var description: String {
    text.isEmpty ? purpose : "\(purpose) (\(VisibleText(text)))"
  }
}
