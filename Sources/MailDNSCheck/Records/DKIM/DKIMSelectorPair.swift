/// Two selectors that a signer uses in turn: it signs with one of them until it changes to the other, and the one that is
/// not in use may have no key, for months.
struct DKIMSelectorPair: Hashable, Sendable {
  let first: String
  let second: String

  /// Microsoft has a key at the selector in use; at the other one only from the first rotation on.
  static let office365 = DKIMSelectorPair(first: "selector1", second: "selector2")
  /// IIJ SecureMX changes from one to the other every few months.
  static let secureMX = DKIMSelectorPair(first: "key1.smx", second: "key2.smx")

  var names: [String] { [first, second] }

  /// The selector that is used in turn with `selector`; nil for one of no known pair. Those of a domain that Microsoft
  /// itself gave, `selector1-<token>`, are a pair as well.
  static func other(of selector: DKIMSelector) -> DKIMSelector? {
    let text = selector.text.asciiLowercased
    for pair in [office365, secureMX] {
      if text == pair.first { return DKIMSelector(pair.second) }
      if text == pair.second { return DKIMSelector(pair.first) }
    }
    for (name, other) in [(office365.first, office365.second), (office365.second, office365.first)]
    where text.hasPrefix(name + "-") {
      return DKIMSelector(other + text.dropFirst(name.utf8.count))
    }
    return nil
  }
}

extension DKIMFacts {
  /// The selector that has the key in use while `answer`, that of the other one of its pair, has none; nil where that one is
  /// no pair's, or has no key either.
  func selectorInTurn(with answer: DKIMSelectorAnswer) -> DKIMSelector? {
    guard let other = DKIMSelectorPair.other(of: answer.selector),
      let partner = selectors.first(where: { $0.selector == other }),
      partner.key?.isUsable == true, !partner.isFromWildcard
    else { return nil }
    // Others use the names of Microsoft's selectors, too: then nothing says that they go in turn.
    let isMicrosofts = DKIMSelectorPair.office365.names.contains(answer.selector.text.asciiLowercased)
    return !isMicrosofts || partner.microsoftTenant != nil ? other : nil
  }
}

extension DKIMSelectorAnswer {
  /// Why a CNAME of this selector's that leads to no key is as it should be.
  enum Rest: Hashable, Sendable {
    /// Its signer has not begun to use it.
    case notYet
    /// Its signer uses the other selector of the pair.
    case inTurn(with: DKIMSelector)
  }
}

extension DKIMFacts {
  /// Nil for a selector that ought to have a key.
  func rest(of answer: DKIMSelectorAnswer) -> DKIMSelectorAnswer.Rest? {
    if let other = selectorInTurn(with: answer) { return .inTurn(with: other) }
    return answer.microsoftTenant?.selector == DKIMSelectorPair.office365.second ? .notYet : nil
  }
}
