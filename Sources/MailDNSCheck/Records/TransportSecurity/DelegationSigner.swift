/// What a DS record says of the key that a zone below is signed with (RFC 4034 §5.1).
struct DelegationSigner: Hashable, Sendable {
  let keyTag: UInt16
  let algorithm: UInt8
  let digestType: UInt8

  /// Nil for another record, and where the octets are too few.
  init?(_ data: RecordData) {
    guard case .other(.ds, let octets) = data, octets.count > 4 else { return nil }
    keyTag = UInt16(octets[0]) << 8 | UInt16(octets[1])
    algorithm = octets[2]
    digestType = octets[3]
  }

  /// Whether validators in use know the algorithm and the digest; to one that knows none of a zone's, the zone is not signed
  /// (RFC 4035 §5.2, RFC 8624 §3).
  var isWidelyKnown: Bool {
    Self.algorithms.contains(algorithm) && Self.digestTypes.contains(digestType)
  }

  /// RSASHA256, RSASHA512, ECDSAP256SHA256, ECDSAP384SHA384, ED25519, ED448.
  private static let algorithms: Set<UInt8> = [8, 10, 13, 14, 15, 16]
  /// SHA-256, SHA-384.
  private static let digestTypes: Set<UInt8> = [2, 4]
}

/// A DNSKEY record that may sign a zone (RFC 4034 §2.1).
struct ZoneKey: Hashable, Sendable {
  let algorithm: UInt8
  let tag: UInt16

  /// Nil for another record, and for a key that no zone is signed with: without the flag, or of another protocol.
  init?(_ data: RecordData) {
    guard case .other(.dnskey, let octets) = data, octets.count > 4, octets[0] & Self.zoneFlag != 0,
      octets[2] == Self.protocolNumber
    else { return nil }
    algorithm = octets[3]
    tag = Self.tag(of: octets)
  }

  /// In the first octet of the flags.
  private static let zoneFlag: UInt8 = 0x01
  private static let protocolNumber: UInt8 = 3

  /// By which DS and RRSIG records name the key (RFC 4034 appendix B).
  private static func tag(of data: [UInt8]) -> UInt16 {
    var sum: UInt32 = 0
    // At most 65,535 octets: the sum stays below 2^32.
    for (index, octet) in data.enumerated() { sum += index % 2 == 0 ? UInt32(octet) << 8 : UInt32(octet) }
    sum += sum >> 16 & 0xFFFF
    return UInt16(truncatingIfNeeded: sum)
  }

  /// Whether `signer` may mean the key; the digest would have to be compared to say that it does.
  func mayBe(_ signer: DelegationSigner) -> Bool { algorithm == signer.algorithm && tag == signer.keyTag }
}
