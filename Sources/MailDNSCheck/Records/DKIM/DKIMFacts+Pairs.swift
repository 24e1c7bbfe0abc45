extension DKIMFacts {
  /// The selector that has the key in use while `answer`, that of the other one of its pair, has none; nil where that one is
  /// no pair's, or has no key either.
  func selectorInTurn(with answer: DKIMSelectorAnswer) -> DKIMSelector? {
    guard
      let other = DKIMSelectorPair.other(of: answer.selector.text.asciiLowercased).flatMap({
        DKIMSelector($0)
      }),
      let partner = selectors.first(where: { $0.selector == other }),
      partner.key?.isUsable == true, !partner.isFromWildcard
    else { return nil }
    // Others use the names of Microsoft's selectors, too: then nothing says that they go in turn.
    let isMicrosofts = DKIMSelectorPair.office365.names.contains(answer.selector.text.asciiLowercased)
    return !isMicrosofts || partner.microsoftTenant != nil ? other : nil
  }

  /// Nil for a selector that ought to have a key.
  func rest(of answer: DKIMSelectorAnswer) -> DKIMSelectorAnswer.Rest? {
    if answer.microsoftTenant?.selector == DKIMSelectorPair.office365.second { return .notYet }
    return selectorInTurn(with: answer).map { .inTurn(with: $0) }
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
