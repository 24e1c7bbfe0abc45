import Testing

@testable import MailDNSCheck

@Suite("Messages: the way")
struct MessageRouteTests {
  @Test("the way is told by the stations that can be believed")
  func ways() throws {
    let rows: [(SampleMessage, MessageRoute, MessageDirection)] = [
      (.throughSecureMX(), .securemxOffice365, .inbound), (.direct(), .office365, .inbound),
      (.direct("mx0a-001.pphosted.com (203.0.113.50)"), .gatewayOffice365, .inbound),
      (.direct("T.outbound.protection.outlook.com (40.107.1.1)"), .office365, .inbound),
      (.intern, .internal, .internal), (.outbound(), .office365Securemx, .outbound),
      (.outbound(throughSecureMX: false), .office365Out, .outbound),
      // A stranger's server handed it over: what stands below is a claim.
      (.outbound(source: "evil.example (evil.example [198.51.100.9])"), .other, .unknown),
      (SampleMessage([("From", "a@example.net")]), .unknown, .unknown),
      (
        SampleMessage([
          (
            "Received",
            "from mo-csw.securemx.jp (x.securemx.jp [210.130.202.160]) by mail.example.net; Mon, 2 Nov 2026 01:00:05 +0000"
          ),
          ("Received", "by mo-csw.securemx.jp (x) id 6A2103aA274020; Mon, 2 Nov 2026 10:00:03 +0900"),
          (
            "Received",
            "from a.example (a.example [203.0.113.1]) by relay.securemx.jp (x) id A; Mon, 2 Nov 2026 10:00:02 +0900"
          ),
        ]), .securemx, .outbound
      ),
    ]
    for (message, route, direction) in rows {
      let way = try #require(message.examination).way
      #expect(way.route == route && way.direction == direction, "\(message.text)")
    }
  }

  @Test("a HELO of SecureMX's from another address is a stranger")
  func forgedName() throws {
    let message = try #require(SampleMessage.direct("mo-csw.securemx.jp (198.51.100.77)").examination)
    #expect(message.way.route == .office365)
    #expect(message.way.source == nil)
  }

  @Test(
    "a HELO proves nothing, whatever it holds: without an address in the field, Office365's own report counts",
    arguments: [
      "mo-csw.securemx.jp", "[210.130.202.152]", "mo-csw.securemx.jp (210.130.202.152) (198.51.100.77)",
      "mo-csw.securemx.jp (mo-csw.securemx.jp [210.130.202.152]) (198.51.100.77)",
      "mo-csw.securemx.jp [210.130.202.152] (198.51.100.77)",
      "mo-csw.securemx.jp (210.130.202.152) by x.example (198.51.100.77)",
    ])
  func helo(from: String) throws {
    let message = SampleMessage.direct(from, seen: "198.51.100.77")
    let way = try #require(message.examination).way
    #expect(way.route == .office365)
    #expect(way.source == nil)
    let report = try #require(message.report(expecting: .securemxOffice365))
    #expect(report.status == .critical)
  }

  @Test("a HELO that has all of a field in it is held against what Office365 says it saw")
  func contradiction() throws {
    let from =
      "mo-csw.securemx.jp (210.130.202.152) by TYPEPF0001.mail.protection.outlook.com (198.51.100.77)"
    for mark in ["X-Forefront-Antispam-Report", "Authentication-Results", nil] {
      var message = SampleMessage.direct(from, seen: "198.51.100.77")
      if let mark { message[mark] = nil }
      let report = try #require(message.report(expecting: .securemxOffice365))
      #expect(report.examination.way.route == .unknown, "\(mark ?? "")")
      #expect(report.findings.contains { $0.isOf(Finding.message.entryUnproven) }, "\(mark ?? "")")
      #expect(report.status == .unknown)
    }
  }

  @Test(
    "a verdict that has lost its value is not taken for none",
    arguments: ["X-Forefront-Antispam-Report", "X-Microsoft-Antispam-Mailbox-Delivery"])
  func lostVerdict(name: String) throws {
    var message = SampleMessage.throughSecureMX("BLK", level: 6, delivery: "dest:I;")
    message[name] = ""
    let report = try #require(message.report())
    #expect(report.findings.contains { $0.isOf(Finding.message.valueMissing) })
    message[name] = nil
    let without = try #require(message.report())
    #expect(!without.findings.contains { $0.isOf(Finding.message.valueMissing) })
  }

  @Test("where there is no address at all, the way is not told, and nothing passes for a gateway")
  func noAddress() throws {
    for from in ["mo-csw.securemx.jp", "mx0a-001.pphosted.com"] {
      var message = SampleMessage.direct(from, seen: "")
      message["Authentication-Results"] = nil
      message["X-Forefront-Antispam-Report"] = "SCL:1;SFV:NSPM;DIR:INB;"
      for expected in [MessageRoute.securemxOffice365, nil] {
        let report = try #require(message.report(expecting: expected))
        #expect(report.examination.way.route == .unknown)
        #expect(report.examination.authentication.judged == .unknown)
        #expect(report.status == .unknown)
      }
    }
  }

  @Test("behind Enhanced Filtering Office365 speaks of the sender, and the field of the gateway")
  func enhancedFiltering() throws {
    var message = SampleMessage.throughSecureMX()
    message["Authentication-Results"] = "spf=pass (sender IP is 203.0.113.7) smtp.mailfrom=example.net"
    message["X-Forefront-Antispam-Report"] = "CIP:203.0.113.7;SCL:1;SFV:NSPM;DIR:INB;"
    #expect(try #require(message.examination).way.route == .unknown)
    message["X-MS-Exchange-SkipListedInternetSender"] = "ip=[203.0.113.7];domain=mail.example.net"
    #expect(try #require(message.examination).way.route == .securemxOffice365)
  }

  @Test(
    "a field that names no host lends no trust to what stands below it",
    arguments: [
      "from mo-csw.securemx.jp (210.130.202.152) id 1", "(qmail 1 invoked by uid 1)",
      "from x (x.outbound.protection.outlook.com [52.101.229.50]) id 1",
    ])
  func nameless(value: String) throws {
    let time = "; Mon, 2 Nov 2026 01:00:00 +0000"
    var message = SampleMessage.direct()
    let below = try #require(message.entry) + 1
    message.insert("Received", value + time, at: below)
    message.insert("Received", "by mo-csw.securemx.jp (x) id 6A2106aa188346" + time, at: below + 1)
    let direct = try #require(message.examination)
    #expect(direct.way.route == .office365)
    #expect(!direct.way.stations.contains(.securemx))
    #expect(direct.trail.hops.prefix(2).allSatisfy { !$0.isBelieved })
    var elsewhere = SampleMessage.outbound(
      throughSecureMX: false, source: "evil.example (evil.example [198.51.100.9])")
    elsewhere.insert("Received", value + time, at: 2)
    #expect(try #require(elsewhere.examination).way.route == .other)
  }

  @Test("forged Received fields and results of Microsoft's below the boundary change nothing")
  func forgedBelow() throws {
    for base in [SampleMessage.direct(), .throughSecureMX()] {
      let honest = try #require(base.examination)
      var message = base
      let below = try #require(message.entry) + 1
      message.insert(
        "Authentication-Results",
        "spf=pass (sender IP is 203.0.113.7) smtp.mailfrom=a.example; dmarc=pass;compauth=pass reason=100",
        at: below)
      message.insert(
        "Received",
        "from mo-csw.securemx.jp (210.130.202.152) by TYPEPF0009.mail.protection.outlook.com (10.167.249.9) with Microsoft SMTP Server id 15; Mon, 2 Nov 2026 01:00:06 +0000",
        at: below + 1)
      message.insert("X-Forefront-Antispam-Report-Untrusted", "SCL:9;SFV:SPM;DIR:INB;", at: below)
      let forged = try #require(message.examination)
      #expect(forged.way.route == honest.way.route)
      #expect(forged.authentication.spf == honest.authentication.spf)
      #expect(forged.authentication.reason == honest.authentication.reason)
      #expect(forged.verdict.filter == honest.verdict.filter)
      let findings = try #require(message.report()).findings
      #expect(findings.contains { $0.isOf(Finding.message.unprovenStation) })
    }
  }

  @Test(
    "at another receiver than Office365, only results in its own name count, and only above what came with the message"
  )
  func forgedElsewhere() throws {
    let honest = try #require(SampleMessage.outbound().examination).authentication
    #expect(honest.dkim == ["pass"])
    // In a stranger's name, on top; in the receiver's own, below its station.
    for (name, place) in [("mail.example.org", 0), ("mail.example.net", 6)] {
      var message = SampleMessage.outbound()
      message["Authentication-Results"] = "mail.example.net; spf=fail smtp.mailfrom=example.jp; dmarc=fail"
      message.insert(
        "Authentication-Results", "\(name); spf=pass smtp.mailfrom=example.jp; dmarc=pass", at: place)
      let authentication = try #require(message.examination).authentication
      #expect(authentication.spf == "fail", "\(name)")
      #expect(authentication.dmarc?.value == "fail", "\(name)")
    }
    var without = SampleMessage.outbound()
    without["Authentication-Results"] = nil
    without.insert("Authentication-Results", "mail.example.net; spf=pass; dmarc=pass", at: 6)
    #expect(try #require(without.examination).authentication.results == nil)
    // Nor is there a verdict of Office365's in mail that another one delivered.
    without.insert("X-Forefront-Antispam-Report", "CIP:192.0.2.1;SCL:-1;SFV:SKN;DIR:INB;", at: 0)
    without.insert("X-Microsoft-Antispam-Mailbox-Delivery", "dest:J;", at: 0)
    let verdict = try #require(without.examination).verdict
    #expect(verdict.filter == nil)
    #expect(verdict.folder == nil)
  }

  @Test(
    "any one field that is moved below the boundary makes no gateway of a stranger, and no stranger of a gateway"
  )
  func moved() throws {
    for (base, routes) in [
      (SampleMessage.throughSecureMX(), [MessageRoute.securemxOffice365, .unknown]),
      (.direct(), [.office365, .unknown]), (.intern, [.internal, .unknown]),
    ] as [(SampleMessage, [MessageRoute])] {
      for index in base.fields.indices {
        var message = base
        let field = message.fields.remove(at: index)
        message.fields.append(field)
        let way = try #require(message.examination).way
        #expect(routes.contains(way.route), "\(field)")
        #expect(try #require(message.examination).trail.hops.allSatisfy { ($0.delay ?? 0) >= 0 })
      }
    }
  }

  @Test("the marks that a file for --providers names tell whose station it is that does not name itself")
  func headerMarks() throws {
    let file =
      #"{"providers": [{"id": "ours", "name": "Ours", "kinds": ["inboundGateway"], "networks": ["192.0.2.0/24"], "headers": ["X-Ours-"]}]}"#
    var overlay = ProviderOverlay()
    try overlay.apply(try ProviderFile(name: "ours.json", octets: Array(file.utf8)))
    let catalogue = try overlay.catalogue()
    var message = SampleMessage.direct("gate.ours.example (192.0.2.9)")
    let below = try #require(message.entry) + 1
    message.insert(
      "Received",
      "from mail.example.net (mail.example.net [203.0.113.7]) id 1; Mon, 2 Nov 2026 01:00:05 +0000",
      at: below)
    message.insert("X-Ours-Queue", "1", at: below)
    let header = try #require(HeaderReader.section(of: Array(message.text.utf8)[...]))
    let examination = MessageExamination(header, in: catalogue)
    #expect(examination.way.route == .gatewayOffice365)
    #expect(examination.trail.hops[0].provider?.text == "ours")
    #expect(MessageExamination(header, in: .builtIn).trail.hops[0].provider == nil)
  }

  @Test("results that were moved below the boundary count for nothing")
  func movedResults() throws {
    var message = SampleMessage.throughSecureMX()
    let results = try #require(message["Authentication-Results"])
    message["Authentication-Results"] = nil
    message.insert("Authentication-Results", results, at: try #require(message.entry) + 1)
    let authentication = try #require(message.examination).authentication
    #expect(authentication.spf == nil)
    #expect(authentication.dkim == [])
  }

  @Test("any one field that is dropped or doubled makes no other way of it, at most none that is known")
  func mutations() throws {
    for base in [
      SampleMessage.throughSecureMX(), .direct(), .intern, .outbound(), .outbound(throughSecureMX: false),
    ] {
      let route = try #require(base.examination).way.route
      for index in base.fields.indices {
        var dropped = base
        let field = dropped.fields.remove(at: index)
        let without = try #require(dropped.examination)
        if field.name != "Received" { #expect(without.way.route == route, "without \(field)") }
        if base.fields[0].value.contains("HTTPS") {
          #expect([route, .unknown].contains(without.way.route), "without \(field)")
        }
        var doubled = base
        doubled.fields.insert(field, at: index)
        #expect(try #require(doubled.examination).way.route == route, "twice \(field)")
        #expect(without.trail.hops.allSatisfy { ($0.delay ?? 0) >= 0 })
      }
    }
  }

  @Test(
    "with the expectation, or what DNS says, the way around is critical; with the header's own marks a warning"
  )
  func bypass() throws {
    func bypass(_ message: SampleMessage, _ expected: MessageRoute?, _ recipients: [RecipientMX] = [])
      -> Severity?
    {
      message.report(expecting: expected, recipients: recipients)?.findings.first {
        $0.isOf(Finding.message.bypass)
      }?.severity
    }
    let domain = try #require(DomainName("example.jp"))
    let securemx = RecipientMX(
      domain,
      LookupFixtures.answer(
        "example.jp", .mx,
        .found([
          LookupFixtures.record(
            "example.jp", 60, .mx(preference: 10, exchange: LookupFixtures.name("mx.securemx.jp")))
        ])),
      in: .builtIn)
    #expect(bypass(.direct(), nil) == nil)
    #expect(bypass(.direct(), .securemxOffice365) == .critical)
    #expect(bypass(.direct(), .securemx) == .critical)
    #expect(bypass(.direct(), .office365) == nil)
    #expect(bypass(.direct(), nil, [securemx]) == .critical)
    #expect(bypass(.direct(reason: "451"), nil) == .warning)
    var marked = SampleMessage.direct()
    marked["X-MS-Exchange-Organization-MxPointsToUs"] = "false"
    #expect(bypass(marked, nil) == .warning)
    // 451 with a gateway hop is none.
    var through = SampleMessage.throughSecureMX()
    through["Authentication-Results"] = "spf=none;compauth=none reason=451"
    #expect(bypass(through, .securemxOffice365) == nil)
    #expect(bypass(through, nil) == nil)
  }

  @Test("what was found out of hosts before is what is found out again, however many there are")
  func memory() throws {
    let hosts = MailHosts(catalogue: .builtIn, isRemembering: true)
    let fresh = MailHosts(catalogue: .builtIn)
    let names = [
      "mx.securemx.jp", "mail.example.net", "a.prod.outlook.com", "", "x",
      String(repeating: "a.", count: 200),
    ]
    let addresses = ["210.130.202.152", "198.51.100.77", "40.107.1.1", "::1"].compactMap { IPAddress($0) }
    for round in 0..<3 {
      for name in names { #expect(hosts.provider(of: name) == fresh.provider(of: name), "\(round): \(name)") }
      for address in addresses { #expect(hosts.provider(of: address) == fresh.provider(of: address)) }
      for number in 0..<5000 { #expect(hosts.provider(of: "host\(number).example.net") == nil) }
    }
    for message in [SampleMessage.throughSecureMX(), .direct(), .intern, .outbound()] {
      let header = try #require(HeaderReader.section(of: Array(message.text.utf8)[...]))
      #expect(
        MessageExamination(header, by: hosts).way.route == MessageExamination(header, in: .builtIn).way.route)
    }
  }
}
