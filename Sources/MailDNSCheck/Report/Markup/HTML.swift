/// A piece of a page, in which nothing takes effect that the program has not written itself.
///
/// Text is escaped where it comes in, and so are values of attributes. Names of elements, attributes, classes and anchors
/// are the program's own, by their types. What comes out is well-formed XML, too.
struct HTML: Sendable {
  /// As it is written into the file.
  let markup: String

  static let nothing = HTML(markup: "")

  /// The document type and the root: what a file begins with (HTML Living Standard §13.1).
  static func document(_ root: HTML) -> String { "<!doctype html>\n" + root.markup }

  static func text(_ text: String) -> HTML { HTML(markup: XMLText.escaped(text)) }

  /// A style sheet, which is the program's own and has no sign in it that would have to be escaped.
  static func style(_ sheet: PageStyle) -> HTML { HTML(markup: "<style>\n\(sheet.text)</style>\n") }

  init(_ element: HTMLElement, _ attributes: [HTMLAttribute] = [], _ content: [HTML] = []) {
    let head = attributes.map { " \($0.name.rawValue)=\"\(XMLText.escaped($0.value))\"" }.joined()
    let end = element.endsLine ? "\n" : ""
    let inside = content.map(\.markup).joined()
    markup =
      element.isVoid
      ? "<\(element.rawValue)\(head)/>\(end)"
      : "<\(element.rawValue)\(head)>\(inside)</\(element.rawValue)>\(end)"
  }

  init(_ element: HTMLElement, _ attributes: [HTMLAttribute] = [], text: String) {
    self.init(element, attributes, [.text(text)])
  }

  private init(markup: String) { self.markup = markup }

  var isEmpty: Bool { markup.isEmpty }
}

extension HTML {
  /// A text in which what stands between backticks is code.
  static func sentence(_ text: String) -> [HTML] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    // One that has no partner is a sign like any other.
    guard parts.count > 2, parts.count.isMultiple(of: 2) == false else { return [.text(text)] }
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? .text(String(part)) : HTML(.code, text: String(part))
    }
  }

  /// Lines to be copied as they are: one touch selects them all.
  static func copyable(_ lines: [String]) -> HTML {
    lines.isEmpty ? .nothing : HTML(.pre, [.class(.copy)], text: lines.joined(separator: "\n"))
  }

  /// A list; nothing where there is nothing in it.
  static func list(_ items: [[HTML]], _ attributes: [HTMLAttribute] = []) -> HTML {
    items.isEmpty ? .nothing : HTML(.ul, attributes, items.map { HTML(.li, [], $0) })
  }
}

/// The elements that pages are made of.
enum HTMLElement: String, CaseIterable, Sendable {
  case html, head, meta, title, body, main, header, footer, section, article, figure, figcaption, fieldset,
    legend
  case h1, h2, h3, p, ul, li, dl, dt, dd, pre, code, a, span, strong, div, time, table, caption, thead, tbody,
    tr, th, td
  case input, label
  case svg, g, rect, path, text, tspan, desc

  /// Without content or an end tag.
  var isVoid: Bool {
    switch self {
    case .meta, .input, .rect, .path: true
    default: false
    }
  }

  /// Whether a line ends behind it, so that people and programs can compare two pages.
  fileprivate var endsLine: Bool {
    switch self {
    case .code, .a, .span, .strong, .time, .dt, .th, .tspan, .label, .input: false
    default: true
    }
  }
}
