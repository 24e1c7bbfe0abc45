/// A line of a list, as people paste it: a domain, or several with commas, semicolons or tabs between them; behind `#`, behind
/// a `;` at the beginning or after a blank, a comment.
enum DomainListLine {
  /// What stands where domains stand, each to be read for itself. Throws where the line is a row of a table, in which no one
  /// can say which of its cells is meant.
  static func entries(_ line: String) throws(MailDomainError) -> [String] {
    let text = withoutComment(line)
    let parts = fields(text)
    guard parts.count > 1 else { return parts }
    guard parts.allSatisfy(isLikeDomain) else { throw MailDomainError(text: text, reason: .tableRow) }
    return parts
  }

  private static func withoutComment(_ line: String) -> String {
    var previous: Unicode.Scalar = " "
    var isQuoted = false
    for (index, scalar) in zip(line.unicodeScalars.indices, line.unicodeScalars) {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == "#" || scalar == ";" && !isQuoted && isBlank(previous) {
        return String(line.unicodeScalars[..<index])
      }
      previous = scalar
    }
    return line
  }

  /// The cells that hold something, without their quotation marks. In quotation marks and angle brackets nothing separates.
  private static func fields(_ text: String) -> [String] {
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var isBracketed = false
    func finished() -> [String] {
      let text = unquoted(trimmed(Substring(String(field))))
      return text.isEmpty ? [] : [text]
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "<": isBracketed = true
      case ">": isBracketed = false
      default: break
      }
      if !isQuoted, !isBracketed, separators.contains(scalar) {
        fields += finished()
        field = String.UnicodeScalarView()
      } else {
        field.append(scalar)
      }
    }
    return fields + finished()
  }

  /// Those of lists and tables, and what Japanese keyboards have for them.
  private static let separators = Set(",;\t，；、".unicodeScalars)

  private static func unquoted(_ text: Substring) -> String {
    guard text.count > 1, text.first == "\"", text.last == "\"", !text.dropFirst().dropLast().contains("\"")
    else {
      return String(text)
    }
    return String(trimmed(text.dropFirst().dropLast()))
  }

  /// Whether `text` is what tables write over a column of domains, and not a domain.
  static func isColumnName(_ text: String) -> Bool { columnNames.contains(text.lowercased()) }

  private static let columnNames: Set = [
    "domain", "domains", "domainname", "domain_name", "domain name", "ドメイン", "ドメイン名",
  ]

  /// Whether what stands beside others is meant as a domain or an address: it has a dot or an `@`, and its end is no number.
  static func isLikeDomain(_ text: String) -> Bool {
    if text.contains("@") { return true }
    if IPAddress(text) != nil { return true }
    guard let dot = text.unicodeScalars.lastIndex(where: { ".。．｡".unicodeScalars.contains($0) }) else {
      return false
    }
    let end = text.unicodeScalars[text.unicodeScalars.index(after: dot)...]
    return !text.contains(" ") && (end.isEmpty || end.contains { $0.properties.isAlphabetic })
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let scalars = text.unicodeScalars.drop(while: isBlank)
    guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
    return Substring(scalars[...last])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}"
  }
}
