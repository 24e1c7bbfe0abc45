import Testing

@testable import MailDNSCheck

@Suite("Record data in master files")
struct RecordDataEncoderTests {
  private static let notations: [(line: String, data: RecordData)] = [
    ("A 192.0.2.1", ipv4("192.0.2.1")),
    ("AAAA 2001:db8::1", .aaaa(IPv6Address("2001:db8::1")!)),
    ("NS ns", .ns(fqdn("ns.o"))),
    ("CNAME x.y.", .cname(fqdn("x.y"))),
    ("PTR @", .ptr(fqdn("o"))),
    ("MX 10 mail", .mx(preference: 10, exchange: fqdn("mail.o"))),
    ("MX 0 .", .mx(preference: 0, exchange: .root)),
    (
      "SOA ns h\\.m ( 4294967295 ; serial\n 1h 15m 2w\n 5 )",
      .soa(
        StartOfAuthority(
          primary: fqdn("ns.o"), mailbox: fqdn("h\\.m.o"), serial: 4_294_967_295, refresh: 3600, retry: 900,
          expire: 1_209_600, minimum: 5))
    ),
    (#"TXT "v=spf1 -all""#, txt("v=spf1 -all")),
    (#"TXT "a b" c "d;e" "" f"#, txt("a b", "c", "d;e", "", "f")),
    ("TXT (\"a\"\n  \"b\")", txt("a", "b")),
    (#"TXT "a\"b\\c\065\;" d\ e\032"#, txt(#"a"b\cA;"#, "d e ")),
    (#"TXT v=spf1 -all"#, txt("v=spf1", "-all")),
    (#"TXT v=DKIM1; p=x"#, txt("v=DKIM1")),
    ("SPF \"ab\" c", .other(.spf, [2, 0x61, 0x62, 1, 0x63])),
    ("SRV 1 2 443 t", .other(.srv, [0, 1, 0, 2, 1, 0xBB, 1, 0x74, 1, 0x6F, 0])),
    ("CAA 128 issue \"ca.x\"", .other(.caa, [128, 5] + Array("issueca.x".utf8))),
    ("DS 258 rsasha256 2 0aB0 ff", .other(.ds, [1, 2, 8, 2, 0x0A, 0xB0, 0xFF])),
    ("DNSKEY 257 3 13 AQI DBA==", .other(.dnskey, [1, 1, 3, 13, 1, 2, 3, 4])),
    ("TLSA 3 1 1 abcd", .other(.tlsa, [3, 1, 1, 0xAB, 0xCD])),
    ("SSHFP 4 2 (12\n34)", .other(.sshfp, [4, 2, 0x12, 0x34])),
    (
      "HINFO PC \"Linux 6\"",
      .other(RecordType("HINFO")!, [2] + Array("PC".utf8) + [7] + Array("Linux 6".utf8))
    ),
    (
      #"NAPTR 1 2 "S" "" "" ."#, .other(.naptr, [0, 1, 0, 2, 1, 0x53, 0, 0, 0])
    ),
    (##"TYPE65280 \# 3 01 0203"##, .other(RecordType(rawValue: 65280), [1, 2, 3])),
    (##"TYPE65280 \# 0"##, .other(RecordType(rawValue: 65280), [])),
    (##"HTTPS \# 3 00 01 00"##, .other(.https, [0, 1, 0])),
    (##"A \# 4 C0000201"##, ipv4("192.0.2.1")),
    (##"MX \# 7 000a 01 78 01 79 00"##, .mx(preference: 10, exchange: fqdn("x.y"))),
    (##"TXT \# 4 01 61 01 62"##, txt("a", "b")),
  ]

  @Test("data of each type that is read", arguments: notations)
  func data(line: String, expected: RecordData) throws {
    #expect(try parsedRecords("$ORIGIN o.\n$TTL 1\n@ " + line).map(\.data) == [expected])
  }
}
