/// A term that an SPF record lacks, and the record with it.
struct SPFAddition: Sendable {
  let term: String
  /// The record to publish in place of the present one; nil where there is none that the term could be put into.
  let edit: RecordEdit?
  /// Look-ups with it, where they are more than are allowed: the term alone would break the record.
  let excess: Int?
}

extension SPFAddition {
  /// `term` is text of the program's or the policy's.
  init(_ term: String, to tree: SPFTree) {
    self.term = term
    excess = Self.excess(of: term, in: tree)
    edit = excess == nil && tree.errors.isEmpty ? tree.own.flatMap { Self.edit($0, term) } : nil
  }

  private static func excess(of term: String, in tree: SPFTree) -> Int? {
    // A word looks up one name at most.
    let words = term.utf8.count(where: { $0 == 0x20 }) + 1
    guard tree.lookups + words > SPFTree.lookupLimit else { return nil }
    let count = tree.lookups + ((try? SPFRecord.shared(Array("v=spf1 \(term)".utf8)))?.lookupTerms.count ?? 0)
    return count > SPFTree.lookupLimit && count > tree.lookups ? count : nil
  }

  /// Before what decides for everybody else: `all`, or `redirect` where there is none.
  private static func edit(_ own: SPFPublication, _ term: String) -> RecordEdit? {
    guard let record = own.record else { return nil }
    let end = record.terms.first(where: \.isAll) ?? record.terms.first { $0.redirect != nil }
    let place = end?.range.lowerBound ?? record.text.count
    let before = record.text[..<place].lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? 0
    var text = Array(record.text[..<before]) + [0x20] + term.utf8
    if place < record.text.count { text += [0x20] + record.text[place...] }
    guard (try? SPFRecord.shared(text)) != nil else { return nil }
    return .text(text, at: own.answer.canonicalName, removing: .text(record.text))
  }

  /// What to do.
  var remedy: Wording {
    let english = "Add to the SPF record, before its `all`: \(term)"
    let japanese = "SPFレコードの `all` の前に \(term) を追加してください"
    guard let excess else { return Wording(english, japanese + "。") }
    return Wording(
      english
        + " (that makes \(excess) look-ups, and \(SPFTree.lookupLimit) are allowed: first replace another term by `ip4:` or `ip6:`)",
      japanese
        + "(DNS参照が\(excess)回になり、上限の\(SPFTree.lookupLimit)回を超えるため、先にほかの項を `ip4:`・`ip6:` に置き換えてください)。")
  }
}
