import Foundation

@testable import MailDNSCheck

/// A page, read strictly: elements, attributes, classes and anchors that are ours, closed in order, nothing that runs or is
/// loaded, and a policy that forbids both.
enum PageRules {
  private static let elements = Set(HTMLElement.allCases.map { Substring($0.rawValue) })
  private static let attributes = Set(HTMLAttribute.Name.allCases.map(\.rawValue))
  private static let classes = Set(PageClass.allCases.map(\.rawValue))
  private static let head = "<!doctype html>\n<html lang=\""
  // Nothing changes one.
  private nonisolated(unsafe) static let attribute = #/ ([a-z-]+|viewBox)="([^"<>]*)"/#
  private nonisolated(unsafe) static let entity = /&(amp|lt|gt|quot|apos|#[0-9]+);/
  private nonisolated(unsafe) static let anchor =
    /#?(d[0-9]+(-[a-z0-9-]+)?|p[0-9]+-(title|text)|order-[a-z]+)/

  static func violations(_ text: String) -> [String] {
    let policy = "http-equiv=\"Content-Security-Policy\" content=\"default-src &apos;none&apos;; "
    guard text.hasPrefix(head) else { return ["no document type"] }
    guard text.contains(policy) else { return ["no policy"] }
    let style = OutputRules.plain(PageStyle.standard.text)
    let parts = text.components(separatedBy: "<style>\n\(style)</style>")
    guard parts.count == 2 else { return ["\(parts.count - 1) style sheets"] }
    return markup((parts[0] + parts[1]).dropFirst("<!doctype html>\n".count))
  }

  private static func markup(_ text: Substring) -> [String] {
    var rest = text
    var open: [Substring] = []
    var found: [String] = []
    while let start = rest.firstIndex(of: "<") {
      found += violations(inContent: rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else { return found + ["a tag without an end"] }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { found.append("</\(tag)> out of place") }
        continue
      }
      let body = tag.hasSuffix("/") ? tag.dropLast() : tag
      let name = body.prefix { $0 != " " }
      guard elements.contains(name) else { return found + ["the element \(tag)"] }
      found += violations(inAttributes: body.dropFirst(name.count))
      if HTMLElement(rawValue: String(name))?.isVoid != tag.hasSuffix("/") {
        found.append("the end of \(tag)")
      }
      if !tag.hasSuffix("/") { open.append(name) }
    }
    return found + violations(inContent: rest) + (open.isEmpty ? [] : ["\(open) is open"])
  }

  private static func violations(inAttributes text: Substring) -> [String] {
    var found: [String] = []
    var rest = text
    while let match = rest.prefixMatch(of: attribute) {
      let (name, value) = (String(match.1), match.2)
      rest = rest[match.range.upperBound...]
      if !attributes.contains(name) { found.append("the attribute \(name)") }
      found += violations(inContent: value)
      let isOurs =
        switch name {
        case "class": value.split(separator: " ").allSatisfy { classes.contains(String($0)) }
        case "href": value.hasPrefix("#") && value.wholeMatch(of: anchor) != nil
        case "id", "for": value.wholeMatch(of: anchor) != nil
        case "aria-labelledby": value.split(separator: " ").allSatisfy { $0.wholeMatch(of: anchor) != nil }
        case "http-equiv": value == "Content-Security-Policy"
        default: true
        }
      if !isOurs { found.append("\(name)=\(value)") }
    }
    return found + (rest.isEmpty ? [] : ["the attributes\(text)"])
  }

  private static func violations(inContent text: Substring) -> [String] {
    guard text.contains(where: { "<>&".contains($0) }) else { return [] }
    let rest = text.replacing(entity, with: "")
    return rest.contains { "<>&".contains($0) } ? ["live content in \(text)"] : []
  }
}

/// Flow charts as ours have them, line by line: nothing within quotation marks but letters, digits and numbers of code points.
enum MermaidRules {
  // Nothing changes one. `·` stands for what is not ASCII.
  private nonisolated(unsafe) static let line = /flowchart TD|  acc(Title|Descr): [A-Za-z0-9 .,()·→＝＋－＠-]*/
  private nonisolated(unsafe) static let node =
    #/  n[0-9]+(\(\[|\[)"((?:[A-Za-z0-9 ,·→＝＋－＠]|#[0-9]+;|<br/>)+)"(\]\)|\])/#
  private nonisolated(unsafe) static let arrow =
    #/  n([0-9]+) (-->|-\.->|--x)(\|"(?:[A-Za-z0-9 ,·→＝＋－＠]|#[0-9]+;)+"\|)? n([0-9]+)/#
  private nonisolated(unsafe) static let style =
    #/  linkStyle ([0-9]+(?:,[0-9]+)*) stroke:#c62828,stroke-width:3px/#

  /// What is wrong with the lines of one chart, without its fences.
  static func violations(_ lines: [String]) -> [String] {
    let nodes = lines.count { $0.wholeMatch(of: node) != nil }
    let arrows = lines.count { $0.wholeMatch(of: arrow) != nil }
    return lines.flatMap { text -> [String] in
      if text.wholeMatch(of: line) != nil || text.wholeMatch(of: node) != nil { return [] }
      if let match = text.wholeMatch(of: arrow) {
        let ends = [match.1, match.4].compactMap { Int($0) }
        return ends.allSatisfy { $0 < nodes } ? [] : ["an arrow to nowhere: \(text)"]
      }
      if let match = text.wholeMatch(of: style) {
        let styled = match.1.split(separator: ",").compactMap { Int($0) }
        return styled.allSatisfy { $0 < arrows } ? [] : ["a style of no arrow: \(text)"]
      }
      return ["the line of a picture \(text)"]
    }
  }
}
