/// A hash of octets, sixteen at a step, for files of gigabytes. Seeded anew in each run, so that nobody can make a file whose
/// lines collide.
struct OctetHash: Sendable {
  private let seed: UInt64
  private let secret: UInt64

  init() {
    seed = .random(in: .min ... .max)
    secret = .random(in: .min ... .max) | 1
  }

  func callAsFunction(_ octets: UnsafeRawBufferPointer) -> UInt64 {
    var state = seed ^ UInt64(octets.count)
    var index = 0
    while index + 16 <= octets.count {
      state = Self.mix(
        octets.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ secret,
        octets.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self) ^ state)
      index += 16
    }
    var rest: (UInt64, UInt64) = (0, 0)
    while index < octets.count {
      let octet = UInt64(octets[index])
      rest = (rest.0 << 8 | rest.1 >> 56, rest.1 << 8 | octet)
      index += 1
    }
    return Self.mix(rest.0 ^ secret, Self.mix(rest.1 ^ state, secret))
  }

  /// Of two hashes, one.
  func join(_ left: UInt64, _ right: UInt64) -> UInt64 { Self.mix(left ^ secret, right ^ seed) }

  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return high ^ low
  }
}
