import Glibc

/// The system's random numbers, a block of them at a time: `SystemRandomNumberGenerator` makes a system call for each.
struct RandomBlock: RandomNumberGenerator {
  private var numbers: [UInt64] = []

  /// Of a block: 256 octets, as many as getentropy(3) gives.
  private static let count = 32

  mutating func next() -> UInt64 {
    if numbers.isEmpty { fill() }
    return numbers.popLast() ?? .random(in: .min ... .max)
  }

  private mutating func fill() {
    numbers = [UInt64](unsafeUninitializedCapacity: Self.count) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = getentropy(start, Self.count * MemoryLayout<UInt64>.stride) == 0 ? Self.count : 0
    }
  }
}
