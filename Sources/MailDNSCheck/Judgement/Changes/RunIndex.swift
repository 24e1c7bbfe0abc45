/// Which domain is where in the file of an earlier run.
///
/// A million domains are 24 MB of marks and 8 MB of table, whatever their reports are; the file itself is mapped and its pages are
/// given back, so that it may be of any size and in any order. Of a domain that is there twice the first report counts,
/// as it does in the later run.
final class RunIndex: @unchecked Sendable {
  // Sendable by hand: nothing is written once `init` is over.
  let file: RunFile
  let hash: OctetHash
  private var marks = GrowingBuffer<ReportMark>()
  /// Open addressing: the number of a mark and 1; 0 where there is none.
  private var table: [UInt32] = []
  /// What could not be read, as far as it is kept, and how much it is.
  private(set) var broken: [BrokenRow] = []
  private(set) var brokenCount = 0
  /// Reports on domains that have one before.
  private(set) var repeated = 0
  /// When the first report was made.
  private(set) var date: String?
  private let looks = Guarded(0)

  /// More are not taken.
  static let maximumReports = 1 << 30

  init(_ file: RunFile) async {
    self.file = file
    let hash = OctetHash()
    self.hash = hash
    var rest = RunPiece.Content()
    await RunScan.each(of: file) { piece in
      let content = piece.content(hash)
      piece.release()
      return content
    } then: { content in
      for mark in content.marks where marks.count < Self.maximumReports { marks.append(mark) }
      rest.append(content)
    }
    (broken, brokenCount) = (rest.broken, rest.brokenCount)
    fillTable()
    if count > 0 { date = snapshot(at: 0)?.checkedAt }
  }

  /// Reports, repeated ones included.
  var count: Int { marks.count }
  /// Domains.
  var domains: Int { count - repeated }

  private func fillTable() {
    var size = 16
    while size < 2 * marks.count { size *= 2 }
    table = [UInt32](repeating: 0, count: size)
    for number in marks.indices {
      var slot = Int(truncatingIfNeeded: marks[number].name) & (size - 1)
      while table[slot] != 0, marks[Int(table[slot]) - 1].name != marks[number].name {
        slot = (slot + 1) & (size - 1)
      }
      if table[slot] == 0 { table[slot] = UInt32(number + 1) } else { repeated += 1 }
    }
  }

  /// The number of the report on the domain whose name has that hash.
  func number(of name: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: name) & (table.count - 1)
    while table[slot] != 0 {
      let number = Int(table[slot]) - 1
      if marks[number].name == name { return number }
      slot = (slot + 1) & (table.count - 1)
    }
    return nil
  }

  func mark(at number: Int) -> ReportMark { marks[number] }

  /// The report number `number`, read; nil where what it says of an area is no JSON after all.
  func snapshot(at number: Int) -> DomainSnapshot? {
    defer { noteLook() }
    return file.snapshot(marks[number])
  }

  /// The line on which the report number `number` begins, counted from the start of the file: for the few that have to be named.
  func line(at number: Int) -> Int {
    let lines = 1 + file.octets[..<marks[number].offset].count { $0 == UInt8(ascii: "\n") }
    file.content.release(0..<file.octets.count)
    return lines
  }

  /// What has changed at the domain of which `snapshot` is the newest report.
  func changes(to snapshot: DomainSnapshot) -> DomainChanges {
    guard let number = number(of: ReportMark.name(snapshot.domain, hash)), let old = self.snapshot(at: number)
    else { return DomainChanges(new: snapshot) }
    return DomainChanges(from: old, to: snapshot)
  }

  /// The numbers and domains of the reports that `seen` does not have, in the order of the file; nil for one that can't be read.
  func missing(from seen: [Bool], _ body: (Int, String?) -> Void) {
    for number in marks.indices where !seen[number] && self.number(of: marks[number].name) == number {
      body(number, snapshot(at: number)?.domain)
    }
  }

  /// Reports that are read anywhere in the file leave their pages in memory, until these are given back.
  private func noteLook() {
    let isDue = looks.withLock { looks in
      looks += 1
      return looks.isMultiple(of: 128)
    }
    if isDue { file.content.release(0..<file.octets.count) }
  }
}

extension RunPiece.Content {
  /// Takes over what could not be read in the next piece, with its lines.
  mutating func append(_ next: RunPiece.Content) {
    brokenCount += next.brokenCount
    for row in next.broken where broken.count < Self.maximumBroken {
      broken.append(BrokenRow(line: lines + row.line, reason: row.reason))
    }
    lines += next.lines
    withoutDomain += next.withoutDomain
  }
}

/// Goes through a file on all processors.
enum RunScan {
  /// `read` runs for several pieces at once; `then` takes what it makes of them in their order.
  static func each<Result: Sendable>(
    of file: RunFile, _ read: @escaping @Sendable (RunPiece) -> Result, then: (Result) -> Void
  ) async {
    await withTaskGroup(of: (Int, Result).self) { group in
      var pieces = file.pieces
      var waiting: [Int: Result] = [:]
      var (started, taken) = (0, 0)
      while true {
        while started - taken < limit, let piece = pieces.next() {
          let number = started
          started += 1
          group.addTask { (number, read(piece)) }
        }
        guard let (number, result) = await group.next() else { return }
        waiting[number] = result
        while let result = waiting.removeValue(forKey: taken) {
          taken += 1
          then(result)
        }
      }
    }
  }

  /// Pieces under way.
  private static let limit = 4
}
