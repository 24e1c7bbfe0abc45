extension DKIMFacts {
  /// Which programs make something else of a key than its owner meant.
  var receiverFindings: [Finding] {
    published.compactMap { selector in
      guard selector.answer.failure == nil, selector.key.map(\.isForEmail) ?? true,
        let difference = selector.receiverDifference
      else { return nil }
      return .receivers.dkim(
        selector.answer.canonicalName, difference, severity: difference.concernsWideUse ? .warning : .info)
    }
  }
}

extension DKIMSelectorAnswer {
  fileprivate var receiverDifference: ReceiverDifference<DKIMReceiverResult>? {
    let texts = answer.texts
    return texts.isEmpty ? nil : receivers(of: texts).difference
  }
}
