/// A picture as SVG within a page (SVG 2), with its text for screen readers.
struct FlowSVG {
  let picture: FlowPicture
  let language: Language
  /// Which picture of the page it is, from 1.
  let number: Int

  var html: HTML {
    let layout = FlowLayout(picture, language)
    return HTML(
      .svg,
      HTMLAttribute.size(FlowLayout.width, layout.height) + [
        .class(.flow), .image, .labelledBy([.pictureTitle(number), .pictureText(number)]),
      ],
      [
        HTML(.title, [.id(.pictureTitle(number))], text: picture.title[language]),
        HTML(.desc, [.id(.pictureText(number))], text: picture.description[language]),
      ] + layout.lines.map(line) + layout.boxes.map(box) + layout.lines.map(label))
  }

  private func box(_ box: FlowLayout.Box) -> HTML {
    let frame = HTMLAttribute.box(
      x: box.x, y: box.y, width: box.width, height: box.height, rounding: box.node.kind.rounding)
    let names = box.name.enumerated().map { index, text in
      self.text(text, .heading, x: box.middle, y: box.baseline(index))
    }
    let details = box.details.enumerated().map { index, text in
      self.text(text, .detail, x: box.middle, y: box.baseline(box.name.count + index))
    }
    let kind: HTMLAttribute =
      box.node.isDoubtful
      ? .class(.node, box.node.kind.pageClass, .doubt) : .class(.node, box.node.kind.pageClass)
    return HTML(.g, [], [HTML(.rect, frame + [kind])] + names + details)
  }

  private func text(_ text: String, _ name: PageClass, x: Int, y: Int) -> HTML {
    HTML(.text, HTMLAttribute.place(x: x, y: y) + [.anchored(.middle), .class(name)], text: text)
  }

  private func line(_ line: FlowLayout.Line) -> HTML {
    let kind = line.arrow.kind.pageClass
    return HTML(
      .g, [],
      [
        HTML(.path, [.path(line.points), .class(kind)]),
        HTML(.path, [.path(line.tip, isClosed: true), .class(.tip, kind)]),
      ])
  }

  private func label(_ line: FlowLayout.Line) -> HTML {
    guard !line.label.isEmpty else { return .nothing }
    let (x, y) = line.labelPlace
    let rows = line.label.enumerated().map { index, text in
      HTML(.tspan, HTMLAttribute.place(x: x, y: y + index * 14), text: text)
    }
    return HTML(.text, [.anchored(line.labelSide), .class(.edge, line.arrow.kind.pageClass)], rows)
  }
}

extension FlowPicture.Node.Kind {
  fileprivate var pageClass: PageClass {
    switch self {
    case .internet: .internet
    case .gateway: .gateway
    case .mailbox: .mailbox
    case .people: .people
    case .sender: .sender
    case .bypass: .bypass
    }
  }

  fileprivate var rounding: Int {
    switch self {
    case .internet, .people: 16
    case .gateway, .mailbox, .sender, .bypass: 5
    }
  }
}

extension FlowPicture.Arrow.Kind {
  fileprivate var pageClass: PageClass {
    switch self {
    case .mail: .mail
    case .outbound: .outbound
    case .bypass: .bypass
    case .closed: .closed
    case .doubt: .doubt
    }
  }
}
