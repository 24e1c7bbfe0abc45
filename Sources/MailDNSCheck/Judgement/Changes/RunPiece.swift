import Glibc

/// A part of a file of reports.
struct RunPiece: Sendable {
  let file: RunFile
  let range: Range<Int>
  let isLines: Bool

  /// What it holds: each report by its hashes, and what could not be read.
  struct Content: Sendable {
    var marks: [ReportMark] = []
    /// The lines on which they begin.
    var markLines: [Int] = []
    var broken: [BrokenRow] = []
    var brokenCount = 0
    /// Lines, by which those of the next piece are counted on.
    var lines = 0
    /// Reports on what is no domain.
    var withoutDomain = 0

    /// Broken lines that are kept.
    static let maximumBroken = 100

    mutating func add(_ row: BrokenRow) {
      brokenCount += 1
      if broken.count < Self.maximumBroken { broken.append(row) }
    }
  }

  /// Lines are counted from 1 in the piece.
  func content(_ hash: OctetHash) -> Content {
    var content = Content()
    if isLines { readLines(hash, into: &content) } else { readObjects(hash, into: &content) }
    return content
  }

  /// Gives the memory back.
  func release() { file.content.release(range) }

  private func readLines(_ hash: OctetHash, into content: inout Content) {
    let octets = file.octets
    guard let base = octets.baseAddress else { return }
    var start = range.lowerBound
    while start < range.upperBound {
      let found = memchr(base + start, Int32(UInt8(ascii: "\n")), range.upperBound - start)
      let end = found.map { base.distance(to: UnsafeRawPointer($0)) } ?? range.upperBound
      content.lines += 1
      if octets[start..<end].contains(where: { !$0.isWhitespace }) {
        read(start..<end, line: content.lines, hash, into: &content)
      }
      start = end + 1
    }
  }

  private func read(_ line: Range<Int>, line number: Int, _ hash: OctetHash, into content: inout Content) {
    guard line.count <= RunFile.maximumReport else {
      content.add(BrokenRow(line: number, reason: .tooLong(maximum: RunFile.maximumReport)))
      return
    }
    // What is behind the line is not the line's.
    let octets = UnsafeRawBufferPointer(rebasing: file.octets[line])
    var scanner = JSONScanner(octets)
    do throws(JSONScanner.Fault) {
      let mark = try ReportMark.read(&scanner, at: line.lowerBound, hash)
      guard scanner.next() == nil else { throw scanner.fault(.trailing) }
      content.add(mark, line: number)
    } catch {
      content.add(BrokenRow(line: number, reason: .json(error.reason)))
    }
  }

  /// Objects of several lines: one that can't be read ends the file, since nobody can say where the next one begins.
  private func readObjects(_ hash: OctetHash, into content: inout Content) {
    let octets = UnsafeRawBufferPointer(rebasing: file.octets[..<range.upperBound])
    var scanner = JSONScanner(octets, at: range.lowerBound)
    var (counted, line) = (range.lowerBound, 1)
    func lineNumber(of index: Int) -> Int {
      line += octets[counted..<max(counted, min(index, octets.count))].count { $0 == UInt8(ascii: "\n") }
      counted = max(counted, index)
      return line
    }
    while let octet = scanner.next() {
      if [UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ",")].contains(octet) {
        scanner.advance()
        continue
      }
      let start = scanner.index
      let first = lineNumber(of: start)
      do throws(JSONScanner.Fault) {
        let mark = try ReportMark.read(&scanner, at: start, hash)
        content.add(mark, line: first)
      } catch {
        content.add(BrokenRow(line: lineNumber(of: error.index), reason: .json(error.reason)))
        return
      }
    }
  }
}

extension RunPiece.Content {
  fileprivate mutating func add(_ mark: ReportMark.Reading, line: Int) {
    switch mark {
    case .report(let mark):
      marks.append(mark)
      markLines.append(line)
    case .noDomain: withoutDomain += 1
    case .noReport: add(BrokenRow(line: line, reason: .noReport))
    }
  }
}
