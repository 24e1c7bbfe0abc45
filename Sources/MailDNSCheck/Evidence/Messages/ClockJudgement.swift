/// Which clocks of a message's stations can be believed: those that most of the others agree with.
///
/// Time does not run backwards, so the largest set of stations whose times follow each other is taken, each weighed by what
/// is known of its host; the others' clocks are off, on whichever side of them the contradiction shows.
struct ClockJudgement {
  /// Indices of the hops whose clocks are consistent.
  let reliable: Set<Int>

  /// The author's clock is no mail server's: it counts for less, and may be off by more.
  private static let authorTolerance = 120.0
  /// The longest time from the author's clock to the first server's that is read as a delay.
  private static let longestStart = 3600.0

  init(_ hops: [MailHop], author: MailTime?) {
    var points: [(index: Int?, seconds: Double, weight: Double, tolerance: Double)] = []
    if let author {
      // A server's clock that agrees with the author's makes two against one.
      let isConfirmed = hops.contains { hop in
        hop.time.map { (-MailTrail.tolerance...Self.authorTolerance).contains($0.since(author)) } ?? false
      }
      points.append((nil, author.seconds, isConfirmed ? 3.2 : 1, Self.authorTolerance))
    }
    for (index, hop) in hops.enumerated() {
      guard let time = hop.time else { continue }
      points.append((index, time.seconds, Self.weight(of: hop), MailTrail.tolerance))
    }
    var best = [Double](repeating: 0, count: points.count)
    var previous = [Int?](repeating: nil, count: points.count)
    for end in points.indices {
      for start in 0..<end
      where points[end].seconds >= points[start].seconds - max(points[start].tolerance, points[end].tolerance)
      {
        // Of equal ones the nearer in time: a run of small steps rather than a leap.
        if best[start] > best[end] || best[start] == best[end] && previous[end] != nil && best[start] > 0 {
          best[end] = best[start]
          previous[end] = start
        }
      }
      best[end] += points[end].weight
    }
    var found: Set<Int> = []
    // Where two ends weigh the same, the newer one: the receiving side's.
    var next = points.indices.max { (best[$0], $0) < (best[$1], $1) }
    while let point = next {
      if let index = points[point].index { found.insert(index) }
      next = previous[point]
    }
    reliable = found
  }

  /// Of a station whose two clocks contradict each other, the field counts for little.
  private static func weight(of hop: MailHop) -> Double {
    if let time = hop.time, let second = hop.queueTime, abs(time.since(second)) > authorTolerance {
      return 0.5
    }
    return hop.isBelieved && hop.provider != nil ? 3 : 2
  }

  /// Seconds from the author's clock to the first station; nil where they can't be compared.
  static func delay(from author: MailTime, toFirst time: MailTime) -> Double? {
    let delay = time.since(author)
    return delay >= -MailTrail.tolerance && delay <= longestStart ? max(0, delay) : nil
  }
}
