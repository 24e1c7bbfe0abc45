extension OutboundAlignment {
  /// What authenticates mail through the system in the From domain's name; nil where nothing is known.
  var means: Wording? {
    if isHopeless { return .passesNeither }
    var names: [String] = []
    if case .aligned = spf { names.append("SPF") }
    if case .aligned(let selector) = dkim { names.append("DKIM" + (selector.map { " (\($0))" } ?? "")) }
    guard !names.isEmpty else { return nil }
    return Wording(
      "aligned by \(names.joined(separator: ", "))", "\(names.joined(separator: "、"))がFromドメインと一致")
  }
}
