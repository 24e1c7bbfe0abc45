import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

@Suite("Test support")
struct SupportTests {
  static let zone = TestZone(
    "example.jp",
    """
    $TTL 300
    @ IN SOA ns hostmaster 1 3600 600 86400 300
    @ IN NS ns
    ns IN A 127.0.0.1
    mail IN A 192.0.2.25

    """)

  private static let address: [UInt8] = [192, 0, 2, 25]

  private func code(_ answer: [UInt8]) -> UInt8 { answer[3] & 15 }

  @Test("NSD answers for its zones over UDP and TCP, and is gone once stopped")
  func nsd() throws {
    let server = try NSDServer([Self.zone, TestZone("example.com", Self.zone.text)])
    let query = RawDNS.query("mail.example.jp", type: 1)
    for answer in [
      try RawDNS.askUDP(query, port: server.port), try RawDNS.askTCP(query, port: server.port),
      try RawDNS.askUDP(RawDNS.query("mail.example.com", type: 1), port: server.port),
    ] {
      let answer = try #require(answer)
      #expect(code(answer) == 0)
      #expect(answer[2] & 0x04 != 0, "AA")
      #expect(answer.contains(Self.address))
    }
    let missing = try #require(try RawDNS.askUDP(RawDNS.query("no.example.jp", type: 1), port: server.port))
    #expect(code(missing) == 3)
    server.stop()
    #expect(try RawDNS.askUDP(query, port: server.port, within: .milliseconds(100)) == nil)
  }

  @Test("a zone that does not parse is an error with NSD's own words")
  func brokenZone() {
    #expect {
      _ = try NSDServer([TestZone("example.jp", "@ IN SOA nonsense\n")], patience: .milliseconds(500))
    } throws: {
      "\($0)".contains("does not answer")
    }
  }

  @Test("Unbound resolves through a stub zone")
  func unbound() throws {
    let authority = try NSDServer([Self.zone])
    let resolver = try UnboundServer(
      stubs: [("example.jp", authority.port)], options: ["local-zone: \"refused.example\" refuse"])
    let answer = try #require(
      try RawDNS.askUDP(RawDNS.query("mail.example.jp", type: 1), port: resolver.port))
    #expect(code(answer) == 0)
    #expect(answer[3] & 0x80 != 0, "RA")
    #expect(answer.contains(Self.address))
    let refused = try #require(
      try RawDNS.askUDP(RawDNS.query("refused.example", type: 1), port: resolver.port))
    #expect(code(refused) == 5)
  }

  @Test("the fault server answers over UDP and TCP on one port, and records what it was asked")
  func faultServer() throws {
    let server = try FaultServer { [.reply(.answer(to: $0, .a("mail.example.jp", "192.0.2.25")))] }
    let query = RawDNS.query("Mail.example.jp", type: 1, id: 77)
    let overUDP = try #require(try RawDNS.askUDP(query, port: server.port))
    let overTCP = try #require(try RawDNS.askTCP(query, port: server.port))
    #expect(overUDP == overTCP)
    #expect(Array(overUDP.prefix(12)) == [0, 77, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0])
    #expect(overUDP.contains(Self.address))
    let queries = server.queries
    #expect(queries.map(\.transport) == [.udp, .tcp])
    #expect(queries.map(\.sequence) == [0, 1])
    #expect(queries.map(\.id) == [77, 77])
    #expect(queries.allSatisfy { $0.name == DomainName("mail.example.jp") && $0.type == .a && !$0.hasEDNS })
    #expect(queries.allSatisfy { $0.sourcePort > 0 && $0.octets == query })
  }

  @Test("the fault server sees EDNS, and adds extended errors and long response codes")
  func edns() throws {
    let server = try FaultServer { [.reply(.rcode(16, to: $0).extendedError(6, "bogus"))] }
    var query = RawDNS.query("example.jp", type: 16) + [0, 0, 41, 4, 208, 0, 0, 0, 0, 0, 0]
    query[11] = 1
    let answer = try #require(try RawDNS.askUDP(query, port: server.port))
    #expect(server.queries.first?.hasEDNS == true)
    #expect(code(answer) == 0)
    #expect(
      Array(answer.suffix(22)) == [0, 0, 41, 4, 208, 1, 0, 0, 0, 0, 11, 0, 15, 0, 7, 0, 6]
        + Array("bogus".utf8))
  }

  @Test("the fault server misbehaves as told, over UDP")
  func faultsOverUDP() throws {
    let server = try FaultServer { query in
      switch query.sequence {
      case 0: [.drop]
      case 1: [.delay(milliseconds: 60), .reply(.nodata(to: query, soa: "example.jp"))]
      case 2: [.replyFromOtherPort(.answer(to: query))]
      case 3: [.reply(.wrongID(to: query))]
      case 4: [.reply(.wrongQuestion(to: query))]
      case 5: [.reply(.truncated(to: query))]
      case 6: [.reply(Reply.garbage(count: 40))]
      default: [.reply(.nxdomain(to: query, soa: "jp")), .reply(.cname(to: query, target: "x.example"))]
      }
    }
    let query = RawDNS.query("example.jp", type: 1)
    func ask(_ limit: Duration = .seconds(2)) throws -> (octets: [UInt8], port: UInt16)? {
      let socket = try LoopbackSocket(.udp)
      socket.send(query, to: server.port)
      return socket.receive(within: limit)
    }
    #expect(try ask(.milliseconds(50)) == nil)
    let started = Instant.now
    #expect(try ask()?.port == server.port)
    #expect(Instant.now - started >= .milliseconds(60))
    let stranger = try #require(try ask())
    #expect(stranger.port != server.port)
    let wrongID = try #require(try ask()).octets
    #expect(wrongID.prefix(2) != query.prefix(2))
    let wrongQuestion = try #require(try ask()).octets
    #expect(wrongQuestion.prefix(2) == query.prefix(2))
    #expect(!wrongQuestion.contains(Array("example".utf8) + [2]))
    #expect(try #require(try ask()).octets[2] & 0x02 != 0)
    #expect(try ask()?.octets == Reply.garbage(count: 40))
    let socket = try LoopbackSocket(.udp)
    socket.send(query, to: server.port)
    #expect(try #require(socket.receive(within: .seconds(2))).octets[3] & 15 == 3)
    #expect(try #require(socket.receive(within: .seconds(2))).octets[7] == 1)
    #expect(server.queries.count == 8)
  }

  @Test("the fault server answers from another address, and to another port")
  func otherPlaces() throws {
    let other = try LoopbackSocket(.udp)
    try other.bind(port: 0)
    let server = try FaultServer {
      [.replyFromOtherAddress(.answer(to: $0)), .replyToOtherPort(Reply.answer(to: $0).octets, other.port)]
    }
    let query = RawDNS.query("example.jp", type: 1)
    let socket = try LoopbackSocket(.udp)
    socket.send(query, to: server.port)
    #expect(try #require(socket.receive(within: .seconds(2))).octets.prefix(2) == query.prefix(2))
    #expect(other.receive(within: .seconds(2))?.port == server.port)
    // A connected socket takes nothing from other addresses: what came was not from the server's.
    let connected = try LoopbackSocket(.udp)
    try connected.connect(port: server.port)
    connected.send(query, to: server.port)
    #expect(other.receive(within: .seconds(2))?.port == server.port)
    #expect(connected.receive(within: .milliseconds(50)) == nil)
  }

  @Test("names in wire form may have any octet in a label")
  func escapes() {
    #expect(WireWriter.name("a\\046b.c\\.d\\\\.jp.") == [3, 97, 46, 98, 4, 99, 46, 100, 92, 2, 106, 112, 0])
    #expect(WireWriter.name(".") == [0])
  }

  @Test("the fault server misbehaves as told, over TCP")
  func faultsOverTCP() throws {
    let server = try FaultServer(transports: [.tcp]) { query in
      query.sequence == 0 ? [.close] : [.partial([1, 2, 3], lengthPrefix: 100), .close]
    }
    let query = RawDNS.query("example.jp", type: 1)
    #expect(try RawDNS.askTCP(query, port: server.port) == nil)
    let socket = try LoopbackSocket(.tcp)
    try socket.connect(port: server.port)
    socket.sendAll(WireWriter.number(UInt16(query.count)) + query)
    #expect(socket.read(5, within: .seconds(2)) == [0, 100, 1, 2, 3])
    #expect(socket.read(1, within: .seconds(2)) == nil)
    #expect(try RawDNS.askUDP(query, port: server.port, within: .milliseconds(50)) == nil)
    server.stop()
    #expect(throws: POSIXError.self) { try LoopbackSocket(.tcp).connect(port: server.port) }
  }

  @Test("a command's status, signal and output are told apart")
  func command() async throws {
    let result = try await ChildProcess.run(
      "/bin/sh", ["-c", "cat; echo \"$A\" >&2; exit 3"], environment: ["A": "b"], input: .text("in"))
    #expect(result.status == 3)
    #expect(result.stdout == "in")
    #expect(result.stderr == "b\n")
    let killed = try await ChildProcess.run("/bin/sh", ["-c", "kill -TERM $$"])
    #expect(killed.status == nil)
    #expect(killed.signal == SIGTERM)
    let missing = "/nonexistent/program"
    await #expect(throws: SpawnedProcess.CannotStart.self) { try await ChildProcess.run(missing) }
  }

  @Test("a command gets no descriptors, and the outputs that it is given")
  func commandOutputs() async throws {
    let script = "for f in 3 4 5 6 7 8 9; do [ -e /dev/fd/$f ] && echo $f; done; true"
    let list = try await ChildProcess.run("/bin/sh", ["-c", script])
    #expect(list.stdout == "")
    let closed = try await ChildProcess.run("/bin/echo", ["x"], output: .closed)
    #expect(closed.status == 1)
    let full = try await ChildProcess.run("/bin/echo", ["x"], output: .file("/dev/full"))
    #expect(full.status == 1)
    let broken = try await ChildProcess.run("/usr/bin/yes", output: .brokenPipe)
    #expect(broken.signal == SIGPIPE)
  }

  @Test("a command that takes too long is killed, and says so")
  func commandTimeLimit() async throws {
    let started = Instant.now
    await #expect(throws: ChildProcess.TookTooLong.self) {
      try await ChildProcess.run("/bin/sh", ["-c", "sleep 300; true"], timeLimit: .milliseconds(100))
    }
    #expect(Instant.now - started < .seconds(60))
    let running = try ChildProcess.start("/bin/sh", ["-c", "echo ready; sleep 30"])
    while running.stdout.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    running.process.send(SIGTERM, toGroup: true)
    #expect(try await running.finish().signal == SIGTERM)
  }

  @Test("the program is found beside the tests")
  func product() {
    #expect(FileManager.default.isExecutableFile(atPath: ChildProcess.productPath))
  }

  @Test("a golden file that differs shows the lines, and one that is missing is a fault")
  func golden() throws {
    let directory = try TemporaryDirectory()
    let file = URL(fileURLWithPath: try directory.write("a\nb\nc\n", to: "sample.txt"))
    #expect(compareGolden("a\nb\nc\n", with: file, isUpdate: false) == nil)
    #expect(
      compareGolden("a\nB\nc\nd\n", with: file, isUpdate: false) == """
        differs from sample.txt (- expected, + is):
        -2: "b"
        +2: "B"
        +4: "d"
        """)
    let missing = URL(fileURLWithPath: directory.path + "/missing.txt")
    #expect(compareGolden("", with: missing, isUpdate: false)?.contains("is missing") == true)
  }

  @Test("a golden file that is written anew is a fault, too")
  func goldenUpdate() throws {
    let directory = try TemporaryDirectory()
    let file = URL(fileURLWithPath: directory.path + "/Golden/new.txt")
    #expect(compareGolden("new\n", with: file, isUpdate: true)?.contains("written anew") == true)
    #expect(compareGolden("new\n", with: file, isUpdate: false) == nil)
  }

  @Test("the seeded generator is SplitMix64")
  func generator() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(
      [generator.next(), generator.next(), generator.next()] == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}
