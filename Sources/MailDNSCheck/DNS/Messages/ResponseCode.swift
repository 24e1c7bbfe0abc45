/// The RCODE of an answer, with the bits that EDNS adds (RFC 1035 §4.1.1, RFC 6895 §2.3).
struct ResponseCode: RawRepresentable, Hashable, Sendable {
  let rawValue: UInt16

  static let noError = ResponseCode(rawValue: 0)
  static let formatError = ResponseCode(rawValue: 1)
  static let serverFailure = ResponseCode(rawValue: 2)
  static let noSuchName = ResponseCode(rawValue: 3)
  static let notImplemented = ResponseCode(rawValue: 4)
  static let refused = ResponseCode(rawValue: 5)
  static let badVersion = ResponseCode(rawValue: 16)

  private static let names: [UInt16: String] = [
    0: "NOERROR", 1: "FORMERR", 2: "SERVFAIL", 3: "NXDOMAIN", 4: "NOTIMP", 5: "REFUSED", 6: "YXDOMAIN",
    7: "YXRRSET", 8: "NXRRSET", 9: "NOTAUTH", 10: "NOTZONE", 11: "DSOTYPENI", 16: "BADVERS", 23: "BADCOOKIE",
  ]
}

extension ResponseCode: CustomStringConvertible {
  /// The mnemonic of IANA's registry, or `RCODE12`.
  var description: String { Self.names[rawValue] ?? "RCODE\(rawValue)" }
}
