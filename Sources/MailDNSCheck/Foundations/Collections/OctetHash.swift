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
    var state = seed
    var index = 0
    while index + 16 <= octets.count {
      state = Self.mix(
        octets.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ secret,
        octets.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self) ^ state)
      index += 16
    }
    let rest = index < octets.count ? Self.rest(octets) : (0, 0)
    return Self.mix(Self.mix(rest.0 ^ secret, rest.1 ^ state), secret ^ UInt64(octets.count))
  }

  /// The last sixteen octets, or all where there are fewer; those in the middle of so few may be there twice.
  private static func rest(_ octets: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    func word<Word: UnsignedInteger & FixedWidthInteger>(_ offset: Int, _: Word.Type) -> UInt64 {
      UInt64(octets.loadUnaligned(fromByteOffset: offset, as: Word.self))
    }
    let count = octets.count
    return switch count {
    case 16...: (word(count - 16, UInt64.self), word(count - 8, UInt64.self))
    case 8...: (word(0, UInt64.self), word(count - 8, UInt64.self))
    case 4...: (word(0, UInt32.self), word(count - 4, UInt32.self))
    case 1...: (word(0, UInt8.self), word(count / 2, UInt8.self) << 8 | word(count - 1, UInt8.self))
    default: (0, 0)
    }
  }

  /// Of two hashes, one.
  func join(_ left: UInt64, _ right: UInt64) -> UInt64 { Self.mix(left ^ secret, right ^ seed) }

  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (high, low) = left.multipliedFullWidth(by: right)
    return high ^ low
  }
}
