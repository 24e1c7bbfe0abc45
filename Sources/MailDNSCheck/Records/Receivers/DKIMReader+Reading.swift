extension DKIMReader {
  /// What the program makes of a good signature by `key`, given the TXT records at the selector in the order in which they
  /// came. Without a key there is no good signature.
  func result(of texts: [CharacterStrings], signedWith key: DKIMSigningKey?) -> DKIMReceiverResult {
    result(of: texts.map(DKIMReaderText.init), signedWith: key)
  }

  func result(of texts: [DKIMReaderText], signedWith key: DKIMSigningKey?) -> DKIMReceiverResult {
    guard let key else { return rules.keyForm == .unparsed && verifiesAnything(texts) ? .pass : .fail }
    return verifies(texts, key) ? .pass : .fail
  }

  /// A program that does not look into keys may be content with what is none.
  private func verifiesAnything(_ texts: [DKIMReaderText]) -> Bool { verifies(texts, .ed25519([])) }

  private func verifies(_ texts: [DKIMReaderText], _ key: DKIMSigningKey) -> Bool {
    guard let text = selected(from: texts, for: key), let tags = text.tags(by: notation),
      rules.allow(tags, for: key)
    else { return false }
    if rules.keyForm == .unparsed { return rules.hasDigits(tags) }
    guard let found = rules.key(in: tags, for: key), found == key else { return false }
    if case .rsa = key { return found.bits >= rules.minimumBits }
    return true
  }

  private func selected(from texts: [DKIMReaderText], for key: DKIMSigningKey) -> DKIMReaderText? {
    switch selection {
    case .only: texts.count == 1 ? texts.first : nil
    case .first: texts.first
    case .firstUnlessOtherVersion:
      texts.first { text in
        !text.octets.starts(with: "v=".utf8) || text.octets.startsIgnoringCase(with: "v=DKIM")
      }
    case .firstReadable: texts.first { rules.key(in: $0.tags(by: notation), for: key) != nil }
    }
  }
}

extension DKIMReader.Rules {
  fileprivate func hasDigits(_ tags: DKIMReaderTags) -> Bool {
    guard let value = tags.key, !value.isEmpty else { return false }
    return tags.plainKey != nil || digits.decoded(value) != nil
  }

  /// The key that the program takes out of the tags to verify a signature by `key`; nil where it finds none.
  fileprivate func key(in tags: DKIMReaderTags?, for key: DKIMSigningKey) -> DKIMSigningKey? {
    guard let tags, let value = tags.key,
      let octets = tags.plainKey ?? digits.decoded(value).map(DKIMKeyOctets.init)
    else { return nil }
    let isEd25519: Bool
    switch keyType {
    case .decides: isEd25519 = tags.keyType.map { $0.elementsEqual("ed25519".utf8) } ?? false
    case .decidesOrRSA: isEd25519 = tags.keyType.map { $0.equalsIgnoringCase("ed25519") } ?? false
    case .ignored, .known, .onlyRSA: if case .ed25519 = key { isEd25519 = true } else { isEd25519 = false }
    }
    guard isEd25519 else { return octets.rsa(keyForm) }
    return ed25519 == .unsupported ? nil : octets.ed25519(wrapped: ed25519 == .bareOrWrapped)
  }

  /// Whether the tags but for the key let it be used for mail signed with SHA-256.
  fileprivate func allow(_ tags: DKIMReaderTags, for key: DKIMSigningKey) -> Bool {
    allowVersion(tags.version) && allowType(tags.keyType)
      && (tags.hashes.map { hashes.allow($0, ["sha256"], known: ["sha1", "sha256"]) } ?? true)
      && (tags.services.map { services.allow($0, ["*", "email"], known: []) } ?? true)
      && (!checksGranularity || allowGranularity(tags.granularity))
  }

  private func allowVersion(_ value: [UInt8]?) -> Bool {
    guard let value else { return true }
    switch version {
    case .ignored: return true
    case .exact: return value.elementsEqual("DKIM1".utf8)
    case .exactUnlessEmpty: return value.isEmpty || value.elementsEqual("DKIM1".utf8)
    }
  }

  private func allowType(_ value: [UInt8]?) -> Bool {
    guard let value else { return true }
    switch keyType {
    case .ignored, .decidesOrRSA: return true
    case .known: return value.equalsIgnoringCase("rsa") || value.equalsIgnoringCase("ed25519")
    case .onlyRSA: return value.isEmpty || value.elementsEqual("rsa".utf8)
    case .decides: return value.elementsEqual("rsa".utf8) || value.elementsEqual("ed25519".utf8)
    }
  }

  /// An empty one is for nobody; else nothing but stars matches an empty local part.
  private func allowGranularity(_ value: [UInt8]?) -> Bool { value.map { $0 == [UInt8(ascii: "*")] } ?? true }
}

extension DKIMReader.Rules.Members {
  /// Whether the list `value` has one of `wanted`.
  fileprivate func allow(_ value: [UInt8], _ wanted: [String], known: [String]) -> Bool {
    if case .ignored = self { return true }
    let members = value.split(at: UInt8(ascii: ":"))
    func isAmong(_ words: [String], _ member: [UInt8]) -> Bool {
      words.contains { member.elementsEqual($0.utf8) }
    }
    switch self {
    case .ignored: return true
    case .listIgnoringCase: return members.contains { isAmong(wanted, $0.lowercased) }
    case .listKnown: return members.contains { isAmong(known, $0.lowercased) }
    case .listAsWritten: return value.isEmpty || members.contains { isAmong(wanted, $0) }
    case .listTrimmed: return members.contains { isAmong(wanted, $0.strippedOfBlanks) }
    case .word: return isAmong(wanted, value)
    }
  }
}
