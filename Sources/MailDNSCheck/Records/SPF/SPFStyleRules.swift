/// What works in an SPF record, and is not as it should be: never a matter of the result (RFC 7208 §5, §3.4, §3.1).
extension SPFTree {
  var styleFindings: [Finding] {
    guard let own, let record = own.record else { return [] }
    return orderFindings(record, own.name) + termFindings(record, own.name) + sizeFindings(own)
      + addressFindings(own.name) + opacityFindings
      + (facts.obsoleteType?.records.isEmpty == false ? [.spfStyle.obsoleteType(own.name)] : [])
  }

  private func orderFindings(_ record: SPFRecord, _ name: DomainName) -> [Finding] {
    var findings: [Finding] = []
    let after = record.directives.count - record.testableDirectives.count
    if after > 0 { findings.append(.spfStyle.termsAfterAll(name, after)) }
    if record.all != nil, record.redirect != nil { findings.append(.spfStyle.redirectBesideAll(name)) }
    return findings
  }

  private func termFindings(_ record: SPFRecord, _ name: DomainName) -> [Finding] {
    var findings: [Finding] = []
    if record.directives.contains(where: { $0.mechanism.kind == .ptr }) {
      findings.append(.spfStyle.ptr(name))
    }
    // Names are the same in either case; that of a macro's letter says more, and is compared all the same: a term that is
    // there twice but for it hardly means to be.
    var seen: Set<String> = []
    for term in record.terms where !seen.insert(term.description.asciiLowercased).inserted {
      findings.append(.spfStyle.duplicate(name, VisibleText(record.text[term.range]).description))
    }
    return findings
  }

  /// Over 450 octets an answer may not fit a packet of 512 together with other records (§3.4).
  private func sizeFindings(_ own: SPFPublication) -> [Finding] {
    guard let text = own.text, text.count > Self.recommendedLength else { return [] }
    return [.spfStyle.long(own.name, text.count)]
  }

  private func addressFindings(_ name: DomainName) -> [Finding] {
    let networks = own?.record?.testableDirectives.compactMap { term -> IPNetwork? in
      if case .network(let network)? = term.mechanism, term.directive?.qualifier == .pass {
        network
      } else {
        nil
      }
    }
    return (networks ?? []).flatMap { network -> [Finding] in
      if network.address.isPrivate { return [.spfStyle.privateNetwork(name, network)] }
      let isWide = network.length < (network.address.isIPv4 ? Self.wideIPv4 : Self.wideIPv6)
      return isWide ? [.spfStyle.wideNetwork(name, network)] : []
    }
  }

  private var opacityFindings: [Finding] {
    hasMacros ? [.spfStyle.macros(facts.domain)] : []
  }

  static let recommendedLength = 450
  /// Shorter prefixes hold more hosts than any one organisation sends from.
  private static let wideIPv4 = 16
  private static let wideIPv6 = 32
}
