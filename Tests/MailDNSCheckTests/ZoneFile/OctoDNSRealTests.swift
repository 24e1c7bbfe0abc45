import Testing

@testable import MailDNSCheck

@Suite("A zone as OctoDNS 1.22.0 writes it, with octodns-bind 1.1.0 and PyYAML 6.0.4")
struct OctoDNSRealTests {
  /// `octodns-sync` from a master file into YamlProvider.
  private static let written = #"""
    ---
    ? ''
    : - ttl: 300
        type: A
        values:
        - 192.0.2.1
        - 192.0.2.2
      - type: CAA
        values:
        - flags: 0
          tag: iodef
          value: mailto:sec@example.jp
        - flags: 128
          tag: issue
          value: ca.example
      - type: MX
        values:
        - exchange: mail.example.jp.
          preference: 10
        - exchange: mail.sub.example.jp.
          preference: 20
      - type: NS
        values:
        - ns1.example.jp.
        - ns2.example.net.
      - type: TXT
        values:
        - ' leading and trailing '
        - '''single'' quotes'
        - '- dash'
        - '0x10'
        - '1.10'
        - '12:30'
        - ==
        - 'null'
        - 'site: verification # not a comment'
        - "tab\there"
        - v=spf1 mx include:spf.example.net -all
        - x\;y "q" back\slash
        - 'yes'
        - '{brace}'
        - '~'
    '123':
      type: A
      value: 192.0.2.123
    '*':
      ttl: 60
      type: A
      value: 192.0.2.77
    '*.wild':
      ttl: 60
      type: TXT
      value: w
    _25._tcp.mail:
      type: TLSA
      value:
        certificate_association_data: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
        certificate_usage: 3
        matching_type: 1
        selector: 1
    _dmarc:
      type: TXT
      value: v=DMARC1\; p=reject\; rua=mailto:dmarc@example.jp
    _sip._tcp:
      type: SRV
      value:
        port: 5060
        priority: 10
        target: sip.example.jp.
        weight: 20
    loc:
      type: LOC
      value:
        altitude: -2.0
        lat_degrees: 52
        lat_direction: N
        lat_minutes: 22
        lat_seconds: 23.0
        long_degrees: 4
        long_direction: E
        long_minutes: 53
        long_seconds: 32.0
        precision_horz: 10000.0
        precision_vert: 10.0
        size: 0.0
    long:
      type: TXT
      value: 'one two three four five six seven eight nine ten eleven twelve thirteen
        fourteen fifteen sixteen seventeen eighteen nineteen twenty\; twenty-one second
        piece: with a colon that needs quoting, and more words to make it fold over the
        lines of PyYAML'
    mail:
    - type: A
      value: 192.0.2.25
    - type: AAAA
      value: 2001:db8::25
    mail.sub:
      type: A
      value: 192.0.2.26
    naptr:
      type: NAPTR
      value:
        flags: S
        order: 100
        preference: 50
        regexp: ''
        replacement: _sip._tcp.example.jp.
        service: SIP+D2T
    'no':
      type: A
      value: 192.0.2.124
    ns1:
      type: A
      value: 192.0.2.53
    ns1.sub:
      type: A
      value: 192.0.2.54
    ptr:
      type: PTR
      value: host.example.jp.
    s1._domainkey:
      type: CNAME
      value: s1.keys.example.net.
    s2._domainkey:
      type: TXT
      value: v=DKIM1\; k=rsa\; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwJ3DfXk0f9t4e2dTVvGZ7zJ9uY0zQ1x9cR8m3c8sH8bY3w2XqQ9xkS7x7h4c6mZk5n8V2y1x0u9t8s7r6q5p4o3n2m1l0k9j8i7h6g5f4e3d2c1b0a9Z8Y7X6W5V4U3T2S1R0Q9P8O7N6M5L4K3J2I1H0G9F8E7D6C5B4A3z2y1x0w9v8u7t6s5r4q3p2o1n0m9l8k7j6i5h4g3f2e1d0c9b8a7Z6Y5X4W3V2U1T0S9R8Q7P6O5N4M3L2K1J0I9H8G7F6E5D4C3B2A1IDAQAB
    ssh:
      type: SSHFP
      value:
        algorithm: 4
        fingerprint: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
        fingerprint_type: 2
    sub:
    - type: DS
      value:
        algorithm: 13
        digest: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
        digest_type: 2
        key_tag: 12345
    - type: NS
      value: ns1.sub.example.jp.
    svc:
      type: HTTPS
      value:
        svcparams:
          alpn:
          - h2
          - h3
          ipv4hint:
          - 192.0.2.1
          port: '8443'
        svcpriority: 1
        targetname: .
    svcb:
      type: SVCB
      value:
        svcparams:
          alpn:
          - h2
          ipv6hint:
          - 2001:db8::1
          mandatory:
          - alpn
        svcpriority: 1
        targetname: svc.example.net.

    """#

  /// What the master file had, but for SOA; with the line of the value that says it.
  private static let records = [
    #"6: example.jp 300 A 192.0.2.1"#,
    #"7: example.jp 300 A 192.0.2.2"#,
    #"10: example.jp 3600 CAA 0 iodef "mailto:sec@example.jp""#,
    #"13: example.jp 3600 CAA 128 issue "ca.example""#,
    #"18: example.jp 3600 MX 10 mail.example.jp."#,
    #"20: example.jp 3600 MX 20 mail.sub.example.jp."#,
    #"24: example.jp 3600 NS ns1.example.jp."#,
    #"25: example.jp 3600 NS ns2.example.net."#,
    #"28: example.jp 3600 TXT " leading and trailing ""#,
    #"29: example.jp 3600 TXT "'single' quotes""#,
    #"30: example.jp 3600 TXT "- dash""#,
    #"31: example.jp 3600 TXT "0x10""#,
    #"32: example.jp 3600 TXT "1.10""#,
    #"33: example.jp 3600 TXT "12:30""#,
    #"34: example.jp 3600 TXT "==""#,
    #"35: example.jp 3600 TXT "null""#,
    #"36: example.jp 3600 TXT "site: verification # not a comment""#,
    #"37: example.jp 3600 TXT "tab\009here""#,
    #"38: example.jp 3600 TXT "v=spf1 mx include:spf.example.net -all""#,
    #"39: example.jp 3600 TXT "x;y \"q\" back\\slash""#,
    #"40: example.jp 3600 TXT "yes""#,
    #"41: example.jp 3600 TXT "{brace}""#,
    #"42: example.jp 3600 TXT "~""#,
    #"45: 123.example.jp 3600 A 192.0.2.123"#,
    #"49: *.example.jp 60 A 192.0.2.77"#,
    #"53: *.wild.example.jp 60 TXT "w""#,
    #"94: mail.example.jp 3600 A 192.0.2.25"#,
    #"96: mail.example.jp 3600 AAAA 2001:db8::25"#,
    #"57: _25._tcp.mail.example.jp 3600 TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"#,
    #"63: _dmarc.example.jp 3600 TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.jp""#,
    #"67: _sip._tcp.example.jp 3600 SRV 10 20 5060 sip.example.jp."#,
    #"74: loc.example.jp 3600 LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m"#,
    #"88: long.example.jp 3600 TXT "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty; twenty-one second piece: with a colon that needs quoting, and more words to make it fold over the lines of PyYAML""#,
    #"136: sub.example.jp 3600 DS 12345 13 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"#,
    #"141: sub.example.jp 3600 NS ns1.sub.example.jp."#,
    #"99: mail.sub.example.jp 3600 A 192.0.2.26"#,
    #"103: naptr.example.jp 3600 NAPTR 100 50 "S" "SIP+D2T" "" _sip._tcp.example.jp."#,
    #"111: no.example.jp 3600 A 192.0.2.124"#,
    #"114: ns1.example.jp 3600 A 192.0.2.53"#,
    #"117: ns1.sub.example.jp 3600 A 192.0.2.54"#,
    #"120: ptr.example.jp 3600 PTR host.example.jp."#,
    #"123: s1._domainkey.example.jp 3600 CNAME s1.keys.example.net."#,
    #"126: s2._domainkey.example.jp 3600 TXT "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwJ3DfXk0f9t4e2dTVvGZ7zJ9uY0zQ1x9cR8m3c8sH8bY3w2XqQ9xkS7x7h4c6mZk5n8V2y1x0u9t8s7r6q5p4o3n2m1l0k9j8i7h6g5f4e3d2c1b0a9Z8Y7X6W5V4U3T2S1R0Q9P8O7N6M5L4K3J2I1H0G9F8E7D6C5B4A3z2y1x0w9v8u7t6s5r4q3p2o1n0" "m9l8k7j6i5h4g3f2e1d0c9b8a7Z6Y5X4W3V2U1T0S9R8Q7P6O5N4M3L2K1J0I9H8G7F6E5D4C3B2A1IDAQAB""#,
    #"130: ssh.example.jp 3600 SSHFP 4 2 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"#,
    #"145: svc.example.jp 3600 HTTPS 1 . alpn="h2,h3" port=8443 ipv4hint=192.0.2.1"#,
    #"157: svcb.example.jp 3600 SVCB 1 svc.example.net. mandatory=alpn alpn="h2" ipv6hint=2001:db8::1"#,
  ]

  @Test("every record is read, and nothing is wrong")
  func records() throws {
    let file = try ZoneFile(name: "example.jp.yaml", content: FileContent(Array(Self.written.utf8)))
    #expect(file.faults.kept == [])
    let zone = try #require(file.zones[fqdn("example.jp")])
    let found = zone.records.map {
      "\($0.line): \($0.record.owner) \($0.record.timeToLive) \($0.record.type) \($0.record.data.presentation)"
    }
    #expect(found == Self.records)
  }
}
