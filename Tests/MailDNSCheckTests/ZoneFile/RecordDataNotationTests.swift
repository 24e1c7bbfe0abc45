import Testing

@testable import MailDNSCheck

/// What a zone file has, and the octets that the type's RFC makes of it.
struct NotationCase: CustomTestStringConvertible, Sendable {
  let line: String
  let wire: [UInt8]

  init(_ line: String, hex: String) {
    self.line = line
    wire = PresentationCase("TYPE0", hex: hex, "").wire
  }

  var testDescription: String { line }
}

@Suite("Record data in master files, beyond those of mail")
struct RecordDataNotationTests {
  private static let cases: [NotationCase] = [
    // RFC 4034 §3.3, §4.3.
    NotationCase(
      "RRSIG A 5 3 86400 20030322173103 20030220173103 2642 example.com. AQID",
      hex: "0001 05 03 00015180 3e7c9dd7 3e5510d7 0a52 076578616d706c6503636f6d00 010203"),
    NotationCase(
      "RRSIG TYPE1234 rsasha256 0 1d 1048354263 1045762263 1 . AQ ID",
      hex:
        "04d2 08 00 00015180 3e7c9dd7 3e5510d7 0001 00 010203"),
    NotationCase(
      "NSEC host.example.com. A MX RRSIG NSEC TYPE1234",
      hex: "04686f7374076578616d706c6503636f6d00 0006 400100000003"
        + "041b 000000000000000000000000000000000000000000000000000020"),
    NotationCase("NSEC a.o. NSEC type1 RRSIG a", hex: "0161 016f 00 0006 400000000003"),
    NotationCase("NSEC b.o.", hex: "0162 016f 00"),
    // RFC 5155 §4.3, appendix A.
    NotationCase("NSEC3PARAM 1 0 12 aabbccdd", hex: "01 00 000c 04 aabbccdd"),
    NotationCase("NSEC3PARAM 1 0 0 -", hex: "01 00 0000 00"),
    NotationCase(
      "NSEC3 1 1 12 aabbccdd ( 2t7b4g4vsa5smi47k61mv5bv1a22bojr A RRSIG )",
      hex: "01 01 000c 04 aabbccdd 14 174eb2409fe28bcb4887a1836f957f0a8425e27b 0006 400000000002"),
    NotationCase("CSYNC 66 3 A NS AAAA", hex: "00000042 0003 0004 60000008"),
    // RFC 4398 §2, RFC 7043 §3.2, §4.2.
    NotationCase("CERT PGP 0 0 AQID", hex: "0003 0000 00 010203"),
    NotationCase("CERT 65535 12345 ed25519 AQID", hex: "ffff 3039 0f 010203"),
    NotationCase("EUI48 00-00-5E-00-53-2a", hex: "00005e00532a"),
    NotationCase("EUI64 00-00-5e-ef-10-00-00-2a", hex: "00005eef1000002a"),
    // RFC 3123 §5.
    NotationCase(
      "APL 1:192.168.32.0/21 !1:192.168.38.0/28", hex: "0001 15 03 c0a820 0001 1c 83 c0a826"),
    NotationCase("APL 2:FF00:0:0:0:0:0:0:0/8 1:0.0.0.0/0", hex: "0002 08 01 ff 0001 00 00"),
    NotationCase("APL", hex: ""),
    // RFC 1876 §3, §4.
    NotationCase(
      "LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m",
      hex: "00 00 16 13 8b3cf018 810cbce0 009895b8"),
    NotationCase("LOC 42 21 54 N 71 06 18 W -24m 30m", hex: "00 33 16 13 89172dd0 70be15f0 00988d20"),
    NotationCase("LOC 90 S 180 e 0.5 25m 9m 0.01", hex: "00 23 92 10 6cb02700 a69fb200 009896b2"),
    // RFC 9460 appendix D.
    NotationCase("HTTPS 0 foo.", hex: "0000 03666f6f00"),
    NotationCase("SVCB 1 .", hex: "0001 00"),
    NotationCase("SVCB 16 foo. port=53", hex: "0010 03666f6f00 0003 0002 0035"),
    NotationCase("SVCB 1 foo. key667=hello", hex: "0001 03666f6f00 029b 0005 68656c6c6f"),
    NotationCase(
      #"SVCB 1 foo. key667="hello\210qoo""#, hex: "0001 03666f6f00 029b 0009 68656c6c6fd2716f6f"),
    NotationCase(
      #"SVCB 1 foo. ipv6hint="2001:db8::1,2001:db8::53:1""#,
      hex: "0001 03666f6f00 0006 0020 20010db8000000000000000000000001 20010db8000000000000000000530001"),
    NotationCase(
      "SVCB 16 foo. (alpn=h2,h3-19 mandatory=ipv4hint,alpn\n ipv4hint=192.0.2.1)",
      hex: "0010 03666f6f00 0000 0004 00010004 0001 0009 026832 0568332d3139 0004 0004 c0000201"),
    NotationCase(
      #"SVCB 16 foo. alpn="f\\\\oo\\,bar,h2""#, hex: "0010 03666f6f00 0001 000c 08665c6f6f2c626172 026832"),
    NotationCase(
      #"SVCB 16 foo. alpn=f\\\092oo\092,bar,h2"#, hex: "0010 03666f6f00 0001 000c 08665c6f6f2c626172 026832"),
    NotationCase(
      "HTTPS 1 . ech=AQID alpn=h2 no-default-alpn key65000",
      hex: "0001 00 0001 0003 026832 0002 0000 0005 0003 010203 fde8 0000"),
    NotationCase(
      #"HTTPS 1 . key3="\001\187" dohpath=/q{?dns}"#,
      hex:
        "0001 00 0003 0002 01bb 0007 0008 2f717b3f646e737d"),
  ]

  @Test("are the octets that the RFC has", arguments: cases)
  func octets(_ sample: NotationCase) throws {
    let type = try #require(RecordType(String(sample.line.prefix { $0 != " " })))
    #expect(try parsedRecords("$TTL 1\no. " + sample.line).map(\.data) == [.other(type, sample.wire)])
  }

  private static let refused: [(line: String, reason: ZoneFileError.Reason)] = [
    ("RRSIG FOO 5 3 1 1 1 1 . AQID", .unknownType("FOO")),
    ("RRSIG A 5 3 1 20030229000000 1 1 . AQID", .badField(.signatureTime, "20030229000000")),
    ("RRSIG A 5 3 1 21070101000000 1 1 . AQID", .badField(.signatureTime, "21070101000000")),
    ("RRSIG A 5 3 1 1 1 1 .", .missingField(.base64)),
    ("NSEC a. A FOO", .unknownType("FOO")),
    ("NSEC3PARAM 1 0 0 abc", .badField(.salt, "abc")),
    ("NSEC3PARAM 1 0 0", .missingField(.salt)),
    ("NSEC3 1 0 0 - 2w A", .badField(.hashedName, "2w")),
    ("NSEC3 1 0 0 - 21 A", .badField(.hashedName, "21")),
    ("NSEC3 1 0 0 - 2 A", .badField(.hashedName, "2")),
    ("EUI48 00-00-5e-00-53", .badField(.hardwareAddress, "00-00-5e-00-53")),
    ("EUI48 00:00:5e:00:53:2a", .badField(.hardwareAddress, "00:00:5e:00:53:2a")),
    ("APL 1:192.0.2.0", .badField(.addressPrefix, "1:192.0.2.0")),
    ("APL 1:192.0.2.0/33", .badField(.addressPrefix, "1:192.0.2.0/33")),
    ("APL 2:192.0.2.0/24", .badField(.addressPrefix, "2:192.0.2.0/24")),
    ("APL 3:192.0.2.0/24", .badField(.addressPrefix, "3:192.0.2.0/24")),
    ("LOC 91 N 1 E 0", .badField(.latitude, "91")),
    ("LOC 90 0 0.001 N 1 E 0", .badField(.latitude, "N")),
    ("LOC 1 60 N 1 E 0", .badField(.latitude, "60")),
    ("LOC N 1 E 0", .badField(.latitude, "N")),
    ("LOC 1 N 1 1 1 1 E 0", .badField(.longitude, "1")),
    ("LOC 1 N 1 E", .missingField(.altitude)),
    ("LOC 1 N 1 E -100000.01m", .badField(.altitude, "-100000.01m")),
    ("LOC 1 N 1 E 0 90000001m", .badField(.size, "90000001m")),
    ("LOC 1 N 1 E 0 1 1 1 1", .unexpectedField("1")),
    // RFC 9460 appendix D.3.
    ("SVCB 1 foo. key123=abc key123=def", .repeatedParameter("key123")),
    ("SVCB 1 foo. port=1 key3=ab", .repeatedParameter("port")),
    ("SVCB 1 foo. mandatory", .badParameterValue("mandatory")),
    ("SVCB 1 foo. alpn", .badParameterValue("alpn")),
    ("SVCB 1 foo. alpn=h2,", .badParameterValue("alpn")),
    ("SVCB 1 foo. port", .badParameterValue("port")),
    ("SVCB 1 foo. port=65536", .badParameterValue("port")),
    ("SVCB 1 foo. key3=443", .badParameterValue("port")),
    ("SVCB 1 foo. ipv4hint", .badParameterValue("ipv4hint")),
    ("SVCB 1 foo. ipv4hint=192.0.2.256", .badParameterValue("ipv4hint")),
    ("SVCB 1 foo. ipv6hint=", .badParameterValue("ipv6hint")),
    ("SVCB 1 foo. ech=A", .badParameterValue("ech")),
    ("SVCB 1 foo. no-default-alpn=abc", .badParameterValue("no-default-alpn")),
    ("SVCB 1 foo. mandatory=key123", .missingMandatoryParameter("key123")),
    ("SVCB 1 foo. mandatory=mandatory", .badParameterValue("mandatory")),
    ("SVCB 1 foo. mandatory=key123,key123 key123=abc", .badParameterValue("mandatory")),
    ("SVCB 1 foo. hello=1", .unknownParameter("hello=1")),
    ("SVCB 1 foo. key01=1", .unknownParameter("key01=1")),
    ("SVCB 1 foo. key65536=1", .unknownParameter("key65536=1")),
    ("SVCB 1 foo. alpn= \"h2\"", .badParameterValue("alpn")),
    ("SVCB 1 foo. \"alpn=h2\"", .unexpectedQuotes("alpn=h2")),
    ("SVCB 1", .missingField(.target)),
    // No notation here.
    ("IPSECKEY 10 1 2 192.0.2.38 AQID", .genericFormNeeded(RecordType("IPSECKEY")!)),
    ("WKS 192.0.2.1 6 25", .genericFormNeeded(RecordType("WKS")!)),
  ]

  @Test("are refused where they are not as the RFC has them", arguments: refused)
  func faults(line: String, reason: ZoneFileError.Reason) {
    let fault = #expect(throws: ZoneFileError.Fault.self) { try parsedRecords("$TTL 1\no. " + line) }
    #expect(fault?.reason == reason)
  }

  @Test("are refused in words", arguments: refused.map(\.reason))
  func words(reason: ZoneFileError.Reason) {
    #expect(!reason.wording.english.isEmpty && !reason.wording.japanese.isEmpty)
  }
}
