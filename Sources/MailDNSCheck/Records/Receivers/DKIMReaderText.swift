/// One text at a selector, and what is the same in it to several programs, so that it is taken once.
struct DKIMReaderText: Sendable {
  let octets: [UInt8]
  /// The tags, where all programs agree on them.
  let plainTags: DKIMReaderTags?

  /// How a text is cut into strings is nothing to those who verify.
  init(_ strings: CharacterStrings) { self.init(strings.joined) }

  init(_ octets: [UInt8]) {
    self.octets = octets
    plainTags = DKIMReaderTags(plain: octets)
  }

  /// The tags as `notation` takes them; nil where it can't read the text.
  func tags(by notation: DKIMReader.Notation) -> DKIMReaderTags? {
    guard var tags = plainTags, octets.count <= notation.longestText ?? .max else {
      return notation.tags(of: octets)
    }
    if case .lastLetters = notation {
      // It takes no others.
      (tags.version, tags.hashes, tags.services, tags.granularity) = (nil, nil, nil, nil)
    }
    return tags
  }
}
