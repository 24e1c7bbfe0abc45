/// What has changed between two runs as JUnit XML: a case a domain that has changed, which fails, and one for all that have not.
struct ChangeJUnit {
  let comparison: RunComparison
  let language: Language

  /// A reader that shows each case has to be able to.
  private static let shown = 1_000

  var text: String {
    let entries = comparison.entries.filter { $0.weight != .info }.prefix(Self.shown)
    let lists = [
      (comparison.addedDomains.map(\.domain), Wording.onlyLater), (comparison.goneDomains, .onlyEarlier),
    ]
    var cases = [sum]
    cases += entries.map { entry in
      failure(entry.domain, entry.weight.rawValue, entry.told.changes.map { $0.wording[language] })
    }
    for (domains, title) in lists {
      cases += domains.prefix(Self.shown).map { failure($0, "change", [title[language]]) }
    }
    let suite = XMLText.attributes([
      "name": "changes", "tests": "\(cases.count)", "failures": "\(cases.count - 1)", "errors": "0",
      "skipped": "0", "time": "0",
      // The schemas allow no time zone: it is UTC.
      "timestamp": comparison.after.map { String(VisibleText.shortened($0).prefix(19)) },
    ])
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="maildnscheck">
        <testsuite\(suite)>
      \(cases.joined())  </testsuite>
      </testsuites>

      """
  }

  /// What all comes to, as the output of a case that passes.
  private var sum: String {
    let lines = comparison.lines(language).map(XMLText.escaped).joined(separator: "\n")
    return
      "    <testcase classname=\"maildnscheck\" name=\"diff\">\n      <system-out>\(lines)</system-out>\n    </testcase>\n"
  }

  private func failure(_ domain: String, _ type: String, _ lines: [String]) -> String {
    let name = VisibleText.shortened(domain, atMost: DomainChanges.longestDomain)
    let test = XMLText.attributes(["classname": name, "name": "diff"])
    let failure = XMLText.attributes(["message": lines.first ?? "", "type": type])
    let text = lines.map(XMLText.escaped).joined(separator: "\n")
    return "    <testcase\(test)>\n      <failure\(failure)>\(text)</failure>\n    </testcase>\n"
  }
}
