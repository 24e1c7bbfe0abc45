extension MailUse {
  init(_ apex: ApexFacts, mx: MXFacts, dkim: DKIMFacts?) {
    switch mx.status {
    case .found: takes = mx.exchanges.contains { !$0.isVerification }
    case .implicit: takes = true
    case .nullMX, .absent, .noSuchDomain: takes = false
    case .unknown: takes = nil
    }
    sends =
      SPFPublication(apex.domain, apex.text).record?.letsAnybodySend ?? false
      || dkim?.keys.contains { $0.publicKey != .revoked } == true
  }
}

extension SPFRecord {
  /// Whether some sender could pass, short of asking: `v=spf1 -all` lets nobody.
  fileprivate var letsAnybodySend: Bool {
    effectiveRedirect != nil || testableDirectives.contains { $0.directive?.qualifier != .fail }
  }
}
