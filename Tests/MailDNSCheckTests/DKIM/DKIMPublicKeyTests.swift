import Foundation
import Testing

@testable import MailDNSCheck

@Suite("DKIM public keys (RFC 6376 §3.6.1, RFC 8463 §4)")
struct DKIMPublicKeyTests {
  private static func octets(_ base64: String) -> [UInt8] { Array(Data(base64Encoded: base64)!) }

  @Test(
    "an RSA key is read from both forms",
    arguments: [
      (KeyFixtures.spki512, 512, 65537), (KeyFixtures.pkcs1x512, 512, 65537),
      (KeyFixtures.spki768, 768, 65537), (KeyFixtures.pkcs1x768, 768, 65537),
      (KeyFixtures.spki1023, 1023, 65537),
      (KeyFixtures.spki1024, 1024, 65537), (KeyFixtures.pkcs1x1024, 1024, 65537),
      (KeyFixtures.spkiExponent3, 1024, 3), (KeyFixtures.rfc8463RSA, 1024, 65537),
      (KeyFixtures.spki2048, 2048, 65537), (KeyFixtures.pkcs1x2048, 2048, 65537),
      (KeyFixtures.spki4096, 4096, 65537), (KeyFixtures.pkcs1x4096, 4096, 65537),
    ] as [(String, Int, UInt64)])
  func rsa(_ base64: String, _ bits: Int, _ exponent: UInt64) throws {
    #expect(try DKIMPublicKey(rsa: Self.octets(base64)) == .rsa(bits: bits, exponent: exponent))
  }

  @Test(
    "strength follows RFC 8301 §3.2",
    arguments: [
      (.rsa(bits: 512, exponent: 3), .unusable), (.rsa(bits: 1023, exponent: 3), .unusable),
      (.rsa(bits: 1024, exponent: 3), .weak), (.rsa(bits: 2047, exponent: 3), .weak),
      (.rsa(bits: 2048, exponent: 3), .good), (.rsa(bits: 4096, exponent: 3), .good),
      (.ed25519, .good), (.unknownType("dsa"), .unusable), (.revoked, nil),
    ] as [(DKIMPublicKey, DKIMKeyStrength?)])
  func strength(_ key: DKIMPublicKey, _ expected: DKIMKeyStrength?) {
    #expect(key.strength == expected)
  }

  @Test("a key cut off anywhere is no key", arguments: [KeyFixtures.spki1024, KeyFixtures.pkcs1x2048])
  func truncated(_ base64: String) {
    let whole = Self.octets(base64)
    for count in whole.indices where count != 32 {
      let expected = DKIMKeyError.Reason.der(DERError(.truncated, at: count))
      #expect(throws: expected) { try DKIMPublicKey(rsa: Array(whole[..<count])) }
    }
  }

  @Test("octets behind the key are refused")
  func trailing() {
    let octets = Self.octets(KeyFixtures.spki1024)
    #expect(throws: DKIMKeyError.Reason.der(DERError(.trailingOctets, at: octets.count))) {
      try DKIMPublicKey(rsa: octets + [0])
    }
  }

  @Test("no octet of a key can be changed so that reading it traps")
  func changed() {
    let whole = Self.octets(KeyFixtures.spki512)
    var readable = 0
    for index in whole.indices {
      for value in [0x00, 0x01, 0x7F, 0x80, 0x82, 0x84, 0xFF] as [UInt8] {
        var octets = whole
        octets[index] = value
        if (try? DKIMPublicKey(rsa: octets)) != nil { readable += 1 }
      }
    }
    // The 64 octets of the modulus may have any value, but for a first one that makes the number negative.
    #expect(readable > 64 * 6)
  }

  @Test(
    "an exponent that is even or 1 is refused",
    arguments: [[0x30, 6, 2, 1, 9, 2, 1, 1], [0x30, 6, 2, 1, 9, 2, 1, 4]] as [[UInt8]])
  func exponents(_ octets: [UInt8]) {
    #expect(throws: DKIMKeyError.Reason.badExponent) { try DKIMPublicKey(rsa: octets) }
  }

  @Test("an exponent beyond 64 bits is kept as not known")
  func longExponent() throws {
    let octets: [UInt8] = [0x30, 14, 2, 1, 9, 2, 9, 1, 0, 0, 0, 0, 0, 0, 0, 1]
    #expect(try DKIMPublicKey(rsa: octets) == .rsa(bits: 4, exponent: nil))
  }

  @Test("a key of another algorithm is not RSA")
  func ellipticCurve() {
    #expect(throws: DKIMKeyError.Reason.notRSA) {
      try DKIMPublicKey(rsa: Self.octets(KeyFixtures.ellipticCurve))
    }
  }

  @Test("an Ed25519 key without k=ed25519 is recognised")
  func ed25519AsRSA() {
    for key in [KeyFixtures.rfc8463Ed25519, KeyFixtures.ed25519Wrapped] {
      #expect(throws: DKIMKeyError.Reason.ed25519AsRSA) { try DKIMPublicKey(rsa: Self.octets(key)) }
    }
  }

  @Test("an Ed25519 key is exactly 32 octets")
  func ed25519() throws {
    #expect(try DKIMPublicKey(ed25519: Self.octets(KeyFixtures.rfc8463Ed25519)) == .ed25519)
    for count in [31, 33, 44] {
      #expect(throws: DKIMKeyError.Reason.ed25519Length(count)) {
        try DKIMPublicKey(ed25519: [UInt8](repeating: 7, count: count))
      }
    }
  }

  @Test("an Ed25519 key as SubjectPublicKeyInfo is told apart from a wrong length")
  func wrapped() {
    #expect(throws: DKIMKeyError.Reason.wrappedEd25519) {
      try DKIMPublicKey(ed25519: Self.octets(KeyFixtures.ed25519Wrapped))
    }
  }
}
