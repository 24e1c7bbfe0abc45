import Foundation

@testable import MailDNSCheck

/// What an output must not have, whatever DNS says: the rules of each format, told by its text alone. The fuzzers hold
/// reports to them, too.
enum OutputRules {
  /// What a terminal, a log or an editor would act on, or not show: each kind once.
  static func invisible(in text: String, except allowed: Set<Unicode.Scalar> = []) -> [String] {
    var found: Set<String> = []
    for scalar in text.unicodeScalars where !(" "..."~").contains(scalar) && !allowed.contains(scalar) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
        found.insert("U+" + String(scalar.value, radix: 16, uppercase: true))
      default: continue
      }
    }
    return found.sorted()
  }

  /// What is wrong with `text`, a whole report in `format`; empty where nothing is.
  static func violations(_ text: String, of format: ReportOptions.Format) -> [String] {
    guard text.isEmpty || text.unicodeScalars.last == "\n" || format == .json else {
      return ["ends without a newline"]
    }
    let plain = plain(text)
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    switch format {
    case .text: return violations(inText: text)
    case .json: return invisible(in: text, except: ["\n"]) + violations(inJSON: text)
    case .ndjson:
      return invisible(in: text, except: ["\n"])
        + text.unicodeScalars.split(separator: "\n").flatMap { violations(inJSON: String($0)) }
    case .csv: return invisible(in: text, except: ["\u{FEFF}", "\r", "\n"]) + violations(inCSV: text)
    case .markdown: return invisible(in: text, except: ["\n", "\u{FE0F}"]) + MarkdownRules.violations(lines)
    case .html: return invisible(in: text, except: ["\n"]) + PageRules.violations(plain)
    case .junit: return invisible(in: text, except: ["\n"]) + XMLRules.violations(plain)
    case .sarif: return invisible(in: text, except: ["\n"]) + violations(inSARIF: text)
    case .prometheus: return invisible(in: text, except: ["\n"]) + lines.flatMap(violations(inMetric:))
    case .zabbix: return invisible(in: text, except: ["\n"]) + violations(inZabbix: text)
    case .github: return invisible(in: text, except: ["\n"]) + lines.flatMap(WorkflowRules.violations)
    }
  }

  /// `text` with a dot in place of what is not ASCII, so that each code point is a character of its own, as it is to
  /// whoever acts on the text: behind a bar a combining mark makes another character of it to Swift, and to nobody else.
  static func plain(_ text: String) -> String {
    let kept = Set("→＝＋－＠\u{FEFF}".unicodeScalars)
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar.isASCII || kept.contains(scalar) ? scalar : "·")
    }
    return String(result)
  }

  /// `text` may have colours: ours, each of them ended.
  static func violations(inText text: String) -> [String] {
    var rest = text[...]
    var plain = ""
    var isOpen = false
    while let start = rest.firstIndex(of: "\u{1B}") {
      plain += rest[..<start]
      rest = rest[rest.index(after: start)...]
      guard rest.first == "[", let end = rest.firstIndex(of: "m") else { return ["an escape sequence"] }
      let numbers = rest[..<end].dropFirst().split(separator: ";", omittingEmptySubsequences: false)
      rest = rest[rest.index(after: end)...]
      let isReset = numbers == ["0"]
      let tones = numbers.compactMap { Int($0).flatMap(Ink.Tone.init(rawValue:)) }
      guard isReset ? isOpen : !isOpen && tones.count == numbers.count else { return ["a stray colour"] }
      isOpen = !isReset
    }
    return invisible(in: plain + rest, except: ["\n"]) + (isOpen ? ["a colour without an end"] : [])
  }

  /// `text` is one value of JSON; nothing in its strings comes to life when they are read.
  static func violations(inJSON text: String, except allowed: Set<Unicode.Scalar> = []) -> [String] {
    guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    else { return ["no JSON"] }
    return strings(in: value).flatMap { invisible(in: $0, except: allowed) }
  }

  /// All strings in a value of JSON, keys included.
  static func strings(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(strings)
    case let object as [String: Any]: object.flatMap { [$0.key] + strings(in: $0.value) }
    default: []
    }
  }

  private static func violations(inCSV text: String) -> [String] {
    let rows = CSVRows.read(text)
    guard let columns = rows.first?.count, rows.allSatisfy({ $0.count == columns }) else {
      return ["rows of \(Set(rows.map(\.count)).sorted()) cells"]
    }
    // As spreadsheets take them, also in Japanese, and behind white space that some leave out.
    let signs = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)
    return rows.joined().filter { cell in
      // A negative number is a number.
      if cell.first == "-", cell.dropFirst().allSatisfy(\.isNumber), cell.count > 1 { return false }
      return cell.unicodeScalars.drop { $0.properties.isWhitespace }.first.map(signs.contains) == true
    }.map { "the formula \($0)" }
  }

  private static func violations(inSARIF text: String) -> [String] {
    guard let log = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      let run = (log["runs"] as? [[String: Any]])?.first, let results = run["results"] as? [[String: Any]]
    else { return ["no log"] }
    // The help of a rule has paragraphs.
    var found = strings(in: log).flatMap { invisible(in: $0, except: ["\n"]) }
    found += strings(in: results).flatMap { invisible(in: $0) }
    for result in results {
      let message = ((result["message"] as? [String: Any])?["text"] as? String) ?? "{"
      let rest = ["\\\\", "\\[", "\\]", "{{", "}}"].reduce(plain(message)) { $0.replacing($1, with: "") }
      if rest.contains(where: { "[]{}\\".contains($0) }) { found.append("a link or placeholder: \(message)") }
    }
    return found
  }

  private nonisolated(unsafe) static let sample =
    /maildnscheck_[a-z_]+\{domain="[a-z0-9.-]+"(,[a-z]+="[a-z0-9-]+")?\} [0-9.]+/

  private static func violations(inMetric line: String) -> [String] {
    if line.hasPrefix("# HELP maildnscheck_") || line.hasPrefix("# TYPE maildnscheck_") { return [] }
    // Of the run, not of a domain.
    if ["maildnscheck_run_success 1", "maildnscheck_refused_lines 0"].contains(line) { return [] }
    return line.wholeMatch(of: sample) == nil ? ["the sample \(line)"] : []
  }

  /// `text` is one object on one line, without a word that is not ours: whatever Zabbix stores, its actions hand on to
  /// shells, mail and web pages.
  private static func violations(inZabbix text: String) -> [String] {
    guard text.unicodeScalars.count(where: { $0 == "\n" }) == 1,
      let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      object["run"] is [String: Any]
    else { return ["no object on one line"] }
    var found = strings(in: object).flatMap { invisible(in: $0) }
    for domain in object["domains"] as? [[String: Any]] ?? [] {
      for (key, limit) in [("domain", 255), ("route", 255), ("finding", 255), ("summary", 65_535)] {
        guard let word = domain[key] as? String else { continue }
        // What holds more is cut without a word.
        if word.count > limit { found.append("\(key) of \(word.count) characters") }
        let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }
        if key != "summary", !isPlain { found.append("\(key) '\(word)'") }
        if word.contains(where: { "{}$`\\\"|<>".contains($0) }) {
          found.append("signs that act in '\(word)'")
        }
      }
    }
    return found
  }

  private nonisolated(unsafe) static let datum = /'[a-z0-9_-]+'=(U|[0-9.]+s?)(;[0-9.:@~-]*)*/

  /// `text` is what a monitoring plugin prints.
  static func violations(inPlugin text: String) -> [String] {
    let lines = plain(text).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines.last == "" else { return ["ends without a newline"] }
    var found = invisible(in: text, except: ["\n"])
    let parts = lines[0].split(separator: "|", omittingEmptySubsequences: false)
    if parts.count > 2 || lines.dropFirst().contains(where: { $0.contains("|") }) { found.append("a bar") }
    let head = String(text.unicodeScalars.prefix { $0 != "|" && $0 != "\n" })
    if head.displayWidth > PluginText.headWidth + 1 { found.append("a head of \(head.displayWidth) columns") }
    if parts[0].firstMatch(of: /^MAILDNS (OK|WARNING|CRITICAL|UNKNOWN) - ./) == nil {
      found.append("no state")
    }
    for word in parts.dropFirst().joined().split(separator: " ")
    where word.wholeMatch(of: datum) == nil {
      found.append("the datum \(word)")
    }
    return found
  }
}

/// Reads RFC 4180, by scalars: Swift takes CR LF for one character.
enum CSVRows {
  static func read(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.append("\"")
        scalars = scalars.dropFirst()
      case "\"": isQuoted.toggle()
      case _ where isQuoted: cell.append(scalar)
      case ",":
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\r" where scalars.first == "\n": break
      case "\n":
        rows.append(row + [String(cell)])
        (row, cell) = ([], String.UnicodeScalarView())
      default: cell.append(scalar)
      }
    }
    return cell.isEmpty && row.isEmpty ? rows : rows + [row + [String(cell)]]
  }
}
