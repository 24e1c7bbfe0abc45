/// An attribute of an element. Its name is one of a few, and where its value names something on the page it is the program's
/// own.
struct HTMLAttribute: Sendable {
  let name: Name
  let value: String

  enum Name: String, CaseIterable, Sendable {
    case `class`, id, href, lang, name, content, charset, scope, role, type, checked, `for`, datetime
    case httpEquiv = "http-equiv"
    case labelledBy = "aria-labelledby"
    case ariaLabel = "aria-label"
    case ariaHidden = "aria-hidden"
    case viewBox, width, height, x, y, rx, d, dy
    case textAnchor = "text-anchor"
    case namespace = "xmlns"
  }

  private init(_ name: Name, _ value: String) {
    self.name = name
    self.value = value
  }

  static func `class`(_ names: PageClass...) -> HTMLAttribute {
    HTMLAttribute(.class, names.map(\.rawValue).joined(separator: " "))
  }

  static func id(_ anchor: PageAnchor) -> HTMLAttribute { HTMLAttribute(.id, anchor.name) }
  /// A link within the page; there are no others.
  static func href(_ anchor: PageAnchor) -> HTMLAttribute { HTMLAttribute(.href, "#" + anchor.name) }
  static func `for`(_ anchor: PageAnchor) -> HTMLAttribute { HTMLAttribute(.for, anchor.name) }
  static func labelledBy(_ anchors: [PageAnchor]) -> HTMLAttribute {
    HTMLAttribute(.labelledBy, anchors.map(\.name).joined(separator: " "))
  }

  static func lang(_ language: Language) -> HTMLAttribute { HTMLAttribute(.lang, language.rawValue) }
  static let charset = HTMLAttribute(.charset, "utf-8")
  static func scope(_ scope: Scope) -> HTMLAttribute { HTMLAttribute(.scope, scope.rawValue) }
  /// What a screen reader says in place of, or beside, what is seen.
  static func ariaLabel(_ text: String) -> HTMLAttribute { HTMLAttribute(.ariaLabel, text) }
  static let hiddenFromReaders = HTMLAttribute(.ariaHidden, "true")
  static let image = HTMLAttribute(.role, "img")
  /// In UTC, as ISO 8601 has it.
  static func datetime(_ time: String) -> HTMLAttribute { HTMLAttribute(.datetime, time) }

  enum Scope: String, Sendable { case col, row }
}

extension HTMLAttribute {
  /// `<meta>`: one that says something of the page, and one that stands for a header of HTTP.
  static func meta(_ name: String, _ content: String) -> [HTMLAttribute] {
    [HTMLAttribute(.name, name), HTMLAttribute(.content, content)]
  }

  static func header(_ name: String, _ content: String) -> [HTMLAttribute] {
    [HTMLAttribute(.httpEquiv, name), HTMLAttribute(.content, content)]
  }

  /// One of several choices of the group `group`, of which one is taken at first.
  static func choice(_ anchor: PageAnchor, of group: PageClass, isTaken: Bool) -> [HTMLAttribute] {
    [
      HTMLAttribute(.type, "radio"), HTMLAttribute(.name, group.rawValue), .id(anchor), .class(group),
    ] + (isTaken ? [HTMLAttribute(.checked, "checked")] : [])
  }
}

extension HTMLAttribute {
  /// The numbers of a picture.
  static func size(_ width: Int, _ height: Int) -> [HTMLAttribute] {
    [
      HTMLAttribute(.namespace, "http://www.w3.org/2000/svg"),
      HTMLAttribute(.viewBox, "0 0 \(width) \(height)"), HTMLAttribute(.width, "\(width)"),
      HTMLAttribute(.height, "\(height)"),
    ]
  }

  static func box(x: Int, y: Int, width: Int, height: Int, rounding: Int) -> [HTMLAttribute] {
    [
      HTMLAttribute(.x, "\(x)"), HTMLAttribute(.y, "\(y)"), HTMLAttribute(.width, "\(width)"),
      HTMLAttribute(.height, "\(height)"), HTMLAttribute(.rx, "\(rounding)"),
    ]
  }

  static func place(x: Int, y: Int) -> [HTMLAttribute] {
    [HTMLAttribute(.x, "\(x)"), HTMLAttribute(.y, "\(y)")]
  }

  static func anchored(_ side: TextSide) -> HTMLAttribute { HTMLAttribute(.textAnchor, side.rawValue) }

  /// Which part of a text stands at its place.
  enum TextSide: String, Sendable { case start, middle, end }

  /// A line through `points`, closed where it is an area.
  static func path(_ points: [(x: Int, y: Int)], isClosed: Bool = false) -> HTMLAttribute {
    let steps = points.enumerated().map { index, point in "\(index == 0 ? "M" : "L")\(point.x) \(point.y)" }
    return HTMLAttribute(.d, steps.joined(separator: " ") + (isClosed ? " Z" : ""))
  }
}
