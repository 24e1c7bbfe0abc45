/// What a domain's DKIM keys do wrong, and what can't be known of them (RFC 6376, RFC 8301).
extension DKIMFacts {
  /// `isSigner` says of a name whether it is in the zone of somebody known who signs.
  func findings(_ use: MailUse, isSigner: (DomainName) -> Bool = { _ in false }) -> [Finding] {
    var dots: [(name: DomainName, dot: MissingFinalDot)] = []
    for selector in published {
      guard case .dangling = selector.status,
        let dot = selector.answer.missingFinalDot(below: domain, where: isSigner)
      else { continue }
      dots.append((selector.answer.question.name, dot))
    }
    var findings: [Finding] = []
    // What a wildcard gives is judged once.
    for answer in published where !answer.isFromWildcard || answer.selector == .every {
      if dots.contains(where: { $0.name == answer.answer.question.name }) { continue }
      findings += self.findings(answer)
    }
    findings += dots.map { .dkim.finalDotMissing($0.name, $0.dot) }
    findings += namedFindings
    if dots.isEmpty { findings += absenceFindings(use) }
    findings += failureFindings
    findings += wildcardFindings(use)
    findings += denialFindings
    findings += delegationFindings
    return findings
  }

  /// Whether the finding says that there are no keys, or none that are known.
  static func isAbsence(_ finding: Finding) -> Bool {
    finding.isOf(Finding.dkim.missing) || finding.isOf(Finding.dkim.notFound)
      || finding.isOf(Finding.dkim.selectorsUnknown) || finding.isOf(Finding.dkim.inconclusive)
  }

  /// A denial that DNSSEC proves is kept by every validating resolver, which then denies the keys, too (RFC 8198).
  private var denialFindings: [Finding] {
    guard isDenialFalse else { return [] }
    let severity: Severity = namespace.origin.isAuthenticated ? .warning : .info
    return [.dkim.namespaceDenied(namespace.question.name, severity: severity)]
  }

  private var delegationFindings: [Finding] {
    possibleDelegations > Self.maximumDelegations
      ? [.dkim.delegationsMany(namespace.question.name, possibleDelegations)] : []
  }

  /// A revoked key at every selector is how a domain without mail says that nobody signs in its name.
  private func wildcardFindings(_ use: MailUse) -> [Finding] {
    hasWildcard == true && (use.isActive || wildcardKeyIsRevoked != true)
      ? [.dkim.wildcard(namespace.question.name, wildcardKey != nil)] : []
  }

  private func findings(_ selector: DKIMSelectorAnswer) -> [Finding] {
    let name = selector.answer.question.name
    let size = selector.answer.texts.reduce(0) { $0 + $1.joined.count }
    let large: [Finding] = size > Self.largestAnswer ? [.dkim.large(name, size)] : []
    return large + statusFindings(selector, name)
  }

  /// Octets of text that an answer over UDP has room for beside the question and the records' heads.
  private static let largestAnswer = 1100

  private func statusFindings(_ selector: DKIMSelectorAnswer, _ name: DomainName) -> [Finding] {
    switch selector.status {
    case .key(let key):
      let strays = selector.selection.readings.count - 1
      return findings(key, name) + formFindings(key, selector)
        + (strays > 0 ? [.dkim.strayText(name, strays)] : [])
    case .malformed(let error):
      return [.dkim.malformed(name, (error: error, text: selector.malformedText ?? []))]
    case .several: return [.dkim.severalKeys(name)]
    case .dangling:
      let rest = rest(of: selector)
      if rest == nil, doubtInTurn(with: selector) != nil { return [] }
      return [
        .dkim.dangling(
          name, (target: selector.answer.canonicalName, rest: rest),
          severity: rest == nil ? .warning : .info)
      ]
    case .absent, .unknown: return []
    }
  }

  private func findings(_ key: DKIMKeyRecord, _ name: DomainName) -> [Finding] {
    var findings: [Finding] = []
    switch key.publicKey {
    case .rsa(let bits, _) where bits < DKIMPublicKey.minimumBits:
      // Where a selector could not be asked, a better key may be there.
      let isOnly =
        failure == nil
        && keys.allSatisfy { $0.publicKey.strength == .unusable || $0.publicKey.strength == nil }
      findings.append(.dkim.keyUnusable(name, bits, severity: isOnly ? .critical : .warning))
    case .rsa(let bits, _) where bits < DKIMPublicKey.recommendedBits:
      findings.append(.dkim.keyShort(name, bits))
    case .unknownType(let type): findings.append(.dkim.keyTypeUnknown(name, type))
    case .revoked: findings.append(.dkim.revoked(name))
    case .rsa, .ed25519: break
    }
    findings += key.exclusions.map { .dkim.keyNotForMail(name, $0) }
    if key.isTesting { findings.append(.dkim.testing(name)) }
    return findings
  }

  /// What is unusual in how a key is written down.
  private func formFindings(_ key: DKIMKeyRecord, _ selector: DKIMSelectorAnswer) -> [Finding] {
    let name = selector.answer.canonicalName
    var findings: [Finding] = []
    if !key.isVersionFirst { findings.append(.dkim.versionNotFirst(selector.answer.question.name)) }
    if let wrapped = key.wrappedKey, let text = selector.keyText {
      // Without blanks between the tags, so that nobody breaks a line there.
      let tags = TagList(text).tags.map { tag in
        Array(tag.name.utf8) + [UInt8(ascii: "=")] + (tag.name == "p" ? Array(wrapped.utf8) : tag.value)
      }
      findings.append(.dkim.keyPKCS1(name, Array(tags.joined(separator: [UInt8(ascii: ";")]))))
    }
    return findings
  }

  private var namedFindings: [Finding] {
    guard !named.isEmpty else { return [] }
    let missing = selectors.filter { selector in
      named.contains(selector.selector) && selector.status == .absent && doubtInTurn(with: selector) == nil
    }
    return missing.map { selector in
      let other = selectorInTurn(with: selector)
      return .dkim.selectorMissing(
        selector.answer.question.name, MissingSelector(other: other, hasText: selector.hasOtherText),
        severity: other == nil ? .warning : .info)
    }
  }

  private func absenceFindings(_ use: MailUse) -> [Finding] {
    // Nobody misses keys where there is no mail. Where a selector could not be asked, there may be a key at it.
    guard use.isActive, published.allSatisfy({ $0.status == .dangling || $0.key?.publicKey == .revoked })
    else { return [] }
    let name = namespace.question.name
    switch existence {
    case .none: return [.dkim.missing(name, selectors.count)]
    // What is published is then at selectors that are known, and no key.
    case .exists where !published.isEmpty || selectors.contains(where: \.hasOtherText):
      return [.dkim.notFound(name, selectors.count)]
    case .exists:
      return [.dkim.selectorsUnknown(name, selectors.count)]
    case .inconclusive:
      return [.dkim.notFound(name, selectors.count)] + (isComplete ? [] : [.dkim.inconclusive(name)])
    case .unknown:
      return [.dkim.notFound(name, selectors.count)]
    }
  }

  private var failureFindings: [Finding] {
    // Where nothing can be told there may be something, so that all are among `published`; what a wildcard gives has not failed.
    let failed = published.map(\.answer).filter { $0.failure != nil }
    guard let failure = failed.first?.failure ?? (published.isEmpty ? namespace.failure : nil) else {
      return []
    }
    // A selector that fails beside others that are there is told by its name; many are told once.
    if failed.count == 1, let only = failed.first {
      return [.dkim.unknown(only.question.name, (failure: failure, selectors: 1))]
    }
    return [.dkim.unknown(namespace.question.name, (failure: failure, selectors: failed.count))]
  }
}
