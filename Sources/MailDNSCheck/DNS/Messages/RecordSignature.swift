/// What an RRSIG record says of the set of records that it signs (RFC 4034 §3.1), without the signature itself: nothing here
/// can verify it.
struct RecordSignature: Hashable, Sendable {
  /// The name of the records that are signed.
  let owner: DomainName
  /// Their type.
  let covered: RecordType
  /// When it begins and ends to hold: seconds since 1970-01-01 00:00:00 UTC, modulo 2^32 (RFC 4034 §3.1.5).
  let inception: UInt32
  let expiration: UInt32
  let keyTag: UInt16
  /// The zone that signs.
  let signer: DomainName

  /// Signatures that are read of one answer.
  static let maximumCount = 32

  init(
    owner: DomainName, covered: RecordType, inception: UInt32, expiration: UInt32, keyTag: UInt16,
    signer: DomainName
  ) {
    self.owner = owner
    self.covered = covered
    self.inception = inception
    self.expiration = expiration
    self.keyTag = keyTag
    self.signer = signer
  }

  /// Nil for another record, and for one that does not fit its type.
  init?(_ record: ResourceRecord) {
    guard case .other(.rrsig, let octets) = record.data, octets.count > Self.signerOffset else { return nil }
    func number(at offset: Int, _ count: Int) -> UInt32 {
      octets[offset..<(offset + count)].reduce(0) { $0 << 8 | UInt32($1) }
    }
    var end = Self.signerOffset
    while end < octets.count, octets[end] != 0 { end += Int(octets[end]) + 1 }
    guard end < octets.count, let signer = DomainName(wire: octets[Self.signerOffset...end]),
      record.owner.isAtOrBelow(signer)
    else { return nil }
    owner = record.owner
    covered = RecordType(rawValue: UInt16(number(at: 0, 2)))
    expiration = number(at: 8, 4)
    inception = number(at: 12, 4)
    keyTag = UInt16(number(at: 16, 2))
    self.signer = signer
  }

  /// Octets before the signer's name.
  private static let signerOffset = 18
}

extension RecordSignature {
  /// Seconds from `now` until it ends, negative after that. By serial numbers (RFC 1982, RFC 4034 §3.1.5), so that it is right
  /// for signatures within 68 years of `now`, whatever the year.
  func secondsLeft(at now: UInt32) -> Int { Int(Int32(bitPattern: expiration &- now)) }

  /// Seconds from `now` until it begins; negative where it has begun.
  func secondsUntilInception(at now: UInt32) -> Int { Int(Int32(bitPattern: inception &- now)) }

  /// Seconds between its beginning and its end; negative where they are the wrong way round.
  var lifetime: Int { Int(Int32(bitPattern: expiration &- inception)) }
}
