import Foundation

@testable import MailDNSCheck

/// DNSSEC records of zone files that nobody has signed: right in form, with a signature of no worth.
enum SignatureLines {
  /// `YYYYMMDDHHmmSS` in UTC, so many days and hours from now.
  static func stamp(days: Int, hours: Int = 0) -> String {
    let seconds = Int(Date.now.timeIntervalSince1970) + days * 86_400 + hours * 3_600
    return RecordData.SignatureTime(seconds: UInt32(truncatingIfNeeded: seconds)).description
  }

  /// The RRSIG over `type` at `owner`, which `zone` has made: 30 days of which so many, and hours, are left.
  static func signature(
    of type: String, at owner: String, by zone: String, daysLeft: Int = 20, hours: Int = 0
  ) -> String {
    let (end, begin) = (stamp(days: daysLeft, hours: hours), stamp(days: daysLeft - 30))
    return "\(owner). RRSIG \(type) 15 2 3600 \(end) \(begin) 12345 \(zone). q83v\n"
  }
}
