/// How evenly numbers of 16 bits lie, and how far one tells the next.
struct Spread {
  private let values: [UInt16]
  private let frequencies: [UInt16: Int]

  init(_ values: [UInt16]) {
    self.values = values
    frequencies = Self.frequencies(of: values)
  }

  var count: Int { values.count }
  var distinct: Int { frequencies.count }
  var range: Int { Int(values.max() ?? 0) - Int(values.min() ?? 0) }

  var shareOfMostFrequent: Double { Self.share(frequencies.values.max(), of: values.count) }

  /// How often the step from one value to the next is the most frequent one: always, for a counter.
  var shareOfMostFrequentStep: Double {
    let steps = Self.frequencies(of: zip(values, values.dropFirst()).map { $1 &- $0 })
    return Self.share(steps.values.max(), of: values.count - 1)
  }

  /// How often a value comes again after the number of steps after which that happens most: always, for a round.
  var strongestPeriod: Double {
    var repeats: [Int: Int] = [:]
    for places in Dictionary(grouping: values.indices, by: { values[$0] }).values {
      for (number, place) in places.enumerated() {
        for later in places.dropFirst(number + 1) { repeats[later - place, default: 0] += 1 }
      }
    }
    // Of a longer period too few repeats would be seen.
    let shares = repeats.filter { $0.key <= values.count / 2 }.map { lag, count in
      Self.share(count, of: values.count - lag)
    }
    return shares.max() ?? 0
  }

  /// The share of the distinct values that lie in the emptiest quarter of their range.
  var smallestQuarter: Double {
    guard let least = values.min(), range > 0 else { return 0 }
    var quarters = [0, 0, 0, 0]
    for value in frequencies.keys { quarters[min(3, Int(value - least) * 4 / range)] += 1 }
    return Self.share(quarters.min(), of: distinct)
  }

  func share(ofBit bit: Int) -> Double {
    Self.share(values.count { $0 >> UInt16(bit) & 1 == 1 }, of: values.count)
  }

  /// Pearson's statistic of four bits against an even distribution, with 15 degrees of freedom.
  func chiSquare(ofNibbleAt shift: Int) -> Double {
    var counts = [Int](repeating: 0, count: 16)
    for value in values { counts[Int(value >> UInt16(shift) & 15)] += 1 }
    let expected = Double(values.count) / 16
    return counts.reduce(0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
  }

  private static func frequencies(of values: [UInt16]) -> [UInt16: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private static func share(_ part: Int?, of whole: Int) -> Double {
    whole > 0 ? Double(part ?? 0) / Double(whole) : 0
  }
}
