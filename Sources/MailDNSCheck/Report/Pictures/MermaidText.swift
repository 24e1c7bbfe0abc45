/// A picture as Mermaid's flow chart in a block of Markdown, which GitHub and GitLab draw.
enum MermaidText {
  /// The block with its fences.
  static func block(_ picture: FlowPicture, _ language: Language) -> String {
    "```mermaid\n\(chart(picture, language))```\n"
  }

  static func chart(_ picture: FlowPicture, _ language: Language) -> String {
    var lines = [
      "flowchart TD", "  accTitle: \(sentence(picture.title[language]))",
      "  accDescr: \(sentence(picture.description[language]))",
    ]
    for (index, node) in picture.nodes.enumerated() {
      let label = ([node.name] + node.details).map { escaped($0[language]) }.joined(separator: "<br/>")
      let (open, close) = node.kind.isRound ? ("([", "])") : ("[", "]")
      lines.append("  n\(index)\(open)\"\(label)\"\(close)")
    }
    for arrow in picture.arrows {
      let label = picture.label(of: arrow).map { "|\"\(escaped($0[language]))\"|" } ?? ""
      lines.append("  n\(arrow.from.index) \(arrow.kind.line)\(label) n\(arrow.to.index)")
    }
    // A style of an arrow that is not there fails the whole picture.
    let red = picture.arrows.indices.filter { picture.arrows[$0].kind == .bypass }
    if !red.isEmpty {
      lines.append(
        "  linkStyle \(red.map(String.init).joined(separator: ",")) stroke:#c62828,stroke-width:3px")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Text within quotation marks, in which nothing takes effect: letters and digits as they are, all signs of ASCII that could mean
  /// something to Mermaid, Markdown or HTML as numbers, which Mermaid reads last (`#35;`).
  ///
  /// Three things it acts upon even so: `\\n`, `$$` and `:fa-`, so that their signs are given as those of full width.
  static func escaped(_ text: String) -> String {
    let scalars = Array((text.isEmpty ? "-" : text).unicodeScalars)
    return scalars.indices.map { index in
      let scalar = scalars[index]
      if scalar == ":", scalars[(index + 1)...].starts(with: "fa-".unicodeScalars) { return "：" }
      return escaped(scalar) ?? String(scalar)
    }.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String? {
    if scalar == "\\" { return "＼" }
    if scalar == "$" { return "＄" }
    guard scalar.isASCII, scalar.value >= 0x20 else { return scalar.isASCII ? " " : nil }
    let isPlain =
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || " ,".unicodeScalars.contains(scalar)
    return isPlain ? nil : "#\(scalar.value);"
  }

  /// Text to the end of a line, for those who can't see the picture: there numbers are not read, so that what is no letter, digit
  /// or sign of ours goes.
  private static func sentence(_ text: String) -> String {
    text.escapingScalars { scalar in
      guard scalar.isASCII else { return nil }
      let isPlain =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || " .,()-".unicodeScalars.contains(scalar)
      return isPlain ? nil : scalar == ";" ? "," : " "
    }
  }
}

extension FlowPicture.Node.Kind {
  fileprivate var isRound: Bool { self == .internet || self == .people }
}

extension FlowPicture.Arrow.Kind {
  fileprivate var line: String {
    switch self {
    case .mail: "-->"
    case .outbound: "-->"
    case .bypass, .doubt: "-.->"
    case .closed: "--x"
    }
  }
}
