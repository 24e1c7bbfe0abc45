/// What every program makes of a good signature by the key that the texts at a selector hold.
struct DKIMReceivers: Sendable {
  /// In the order of the table.
  let readings: [ReceiverReading<DKIMReceiverResult>]
  /// Nil where all read the texts as they read the plain form of the key, or there is no key in them.
  let difference: ReceiverDifference<DKIMReceiverResult>?

  /// What is known of the forms of texts: most keys of most domains have one of a few. No `RecentValues`, which would hash them: of
  /// one domain alone, that costs more than it saves (`CaseSet`).
  private static let known = Guarded(KnownForms())

  private struct KnownForms {
    /// Few enough to be gone through.
    private static let maximumCount = 16

    private var forms: [(form: DKIMReadingForm, readings: [ReceiverReading<DKIMReceiverResult>])] = []
    private var next = 0

    subscript(form: DKIMReadingForm) -> [ReceiverReading<DKIMReceiverResult>]? {
      for index in forms.indices where forms[index].form == form { return forms[index].readings }
      return nil
    }

    /// Takes note of a form that is not known, in place of the one that has been there for longest.
    mutating func add(_ form: DKIMReadingForm, _ readings: [ReceiverReading<DKIMReceiverResult>]) {
      if forms.count < Self.maximumCount {
        forms.append((form, readings))
      } else {
        forms[next] = (form, readings)
        next = (next + 1) % Self.maximumCount
      }
    }
  }

  /// `texts` are in the order in which they came.
  init(_ texts: [CharacterStrings]) {
    let texts = texts.map(DKIMReaderText.init)
    let key = DKIMSigningKey(publishedIn: texts)
    readings = Self.readings(of: texts, signedWith: key)
    difference = key.flatMap { [readings] in Self.difference(texts, readings, $0) }
  }

  private static func difference(
    _ texts: [DKIMReaderText], _ readings: [ReceiverReading<DKIMReceiverResult>], _ key: DKIMSigningKey
  ) -> ReceiverDifference<DKIMReceiverResult>? {
    if let form = DKIMReadingForm(plainFormOf: key), let ideal = known.withLock({ $0[form] }),
      ideal == readings
    {
      return nil
    }
    let plain = key.plainRecord
    let ideal = [DKIMReaderText(plain)]
    return ReceiverDifference(
      readings, ideal: self.readings(of: ideal, signedWith: DKIMSigningKey(publishedIn: ideal)),
      meant: .pass, plain: plain)
  }

  private static func readings(
    of texts: [DKIMReaderText], signedWith key: DKIMSigningKey?
  ) -> [ReceiverReading<DKIMReceiverResult>] {
    func read() -> [ReceiverReading<DKIMReceiverResult>] {
      DKIMReader.all.map {
        ReceiverReading(receiver: $0.receiver, result: $0.result(of: texts, signedWith: key))
      }
    }
    guard texts.count == 1, let key, let form = DKIMReadingForm(texts[0], signedWith: key) else {
      return read()
    }
    if let readings = known.withLock({ $0[form] }) { return readings }
    let readings = read()
    known.withLock { $0.add(form, readings) }
    return readings
  }
}

extension DKIMSigningKey {
  /// The record that every program reads which can verify by such a key at all.
  fileprivate var plainRecord: [UInt8] {
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
