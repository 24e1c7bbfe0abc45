/// A place on the page that is linked to, or named by another element: made of numbers, and of ids of the program's own.
enum PageAnchor: Sendable {
  /// The subject of number `subject`, from 1, in the order of the page.
  case subject(Int)
  case finding(subject: Int, FindingKind)
  case pictureTitle(Int)
  case pictureText(Int)
  case order(ListOrder)

  /// The orders that a list of domains can be seen in.
  enum ListOrder: String, CaseIterable, Sendable { case severity, name, route }

  var name: String {
    switch self {
    case .subject(let number): "d\(number)"
    case .finding(let subject, let kind): "d\(subject)-\(kind.id)"
    case .pictureTitle(let number): "p\(number)-title"
    case .pictureText(let number): "p\(number)-text"
    case .order(let order): "order-\(order.rawValue)"
    }
  }
}
