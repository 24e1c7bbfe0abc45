/// A way of mail as a picture: boxes in rows from the top to the bottom, and arrows between them. How it is drawn (SVG, Mermaid) and
/// told (a text for those who can't see it) is made from this alone.
struct FlowPicture: Hashable, Sendable {
  /// What it is a picture of.
  let title: Wording
  private(set) var nodes: [Node] = []
  private(set) var arrows: [Arrow] = []

  init(title: Wording) { self.title = title }

  struct Node: Hashable, Sendable {
    let kind: Kind
    /// Safe to show.
    let name: Wording
    /// What stands below the name, a line each; safe to show.
    let details: [Wording]
    let lane: Lane
    /// From 0, the top.
    let row: Int
    /// Whether it may not be there, or be another.
    let isDoubtful: Bool

    enum Kind: CaseIterable, Hashable, Sendable {
      case internet, gateway, mailbox, people, sender
      /// Somebody who stands beside the gateway.
      case bypass
    }
  }

  /// Where a node stands: mail goes down on the left and up on the right.
  enum Lane: Hashable, Sendable { case left, right, both }

  struct Arrow: Hashable, Sendable {
    let from: Place
    let to: Place
    let kind: Kind
    /// Safe to show.
    let label: Wording?

    enum Kind: CaseIterable, Hashable, Sendable {
      case mail, outbound
      /// A way around the gateway that is there.
      case bypass
      /// A way that is barred.
      case closed
      /// A way that may be there.
      case doubt
    }
  }

  /// A node that has been added.
  struct Place: Hashable, Sendable {
    let index: Int
    fileprivate init(index: Int) { self.index = index }
  }

  mutating func add(
    _ kind: Node.Kind, _ name: Wording, details: [Wording] = [], lane: Lane = .both, row: Int,
    isDoubtful: Bool = false
  ) -> Place {
    nodes.append(
      Node(kind: kind, name: name, details: details, lane: lane, row: row, isDoubtful: isDoubtful))
    return Place(index: nodes.count - 1)
  }

  mutating func connect(_ from: Place, _ to: Place, _ kind: Arrow.Kind = .mail, _ label: Wording? = nil) {
    arrows.append(Arrow(from: from, to: to, kind: kind, label: label))
  }

  subscript(place: Place) -> Node { nodes[place.index] }

  /// What stands at an arrow: its own label, or what its kind means. A box that stands beside the gateway says so itself to what
  /// leads to it.
  func label(of arrow: Arrow) -> Wording? {
    arrow.label ?? (self[arrow.to].kind == .bypass ? nil : arrow.kind.wording)
  }

  /// The rows that there are.
  var rowCount: Int { (nodes.map(\.row).max() ?? -1) + 1 }

  /// A sentence an arrow, in their order: the picture for those who can't see it.
  var description: Wording {
    arrows.map { arrow in
      let (from, to) = (self[arrow.from].name, self[arrow.to].name)
      let rest =
        label(of: arrow).map { Wording(" (\($0.english))", "(\($0.japanese))") } ?? Wording(verbatim: "")
      return from + Wording(verbatim: " → ") + to + rest
    }.joined(separator: "; ")
  }
}

extension FlowPicture.Arrow.Kind {
  /// What an arrow of the kind stands for, where that does not go without saying.
  var wording: Wording? {
    switch self {
    case .mail, .outbound: nil
    case .bypass: .aroundGateway
    case .closed: Wording("closed", "制限あり")
    case .doubt: Wording("unknown", "不明")
    }
  }
}

extension Wording {
  static let aroundGateway = Wording("around the gateway", "迂回")
}
