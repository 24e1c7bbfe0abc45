/// One text in every language that the program speaks. All words that people read are made of these, in this folder.
struct Wording: Hashable, Sendable {
  let english: String
  let japanese: String

  init(_ english: String, _ japanese: String) {
    self.english = english
    self.japanese = japanese
  }

  /// A text that is the same in every language: a name, a number, a record.
  init(verbatim text: String) { self.init(text, text) }

  /// The text, and below it `lines`, each to be taken as it is and never broken: records to publish.
  func above(_ lines: [String]) -> Wording {
    Wording(
      ([english] + lines).joined(separator: "\n"), ([japanese] + lines).joined(separator: "\n"))
  }

  /// The text with `sentence` behind it, above the lines where there are any.
  func followed(by sentence: Wording) -> Wording {
    func joined(_ text: String, _ more: String) -> String {
      let (text, lines) = text.textAndLines
      return ([text + more] + lines).joined(separator: "\n")
    }
    return Wording(joined(english, sentence.english), joined(japanese, sentence.japanese))
  }

  static func + (left: Wording, right: Wording) -> Wording {
    Wording(left.english + right.english, left.japanese + right.japanese)
  }

  subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }
}
