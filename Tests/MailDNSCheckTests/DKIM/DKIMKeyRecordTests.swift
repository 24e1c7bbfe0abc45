import Testing

@testable import MailDNSCheck

@Suite("DKIM key records (RFC 6376 §3.6.1)")
struct DKIMKeyRecordTests {
  private let key = "p=\(KeyFixtures.spki1024)"
  private let ed = "p=\(KeyFixtures.rfc8463Ed25519)"

  private func record(_ text: String) throws(DKIMKeyError) -> DKIMKeyRecord {
    try DKIMKeyRecord(parsing: Array(text.utf8))
  }

  @Test("the records of RFC 8463 appendix A are read")
  func rfc8463() throws {
    #expect(try record("v=DKIM1; k=ed25519; \(ed)").publicKey == .ed25519)
    let rsa = try record("v=DKIM1; k=rsa; p=\(KeyFixtures.rfc8463RSA)")
    #expect(rsa.publicKey == .rsa(bits: 1024, exponent: 65537))
  }

  @Test("`p` alone is enough: RSA, every hash, every service, no flags")
  func defaults() throws {
    let record = try record(key)
    #expect(record.publicKey == .rsa(bits: 1024, exponent: 65537))
    #expect(record.acceptedHashes == [.sha1, .sha256])
    #expect(record.services == [.all])
    #expect(!record.isTesting)
    #expect(!record.isStrictAboutSubdomains)
  }

  @Test("white space within the key is ignored")
  func whiteSpace() throws {
    let pieces = KeyFixtures.spki1024.map(String.init).joined(separator: " \t")
    #expect(try record("v=DKIM1; p=\(pieces)").publicKey == .rsa(bits: 1024, exponent: 65537))
  }

  @Test("an empty key is a revoked one", arguments: ["p=", "v=DKIM1; p= ;", "v=DKIM1; k=ed25519; p="])
  func revoked(_ text: String) throws {
    #expect(try record(text).publicKey == .revoked)
  }

  @Test("a key type that verifiers do not know is kept; case counts", arguments: ["dsa", "RSA", ""])
  func types(_ type: String) throws {
    #expect(try record("k=\(type); p=AAAA").publicKey == .unknownType(type))
  }

  @Test("reports call a key by its type, also where that is empty", arguments: [("dsa", "dsa"), ("", "k=")])
  func typeLabels(_ type: String, _ label: String) throws {
    #expect(try record("k=\(type); p=AAAA").publicKey.label == Wording(verbatim: label))
  }

  @Test(
    "flags count wherever they stand, unknown ones are ignored",
    arguments: [
      ("t=y", true, false), ("t=s", false, true), ("t=y:s", true, true), ("t= s : x : y ", true, true),
      ("t=Y", false, false), ("t=", false, false), ("t=ys", false, false),
    ])
  func flags(_ tag: String, _ testing: Bool, _ strict: Bool) throws {
    let record = try record("\(tag); \(key)")
    #expect(record.isTesting == testing)
    #expect(record.isStrictAboutSubdomains == strict)
  }

  @Test(
    "hashes that are not known are left out",
    arguments: [
      ("h=sha256", [.sha256], true), ("h=sha1", [.sha1], false),
      ("h= sha1 : sha256 ", [.sha1, .sha256], true),
      ("h=sha512", [], false), ("h=", [], false),
    ] as [(String, CaseSet<DKIMKeyRecord.Hash>, Bool)])
  func hashes(_ tag: String, _ expected: CaseSet<DKIMKeyRecord.Hash>, _ acceptsSHA256: Bool) throws {
    let record = try record("\(tag); \(key)")
    #expect(record.acceptedHashes == expected)
    #expect(record.acceptsSHA256 == acceptsSHA256)
  }

  @Test(
    "a record for other services than mail is told apart",
    arguments: [
      ("s=*", true), ("s=email", true), ("s=tlsrpt:email", true), ("s=tlsrpt", false), ("s=", false),
    ])
  func services(_ tag: String, _ isForEmail: Bool) throws {
    #expect(try record("\(tag); \(key)").isForEmail == isForEmail)
  }

  @Test(
    "whether the version is the first tag",
    arguments: [("v=DKIM1; ", "", true), ("", "; v=DKIM1", false), ("", "", true)])
  func versionPlace(_ before: String, _ behind: String, _ isFirst: Bool) throws {
    #expect(try record(before + key + behind).isVersionFirst == isFirst)
  }

  @Test(
    "a bare RSAPublicKey has the SubjectPublicKeyInfo that is to be published in its place",
    arguments: [
      (KeyFixtures.pkcs1x512, KeyFixtures.spki512), (KeyFixtures.pkcs1x768, KeyFixtures.spki768),
      (KeyFixtures.pkcs1x1024, KeyFixtures.spki1024), (KeyFixtures.pkcs1x2048, KeyFixtures.spki2048),
      (KeyFixtures.pkcs1x4096, KeyFixtures.spki4096),
    ])
  func wrapped(_ bare: String, _ wrapped: String) throws {
    #expect(try record("p=" + bare).wrappedKey == wrapped)
    #expect(try record("p=" + wrapped).wrappedKey == nil)
  }

  @Test("notes and unknown tags are ignored")
  func ignored() throws {
    #expect(try record("v=DKIM1; n=t=y p=x; x=1; g=*; \(key)").publicKey.strength == .weak)
  }

  @Test(
    "a malformed record is refused with the reason and the place",
    arguments: [
      ("v=DKIM2; p=", .badVersion("DKIM2"), 2..<7),
      ("v=dkim1; p=", .badVersion("dkim1"), 2..<7),
      ("v=DKIM1.0; p=", .badVersion("DKIM1.0"), 2..<9),
      ("v=DKIM1; k=rsa", .missingKey, 14..<14),
      ("v=DKIM1; p=; p=", .tagList(.duplicate("p")), 13..<14),
      ("v=DKIM1;; p=", .tagList(.emptyTag(isFirst: false)), 8..<8),
      ("v=DKIM1; rsa; p=", .tagList(.missingEquals), 9..<12),
      ("v=DKIM1 k=rsa; p=", .missingSeparator(before: "k"), 8..<9),
      ("v=DKIM1; k=rsa p=AAAA", .missingSeparator(before: "p"), 15..<16),
      ("p=AAAA t=s", .missingSeparator(before: "t"), 7..<8),
      ("p=AA!A", .badBase64(UInt8(ascii: "!")), 4..<5),
      ("p= AA \"AA", .badBase64(UInt8(ascii: "\"")), 6..<7),
      ("p=A=AA", .badBase64(UInt8(ascii: "=")), 3..<4),
      ("p=AAAAA", .base64Length(5), 2..<7),
      ("p=AAA", .base64Length(3), 2..<5),
      ("p=AA AA A", .base64Length(5), 2..<9),
      ("p=====", .badBase64(UInt8(ascii: "=")), 4..<5),
      ("p=A= = =", .badBase64(UInt8(ascii: "=")), 7..<8),
      ("p=MAMCAQ==", .der(DERError(.truncated, at: 4)), 2..<10),
      ("k=ed25519; p=AAAA", .ed25519Length(3), 13..<17),
    ] as [(String, DKIMKeyError.Reason, Range<Int>)])
  func malformed(_ text: String, _ reason: DKIMKeyError.Reason, _ place: Range<Int>) {
    #expect(throws: DKIMKeyError(reason: reason, place: place)) { try record(text) }
  }

  @Test("base64 folded before its last, padded characters is no missing `;`")
  func foldedPadding() throws {
    let whole = KeyFixtures.rfc8463Ed25519
    #expect(try record("k=ed25519; p=\(whole.dropLast(2)) \(whole.suffix(2))").publicKey == .ed25519)
    #expect(throws: DKIMKeyError(reason: .der(DERError(.unexpectedTag(0x32), at: 0)), place: 2..<7)) {
      try record("p=M s==")
    }
  }
}
