/// A language that the program speaks.
enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case japanese = "ja"

  /// The language of a locale name such as `ja_JP.UTF-8`; English for every other language, `C` and `POSIX`.
  init(locale: String) {
    self = locale == "ja" || locale.hasPrefix("ja_") || locale.hasPrefix("ja.") ? .japanese : .english
  }

  /// The language that the environment asks for: the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty
  /// (POSIX.1-2024 §8.2).
  init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self.init(locale: locale ?? "C")
  }
}
