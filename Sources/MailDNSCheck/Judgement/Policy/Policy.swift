/// What is expected of many domains, out of a file.
struct Policy: Sendable {
  /// For every domain.
  let general: Expectation
  /// Whether the file says anything for every domain, were it that nothing is expected.
  let hasGeneral: Bool
  let entries: [Entry]

  init(general: Expectation, hasGeneral: Bool = true, entries: [Entry]) {
    self.general = general
    self.hasGeneral = hasGeneral
    self.entries = entries
  }

  struct Entry: Sendable {
    let scope: Scope
    let expectation: Expectation
    /// Of the file, from 1.
    let line: Int
  }

  /// What an entry is for.
  enum Scope: Hashable, Sendable {
    case domain(DomainName)
    /// `*.example.jp`: everything below the name, not the name itself.
    case below(DomainName)

    func covers(_ name: DomainName) -> Bool {
      switch self {
      case .domain(let domain): name == domain
      case .below(let parent): name.isBelow(parent)
      }
    }

    /// The higher, the more it says about the names that it covers.
    fileprivate var rank: Int {
      switch self {
      case .domain: .max
      case .below(let parent): parent.labelCount
      }
    }
  }

  /// The domains that the file names, in its order.
  var domains: [DomainName] {
    entries.compactMap { if case .domain(let name) = $0.scope { name } else { nil } }
  }

  /// Whether the file says anything about `domain`.
  func covers(_ domain: DomainName) -> Bool {
    hasGeneral || entries.contains { $0.scope.covers(domain) }
  }

  /// The line of the most specific entry for `domain`; nil where only the general part is for it.
  func line(of domain: DomainName) -> Int? {
    entries.filter { $0.scope.covers(domain) }.max { $0.scope.rank < $1.scope.rank }?.line
  }

  /// What is expected of `domain`: of each thing, what the most specific entry that has it says.
  func expectation(for domain: DomainName) -> Expectation {
    entries.filter { $0.scope.covers(domain) }.sorted { $0.scope.rank > $1.scope.rank }
      .map(\.expectation).reduce(Expectation()) { $0.completed(by: $1) }
      .completed(by: general)
  }
}
