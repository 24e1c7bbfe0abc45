import Testing

@testable import MailDNSCheck

@Suite("The origin of a zone file")
struct ZoneOriginTests {
  private static let text = "$TTL 60\n@ SOA ns1 host 1 1 1 1 1\n@ MX 10 mx\n"

  @Test(
    "a file's name may hold it",
    arguments: [
      ("example.co.jp.zone", "example.co.jp"), ("db.example.co.jp", "example.co.jp"),
      ("example.co.jp.txt", "example.co.jp"), ("example.co.jp", "example.co.jp"),
      ("/etc/bind/zones/Example.JP.db", "example.jp"), ("example.jp.zone.signed", "example.jp"),
      ("xn--wgv71a119e.jp.zone", "xn--wgv71a119e.jp"),
      ("_domainkey.example.jp.zone", "_domainkey.example.jp"),
      ("日本語.jp.zone", "xn--wgv71a119e.jp"), ("db.日本語.みんな", "xn--wgv71a119e.xn--q9jyb4c"),
      ("db.jp", "db.jp"), ("a/example.com/zone", nil), ("zone", nil), ("my.zone", nil), ("export.txt", nil),
      ("zf-oneline-soa.zone", nil), ("db.192.168.1", nil), ("named.conf", nil), ("a..jp.zone", nil),
      ("exa mple.jp.zone", nil), (".zone", nil), ("", nil),
    ] as [(String, String?)])
  func fileName(path: String, origin: String?) {
    #expect(OriginHints.domain(inFileName: path)?.description == origin)
  }

  private func file(_ text: String, _ hints: OriginHints) throws -> ZoneFile {
    try ZoneFile(name: "f", content: FileContent(Array(text.utf8)), hints: hints)
  }

  @Test("what the user states wins, then the file's name, then the domain that is checked")
  func order() throws {
    var hints = OriginHints(checked: fqdn("checked.jp"))
    #expect(
      try file(Self.text, hints).assumedOrigin
        == AssumedOrigin(name: fqdn("checked.jp"), basis: .checkedDomain))
    hints.inFileName = fqdn("named.jp")
    #expect(
      try file(Self.text, hints).assumedOrigin == AssumedOrigin(name: fqdn("named.jp"), basis: .fileName))
    hints.stated = fqdn("stated.jp")
    let stated = try file(Self.text, hints)
    #expect(stated.assumedOrigin == nil)
    #expect(Array(stated.zones.keys) == [fqdn("stated.jp")])
  }

  @Test("a file that says its origin needs no other")
  func saysItself() throws {
    let hints = OriginHints(inFileName: fqdn("named.jp"), checked: fqdn("checked.jp"))
    let file = try file("$ORIGIN own.jp.\n" + Self.text, hints)
    #expect(file.assumedOrigin == nil)
    #expect(Array(file.zones.keys) == [fqdn("own.jp")])
  }

  @Test("relative names behind an absolute SOA record belong to its owner")
  func startOfAuthority() throws {
    let file = try file(
      "$TTL 60\nexample.jp. SOA a. b. 1 1 1 1 1\nwww A 192.0.2.1\n", OriginHints(inFileName: fqdn("x.jp")))
    #expect(file.assumedOrigin?.basis == .startOfAuthority)
    #expect(file.zones[fqdn("example.jp")]?.records(at: fqdn("www.example.jp")).count == 1)
  }

  @Test("where the origin is assumed, a name that ends in it is whole: the zone's own name without its dot")
  func wholeNames() throws {
    let file = try file(
      "example.jp 60 IN SOA a. b. 1 1 1 1 1\nwww.example.jp 60 IN A 192.0.2.1\nftp 60 IN A 192.0.2.2\n",
      OriginHints(inFileName: fqdn("example.jp")))
    let zone = try #require(file.zones[fqdn("example.jp")])
    #expect(zone.records(at: fqdn("ftp.example.jp")).count == 1)
    #expect(zone.startOfAuthority != nil)
  }

  @Test("without any origin, a file that needs one can't be used")
  func none() {
    #expect(throws: UnusableZoneFile.self) { try file(Self.text, OriginHints()) }
  }

  @Test("a zone without SOA is answered from where its origin is known, and is refused by name servers")
  func withoutStartOfAuthority() throws {
    let file = try file("$ORIGIN y2.example.\n@ 60 MX 10 mail\n", OriginHints())
    #expect(file.faults.kept.map(\.reason) == [.noStartOfAuthority])
    #expect(file.zones[fqdn("y2.example")]?.records(at: fqdn("y2.example")).count == 1)
  }

  @Test(
    "ORIGIN=FILE on the command line",
    arguments: [
      ("example.jp=f", "example.jp", "f"), ("Example.JP.=a/b", "example.jp", "a/b"), (".=root", ".", "root"),
      ("日本語.jp=f", "xn--wgv71a119e.jp", "f"), ("example.jp=-", "example.jp", "-"), ("a=b=c", "a", "b=c"),
      ("./a=b", nil, "./a=b"), ("/x/a=b", nil, "/x/a=b"), ("=b", nil, "=b"), ("a=", nil, "a="),
      ("f", nil, "f"),
      ("a b=c", nil, "a b=c"), ("a..b=c", nil, "a..b=c"),
    ] as [(String, String?, String)])
  func operand(text: String, origin: String?, path: String) {
    let operand = ZoneFileOperand(text)
    #expect(operand.origin?.description == origin)
    #expect(operand.path == path)
  }
}
