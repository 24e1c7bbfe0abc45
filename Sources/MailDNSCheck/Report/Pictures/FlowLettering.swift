/// How wide the letters of a picture are taken to be, in units of the picture: nobody knows the reader's fonts, so that these are of
/// wide ones. Texts are broken into lines by it.
struct FlowLettering: Sendable {
  /// What a column (`displayWidth`) of Latin letters takes at most.
  let latin: Double
  /// What a column of Japanese takes: half a character.
  let wide: Double

  static let name = FlowLettering(latin: 8, wide: 6.6)
  static let detail = FlowLettering(latin: 6.4, wide: 5.8)
  static let label = FlowLettering(latin: 7, wide: 5.6)

  func width(of text: String) -> Double {
    text.reduce(0) { width, character in
      let columns = Double(character.displayWidth)
      return width + columns * (columns > 1 ? wide : latin)
    }
  }

  /// The text in lines that are `room` wide at most, as even as they can be. Of more than `most` the last ends in `…`.
  func lines(of text: String, in room: Double, atMost most: Int) -> [String] {
    let text = Self.keepingNumbers(text)
    let narrowest = max(1, Int(room / latin))
    let widest = max(narrowest, Int(room / wide))
    func broken(_ columns: Int) -> [String] { text.wrapped(to: columns, keepingKatakana: true) }
    var columns =
      (narrowest...widest).reversed().first { columns in
        broken(columns).allSatisfy { width(of: $0) <= room }
      } ?? narrowest
    var lines = broken(columns)
    if lines.count > most {
      let last = lines[most - 1].wrapped(to: max(1, columns - 1)).first ?? ""
      lines = lines.prefix(most - 1) + [last + "…"]
    } else {
      while columns > 1, lines.count > 1 {
        columns -= 1
        let narrower = broken(columns)
        guard narrower.count == lines.count else { break }
        lines = narrower
      }
    }
    return lines.map { String($0.map { $0 == Self.noBreak ? " " : $0 }) }
  }

  private static let noBreak: Character = "\u{A0}"

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
