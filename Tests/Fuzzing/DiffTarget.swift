import Dispatch

/// The files of two runs, which the octet 0xFF separates: UTF-8 does not have it.
enum DiffTarget {
  static func run(_ octets: [UInt8]) {
    let files = octets.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false).map {
      Array($0)
    }
    let (old, new) = (files[0], files.count > 1 ? files[1] : files[0])
    let comparison = comparison(old, new)
    let told = comparison.compared + comparison.gone + comparison.skipped
    demand(
      comparison.compared + comparison.added == comparison.later
        && told == comparison.earlier, "every domain is counted once")
    let same = Self.comparison(new, new)
    demand(!same.hasChanges && same.told == 0, "nothing has changed since the same run")
    for language in Language.allCases { check(comparison, language) }
  }

  private static func comparison(_ old: [UInt8], _ new: [UInt8]) -> RunComparison {
    let done = DispatchSemaphore(value: 0)
    let result = Guarded(RunComparison())
    Task.detached {
      let index = await RunIndex(RunFile(octets: old))
      for row in index.broken { demandVisible(row.reason.wording) }
      let comparison = await RunComparison.compare(index, with: RunFile(octets: new)) { _, _ in }
      result.withLock { $0 = comparison }
      done.signal()
    }
    done.wait()
    return result.withLock { $0 }
  }

  private static func check(_ comparison: RunComparison, _ language: Language) {
    let texts: [(ReportOptions.Format, String)] = [
      (
        .text,
        ChangeText(comparison: comparison, language: language, ink: .plain, width: 80, verbosity: 1).text
      ),
      (.markdown, ChangeMarkdown(comparison: comparison, language: language, isWhole: true).text),
      (.junit, ChangeJUnit(comparison: comparison, language: language).text),
      (.github, ChangeGitHub(comparison: comparison, language: language).text),
      (.json, JSONText.make(ChangeJSON(comparison), pretty: true)),
    ]
    for (format, text) in texts {
      let found =
        format == .markdown
        ? MarkdownRules.violations(inChanges: text) : OutputRules.violations(text, of: format)
      demand(found.isEmpty, "\(format) has \(found)")
    }
  }
}
