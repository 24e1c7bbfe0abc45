import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

/// A name server program under test's control: unprivileged, on a free port of 127.0.0.1 unless said otherwise, in a directory of its
/// own.
///
/// It ends with the value that holds it, and also when the test process dies in whatever way.
final class DNSDaemon: Sendable {
  let port: UInt16
  private let host: IPAddress
  private let directory: TemporaryDirectory
  private let watchdog: SpawnedProcess
  /// The write end of the watchdog's standard input: the daemon lives as long as it is open.
  private let lifeline: Lifeline

  struct Unavailable: Error, CustomStringConvertible {
    let description: String
  }

  private final class Lifeline: @unchecked Sendable {
    private let lock = NSLock()
    private var descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func cut() {
      lock.withLock {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
      }
    }
  }

  /// Ends the daemon when it dies itself or when standard input does.
  private static let watchdogScript = """
    exec 3<&0
    "$@" 3<&- </dev/null & daemon=$!
    cat <&3 >/dev/null & lifeline=$!
    wait -n
    kill $daemon $lifeline 2>/dev/null
    wait
    """

  /// Starts `program`, `files` (by name) and `arguments` being made for a port and a directory, and waits until the
  /// server answers for `zone`, and before that for `mark`, a zone that no other server has: somebody else may have taken
  /// the port.
  init(
    program: String, zone: String, mark: String? = nil, at host: IPAddress = .loopback,
    port given: UInt16? = nil,
    patience: Duration = .seconds(60),
    setUp: (_ port: UInt16, _ directory: TemporaryDirectory) throws -> [String]
  ) throws {
    guard
      let path = ["/usr/sbin/", "/usr/bin/", "/usr/local/sbin/"].map({ $0 + program }).first(
        where: FileManager.default.isExecutableFile)
    else { throw Unavailable(description: "\(program) is not installed: run Scripts/install-test-tools") }
    var log = ""
    // The port is free when it is picked and may be taken a moment later: then there is another one.
    for _ in 0..<3 {
      let directory = try TemporaryDirectory()
      let port = try given ?? LoopbackSocket.freePort()
      let arguments = try setUp(port, directory)
      let (watchdog, lifeline) = try Self.start([path] + arguments, in: directory)
      let server = ServerAddress(address: host, port: port)
      if try mark.map({ try Self.answers($0, server, while: watchdog, patience) }) ?? true,
        try Self.answers(zone, server, while: watchdog, patience)
      {
        (self.port, self.host, self.directory, self.watchdog) = (port, host, directory, watchdog)
        self.lifeline = lifeline
        return
      }
      lifeline.cut()
      Self.waitForEnd(of: watchdog)
      log = String(decoding: directory.read("log"), as: UTF8.self)
    }
    throw Unavailable(description: "\(program) does not answer for \(zone):\n\(log)")
  }

  deinit { stop() }

  /// A name for a zone of one server alone.
  static func newMark() -> String { "mark\(UInt32.random(in: .min ... .max)).invalid" }

  /// Ends the daemon and waits until it is gone.
  func stop() {
    lifeline.cut()
    Self.waitForEnd(of: watchdog)
  }

  /// What the daemon has printed.
  var log: String { String(decoding: directory.read("log"), as: UTF8.self) }

  var address: ServerAddress { ServerAddress(address: host, port: port) }

  private static func start(
    _ command: [String], in directory: TemporaryDirectory
  ) throws -> (SpawnedProcess, Lifeline) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw LoopbackSocket.failure() }
    let lifeline = Lifeline(ends[1])
    let log = open("\(directory.path)/log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer {
      close(ends[0])
      close(log)
    }
    let watchdog = try SpawnedProcess(
      "/bin/bash", ["-c", watchdogScript, "watchdog"] + command,
      environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"], directory: directory.path,
      input: ends[0], output: log, errors: log)
    return (watchdog, lifeline)
  }

  private static func answers(
    _ zone: String, _ server: ServerAddress, while watchdog: SpawnedProcess, _ patience: Duration
  ) throws -> Bool {
    let query = RawDNS.query(zone, type: 6)
    let end = Instant.now + patience
    while Instant.now < end, watchdog.poll() == nil {
      if let answer = try RawDNS.askUDP(query, server, within: .milliseconds(100)), answer.count > 12,
        answer[3] & 15 == 0
      {
        return true
      }
      // A closed port is reported at once: do not ask again as fast as that.
      usleep(10_000)
    }
    return false
  }

  private static func waitForEnd(of watchdog: SpawnedProcess) {
    for _ in 0..<500 where watchdog.poll() == nil { usleep(10_000) }
    watchdog.send(SIGKILL, toGroup: true)
    while watchdog.poll() == nil { usleep(10_000) }
  }
}

/// A zone: its name, and its content as a master file.
struct TestZone: Sendable {
  let origin: String
  let text: String

  init(_ origin: String, _ text: String) {
    self.origin = origin
    self.text = text
  }
}

/// NSD, an authoritative name server, serving zones.
final class NSDServer: Sendable {
  private let daemon: DNSDaemon

  var port: UInt16 { daemon.port }
  var address: ServerAddress { daemon.address }
  var log: String { daemon.log }

  /// `options` are lines for the `server:` clause; `patience` is how long each of three starts may take.
  init(
    _ zones: [TestZone], at host: IPAddress = .loopback, port given: UInt16? = nil, options: [String] = [],
    patience: Duration = .seconds(60)
  ) throws {
    guard let first = zones.first else { throw DNSDaemon.Unavailable(description: "NSD needs a zone") }
    let mark = DNSDaemon.newMark()
    daemon = try DNSDaemon(
      program: "nsd", zone: first.origin, mark: mark, at: host, port: given, patience: patience
    ) { port, directory in
      let path = directory.path
      var configuration = """
        server:
          ip-address: \(host)
          port: \(port)
          username: ""
          chroot: ""
          database: ""
          zonesdir: "\(path)"
          pidfile: "\(path)/nsd.pid"
          zonelistfile: "\(path)/zone.list"
          xfrdfile: "\(path)/xfrd.state"
          xfrdir: "\(path)"
          server-count: 1
          reuseport: no
          rrl-ratelimit: 0
          rrl-whitelist-ratelimit: 0
        \(options.map { "  \($0)\n" }.joined())
        remote-control:
          control-enable: no

        """
      let marked = TestZone(mark, "@ 60 SOA . . 1 1 1 1 1\n@ 60 NS .\n")
      for (index, zone) in (zones + [marked]).enumerated() {
        try directory.write(zone.text, to: "zone\(index)")
        configuration +=
          "zone:\n  name: \"\(zone.origin)\"\n  zonefile: \"zone\(index)\"\n  provide-xfr: 127.0.0.1 NOKEY\n"
      }
      return ["-d", "-c", try directory.write(configuration, to: "nsd.conf")]
    }
  }

  convenience init(origin: String, _ text: String) throws {
    try self.init([TestZone(origin, text)])
  }

  func stop() { daemon.stop() }
}

/// Unbound, a caching resolver, that knows nothing but stub zones served on ports of 127.0.0.1.
final class UnboundServer: Sendable {
  private let daemon: DNSDaemon

  var port: UInt16 { daemon.port }
  var address: ServerAddress { daemon.address }
  var log: String { daemon.log }

  /// `stubs` are zones and the ports of their servers; the first one must be up. With a `trustAnchor` of the root all of them are
  /// validated as far as the modules do. `options` are lines for the `server:` clause, `clauses` whole clauses behind it.
  init(
    stubs: [(zone: String, port: UInt16)], trustAnchor: String? = nil, modules: String = "iterator",
    options: [String] = [],
    clauses: String = ""
  ) throws {
    guard let first = stubs.first else {
      throw DNSDaemon.Unavailable(description: "Unbound needs a stub zone")
    }
    let mark = DNSDaemon.newMark()
    daemon = try DNSDaemon(program: "unbound", zone: first.zone, mark: mark) { port, directory in
      var configuration = """
        server:
          interface: 127.0.0.1
          port: \(port)
          username: ""
          chroot: ""
          directory: "\(directory.path)"
          pidfile: ""
          use-syslog: no
          logfile: ""
          num-threads: 1
          module-config: "\(modules)"
          do-not-query-localhost: no
          qname-minimisation: no
          do-ip6: no
          outgoing-range: 512
          num-queries-per-thread: 256
          local-zone: "\(mark)" static
          local-data: "\(mark). 60 SOA . . 1 1 1 1 1"
        \(trustAnchor.map { "  trust-anchor: \"\($0)\"\n" }
          ?? stubs.map { "  local-zone: \"\($0.zone)\" nodefault\n  domain-insecure: \"\($0.zone)\"\n" }.joined())
        \(options.map { "  \($0)\n" }.joined())
        remote-control:
          control-enable: no

        """
      for stub in stubs {
        configuration += """
          stub-zone:
            name: "\(stub.zone)"
            stub-addr: 127.0.0.1@\(stub.port)

          """
      }
      return ["-d", "-p", "-c", try directory.write(configuration + clauses, to: "unbound.conf")]
    }
  }

  func stop() { daemon.stop() }
}

extension IPAddress {
  static let loopback = IPAddress.v4(IPv4Address(value: LoopbackSocket.host))
}
