/// What works in an SPF record, and is not as it should be: never a matter of the result (RFC 7208 §5, §3.4, §3.1).
extension SPFTree {
  var styleFindings: [Finding] {
    guard let own, let record = own.record else { return [] }
    return orderFindings(record, own.name) + voidFindings + termFindings(record, own.name) + sizeFindings(own)
      + addressFindings(own.name) + crowdFindings + opacityFindings
      + (facts.obsoleteType?.records.isEmpty == false ? [.spfStyle.obsoleteType(own.name)] : [])
  }

  private func orderFindings(_ record: SPFRecord, _ name: DomainName) -> [Finding] {
    var findings: [Finding] = []
    let after = record.terms.count(where: \.isDirective) - record.testableDirectives.count
    if after > 0 { findings.append(.spfStyle.termsAfterAll(name, after)) }
    if record.all != nil, record.redirect != nil { findings.append(.spfStyle.redirectBesideAll(name)) }
    return findings
  }

  private func termFindings(_ record: SPFRecord, _ name: DomainName) -> [Finding] {
    var findings: [Finding] = []
    if record.terms.contains(where: \.isPTR) {
      findings.append(.spfStyle.ptr(name))
    }
    // Names are the same in either case; that of a macro's letter says more, and is compared all the same: a term that is
    // there twice but for it hardly means to be.
    var seen = SmallSet<[UInt8]>()
    for term in record.terms where !seen.insert(record.comparable(term)) {
      findings.append(.spfStyle.duplicate(name, VisibleText(record.text[term.range]).description))
    }
    return findings
  }

  /// Terms that lead to nothing for anybody; of an include that does, the missing record is said. Beyond the limit the record
  /// is in error, and says so.
  private var voidFindings: [Finding] {
    let terms = voidTerms.filter { $0.families == AddressFamily.allCases && !$0.leadsToRecord }
    guard !terms.isEmpty, voidLookups.beyondLimit.isEmpty else { return [] }
    let texts = terms.map { shown($0.text, of: $0.owner) }
    return [.spfStyle.voidTerms(facts.domain, (terms: texts, edits: edits(mending: terms)))]
  }

  /// Over 450 octets an answer may not fit a packet of 512 together with other records; those at the name count too (§3.4).
  private func sizeFindings(_ own: SPFPublication) -> [Finding] {
    guard let text = own.text else { return [] }
    if text.count > Self.recommendedLength {
      return [.spfStyle.long(own.name, (octets: text.count, answer: nil))]
    }
    let answer = own.answer.textAnswerSize
    return answer > Self.recommendedAnswer
      ? [.spfStyle.long(own.name, (octets: text.count, answer: answer))] : []
  }

  /// Hosts of `mx` that have more addresses of a family than may be looked at, by one reading of §4.6.4.
  private var crowdFindings: [Finding] {
    guard references.contains(where: { $0.kind == .mx }) else { return [] }
    return references.filter { $0.kind == .mx }.compactMap(\.name).uniqued
      .flatMap { facts.lookups[Question($0, .mx)]?.exchanges ?? [] }.uniqued
      .compactMap { host in
        let most =
          AddressFamily.allCases.map { facts.lookups[Question(host, $0.recordType)]?.records.count ?? 0 }
          .max() ?? 0
        return most > SPFEvaluator.maximumExchanges ? .spfStyle.manyAddresses(host, most) : nil
      }
  }

  private func addressFindings(_ name: DomainName) -> [Finding] {
    (own?.record?.networks ?? []).flatMap { network -> [Finding] in
      if network.isUnreachable { return [.spfStyle.privateNetwork(name, network)] }
      let isWide = network.length < (network.address.isIPv4 ? Self.wideIPv4 : Self.wideIPv6)
      return isWide ? [.spfStyle.wideNetwork(name, network)] : []
    }
  }

  private var opacityFindings: [Finding] {
    hasMacros ? [.spfStyle.macros(facts.domain)] : []
  }

  static let recommendedLength = 450
  /// Octets of a message over UDP without EDNS (RFC 1035 §4.2.1).
  static let recommendedAnswer = 512
  /// Shorter prefixes hold more hosts than any one organisation sends from.
  private static let wideIPv4 = 16
  private static let wideIPv6 = 32
}

extension SPFTerm {
  fileprivate var isPTR: Bool {
    if case .directive(let directive) = content, case .ptr = directive.mechanism { true } else { false }
  }
}

extension SPFRecord {
  /// Octets of the canonical text of `term` in lower case.
  fileprivate func comparable(_ term: SPFTerm) -> [UInt8] {
    let published = text[term.range]
    // Nothing but a `+`, a length, a macro, and an address is written in more than one way, apart from its case.
    if case .network? = term.mechanism { return Array(term.description.utf8) }
    let isCanonical = !published.contains {
      $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "%")
    }
    return isCanonical ? published.map(\.asciiLowercased) : term.description.utf8.map(\.asciiLowercased)
  }
}

extension Answer {
  /// Octets of a message with the TXT records found, each owner's name a pointer (RFC 1035 §4.1).
  fileprivate var textAnswerSize: Int {
    let head = 12 + question.name.wireLength + 4
    return texts.reduce(head) { $0 + 12 + $1.wireLength }
  }
}
