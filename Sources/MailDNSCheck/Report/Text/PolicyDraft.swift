import FoundationEssentials

/// A policy file that says what DNS shows of domains today: it holds for the facts that it was made from.
struct PolicyDraft {
  /// In the order in which the domains are written.
  let reports: [DomainReport]
  let catalogue: ProviderCatalogue
  let language: Language

  /// The content of the file.
  var text: String {
    var lines: [String] = []
    if let date = reports.first?.work.checkedAt.ISO8601Format().prefix(10) {
      lines.append("// " + Wording.draftTitle(String(date))[language])
    }
    lines += ["// " + Wording.draftExplanation[language], "{", "  \"domains\": {"]
    for (index, report) in reports.enumerated() {
      let entry = entry(report)
      if report.domain.unicode != report.domain.name.description {
        lines.append("    // \(report.domain.unicode)")
      }
      lines.append("    \(Self.quoted(report.domain.name.description)): {")
      lines += entry.comments.map { "      // " + $0[language] }
      for (index, field) in entry.fields.enumerated() {
        let end = index < entry.fields.count - 1 ? "," : ""
        let indented = field.split(separator: "\n").joined(separator: "\n      ")
        lines.append("      \(indented)\(end)")
      }
      lines.append(index < reports.count - 1 ? "    }," : "    }")
    }
    lines += ["  }", "}"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// Whether DNS told anything that a policy can hold a domain to.
  var isOfAnything: Bool { reports.contains { !entry($0).fields.isEmpty } }

  /// Whether DNS told everything that the draft is made of.
  var isComplete: Bool {
    reports.allSatisfy { report in
      report.verdict?.id != .unknown && report.facts.dkim?.failure == nil
        && report.facts.spf?.isComplete != false
        && report.facts.policy != .unknown
    }
  }

  private struct Entry {
    var fields: [String] = []
    var comments: [Wording] = []
  }

  private func entry(_ report: DomainReport) -> Entry {
    var entry = Entry()
    if let route = report.verdict?.id, route != .unknown {
      entry.fields.append("\"route\": \(Self.quoted(route.rawValue))")
    } else {
      entry.comments.append(.draftNoRoute)
    }
    guard report.facts.apex.existence != .doesNotExist else { return entry }
    addDMARC(report, to: &entry)
    addSPF(report, to: &entry)
    addDKIM(report, to: &entry)
    return entry
  }

  private func addDMARC(_ report: DomainReport, to entry: inout Entry) {
    switch report.facts.policy {
    case .applies(_, let effective, _)?: entry.fields.append("\"dmarc\": \(Self.quoted(effective.rawValue))")
    case .nothing?: entry.comments.append(.draftNoDMARC)
    case .unknown?, nil: entry.comments.append(.draftDMARCUnknown)
    }
  }

  private func addSPF(_ report: DomainReport, to entry: inout Entry) {
    guard let tree = report.facts.spf, let own = tree.own, own.answer.failure == nil else {
      entry.comments.append(.draftSPFUnknown)
      return
    }
    if case .absent = own.content { return entry.comments.append(.draftNoSPF) }
    guard own.record != nil, tree.errors.isEmpty else { return entry.comments.append(.draftSPFInvalid) }
    let senders = (report.verdict?.outbound ?? []).filter {
      SenderAuthorization(of: $0, tree, in: catalogue).isAuthorized
    }
    if !tree.isComplete { entry.comments.append(.draftSPFUnknown) }
    guard !senders.isEmpty else {
      if tree.isComplete { entry.comments.append(.draftNoProvider) }
      return
    }
    let list = senders.map { Self.quoted($0.text) }.joined(separator: ", ")
    entry.fields.append("\"spf\": { \"authorize\": [\(list)] }")
  }

  private func addDKIM(_ report: DomainReport, to entry: inout Entry) {
    let answers = report.facts.dkim?.published.filter { $0.key?.isUsable == true && !$0.isFromWildcard } ?? []
    if report.facts.dkim?.failure != nil { entry.comments.append(.draftKeysUnknown) }
    guard !answers.isEmpty else {
      if report.facts.dkim?.failure == nil, report.facts.dkim?.wildcardKey == nil {
        entry.comments.append(.draftNoKeys)
      }
      return
    }
    let keys = answers.map { answer in
      let bits: String? =
        if case .rsa(let bits, _)? = answer.key?.publicKey {
          "{ \"minimumBits\": \(min(bits, ExpectationReader.bits.upperBound)) }"
        } else {
          nil
        }
      return "  \(Self.quoted(answer.selector.text)): \(bits ?? "{}")"
    }
    entry.fields.append("\"dkim\": { \"selectors\": {\n" + keys.joined(separator: ",\n") + "\n} }")
  }

  /// `text`, which has nothing that JSON must escape: names of hosts, selectors and words of the program.
  private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
