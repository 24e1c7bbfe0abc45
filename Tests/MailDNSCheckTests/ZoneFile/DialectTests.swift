import Testing

@testable import MailDNSCheck

@Suite("Zone files as programs and services write them")
struct DialectTests {
  private func file(_ text: String, named: String = "f") throws -> ZoneFile {
    try ZoneFile(
      name: named, content: FileContent(Array(text.utf8)),
      hints: OriginHints(inFileName: OriginHints.domain(inFileName: named)))
  }

  private func zone(_ text: String, _ origin: String, named: String = "f") throws -> Zone {
    try #require(try file(text, named: named).zones[fqdn(origin)])
  }

  @Test("Windows: `dnscmd /zoneexport` with ages, WINS and no $TTL")
  func windows() throws {
    let file = try file(
      """
      ;
      ;  Database file win.example.dns for win.example zone.
      ;
      @                       IN  SOA dc01.win.example. hostmaster.win.example. (
                              42           ; serial number
                              900          ; refresh
                              600          ; retry
                              86400        ; expire
                              3600       ) ; default TTL
      @                       NS\tdc01.win.example.
      @                       [AGE:3611504] 600\tA\t192.0.2.53
      host                    [AGE:3611504]\t1200\tA\t192.0.2.9
      @                       MX\t10\tmail.win.example.
      @                       WINS\tL2 C900 ( 192.0.2.5 )
      mail                    A\t192.0.2.25

      """, named: "win.example.dns")
    let zone = try #require(file.zones[fqdn("win.example")])
    #expect(zone.records(at: fqdn("host.win.example")).map(\.record.timeToLive) == [1200])
    #expect(zone.records(at: fqdn("win.example")).map(\.record.type) == [.soa, .ns, .a, .mx])
    #expect(file.faults.kept.map(\.reason.effect) == [.unread])
    #expect(file.assumedOrigin?.basis == .fileName)
  }

  @Test("Knot: `knotc zone-read` puts the zone in front")
  func knot() throws {
    let zone = try zone(
      """
      [example.jp.] example.jp. 3600 SOA ns.example.jp. host.example.jp. 1 900 600 86400 300
      [example.jp.] example.jp. 3600 MX 10 mx.example.jp.
      [example.jp.] mx.example.jp. 3600 A 192.0.2.1

      """, "example.jp")
    #expect(zone.records(at: fqdn("example.jp")).count == 2)
    #expect(zone.records(at: fqdn("mx.example.jp")).map(\.line) == [3])
  }

  @Test("PowerDNS: `pdnsutil list-zone`, with records of its own that leave addresses unknown")
  func powerDNS() throws {
    let file = try file(
      """
      $ORIGIN .
      example.jp\t3600\tIN\tSOA\tns.example.jp host.example.jp 1 10800 3600 604800 3600
      example.jp\t3600\tIN\tALIAS\tweb.example.net.
      example.jp\t3600\tIN\tMX\t10 mx.example.jp.
      dyn.example.jp\t60\tIN\tLUA\tA "ifportup(443, {'192.0.2.1'})"

      """)
    let zone = try #require(file.zones[fqdn("example.jp")])
    #expect(zone.lookUp(asking("example.jp", .a)) == .foreign)
    #expect(zone.lookUp(asking("dyn.example.jp", .a)) == .foreign)
    guard case .records? = zone.lookUp(asking("example.jp", .mx)),
      case .noData? = zone.lookUp(asking("example.jp", .txt))
    else {
      Issue.record("the rest is known")
      return
    }
    #expect(file.faults.kept.map(\.reason.effect) == [.unread, .unread])
  }

  @Test("Route 53 as cli53 exports it")
  func route53() throws {
    let file = try file(
      """
      $ORIGIN example.jp.
      @\t900\tIN\tSOA\tns-1.awsdns-0.org. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400
      @\t86400\tAWS\tALIAS\tA dualstack.lb.example.net. Z1 false
      @\t300\tIN\tMX\t10 mx.example.jp.

      """)
    let zone = try #require(file.zones[fqdn("example.jp")])
    #expect(zone.lookUp(asking("example.jp", .a)) == .foreign)
    guard case .noData? = zone.lookUp(asking("example.jp", .aaaa)) else {
      Issue.record("only the type of the alias is unknown")
      return
    }
  }

  @Test("Cloudflare's export: comments with tags, the zone's name without its dot")
  func cloudflare() throws {
    let file = try file(
      """
      ;;
      ;; Domain:     example.jp.
      ;; SOA Record
      example.jp\t3600\tIN\tSOA\tada.ns.cloudflare.com. dns.cloudflare.com. 2046 10000 2400 604800 3600

      ;; A Records
      example.jp.\t1\tIN\tA\t192.0.2.1 ; cf_tags=cf-proxied:true
      ;; TXT Records
      example.jp.\t1\tIN\tTXT\t"v=spf1 -all"

      """, named: "example.jp.txt")
    let zone = try #require(file.zones[fqdn("example.jp")])
    #expect(zone.records(at: fqdn("example.jp")).map(\.record.timeToLive) == [3600, 300, 300])
    #expect(file.faults.kept.map(\.reason) == [.automaticTimeToLive(300)])
    #expect(file.faults.kept.map(\.position.line) == [7])
    #expect(file.assumedOrigin == nil)
  }

  @Test("the export says its origin in a comment; in other files 1 is a second")
  func cloudflareOnly() throws {
    let records = "example.jp.\t1\tIN\tSOA\ta. b. 1 2 3 4 5\nexample.jp 1 IN MX 10 mx.example.jp.\n"
    let export = try zone(
      ";;\n;; Domain:     example.jp.\n;; Exported:   2026-11-01 00:00:00\n;;\n" + records, "example.jp")
    #expect(export.records(at: fqdn("example.jp")).map(\.record.timeToLive) == [300, 300])
    let other = try zone("$ORIGIN .\n" + records, "example.jp")
    #expect(other.records(at: fqdn("example.jp")).map(\.record.timeToLive) == [1, 1])
  }

  @Test("dnspython and OctoDNS: no $ORIGIN, the name in the file's")
  func python() throws {
    let text =
      "@ 3600 IN SOA ns1.example.jp. root.example.jp. 1 3600 600 604800 3600\n@ 3600 IN MX 10 mx\nmx 3600 IN A 192.0.2.1\n"
    #expect(
      try zone(text, "example.jp", named: "zones/example.jp.zone").records(at: fqdn("mx.example.jp")).count
        == 1)
    #expect(
      try zone(text, "example.jp", named: "db.example.jp").records(at: fqdn("mx.example.jp")).count == 1)
  }

  @Test("a zone transfer as dig prints it")
  func transfer() throws {
    let text = """

      ; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> axfr example.jp @127.0.0.1
      ;; global options: +cmd
      example.jp.\t\t3600\tIN\tSOA\tns.example.jp. h.example.jp. 1 2 3 4 5
      example.jp.\t\t3600\tIN\tMX\t10 mx.example.jp.
      example.jp.\t\t3600\tIN\tSOA\tns.example.jp. h.example.jp. 1 2 3 4 5
      ;; Query time: 0 msec
      ;; XFR size: 3 records (messages 1, bytes 155)

      """
    #expect(try file(text).faults.kept == [])
    #expect(try zone(text, "example.jp").records(at: fqdn("example.jp")).map(\.line) == [4, 5])
  }

  @Test(
    "what only looks like tinydns' data is a master file",
    arguments: [
      "::1 A 192.0.2.1\n", ":\n", "@:\n", "=\n", ".\n", "+a b.c:1\n", "@ A 192.0.2.1 ; a:b\n", "-\n",
    ])
  func noData(text: String) throws {
    let file = try file(zoneHead + text)
    #expect(file.zones.count == 1)
    #expect(throws: UnusableZoneFile.self) { try self.file(text) }
  }

  @Test("tinydns' data")
  func tinydns() throws {
    let text = """
      # comment
      .example.jp:192.0.2.53:a:3600
      @example.jp:192.0.2.25:mail:10:300
      +www.example.jp:192.0.2.80
      'example.jp:v=spf1 ip4\\072192.0.2.25 -all
      'long.example.jp:\(String(repeating: "x", count: 130))
      Cftp.example.jp:www.example.jp
      6v6.example.jp:20010db8000000000000000000000001
      :t.example.jp:99:\\003abc
      -old.example.jp:192.0.2.99

      """
    let file = try file(text)
    #expect(file.faults.kept == [])
    let zone = try #require(file.zones[fqdn("example.jp")])
    let shown = zone.records.map {
      "\($0.record.owner) \($0.record.timeToLive) \($0.record.type) \($0.record.data.presentation) @\($0.line)"
    }
    #expect(
      Set(shown.filter { !$0.contains("long") }) == [
        "example.jp 2560 SOA a.ns.example.jp. hostmaster.example.jp. 1 16384 2048 1048576 2560 @2",
        "example.jp 3600 NS a.ns.example.jp. @2", "a.ns.example.jp 3600 A 192.0.2.53 @2",
        "example.jp 300 MX 10 mail.mx.example.jp. @3", "mail.mx.example.jp 300 A 192.0.2.25 @3",
        "www.example.jp 86400 A 192.0.2.80 @4", "example.jp 86400 TXT \"v=spf1 ip4:192.0.2.25 -all\" @5",
        "ftp.example.jp 86400 CNAME www.example.jp. @7", "v6.example.jp 86400 AAAA 2001:db8::1 @8",
        "t.example.jp 86400 SPF \"abc\" @9",
      ])
  }
}
