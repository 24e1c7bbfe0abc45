extension DKIMFacts {
  /// Which programs make something else of a key than its owner meant.
  var receiverFindings: [Finding] {
    published.compactMap { selector in
      guard selector.answer.failure == nil, selector.key.map(\.isForEmail) ?? true,
        let difference = DKIMReader.difference(selector.answer.texts, readings: selector.readings(of:))
      else { return nil }
      return .receivers.dkim(
        selector.answer.canonicalName, difference, severity: difference.concernsWideUse ? .warning : .info)
    }
  }
}

extension DKIMReader {
  /// Nil where all read the texts as they read the plain form of the key, or there is no key in them.
  /// `readings` is what they make of the texts.
  static func difference(
    _ texts: [CharacterStrings],
    readings: ([CharacterStrings]) -> [ReceiverReading<DKIMReceiverResult>] = readings(of:)
  ) -> ReceiverDifference<DKIMReceiverResult>? {
    guard !texts.isEmpty, let key = DKIMSigningKey(publishedIn: texts) else { return nil }
    let plain = key.plainRecord
    // How a text is cut into strings is nothing to those who verify.
    guard texts.map(\.joined) != [plain] else { return nil }
    return ReceiverDifference(
      readings(texts), ideal: self.readings(of: [CharacterStrings(cutting: plain)]), meant: .pass,
      plain: plain)
  }
}

extension DKIMSigningKey {
  /// The record that every program reads which can verify by such a key at all.
  var plainRecord: [UInt8] {
    switch self {
    case .ed25519(let octets): return Array("v=DKIM1; k=ed25519; p=\(octets.base64Digits)".utf8)
    case .rsa(let modulus, let exponent):
      let numbers = [modulus, exponent].flatMap { (number: [UInt8]) -> [UInt8] in
        DERReader.Tag.integer.encoding(of: (number.first ?? 0) >= 0x80 ? [0] + number : number)
      }
      let bare = DERReader.Tag.sequence.encoding(of: numbers)
      let wrapped = DKIMPublicKey.subjectPublicKeyInfo(ofBare: bare) ?? bare
      return Array("v=DKIM1; k=rsa; p=\(wrapped.base64Digits)".utf8)
    }
  }
}
