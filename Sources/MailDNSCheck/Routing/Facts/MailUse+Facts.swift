extension MailUse {
  init(_ apex: ApexFacts, mx: MXFacts, dkim: DKIMFacts?) {
    switch mx.status {
    case .found: takes = mx.exchanges.contains { !$0.isVerification }
    case .implicit: takes = true
    case .nullMX, .absent, .noSuchDomain: takes = false
    case .unknown: takes = nil
    }
    sends =
      SPFPublication(apex.domain, apex.text).isMeantToLetSend
      || dkim?.published.contains { $0.key.map { $0.publicKey != .revoked } == true } == true
  }
}

extension SPFPublication {
  /// Whether what is published is meant to let some sender pass, broken or not: who mends it sends mail.
  fileprivate var isMeantToLetSend: Bool {
    func sends(_ text: [UInt8]?) -> Bool {
      text.flatMap { try? SPFRecord.shared($0) }.map(\.letsAnybodySend) ?? true
    }
    return switch content {
    case .record(let record): record.letsAnybodySend
    case .syntaxErrors(_, let text): sends(SPFRepair.record(text))
    case .several: answer.texts.map(\.joined).filter(SPFRecordSelection.isSelected).contains(where: sends)
    case .absent(let nearMisses): nearMisses.contains { sends(SPFRepair.record($0)) }
    case .unknown: false
    }
  }
}

extension SPFRecord {
  /// Whether some sender could pass, short of asking: `v=spf1 -all` lets nobody.
  fileprivate var letsAnybodySend: Bool {
    for case .directive(let directive) in terms.lazy.map(\.content) {
      if directive.qualifier != .fail { return true }
      // Whatever follows is ignored, and so is `redirect`.
      if case .all = directive.mechanism { return false }
    }
    return redirect != nil
  }
}
