/// Domains of a list whose answers take so much memory that only one at a time may have it: they are checked again, one after
/// the other, each when nothing stands between its report and the output. A report that waited for others would keep its
/// answers, and hundreds of hostile domains gigabytes.
struct LargeDomains {
  /// A domain, the line that named it, and how many questions have been put for it already.
  typealias Domain = (name: MailDomain, line: Int?, questionCount: Int)

  /// Whether reports are put out in the order of the domains.
  let isOrdered: Bool
  /// By their number in the list.
  private var waiting: [Int: Domain] = [:]
  private var underWay: Int?

  init(isOrdered: Bool) { self.isOrdered = isOrdered }

  mutating func put(_ domain: Domain, at index: Int) { waiting[index] = domain }

  /// The domain that may be begun now; `turn` is the number of the one whose report is to come next. Nil where there is none,
  /// or another has not ended.
  mutating func next(turn: Int) -> (index: Int, domain: Domain)? {
    guard underWay == nil, let index = isOrdered ? turn : waiting.keys.min(),
      let domain = waiting.removeValue(forKey: index)
    else { return nil }
    underWay = index
    return (index, domain)
  }

  /// Takes note that the report on a domain is there.
  mutating func end(_ index: Int) {
    if underWay == index { underWay = nil }
  }
}
