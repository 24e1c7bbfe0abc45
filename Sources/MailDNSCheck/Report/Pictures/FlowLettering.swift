/// How wide the letters of a picture are taken to be, in units of the picture: nobody knows the reader's fonts, so that these are of
/// wide ones. Texts are broken into lines by it.
struct FlowLettering: Sendable {
  /// What a full-width character takes.
  private let size: Double
  private let isBold: Bool

  static let name = FlowLettering(size: 13, isBold: true)
  static let detail = FlowLettering(size: 11.5, isBold: false)
  static let label = FlowLettering(size: 11, isBold: false)
  /// Of arrows that lead around a gateway.
  static let boldLabel = FlowLettering(size: 11, isBold: true)

  func width(of text: String) -> Double { text.reduce(0) { $0 + width(of: $1) } }

  private func width(of character: Character) -> Double {
    guard character.displayWidth == 1 else { return Double(character.displayWidth) / 2 * size }
    let share: (regular: Double, bold: Double) =
      if " \u{A0}.,:;'|!()[]-/ijlftrI".contains(character) {
        (0.38, 0.43)
      } else if "mwMW@%".contains(character) || !character.isASCII {
        (1, 1.05)
      } else if character.isUppercase {
        (0.7, 0.77)
      } else {
        (0.62, 0.69)
      }
    return size * (isBold ? share.bold : share.regular)
  }

  /// The text in lines that are `room` wide at most, as even as they can be. Of more than `most` the last ends in `…`.
  func lines(of text: String, in room: Double, atMost most: Int) -> [String] {
    if width(of: text) <= room, !text.contains(where: \.isNewline) { return [text] }
    let kept = Self.keepingNumbers(text)
    let isKept = Self.longestPiece(of: kept) <= columns(of: kept, in: room)
    let whole = isKept ? kept : text
    var columns = self.columns(of: whole, in: room)
    var lines = Self.broken(whole, columns)
    if lines.count > most {
      lines = lines.prefix(most - 1) + [shortened(lines[most - 1], to: room)]
    } else {
      let least = Self.longestPiece(of: whole)
      while columns > least, lines.count > 1 {
        columns -= 1
        let narrower = Self.broken(whole, columns)
        guard narrower.count == lines.count, fits(narrower, room) else { break }
        lines = narrower
      }
    }
    return lines.map { String($0.map { $0 == Self.noBreak ? " " : $0 }) }
  }

  private static func broken(_ text: String, _ columns: Int) -> [String] {
    text.wrapped(to: columns, keepingKatakana: true)
  }

  private func fits(_ lines: [String], _ room: Double) -> Bool { lines.allSatisfy { width(of: $0) <= room } }

  /// The most columns of which no line is wider than `room`.
  private func columns(of text: String, in room: Double) -> Int {
    let most = max(1, min(text.displayWidth, Int(room / width(of: "."))))
    return (1...most).reversed().first { fits(Self.broken(text, $0), room) } ?? 1
  }

  private func shortened(_ line: String, to room: Double) -> String {
    var line = line
    while !line.isEmpty, width(of: line + "…") > room { line.removeLast() }
    return line + "…"
  }

  private static let noBreak: Character = "\u{A0}"

  /// The columns of the longest piece that is broken only where it does not fit.
  private static func longestPiece(of text: String) -> Int {
    var (longest, piece) = (0, 0)
    var previous: Character = " "
    for character in text {
      let isNew =
        previous == " " || previous.joinsWords
        || String.mayBreak(between: previous, and: character, keepingKatakana: true)
      piece = character == " " ? 0 : (isNew ? 0 : piece) + character.displayWidth
      longest = max(longest, piece)
      previous = character
    }
    return longest
  }

  /// A number stays with what it counts, and a preference of MX with its host.
  private static func keepingNumbers(_ text: String) -> String {
    var previous: Character = " "
    return String(
      text.map { character in
        defer { previous = character }
        return character == " " && ("0"..."9").contains(previous) ? noBreak : character
      })
  }
}
