import Testing

@testable import MailDNSCheck

@Suite("Sets and counts of an enumeration's cases")
struct CaseSetTests {
  private enum Case: CaseIterable, Hashable, Sendable { case a, b, c, d, e, f, g, h, i, j }
  private enum Only: CaseIterable { case one }

  @Test("whatever is done to them, they hold what a set holds", arguments: 1...20)
  func model(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var (set, model) = (CaseSet<Case>(), Set<Case>())
    for _ in 0..<300 {
      let one = Case.allCases.randomElement(using: &generator)!
      let others = Case.allCases.filter { _ in Bool.random(using: &generator) }
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: #expect(set.insert(one).inserted == model.insert(one).inserted)
      case 1: #expect(set.remove(one) == model.remove(one))
      case 2: (set, model) = (set.union(CaseSet(others)), model.union(others))
      case 3: (set, model) = (set.intersection(CaseSet(others)), model.intersection(others))
      case 4: (set, model) = (set.subtracting(CaseSet(others)), model.subtracting(others))
      default: #expect(set.update(with: one) == model.update(with: one))
      }
      #expect(Array(set) == Case.allCases.filter(model.contains))
      #expect(set.isEmpty == model.isEmpty)
      #expect(set.isSubset(of: CaseSet(others)) == model.isSubset(of: others))
      #expect(set == CaseSet(model))
    }
  }

  @Test("an enumeration of one case has a set, too")
  func one() {
    #expect(!CaseSet<Only>().contains(.one))
    #expect(([.one] as CaseSet<Only>).contains(.one))
  }

  @Test("what was counted is there as often, and nothing else")
  func counts() {
    var counts = CaseCounts<Case>()
    for (number, key) in Case.allCases.enumerated() where key != .c {
      for _ in 0...number { counts.add(key) }
    }
    for (number, key) in Case.allCases.enumerated() { #expect(counts[key] == (key == .c ? nil : number + 1)) }
    #expect(CaseCounts<Only>()[.one] == nil)
  }
}
