/// Who sends: the arguments of check_host() (RFC 7208 §4.1) and what macros stand for (§7.2).
///
/// Texts are taken as they come: whatever a sending host says is input here, not an error.
struct SPFIdentity: Sendable {
  /// IPv4 where the host is an IPv4-mapped IPv6 address (§5).
  let address: IPAddress
  /// `<domain>`: the domain whose record is looked at first.
  let domain: [UInt8]
  /// The part of `<sender>` before its `@`; `postmaster` where there is none (§4.3).
  let localPart: [UInt8]
  /// The part behind it.
  let senderDomain: [UInt8]
  /// What the host called itself with HELO or EHLO; may be empty.
  let helo: [UInt8]
  /// Who checks, for `%{r}`.
  let receiver: [UInt8]
  /// Seconds since 1970, for `%{t}`.
  let time: Int64

  static let defaultLocalPart = Array("postmaster".utf8)
  static let unknownReceiver = Array("unknown".utf8)

  /// - Parameters:
  ///   - mailFrom: The reverse-path; empty or `<>` for a bounce, which is checked by its HELO name (§2.4).
  ///   - domain: The domain to check in place of the sender's; nil as a rule.
  init(
    address: IPAddress, mailFrom: String, helo: String, domain: String? = nil,
    receiver: [UInt8] = unknownReceiver, time: Int64
  ) {
    if case .v6(let v6) = address, let mapped = v6.mappedIPv4 {
      self.address = .v4(mapped)
    } else {
      self.address = address
    }
    self.helo = Array(helo.utf8)
    self.receiver = receiver
    self.time = time
    var sender = Array(mailFrom.utf8)[...]
    if sender.first == UInt8(ascii: "<"), sender.last == UInt8(ascii: ">") {
      sender = sender.dropFirst().dropLast()
    }
    if sender.isEmpty { sender = self.helo[...] }
    // Behind the last `@`: a quoted local part may hold others (RFC 5321 §4.1.2).
    if let at = sender.lastIndex(of: UInt8(ascii: "@")) {
      let local = sender[..<at]
      localPart = local.isEmpty ? Self.defaultLocalPart : Array(local)
      senderDomain = Array(sender[(at + 1)...])
    } else {
      localPart = Self.defaultLocalPart
      senderDomain = sender.isEmpty ? Array((domain ?? "").utf8) : Array(sender)
    }
    self.domain = domain.map { Array($0.utf8) } ?? senderDomain
  }

  /// `<domain>` as a name that can have a record (§4.3): valid, no address literal, and of more than one label; else nil.
  var checkedDomain: DomainName? {
    let text = domain.last == UInt8(ascii: ".") ? domain.dropLast() : domain[...]
    // A name that is too long would be cut, which is for the targets of terms alone (§7.3).
    guard text.count <= SPFDomainSpec.maximumNameLength, text.first != UInt8(ascii: "["),
      let name = SPFDomainSpec.targetName(of: domain), name.labelCount > 1
    else { return nil }
    return name
  }
}
