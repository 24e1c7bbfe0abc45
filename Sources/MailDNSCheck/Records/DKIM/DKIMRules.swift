/// What a domain's DKIM keys do wrong, and what can't be known of them (RFC 6376, RFC 8301).
extension DKIMFacts {
  func findings(_ use: MailUse) -> [Finding] {
    published.flatMap(findings) + namedFindings + absenceFindings(use) + failureFindings
      + wildcardFindings(use) + delegationFindings
  }

  private var delegationFindings: [Finding] {
    possibleDelegations > Self.maximumDelegations
      ? [Finding(.dkimDelegationsMany(possibleDelegations), namespace.question.name)] : []
  }

  /// A revoked key at every selector is how a domain without mail says that nobody signs in its name.
  private func wildcardFindings(_ use: MailUse) -> [Finding] {
    hasWildcard == true && (use.isActive || wildcardKeyIsRevoked != true)
      ? [Finding(.dkimWildcard, namespace.question.name)] : []
  }

  private func findings(_ selector: DKIMSelectorAnswer) -> [Finding] {
    let name = selector.answer.question.name
    let size = selector.answer.texts.reduce(0) { $0 + $1.joined.count }
    let large = size > Self.largestAnswer ? [Finding(.dkimLarge(octets: size), name)] : []
    return large + statusFindings(selector, name)
  }

  /// Octets of text that an answer over UDP has room for beside the question and the records' heads.
  private static let largestAnswer = 1100

  private func statusFindings(_ selector: DKIMSelectorAnswer, _ name: DomainName) -> [Finding] {
    switch selector.status {
    case .key(let key):
      let strays = selector.selection.readings.count - 1
      return findings(key, name) + (strays > 0 ? [Finding(.dkimStrayText(count: strays), name)] : [])
    case .malformed(let error):
      return [Finding(.dkimMalformed(error, text: selector.malformedText ?? []), name)]
    case .several: return [Finding(.dkimSeveralKeys, name)]
    case .dangling:
      // Office365 publishes the second key at its first rotation only.
      let isNormal = selector.microsoftTenant?.selector == "selector2"
      return [Finding(.dkimDangling(target: selector.answer.canonicalName, isNormal: isNormal), name)]
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
      findings.append(Finding(.dkimKeyUnusable(bits: bits), name, severity: isOnly ? .critical : .warning))
    case .rsa(let bits, _) where bits < DKIMPublicKey.recommendedBits:
      findings.append(Finding(.dkimKeyShort(bits: bits), name))
    case .unknownType(let type): findings.append(Finding(.dkimKeyTypeUnknown(type), name))
    case .revoked: findings.append(Finding(.dkimRevoked, name))
    case .rsa, .ed25519: break
    }
    if !key.acceptsSHA256 || !key.isForEmail { findings.append(Finding(.dkimKeyNotForMail, name)) }
    if key.isTesting { findings.append(Finding(.dkimTesting, name)) }
    return findings
  }

  private var namedFindings: [Finding] {
    selectors.filter { named.contains($0.selector) && $0.status == .absent }
      .map { Finding(.dkimSelectorMissing, $0.answer.question.name) }
  }

  private func absenceFindings(_ use: MailUse) -> [Finding] {
    // Nobody misses keys where there is no mail. Where a selector could not be asked, there may be a key at it.
    guard use.isActive, published.allSatisfy({ $0.status == .dangling || $0.key?.publicKey == .revoked })
    else { return [] }
    let name = namespace.question.name
    switch existence {
    case .none: return [Finding(.dkimMissing, name)]
    // What is published is then at selectors that are known, and no key.
    case .exists where !published.isEmpty:
      return [Finding(.dkimNotFound(asked: selectors.count), name)]
    case .exists:
      return [Finding(.dkimSelectorsUnknown(asked: selectors.count), name)]
    case .inconclusive:
      return [
        Finding(.dkimNotFound(asked: selectors.count), name),
        Finding(.dkimInconclusive, name),
      ]
    case .unknown:
      return [Finding(.dkimNotFound(asked: selectors.count), name)]
    }
  }

  private var failureFindings: [Finding] {
    let failed = selectors.filter { $0.answer.failure != nil }
    guard let failure = failed.first?.answer.failure ?? (published.isEmpty ? namespace.failure : nil) else {
      return []
    }
    // A selector that fails beside others that are there is told by its name; many are told once.
    if failed.count == 1, let only = failed.first {
      return [Finding(.dkimUnknown(failure, selectors: 1), only.answer.question.name)]
    }
    return [Finding(.dkimUnknown(failure, selectors: failed.count), namespace.question.name)]
  }
}
