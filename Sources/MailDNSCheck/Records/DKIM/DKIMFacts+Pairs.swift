extension DKIMFacts {
  /// The selector that has the key in use while `answer`, that of the other one of its pair, has none; nil where that one is
  /// no pair's, or has no key either.
  func selectorInTurn(with answer: DKIMSelectorAnswer) -> DKIMSelector? {
    guard let partner = partner(of: answer), partner.key?.isUsable == true, !partner.isFromWildcard else {
      return nil
    }
    return partner.selector
  }

  /// Why it can't be said whether the key in use is at the other selector of the pair.
  func doubtInTurn(with answer: DKIMSelectorAnswer) -> Failure? { partner(of: answer)?.answer.failure }

  private func partner(of answer: DKIMSelectorAnswer) -> DKIMSelectorAnswer? {
    let name = answer.selector.text.asciiLowercased
    guard let other = DKIMSelectorPair.other(of: name),
      let partner = selectors.first(where: { $0.selector.text.asciiLowercased == other })
    else { return nil }
    // Others use the names of Microsoft's selectors, too: then nothing says that they go in turn.
    guard DKIMSelectorPair.office365.names.contains(name) else { return partner }
    return answer.microsoftTenant ?? partner.microsoftTenant == nil ? nil : partner
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
