extension OutboundAlignment {
  /// What authenticates mail through the system in the From domain's name; nil where nothing is known.
  var means: Wording? {
    if isHopeless { return .passesNeither }
    var names: [Wording] = []
    if case .aligned = spf { names.append(Wording(verbatim: "SPF")) }
    if case .aligned(let selector) = dkim {
      names.append(
        Wording("DKIM" + (selector.map { " (\($0))" } ?? ""), "DKIM" + (selector.map { "(\($0))" } ?? "")))
    }
    guard !names.isEmpty else { return nil }
    return Wording(
      "aligned by \(names.listed.english)", "アライメント成立: \(names.listed.japanese)")
  }
}
