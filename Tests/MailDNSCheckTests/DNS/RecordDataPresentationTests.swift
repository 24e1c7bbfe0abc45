import Testing

@testable import MailDNSCheck

/// RDATA of a type in wire form, and how a master file has them.
struct PresentationCase: CustomTestStringConvertible, Sendable {
  let type: RecordType
  let wire: [UInt8]
  let expected: String

  init(_ type: String, _ wire: [UInt8], _ expected: String) {
    self.type = RecordType(type)!
    self.wire = wire
    self.expected = expected
  }

  init(_ type: String, hex: String, _ expected: String) {
    let digits = Array(hex.utf8.filter { $0 != UInt8(ascii: " ") })
    let octets = stride(from: 0, to: digits.count, by: 2).map { start in
      UInt8(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16)!
    }
    self.init(type, octets, expected)
  }

  /// The data as the program holds them; `.other` for the types that have a case of their own and do not fit it.
  var data: RecordData { RecordData(type, uncompressed: wire) ?? .other(type, wire) }

  var testDescription: String { "\(type) \(expected)" }
}

private func name(_ text: String) -> [UInt8] { WireWriter.name(text) }
private func short(_ value: UInt16) -> [UInt8] { WireWriter.number(value) }
private func long(_ value: UInt32) -> [UInt8] { WireWriter.number(value) }
private func string(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + Array(text.utf8) }

@Suite("Presentation of record data")
struct RecordDataPresentationTests {
  static let classic: [PresentationCase] = [
    PresentationCase("A", [192, 0, 2, 1], "192.0.2.1"),
    PresentationCase("AAAA", hex: "20010db8000000000000000000000001", "2001:db8::1"),
    PresentationCase("NS", name("Ns1.Example.com"), "Ns1.Example.com."),
    PresentationCase("CNAME", [0], "."),
    PresentationCase("PTR", [3] + Array("a.b".utf8) + [1, 0x1B, 0], #"a\.b.\027."#),
    PresentationCase(
      "SOA",
      name("ns.example.com") + name("host.example.com")
        + [2_026_112_401, 7200, 1800, 1_209_600, 300].flatMap(long),
      "ns.example.com. host.example.com. 2026112401 7200 1800 1209600 300"),
    PresentationCase("MX", short(10) + name("mx.example.com"), "10 mx.example.com."),
    PresentationCase("MX", short(0) + [0], "0 ."),
    PresentationCase("TXT", string("v=spf1 -all"), #""v=spf1 -all""#),
    PresentationCase("TXT", string("a") + string("") + string("b"), #""a" "" "b""#),
    PresentationCase("TXT", string(#"p="x"; \ y"#), #""p=\"x\"; \\ y""#),
    PresentationCase("TXT", [5, 0x1B, 0x5B, 0x7F, 0, 0xFF], #""\027[\127\000\255""#),
    PresentationCase("TXT", string("日"), #""\230\151\165""#),
    PresentationCase("SPF", string("v=spf1") + string(" ~all"), #""v=spf1" " ~all""#),
    PresentationCase("HINFO", string("PDP-11/70") + string("UNIX"), #""PDP-11/70" "UNIX""#),
    PresentationCase("DNAME", name("new.example.com"), "new.example.com."),
    PresentationCase("RP", name("a.example") + [0], "a.example. ."),
    PresentationCase("KX", short(1) + name("kx.example"), "1 kx.example."),
    // RFC 2782, RFC 3403 §6.2, RFC 7553 §4.6, RFC 8659 §4.
    PresentationCase(
      "SRV", short(0) + short(1) + short(9) + name("old-slow-box.example.com"),
      "0 1 9 old-slow-box.example.com."),
    PresentationCase(
      "NAPTR",
      short(100) + short(50) + string("s") + string("z3950+I2L+I2C") + string(#"!^.*\.(x)$!\1!"#)
        + name("_z3950._tcp.gatech.edu"),
      #"100 50 "s" "z3950+I2L+I2C" "!^.*\\.(x)$!\\1!" _z3950._tcp.gatech.edu."#),
    PresentationCase(
      "URI", short(10) + short(1) + Array("ftp://ftp1.example.com/public".utf8),
      #"10 1 "ftp://ftp1.example.com/public""#),
    PresentationCase(
      "CAA", [0] + string("issue") + Array("ca1.example.net; account=230123".utf8),
      #"0 issue "ca1.example.net; account=230123""#),
    PresentationCase("CAA", [128] + string("tbs"), #"128 tbs """#),
  ]

  static let security: [PresentationCase] = [
    // RFC 4034 §5.4.
    PresentationCase(
      "DS", hex: "ec45 05 01 2bb183af5f22588179a53b0a98631fad1a292118",
      "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118"),
    // RFC 8078 §4: the wish to have no DS any more.
    PresentationCase("CDS", hex: "0000 00 00 00", "0 0 0 00"),
    PresentationCase("CDNSKEY", hex: "0000 03 00 00", "0 3 0 AA=="),
    PresentationCase("DNSKEY", hex: "0101 03 0d 010203", "257 3 13 AQID"),
    PresentationCase("DNSKEY", hex: "0100 03 05 01020304 ff", "256 3 5 AQIDBP8="),
    // RFC 4034 §3.3, the signature cut.
    PresentationCase(
      "RRSIG",
      short(1) + [5, 3] + long(86400) + long(1_048_354_263)
        + long(1_045_762_263) + short(2642) + name("example.com") + [0xA0, 0x90, 0x75],
      "A 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1"),
    // RFC 4034 §4.3.
    PresentationCase(
      "NSEC",
      hex: "04686f7374076578616d706c6503636f6d00 0006400100000003 041b"
        + String(repeating: "00", count: 26) + "20",
      "host.example.com. A MX RRSIG NSEC TYPE1234"),
    PresentationCase("NSEC", name("b.example"), "b.example."),
    // RFC 5155 §4.3 and appendix A.
    PresentationCase("NSEC3PARAM", hex: "01 00 000c 04 aabbccdd", "1 0 12 aabbccdd"),
    PresentationCase("NSEC3PARAM", hex: "01 00 0000 00", "1 0 0 -"),
    PresentationCase(
      "NSEC3",
      hex: "01 01 000c 04 aabbccdd 14 174eb2409fe28bcb4887a1836f957f0a8425e27b 0006 400000000002",
      "1 1 12 aabbccdd 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR A RRSIG"),
    // RFC 6698 §2.3, RFC 8162, RFC 4255 §3.2, RFC 7929.
    PresentationCase("TLSA", hex: "00 00 01 d2abde240d7cd3ee6b4b28c5", "0 0 1 d2abde240d7cd3ee6b4b28c5"),
    PresentationCase("SMIMEA", hex: "03 01 02 ff", "3 1 2 ff"),
    PresentationCase(
      "SSHFP", hex: "02 01 123456789abcdef67890123456789abcdef67890",
      "2 1 123456789abcdef67890123456789abcdef67890"),
    PresentationCase("OPENPGPKEY", Array("ab".utf8), "YWI="),
    PresentationCase("ZONEMD", hex: "787b4f10 01 01 c6", "2021347088 1 1 c6"),
    // RFC 1876, RFC 3123 §4, RFC 4398, RFC 7043, RFC 7477.
    PresentationCase(
      "LOC", hex: "00 00 16 13 8b3cf018 810cbce0 009895b8",
      "52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m"),
    PresentationCase(
      "LOC", hex: "00 12 99 10 80000000 7fffffff ffffffff",
      "0 0 0.000 N 0 0 0.001 W 42849672.95m 1m 90000000m 0.01m"),
    PresentationCase(
      "APL", hex: "0001 15 03 c0a820 0001 1c 83 c0a826 0002 08 01 ff 0001 00 00",
      "1:192.168.32.0/21 !1:192.168.38.0/28 2:ff00::/8 1:0.0.0.0/0"),
    PresentationCase("CERT", hex: "0001 0000 00 010203", "1 0 0 AQID"),
    PresentationCase("EUI48", hex: "00005e00532a", "00-00-5e-00-53-2a"),
    PresentationCase("EUI64", hex: "00005eef1000002a", "00-00-5e-ef-10-00-00-2a"),
    PresentationCase("CSYNC", hex: "00000042 0003 0004 60000008", "66 3 A NS AAAA"),
  ]

  // RFC 9460 appendix D.
  static let services: [PresentationCase] = [
    PresentationCase("HTTPS", hex: "0000 03666f6f076578616d706c6503636f6d00", "0 foo.example.com."),
    PresentationCase("SVCB", hex: "0001 00", "1 ."),
    PresentationCase(
      "SVCB", hex: "0010 03666f6f076578616d706c6503636f6d00 0003 0002 0035", "16 foo.example.com. port=53"),
    PresentationCase(
      "SVCB", hex: "0001 03666f6f076578616d706c6503636f6d00 029b 0005 68656c6c6f",
      #"1 foo.example.com. key667="hello""#),
    PresentationCase(
      "SVCB", hex: "0001 03666f6f076578616d706c6503636f6d00 029b 0009 68656c6c6fd2716f6f",
      #"1 foo.example.com. key667="hello\210qoo""#),
    PresentationCase(
      "SVCB",
      hex: "0001 03666f6f076578616d706c6503636f6d00 0006 0020 20010db8000000000000000000000001"
        + "20010db8000000000000000000530001",
      "1 foo.example.com. ipv6hint=2001:db8::1,2001:db8::53:1"),
    PresentationCase(
      "SVCB",
      hex: "0010 03666f6f076578616d706c65036f726700 0000 0004 0001 0004 0001 0009 02 6832 05 68332d3139"
        + "0004 0004 c0000201",
      #"16 foo.example.org. mandatory=alpn,ipv4hint alpn="h2,h3-19" ipv4hint=192.0.2.1"#),
    PresentationCase(
      "SVCB", hex: "0010 03666f6f076578616d706c65036f726700 0001 000c 08 665c6f6f2c626172 02 6832",
      #"16 foo.example.org. alpn="f\\\\oo\\,bar,h2""#),
    PresentationCase(
      "HTTPS", hex: "0001 00 0001 0003 026832 0002 0000 0005 0003 010203 fde8 0000",
      #"1 . alpn="h2" no-default-alpn ech=AQID key65000"#),
  ]

  @Test("each type is written as its RFC has it", arguments: classic + security + services)
  func notation(_ sample: PresentationCase) {
    #expect(sample.data.presentation == sample.expected)
  }

  @Test(
    "other types and data that don't fit their type are in the generic form",
    arguments: [
      PresentationCase("TYPE65280", hex: "0a000001", "\\# 4 0a000001"),
      PresentationCase("LOC", [], "\\# 0"), PresentationCase("RRSIG", [], "\\# 0"),
      PresentationCase("NSEC", [], "\\# 0"), PresentationCase("HTTPS", [], "\\# 0"),
      PresentationCase("OPENPGPKEY", [], "\\# 0"), PresentationCase("SPF", [], "\\# 0"),
      PresentationCase("A", hex: "c0000201ff", "\\# 5 c0000201ff"),
      // A compressed name, and one that goes on behind its end.
      PresentationCase("RP", hex: "c00c 00", "\\# 3 c00c00"),
      PresentationCase("DNAME", hex: "0161 00 00", "\\# 4 01610000"),
      PresentationCase("DNAME", hex: "0161", "\\# 2 0161"),
      PresentationCase("HINFO", hex: "0161 02 62", "\\# 4 01610262"),
      PresentationCase("DS", hex: "ec45 05 01", "\\# 4 ec450501"),
      // A tag that holds a space.
      PresentationCase("CAA", hex: "00 03 612062", "\\# 5 0003612062"),
      PresentationCase("CAA", hex: "00 00", "\\# 2 0000"),
      // Type bit maps: a zero at the end, windows in disorder, an empty one, one too long.
      PresentationCase("NSEC", hex: "00 00 02 4000", "\\# 5 0000024000"),
      PresentationCase("NSEC", hex: "00 01 01 40 00 01 40", "\\# 7 00010140000140"),
      PresentationCase("NSEC", hex: "00 00 00", "\\# 3 000000"),
      PresentationCase(
        "NSEC", [0, 0, 33] + [UInt8](repeating: 1, count: 33),
        "\\# 36 000021" + String(repeating: "01", count: 33)),
      PresentationCase("NSEC3", hex: "01 01 0001 00 00", "\\# 6 010100010000"),
      // SvcParams: keys in disorder, a port of one octet, an argument of no-default-alpn, an empty protocol id, no
      // protocol id, a broken address, a mandatory key that is `mandatory`, a value that ends early.
      PresentationCase(
        "SVCB", hex: "0001 00 0003 0002 0035 0003 0002 0035", "\\# 15 000100000300020035000300020035"),
      PresentationCase("SVCB", hex: "0001 00 0003 0001 35", "\\# 8 0001000003000135"),
      PresentationCase("SVCB", hex: "0001 00 0002 0001 35", "\\# 8 0001000002000135"),
      PresentationCase("SVCB", hex: "0001 00 0001 0001 00", "\\# 8 0001000001000100"),
      PresentationCase("SVCB", hex: "0001 00 0001 0000", "\\# 7 00010000010000"),
      PresentationCase("SVCB", hex: "0001 00 0004 0003 c00002", "\\# 10 00010000040003c00002"),
      PresentationCase("SVCB", hex: "0001 00 0000 0002 0000", "\\# 9 000100000000020000"),
      PresentationCase("SVCB", hex: "0001 00 0009 0002 00", "\\# 8 0001000009000200"),
    ])
  func generic(_ sample: PresentationCase) {
    #expect(sample.data.presentation == sample.expected)
  }

  @Test(
    "the time of a signature is that of the calendar",
    arguments: [
      (0, "19700101000000"), (951_782_399, "20000228235959"), (951_782_400, "20000229000000"),
      (951_868_800, "20000301000000"), (1_795_564_799, "20261124235959"), (4_107_542_399, "21000228235959"),
      (4_107_542_400, "21000301000000"), (UInt32.max, "21060207062815"),
    ] as [(UInt32, String)])
  func signatureTime(_ seconds: UInt32, _ text: String) {
    #expect(RecordData.SignatureTime(seconds: seconds).description == text)
  }

  @Test("base 64 and base 32 are those of RFC 4648 §10, base 32 without padding")
  func digits() {
    let texts = ["", "f", "fo", "foo", "foob", "fooba", "foobar"]
    #expect(
      texts.map { Array($0.utf8).base64Digits } == [
        "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy",
      ])
    #expect(
      texts.map { Array($0.utf8).base32HexDigits } == [
        "", "CO", "CPNG", "CPNMU", "CPNMUOG", "CPNMUOJ1", "CPNMUOJ1E8",
      ])
  }
}
