import Testing

@testable import MailDNSCheck

@Suite("Exchange: what came around the gateway")
struct ExchangeTraceTests {
  @Test(
    "inbound is what stayed and did not come from Microsoft's mailbox servers; the gateway is known by its networks"
  )
  func counts() throws {
    let trace = try #require(ExchangeFixtures.evidence(ExchangeFixtures.trace).trace)
    #expect(trace.inbound == 3 && trace.throughGateway == 1 && trace.bypassed == 2)
    #expect(trace.bypassedAndDelivered == 1)
    #expect(trace.bypasses.map(\.traceID) == ["t2", "t3"])
    #expect(trace.bypassAddresses.values.map(\.self) == [2])
  }

  @Test("with the accepted domains inbound is what is addressed to them, in whatever order the files come")
  func domains() throws {
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.domains,
      ExchangeFixtures.trace.replacing("aoki@sakura.example\",\"y", with: "aoki@elsewhere.example\",\"y"))
    #expect(evidence.trace?.inbound == 2 && evidence.trace?.bypassed == 1)
  }

  @Test("mail that was delivered around the gateway is critical; none that was, a warning")
  func severity() {
    func severity(_ text: String) -> Severity? {
      ExchangeFixtures.evidence(text).findings.first { $0.id == "exchange-bypass" }?.severity
    }
    #expect(severity(ExchangeFixtures.trace) == .critical)
    #expect(severity(ExchangeFixtures.trace.replacing("Delivered", with: "Quarantined")) == .warning)
    #expect(severity(ExchangeFixtures.trace.replacing("198.51.100.77", with: "210.130.202.153")) == nil)
  }

  @Test(
    "a trace that shows bypasses of a closed endpoint is said to be older than the connector, or it not to work"
  )
  func closedAndBypassed() throws {
    let connector = ExchangeFixtures.connector()
    let off = #"{"Name": "x", "RejectDirectSend": false}"#
    let evidence = ExchangeFixtures.evidence(connector, off, ExchangeFixtures.trace)
    let bypass = try #require(evidence.findings.first { $0.id == "exchange-bypass" })
    #expect(bypass.severity == .warning && bypass.message.english.contains("older than it"))
    #expect(bypass.message.english.contains("'To us'") && bypass.fix?.english.contains("Close the") == false)
    let closed = try #require(evidence.findings.first { $0.id == "exchange-endpoint-closed" })
    #expect(!closed.message.english.contains("can't come around"))
    let direct = try #require(evidence.findings.first { $0.id == "exchange-direct-send" })
    #expect(!direct.message.english.contains("anybody can send") && direct.fix == nil)
    // Without a bypass, and without a connector, it is as it was.
    let clean = ExchangeFixtures.trace.replacing("198.51.100.77", with: "210.130.202.153")
    #expect(
      ExchangeFixtures.evidence(connector, clean).findings.contains {
        $0.message.english.contains("can't come around")
      })
    #expect(
      ExchangeFixtures.evidence(off, ExchangeFixtures.trace).findings.contains {
        $0.message.english.contains("anybody can send")
      })
  }

  @Test("without the column FromIP nothing is known, and nothing is zero")
  func missingColumn() throws {
    let text = "SenderAddress,RecipientAddress,Status\na@x.example,b@x.example,Delivered\n"
    let json = ExchangeJSON.Trace(try #require(ExchangeFixtures.evidence(text).trace))
    #expect(json.inbound == nil && json.throughGateway == nil && json.bypassed == nil)
  }

  @Test("the list for a ticket acts in no terminal and no spreadsheet")
  func list() throws {
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.trace.replacing("b@spam", with: "\u{1B}[2Jb\t@spam"))
    let listing = try #require(ExchangeListing(.bypasses, of: evidence))
    #expect(OutputRules.violations(listing.csv, of: .csv) == [])
    #expect(OutputRules.invisible(in: listing.text, except: ["\n", "\t"]) == [])
    #expect(OutputRules.violations(listing.json, of: .json) == [])
    #expect(listing.rows.count == 2)
  }

  @Test("the lists have a row an entry in every format, and none where no export says")
  func lists() throws {
    let evidence = ExchangeFixtures.evidence(ExchangeFixtures.domains, ExchangeFixtures.mailboxes)
    let domains = try #require(ExchangeListing(.domains, of: evidence))
    #expect(domains.text == "sakura.example\nume.example\nsakura.onmicrosoft.com\n")
    #expect(
      domains.lines
        == "{\"domain\":\"sakura.example\"}\n{\"domain\":\"ume.example\"}\n{\"domain\":\"sakura.onmicrosoft.com\"}\n"
    )
    let candidates = try #require(ExchangeListing(.candidates, of: evidence))
    #expect(
      candidates.csv
        == "\u{FEFF}address,kind,reason\r\nrights@sakura.example,MailUniversalSecurityGroup,securityGroup\r\n"
    )
    #expect(
      candidates.markdown
        == "| address | kind | reason |\n|---|---|---|\n| rights<span>@</span>sakura.example | MailUniversalSecurityGroup | securityGroup |\n"
    )
    #expect(ExchangeListing(.bypasses, of: evidence) == nil)
    #expect(ExchangeListing(.candidates, of: ExchangeFixtures.evidence(ExchangeFixtures.trace)) == nil)
  }

  @Test("a historical search has a row a message, other names, and says itself what came in")
  func historicalSearch() throws {
    let text = """
      "origin_timestamp_utc","sender_address","recipient_status","message_subject","total_bytes","message_id","network_message_id","original_client_ip","directionality"\r
      "2026-11-19T00:12:07.123Z","a@client.example","aoki@sakura.example##Receive, Deliver;baba@sakura.example##Receive, Deliver","x","1","<1@client.example>","t1","210.130.202.152","Incoming"\r
      "2026-11-19T00:14:22.123Z","b@spam.example","aoki@sakura.example##Receive, Deliver","y","1","<2@x>","t2","198.51.100.77","Incoming"\r
      "2026-11-19T00:15:22.123Z","b@spam.example","aoki@sakura.example##Receive, Fail","y","1","<3@x>","t3","198.51.100.77","Incoming"\r
      "2026-11-19T00:20:01.123Z","aoki@sakura.example","c@client.example##Receive, Send","z","1","<4@x>","t4","198.51.100.9","Originating"\r

      """
    let evidence = ExchangeFixtures.evidence(text)
    #expect(evidence.files.first?.kind == .messageTrace && evidence.files.first?.brokenCount == 0)
    let trace = try #require(evidence.trace)
    #expect(trace.inbound == 3 && trace.throughGateway == 1 && trace.bypassed == 2)
    #expect(trace.bypassedAndDelivered == 1)
    #expect(trace.bypasses.first?.recipient == "aoki@sakura.example")
    #expect(trace.bypasses.first?.status == "Receive, Deliver")
  }

  @Test(
    "an address that stands for none is none; one of IPv4 in IPv6 is that of IPv4",
    arguments: [
      ("255.255.255.255", 0, 0), ("0.0.0.0", 0, 0), ("", 0, 0), ("10.0.0.9", 0, 0),
      ("2603:1096:405::8", 0, 0),
      ("::ffff:210.130.202.152", 1, 1), ("210.130.202.152 ", 1, 1), ("2001:db8::1", 1, 0),
    ])
  func addresses(_ text: String, _ inbound: Int, _ through: Int) throws {
    let row =
      "Received,SenderAddress,RecipientAddress,FromIP,ToIP,Status\nx,a@x.example,b@y.example,\(text),,Delivered\n"
    let trace = try #require(ExchangeFixtures.evidence(row).trace)
    #expect(trace.inbound == inbound && trace.throughGateway == through)
  }

  @Test("inbound messages are counted by whose host delivered them")
  func deliverers() throws {
    let json = ExchangeJSON.Trace(try #require(ExchangeFixtures.evidence(ExchangeFixtures.trace).trace))
    #expect(json.deliveredBy == ["securemx": 1, "unknown": 2])
    #expect(json.bypassedDelivered == 1)
  }

  @Test("a historical search with a row an event is no trace of messages")
  func events() {
    let text =
      "date_time_utc,event_id,internal_message_id,sender_address,recipient_status,original_client_ip\n"
    guard case .foreign = ExchangeFixtures.read(Array(text.utf8)).reader.content else {
      Issue.record("a kind")
      return
    }
  }
}
