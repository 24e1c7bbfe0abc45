/// Ends the run as a find where `condition` does not hold.
func demand(_ condition: Bool, _ what: @autoclosure () -> String) {
  guard !condition else { return }
  fatalError("not so: " + what().suffix(2_000))
}

/// The same for text that people read: nothing in it that a terminal acts on, and it says something.
func demandVisible(_ wording: Wording, _ allowed: Set<Unicode.Scalar> = []) {
  for language in Language.allCases {
    demand(!wording[language].isEmpty, "words are there")
    demandVisible(wording[language], allowed)
  }
}

func demandVisible(_ text: String, _ allowed: Set<Unicode.Scalar> = []) {
  let found = OutputRules.invisible(in: text, except: allowed)
  guard !found.isEmpty else { return }
  let line = text.split(separator: "\n").first {
    !OutputRules.invisible(in: String($0), except: allowed).isEmpty
  }
  demand(false, "\(found) is not in \((line ?? "").debugDescription)")
}

/// The same for a place of an error: it lies within the text, where `count` is its length.
func demandPlace(_ place: Range<Int>, within count: Int) {
  demand(place.lowerBound >= 0 && place.upperBound <= count, "\(place) lies within 0..<\(count)")
}

/// What is shown of the record `text` where something in it is wrong.
func demandExcerpt(of text: [UInt8], at place: Range<Int>) {
  demandPlace(place, within: text.count)
  for width in [20, 77] {
    let excerpt = RecordExcerpt(of: text, at: place, width: width)
    demandVisible(excerpt.line)
    demand(excerpt.line.displayWidth <= width, "\(excerpt.line) is no wider than \(width)")
    demand(!excerpt.marks.isEmpty && excerpt.marks.allSatisfy { $0 == " " || $0 == "^" }, "marks mark")
  }
}
