import FoundationEssentials
import Testing

@testable import MailDNSCheck

@Suite("Records of which all programs take the same tags")
struct PlainRecordTests {
  private static let policies = [
    "v=DMARC1", "v=dmarc1", "p=reject", "p=none", "P=Quarantine", "sp=none", "np=x", "pct=50", "pct=",
    "rua=mailto:a@example.jp", "rua=mailto:a@example.jp,", "ruf=mailto:a@example.jp?x=y", "fo=1:d", "rf=afrf",
    "ri=86400", "adkim=s", "aspf=Strict", "t=y", "psd=u", "x=1", "p:none", "p-none", "\"p=none\"", "p=\\;",
    "p =none", "p= none", "0", "", "é=1",
  ]
  private static let rsaKey = KeyFixtures.spki2048.filter { !$0.isWhitespace }
  private static let keys = [
    "v=DKIM1", "k=rsa", "k=ed25519", "K=rsa", "h=sha256", "h=sha1:sha256", "h=", "s=email", "s=*:x", "g=*",
    "t=s", "n=note", "n=a note", "p=", "p=AAAA", "p=A", "P=MA==", "p=MA==", "p=M=A=", "pk=x", "q", "", "é=1",
    "p=\(rsaKey)", "p=\(KeyFixtures.rfc8463Ed25519)",
  ]

  private func text(_ start: String, _ pieces: [String], _ generator: inout SeededGenerator) -> [UInt8] {
    var octets = Array(start.utf8)
    for _ in 0..<Int.random(in: 0...5, using: &generator) {
      octets += Array(pieces.randomElement(using: &generator)!.utf8)
      octets += Array(
        [";", "; ", "; ", ";  ", " ;", ";;", "", " ", "\t"].randomElement(using: &generator)!.utf8)
    }
    if !octets.isEmpty, Int.random(in: 0..<8, using: &generator) == 0 {
      octets[Int.random(in: octets.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    return octets
  }

  /// What the program makes of the texts by its own selection and notation.
  private func longWay(
    _ reader: DMARCReader, _ texts: [CharacterStrings], _ isOfParent: Bool
  ) -> DMARCReceiverResult {
    switch reader.selected(from: texts) {
    case .nothing: .ignored
    case .unusable: reader.rules.withoutPolicy
    case .text(let text): reader.verdict(on: text, isForSubdomain: isOfParent)
    }
  }

  @Test("a policy read of shared tags is the one that each program reads itself", arguments: 1...20)
  func policies(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var plainCount = 0
    for _ in 0..<500 {
      let texts = [CharacterStrings(cutting: text("v=DMARC1; p=none; ", Self.policies, &generator))]
      for isOfParent in [false, true] {
        let place = DMARCReadingPlace(texts: texts, isOfParent: isOfParent)
        plainCount += place.plainTags == nil ? 0 : 1
        for reader in DMARCReader.all {
          #expect(
            reader.result(at: [place]) == longWay(reader, texts, isOfParent),
            "\(reader.receiver.name) \(String(decoding: texts[0].joined, as: UTF8.self))")
        }
      }
    }
    #expect(plainCount > 50)
  }

  @Test("a plain form that is the record's own is the one written from its tags", arguments: 1...20)
  func plainForms(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = text("v=DMARC1; p=none; ", Self.policies, &generator)
      let selection = DMARCSelection([CharacterStrings(cutting: text)])
      guard !selection.records.isEmpty else { continue }
      let (form, written) = (DMARCPlainForm(selection), DMARCPlainForm(text, TagList(text)))
      #expect(form?.text == written?.text, "\(String(decoding: text, as: UTF8.self))")
      #expect(form?.policy == written?.policy)
      #expect(form?.percentage == written?.percentage)
      #expect(form?.isWhole == written?.isWhole)
    }
  }

  @Test("a key's shared tags are those that each notation takes", arguments: 1...20)
  func keys(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var plainCount = 0
    for _ in 0..<500 {
      let text = DKIMReaderText(text("", Self.keys, &generator))
      guard text.plainTags != nil else { continue }
      plainCount += 1
      for reader in DKIMReader.all {
        var tags = text.tags(by: reader.notation)
        tags?.plainKey = nil
        #expect(
          tags == reader.notation.tags(of: text.octets),
          "\(reader.receiver.name) \(String(decoding: text.octets, as: UTF8.self))")
      }
      // A piece more, and an empty one, make it a text for the long way.
      let long = DKIMReaderText(Array("n=;;".utf8) + text.octets)
      #expect(long.plainTags == nil)
      #expect(DKIMSigningKey(publishedIn: [text]) == DKIMSigningKey(publishedIn: [long]))
    }
    #expect(plainCount > 10)
  }

  @Test("what is known of a form is what every program makes of each key in it", arguments: 1...20)
  func forms(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var formCount = 0
    for _ in 0..<500 {
      let octets = text(
        "p=\(Self.rsaKey.prefix(392 - 4 * .random(in: 0...1, using: &generator))); ", Self.keys, &generator)
      let texts = [CharacterStrings(cutting: octets)]
      let key = DKIMSigningKey(publishedIn: texts)
      if let key, DKIMReadingForm(DKIMReaderText(octets), signedWith: key) != nil { formCount += 1 }
      // Once as it is, and once as it is known from then on.
      for _ in 0..<2 {
        #expect(
          DKIMReceivers(texts).readings.map(\.result)
            == DKIMReader.all.map { $0.result(of: texts, signedWith: key) },
          "\(String(decoding: octets, as: UTF8.self))")
      }
    }
    #expect(formCount > 10)
  }

  @Test("digits that are plain are decoded alike by all", arguments: 1...20)
  func digits(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("ABCXYZabcxyz0189+/==".utf8) + [0x20, UInt8(ascii: "-")]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...13, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator)!
      }
      guard let octets = Base64Value.plain(text) else { continue }
      #expect(Data(base64Encoded: Data(text)).map(Array.init) == octets)
      for digits in [
        DKIMReader.Rules.Digits.untilPadding, .pythonic, .padded, .paddedAmongBlanks, .anyButJunkAtEnd,
      ] { #expect(digits.decoded(text) == octets, "\(digits) \(String(decoding: text, as: UTF8.self))") }
    }
    #expect(Base64Value.plain(Array(Self.rsaKey.utf8)) != nil)
  }
}
