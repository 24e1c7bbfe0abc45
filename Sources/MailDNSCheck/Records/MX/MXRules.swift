/// What MX records do wrong (RFC 5321 §5.1, RFC 7505).
extension MXFacts {
  var findings: [Finding] {
    switch status {
    case .unknown(let failure): [.mx.unknown(domain, failure)]
    case .implicit: [.mx.implicit(domain, implicitHost)]
    // A server may deny the name for MX alone; of a domain that does not exist nothing else is said than that.
    case .absent, .noSuchDomain: [.mx.absent(domain)]
    case .nullMX: []
    case .found: exchangeFindings
    }
  }

  /// The host that stands in for an MX record; nil where it can't be reached from the Internet.
  private var implicitHost: DomainName? {
    addresses.firstUnreachable != nil ? nil : addresses.aliases.last?.target ?? domain
  }

  private var exchangeFindings: [Finding] {
    let leftovers = exchanges.filter(\.isVerification)
    let routed = leftovers.isEmpty ? exchanges : exchanges.filter { !$0.isVerification }
    if routed.isEmpty { return leftovers.prefix(1).map { .mx.onlyVerification(domain, $0.host) } }
    var findings: [Finding] = []
    for exchange in routed { findings += self.findings(exchange) }
    if !isCutShort, routed.allSatisfy(\.isUnreachable) {
      findings.removeAll { $0.isOf(Finding.mx.hostWithoutAddress) }
      findings.append(.mx.noHostHasAddress(domain))
    }
    findings += leftovers.map {
      .mx.verificationLeftover($0.host, MXCorrection($0, of: domain, naming: nil))
    }
    if isCutShort {
      findings.append(.mx.tooMany(domain, answer.records.count))
    }
    return findings
  }

  private func findings(_ exchange: MailExchange) -> [Finding] {
    let host = exchange.host
    func naming(_ target: DomainName?) -> MXCorrection { MXCorrection(exchange, of: domain, naming: target) }
    if host.isRoot {
      return [.mx.nullNotAlone(host, (correction: naming(nil), isOnly: answer.records.count == 1))]
    }
    if let address = exchange.addressLiteral {
      let name = try? domain.prepending("mail")
      return [.mx.isAddressLiteral(host, (address: address, correction: naming(name)))]
    }
    var findings: [Finding] = []
    if let target = exchange.alias {
      findings.append(.mx.isAlias(host, (target: target, correction: naming(target))))
    }
    if let failure = exchange.addresses.failure {
      findings.append(.mx.hostUnknown(host, failure))
    } else if exchange.addresses.isWithout {
      findings.append(.mx.hostWithoutAddress(host))
    }
    if let address = exchange.addresses.firstUnreachable {
      findings.append(.mx.privateAddress(host, address))
    }
    return findings
  }
}
