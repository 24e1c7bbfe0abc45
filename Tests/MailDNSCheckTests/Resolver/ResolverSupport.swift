import Foundation

@testable import MailDNSCheck

/// A client of `servers`; more patient than any test needs, unless the test says otherwise.
func dnsClient(
  _ servers: ServerAddress..., timeout: Duration = .seconds(10), attempts: Int = 1,
  change: (inout ResolverConfiguration) -> Void = { _ in }
) throws -> DNSClient {
  var configuration = ResolverConfiguration(servers: servers, timeout: timeout, attempts: attempts)
  change(&configuration)
  return try DNSClient(configuration)
}

/// Whether `condition` comes true before a patient tester gives up.
func becomesTrue(within limit: Duration = .seconds(60), _ condition: () async -> Bool) async -> Bool {
  let end = Instant.now + limit
  while Instant.now < end {
    if await condition() { return true }
    try? await Task.sleep(for: .milliseconds(5))
  }
  return await condition()
}

/// A port of 127.0.0.1 that refuses whatever comes, and that nobody else can take meanwhile.
struct ClosedPort {
  private let sockets: (udp: LoopbackSocket, tcp: LoopbackSocket)

  init() throws {
    sockets = try LoopbackSocket.pairOnFreePort()
    // Connected to itself, the socket holds the port and takes packets from nobody else; TCP does not listen.
    try sockets.udp.connect(port: sockets.udp.port)
  }

  var address: ServerAddress {
    ServerAddress(address: .v4(IPv4Address(value: 0x7F00_0001)), port: sockets.udp.port)
  }
}

/// What this process holds of the system, as /proc counts it.
enum ProcessUsage {
  static var descriptors: Int { entries("/proc/self/fd") }
  static var threads: Int { entries("/proc/self/task") }

  /// Lets Swift's own machinery (timers above all) open what it keeps for good, before anything is counted.
  static func warmUp() async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { try? await Task.sleep(for: .milliseconds(50)) } }
    }
  }

  private static func entries(_ path: String) -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: path).count) ?? 0
  }
}

extension Answer {
  var data: [RecordData] { records.map(\.data) }
  var denial: Denial? {
    switch outcome {
    case .noData(let denial), .noSuchName(let denial): denial
    case .found, .failed: nil
    }
  }
  var server: ServerAddress? { if case .server(let server, _) = origin.source { server } else { nil } }
  var transport: Transport? { if case .server(_, let transport) = origin.source { transport } else { nil } }
  var isNoData: Bool { if case .noData = outcome { true } else { false } }
  var isNoSuchName: Bool { if case .noSuchName = outcome { true } else { false } }
}

extension FaultServer.Query {
  /// A decent answer to an address question.
  var goodReply: Reply { .answer(to: self, .a(name.description, "192.0.2.1")) }
}

/// What `goodReply` answers, and the question that tests put where any will do.
let goodData = [ipv4("192.0.2.1")]
let anyQuestion = asking("example.jp", .a)
