/// One DKIM selector in full: its name and where that leads, the text published, and what a verifier makes of it.
struct DKIMKeyText {
  let selector: DKIMSelectorAnswer
  let language: Language

  /// The selector's name and, where it is a CNAME, the names that it leads to.
  var chain: String {
    ([selector.answer.question.name] + selector.answer.aliases.map(\.target)).map(\.description)
      .joined(separator: " → ")
  }

  /// The texts published, as they are: to be copied, not read.
  var texts: [String] { selector.answer.texts.map { "\"\(VisibleText($0.joined).description)\"" } }

  var lines: [String] {
    let answer = selector.answer
    var lines: [String] = []
    if let failure = answer.failure { return lines + [failure.wording[language]] }
    if selector.isFromWildcard { lines.append(Wording.wildcardAnswer[language]) }
    switch selector.selection.outcome {
    case .key(let key): lines += properties(of: key)
    case .malformed(let error): lines.append(error.wording[language])
    case .several: lines.append(Wording.severalKeys[language])
    case .absent: lines.append((answer.texts.isEmpty ? Wording.noRecord : .noKey)[language])
    }
    if let timeToLive = answer.timeToLive {
      lines.append(Wording.keptFor(TimeSpan(seconds: timeToLive).approximate)[language])
    }
    if answer.origin.isAuthenticated { lines.append(Wording.authenticatedFlag[language]) }
    return lines
  }

  private func properties(of key: DKIMKeyRecord) -> [String] {
    var type = key.publicKey.label[language]
    if case .rsa(_, let exponent?) = key.publicKey { type += ", e=\(exponent)" }
    if !key.isUsable, key.publicKey != .revoked {
      type += Wording.listSeparator[language] + Wording.keyUnusable[language]
    } else if let strength = key.publicKey.strength {
      type += Wording.listSeparator[language] + strength.wording[language]
    }
    var lines = [type]
    if key.acceptedHashes != CaseSet(DKIMKeyRecord.Hash.allCases) {
      lines.append("h=" + key.acceptedHashes.map(\.rawValue).sorted().joined(separator: ":"))
    }
    if key.services != [.all], key.isForEmail {
      lines.append("s=" + key.services.map(\.rawValue).sorted().joined(separator: ":"))
    }
    if key.isTesting { lines.append("t=y (\(Wording.testingKey[language]))") }
    if key.isStrictAboutSubdomains { lines.append("t=s") }
    return lines
  }
}
