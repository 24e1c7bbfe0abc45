/// Programs that make something else of what is published than of the same put down plainly.
struct ReceiverDifference<Result: ReceiverResult>: Hashable, Sendable {
  /// What is meant, by the RFC's reading of the plain form.
  let meant: Result
  /// Those that differ, in the order of the table; at least one.
  let readings: [ReceiverReading<Result>]
  /// What to publish so that all agree; nil where nothing plain would say the same.
  let plain: [UInt8]?

  /// Nil where nobody differs. `readings` and `ideal` are of the same programs in the same order.
  init?(
    _ readings: [ReceiverReading<Result>], ideal: [ReceiverReading<Result>], meant: Result, plain: [UInt8]?
  ) {
    let differing = zip(readings, ideal).filter { $0.result != $1.result }.map(\.0)
    guard !differing.isEmpty else { return nil }
    self.init(meant: meant, readings: differing, plain: plain)
  }

  init(meant: Result, readings: [ReceiverReading<Result>], plain: [UInt8]?) {
    self.meant = meant
    self.readings = readings
    self.plain = plain
  }

  var concernsWideUse: Bool { readings.contains(where: \.receiver.isInWideUse) }

  /// `OpenDMARC, rspamd: ignored; SpamAssassin: none`, each program once, versions aside.
  var list: Wording {
    let results = readings.map(\.result).uniqued
    let groups = results.map { result -> Wording in
      let names = readings.filter { $0.result == result }.map(\.receiver.name).uniqued
      return names.listed + Wording(verbatim: ": " + result.rawValue)
    }
    return groups.joined(separator: "; ")
  }
}
