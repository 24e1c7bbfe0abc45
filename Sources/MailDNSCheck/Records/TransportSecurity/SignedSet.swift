import FoundationEssentials

/// Records of one name and type that are signed, and until when: as long as any of their signatures holds.
struct SignedSet: Hashable, Sendable {
  let owner: DomainName
  let type: RecordType
  /// The signature that ends last.
  let signature: RecordSignature

  /// Seconds from `moment` until the set is no longer signed; negative after that.
  func secondsLeft(at moment: Date) -> Int { signature.secondsLeft(at: moment.serialSeconds) }

  /// Whether no signature holds any more.
  func isExpired(at moment: Date) -> Bool { secondsLeft(at: moment) < 0 }

  /// Whether the signature that ends last has not begun: a clock is wrong.
  func isEarly(at moment: Date) -> Bool { signature.secondsUntilInception(at: moment.serialSeconds) > 0 }

  /// Whether the signature should have been renewed: a tenth of its life is left or less, and no more than three days. Signers renew
  /// at a quarter of it or before, and some sign for a day or two only.
  func isAboutToExpire(at moment: Date) -> Bool {
    let left = secondsLeft(at: moment)
    return left >= 0 && left <= min(signature.lifetime / 10, Self.longestWarning)
  }

  /// Seconds: three days.
  private static let longestWarning = 259_200

  /// When the signature ends.
  func end(from moment: Date) -> Date { moment.addingTimeInterval(Double(secondsLeft(at: moment))) }
}

extension Sequence<RecordSignature> {
  /// The sets that are signed, in the order of the signatures.
  var signedSets: [SignedSet] {
    var order: [SignedSet.Key] = []
    var latest: [SignedSet.Key: RecordSignature] = [:]
    for signature in self {
      let key = SignedSet.Key(owner: signature.owner, type: signature.covered)
      guard let known = latest[key] else {
        order.append(key)
        latest[key] = signature
        continue
      }
      if signature.secondsLeft(at: known.expiration) > 0 { latest[key] = signature }
    }
    return order.compactMap { key in
      latest[key].map { SignedSet(owner: key.owner, type: key.type, signature: $0) }
    }
  }
}

extension SignedSet {
  fileprivate struct Key: Hashable {
    let owner: DomainName
    let type: RecordType
  }
}

extension Date {
  /// Seconds since 1970-01-01 00:00:00 UTC, modulo 2^32.
  fileprivate var serialSeconds: UInt32 {
    UInt32(truncatingIfNeeded: Int64(timeIntervalSince1970.rounded(.down)))
  }
}
