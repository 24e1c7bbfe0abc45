/// What MX records do wrong (RFC 5321 §5.1, RFC 7505).
extension MXFacts {
  var findings: [Finding] {
    switch status {
    case .unknown(let failure): [Finding(.mxUnknown(failure), domain)]
    case .implicit: [Finding(.mxImplicit, domain)]
    // A server may deny the name for MX alone; of a domain that does not exist nothing else is said than that.
    case .absent, .noSuchDomain: [Finding(.mxAbsent, domain)]
    case .nullMX: []
    case .found: exchangeFindings
    }
  }

  private var exchangeFindings: [Finding] {
    let leftovers = exchanges.filter { MicrosoftVerificationMX.matches($0.host) }
    let routed = exchanges.filter { !MicrosoftVerificationMX.matches($0.host) }
    if routed.isEmpty { return [Finding(.mxOnlyVerification, domain)] }
    var findings = routed.flatMap(Self.findings)
    if !isCutShort, routed.allSatisfy(\.isUnreachable) {
      findings.removeAll { $0.kind == .mxHostWithoutAddress }
      findings.append(Finding(.mxNoHostHasAddress, domain))
    }
    findings += leftovers.map { Finding(.mxVerificationLeftover, $0.host) }
    if isCutShort {
      findings.append(Finding(.mxTooMany(answer.records.count), domain))
    }
    return findings
  }

  private static func findings(_ exchange: MailExchange) -> [Finding] {
    let host = exchange.host
    if host.isRoot { return [Finding(.mxNullNotAlone, host)] }
    if let address = exchange.addressLiteral { return [Finding(.mxIsAddressLiteral(address), host)] }
    var findings: [Finding] = []
    if let target = exchange.alias { findings.append(Finding(.mxIsAlias(target: target), host)) }
    if let failure = exchange.addresses.failure {
      findings.append(Finding(.mxHostUnknown(failure), host))
    } else if exchange.addresses.isWithout {
      findings.append(Finding(.mxHostWithoutAddress, host))
    }
    findings += exchange.addresses.all.filter(\.isPrivate).prefix(1).map {
      Finding(.mxPrivateAddress($0), host)
    }
    return findings
  }
}
