/// Where everything of a picture stands, in units of a picture that is `width` wide.
struct FlowLayout: Sendable {
  private(set) var boxes: [Box] = []
  private(set) var lines: [Line] = []
  private(set) var height = 0

  static let width = 340
  private static let margin = 6
  /// What arrows take that lead past boxes, at each side.
  private static let rail = 26
  private static let railStep = 9
  private static let padding = 7
  private static let nameHeight = 17
  private static let detailHeight = 15
  private static let labelHeight = 14
  private static let shortestGap = 30
  private static let mostLines = 3
  private static let mostLabelLines = 5

  struct Box: Sendable {
    let x: Int
    fileprivate(set) var y: Int
    let width: Int
    let height: Int
    let node: FlowPicture.Node
    let name: [String]
    let details: [String]

    var middle: Int { x + width / 2 }
    var bottom: Int { y + height }
    /// The place of the base line of the text's line of that number.
    func baseline(_ line: Int) -> Int {
      let names = min(line + 1, name.count) * FlowLayout.nameHeight
      let rest = max(0, line + 1 - name.count) * FlowLayout.detailHeight
      return y + FlowLayout.padding + names + rest - 4
    }
  }

  struct Line: Sendable {
    let arrow: FlowPicture.Arrow
    let points: [(x: Int, y: Int)]
    let label: [String]
    let labelPlace: (x: Int, y: Int)
    let labelSide: HTMLAttribute.TextSide

    /// A triangle at the end; a bar where the way is barred.
    var tip: [(x: Int, y: Int)] {
      guard points.count > 1, let end = points.last else { return [] }
      let before = points[points.count - 2]
      let (dx, dy) = ((end.x - before.x).signum(), (end.y - before.y).signum())
      if arrow.kind == .closed {
        return [(near: 2, side: 7), (near: 5, side: 7), (near: 5, side: -7), (near: 2, side: -7)].map {
          (x: end.x - $0.near * dx + $0.side * dy, y: end.y - $0.near * dy + $0.side * dx)
        }
      }
      return [
        end, (x: end.x - 9 * dx + 5 * dy, y: end.y - 9 * dy + 5 * dx),
        (x: end.x - 9 * dx - 5 * dy, y: end.y - 9 * dy - 5 * dx),
      ]
    }
  }

  init(_ picture: FlowPicture, _ language: Language) {
    let hasLanes = picture.nodes.contains { $0.lane != .both }
    boxes = picture.nodes.map { Self.box($0, hasLanes: hasLanes, language) }
    let labels = picture.arrows.map { arrow -> [String] in
      guard let text = picture.label(of: arrow)?[language] else { return [] }
      let room = Self.labelRoom(of: arrow, in: picture, hasLanes: hasLanes)
      let lettering: FlowLettering = arrow.kind == .bypass ? .boldLabel : .label
      return lettering.lines(of: text, in: room, atMost: Self.mostLabelLines)
    }
    // The room above each row is what the labels there need.
    var gaps = [Int](repeating: Self.shortestGap, count: picture.rowCount + 1)
    for (arrow, label) in zip(picture.arrows, labels) where !label.isEmpty {
      let gap = Self.gap(of: arrow, in: picture)
      gaps[gap] = max(gaps[gap], label.count * Self.labelHeight + 18)
    }
    var y = Self.margin
    for row in 0..<picture.rowCount {
      if row > 0 { y += gaps[row] }
      let inRow = boxes.indices.filter { boxes[$0].node.row == row }
      let tallest = inRow.map { boxes[$0].height }.max() ?? 0
      for index in inRow { boxes[index].y = y + (tallest - boxes[index].height) / 2 }
      y += tallest
    }
    height = y + Self.margin
    var rails = (left: 0, right: 0)
    for (arrow, label) in zip(picture.arrows, labels) {
      lines.append(line(arrow, label, in: picture, &rails))
    }
  }

  /// The row above which the label of an arrow stands: the lower one's of its two ends, where it comes down; where it goes up, too.
  private static func gap(of arrow: FlowPicture.Arrow, in picture: FlowPicture) -> Int {
    max(picture[arrow.from].row, picture[arrow.to].row)
  }

  private static func box(_ node: FlowPicture.Node, hasLanes: Bool, _ language: Language) -> Box {
    let inside = width - 2 * rail
    let lane = hasLanes ? (inside - 12) / 2 : inside
    let boxWidth = node.lane == .both ? inside : lane
    let x = node.lane == .right ? width - rail - lane : rail
    let room = Double(boxWidth - 2 * padding)
    let name = FlowLettering.name.lines(of: node.name[language], in: room, atMost: mostLines)
    // Host names need the room more than the padding does.
    let details = node.details.flatMap {
      FlowLettering.detail.lines(of: $0[language], in: room + 7, atMost: mostLines)
    }
    return Box(
      x: x, y: 0, width: boxWidth,
      height: 2 * padding + name.count * nameHeight + details.count * detailHeight, node: node, name: name,
      details: details)
  }

  /// What fits beside an arrow: up to the next arrow, or to the edge where none leads past there.
  private static func labelRoom(
    of arrow: FlowPicture.Arrow, in picture: FlowPicture, hasLanes: Bool
  ) -> Double {
    let half = (width - 2 * rail) / 2
    guard hasLanes else { return Double(half + rail - 10) }
    let (isRight, isBeside) = (isOnRight(arrow, in: picture), isStraight(arrow, in: picture))
    let isRailFree = !picture.arrows.contains { isOnRight($0, in: picture) && !isStraight($0, in: picture) }
    return Double(half / 2 + (isRight && isBeside && isRailFree ? rail - 10 : -8))
  }

  private static func isOnRight(_ arrow: FlowPicture.Arrow, in picture: FlowPicture) -> Bool {
    picture[arrow.from].lane == .right || picture[arrow.to].lane == .right
  }

  private func line(
    _ arrow: FlowPicture.Arrow, _ label: [String], in picture: FlowPicture,
    _ rails: inout (left: Int, right: Int)
  ) -> Line {
    let (from, to) = (boxes[arrow.from.index], boxes[arrow.to.index])
    let isDown = from.node.row < to.node.row
    let (upper, lower) = isDown ? (from, to) : (to, from)
    let textHeight = label.count * Self.labelHeight
    if Self.isStraight(arrow, in: picture) {
      let narrow = from.width <= to.width ? from : to
      let ends = [(x: narrow.middle, y: upper.bottom), (x: narrow.middle, y: lower.y)]
      let middle = (max(upper.bottom, lower.y - Self.shortestGap - textHeight) + lower.y) / 2
      return Line(
        arrow: arrow, points: isDown ? ends : ends.reversed(), label: label,
        labelPlace: (x: narrow.middle + 8, y: middle - textHeight / 2 + 11), labelSide: .start)
    }
    let isRight = Self.isOnRight(arrow, in: picture)
    let number = isRight ? rails.right : rails.left
    if isRight { rails.right += 1 } else { rails.left += 1 }
    let offset = max(3, Self.rail - 8 - number * Self.railStep)
    let x = isRight ? Self.width - offset : offset
    func side(_ box: Box) -> Int { isRight ? box.x + box.width : box.x }
    func height(_ box: Box, _ shift: Int) -> Int { box.y + box.height / 2 + shift }
    return Line(
      arrow: arrow,
      points: [
        (x: side(from), y: height(from, min(number, 2) * 5)), (x: x, y: height(from, min(number, 2) * 5)),
        (x: x, y: height(to, 0)), (x: side(to), y: height(to, 0)),
      ], label: label,
      labelPlace: (x: isRight ? x - 6 : x + 6, y: lower.y - textHeight - 6 + 11),
      labelSide: isRight ? .end : .start)
  }

  /// Whether nothing stands between the two.
  private static func isStraight(_ arrow: FlowPicture.Arrow, in picture: FlowPicture) -> Bool {
    let (from, to) = (picture[arrow.from], picture[arrow.to])
    let rows = (min(from.row, to.row) + 1)..<max(from.row, to.row)
    let lane: FlowPicture.Lane = from.lane == .both ? to.lane : from.lane
    guard from.row != to.row, from.lane == to.lane || from.lane == .both || to.lane == .both else {
      return false
    }
    return !picture.nodes.contains { node in
      rows.contains(node.row) && (node.lane == lane || node.lane == .both || lane == .both)
    }
  }
}
