import Testing

@testable import MailDNSCheck

@Suite("Mail hosts, talked to")
struct MailHostProberTests {
  private static let host = DomainName("mail.example.jp")!

  private func prober(
    _ server: MailServer?, authorities: String? = nil, library: OpenSSL? = .shared,
    allowsPrivate: Bool = true,
    port: Int = 1, patience: Duration = .seconds(20), deadline: Instant? = nil
  ) throws -> MailHostProber {
    MailHostProber(
      library: library, deadline: deadline, allowsPrivate: allowsPrivate,
      authorities: authorities ?? server?.authorities, threads: try WorkerThreads(limit: 4),
      port: UInt16(server?.port ?? port), patience: patience)
  }

  private func outcome(
    _ habit: MailServer.Habit = .proper, _ certificate: PolicyServer.Certificate = .valid,
    authorities: String? = nil, patience: Duration = .seconds(20)
  ) async throws -> (outcome: SMTPSession.Outcome, commands: [String]) {
    let server = try await MailServer(habit, certificate)
    let prober = try prober(server, authorities: authorities, patience: patience)
    let session = await prober.session(with: Self.host, at: try #require(IPAddress("127.0.0.1")))
    return (session.outcome, server.commands)
  }

  @Test("a host that was not waited for as long as others are is not called slow")
  func cutShort() async throws {
    let server = try await MailServer(.silent)
    let prober = try prober(server, deadline: .now + .seconds(1))
    let session = await prober.session(with: Self.host, at: try #require(IPAddress("127.0.0.1")))
    #expect(session.outcome == .failed(.outOfTime, greeting: nil))
  }

  @Test(
    "a host that is as it should be, also one that takes its time",
    arguments: [MailServer.Habit.proper, .late, .trickling, .hostile])
  func proper(_ habit: MailServer.Habit) async throws {
    let (outcome, commands) = try await outcome(habit)
    guard case .secured(let greeting, let tls) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(greeting.capabilities.keywords == ["SIZE", "STARTTLS"])
    #expect(tls.version == "TLSv1.3" && tls.trust == .trusted)
    #expect(tls.certificate.names.map(\.description) == ["mail.example.jp"])
    #expect(String(decoding: tls.certificate.issuer, as: UTF8.self) == "An authority")
    #expect((0...2).contains(tls.certificate.daysLeft(at: .now)))
    #expect(tls.certificate.whole.octets != tls.certificate.publicKey.octets)
    #expect(commands.first == "connection" && commands.dropFirst(2) == ["STARTTLS", "QUIT"])
    #expect(commands.dropFirst().first?.hasPrefix("EHLO ") == true)
  }

  @Test("an octet that is sent in the clear behind the consent ends the conversation")
  func injecting() async throws {
    let (outcome, commands) = try await outcome(.injecting)
    guard case .injected = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(commands.last == "STARTTLS")
  }

  @Test(
    "what comes of hosts that say no",
    arguments: [MailServer.Habit.closed, .old, .plain, .masked, .declining])
  func negative(_ habit: MailServer.Habit) async throws {
    let (outcome, commands) = try await outcome(habit)
    switch (habit, outcome) {
    case (.closed, .refused(let reply, .greeting)): #expect(reply.code == 554)
    case (.old, .refused(let reply, .hello)): #expect(reply.code == 502)
    case (.plain, .plain(let greeting)): #expect(!greeting.capabilities.isMasked)
    case (.masked, .plain(let greeting)): #expect(greeting.capabilities.isMasked)
    case (.declining, .declined(_, let reply)): #expect(reply.code == 454)
    default: Issue.record("\(habit): \(outcome)")
    }
    #expect(commands.last == "QUIT")
  }

  @Test("TLS that does not come about is said in the library's words")
  func garbage() async throws {
    guard case .disagreed(_, let words) = try await outcome(.garbage).outcome else {
      Issue.record("garbage was taken for TLS")
      return
    }
    #expect(words == "wrong version number")
  }

  @Test("an outdated version of TLS is seen as what it is")
  func outdated() async throws {
    guard case .secured(_, let tls) = try await outcome(.outdated).outcome else {
      Issue.record("no TLS")
      return
    }
    #expect(tls.version == "TLSv1" && tls.isOutdated)
  }

  @Test(
    "where it breaks off nothing is known",
    arguments: [
      (.short, .brokenOff(.hello)), (.endless, .garbled(.lineTooLong, .greeting)),
      (.manyLines, .garbled(.tooManyLines, .greeting)),
      (.web, .garbled(.noCode(Array("HTTP/1.1 400 Bad Request".utf8)), .greeting)),
    ] as [(MailServer.Habit, SMTPFailure)])
  func broken(_ habit: MailServer.Habit, _ failure: SMTPFailure) async throws {
    let outcome = try await outcome(habit).outcome
    guard case .failed(let found, _) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(found == failure)
  }

  @Test("a host that never greets is given up")
  func silent() async throws {
    #expect(
      try await outcome(.silent, patience: .seconds(1)).outcome
        == .failed(.timedOut(.greeting), greeting: nil))
  }

  @Test(
    "certificates are taken as they are, with what the system makes of them",
    arguments: [(.valid, .trusted), (.otherName, .trusted), (.expired, .expired), (.selfSigned, .selfSigned)]
      as [(PolicyServer.Certificate, CertificateTrust)])
  func certificates(_ certificate: PolicyServer.Certificate, _ trust: CertificateTrust) async throws {
    guard case .secured(_, let tls) = try await outcome(.proper, certificate).outcome else {
      Issue.record("no TLS")
      return
    }
    #expect(tls.trust == trust)
    #expect(tls.certificate.isFor(Self.host) == (certificate != .otherName))
    #expect((tls.certificate.daysLeft(at: .now) < 0) == (certificate == .expired))
  }

  @Test("an authority that nobody here knows, and none at all, are no verdict on the certificate")
  func trust() async throws {
    let other = try await MailServer()
    for (authorities, trust) in [
      (other.authorities, CertificateTrust.unknownIssuer), ("/dev/null", .noTrustStore),
      ("/nonexistent", .noTrustStore), ("/etc/passwd", .noTrustStore),
    ] {
      guard case .secured(_, let tls) = try await outcome(authorities: authorities).outcome else {
        Issue.record("no TLS with \(authorities)")
        continue
      }
      #expect(tls.trust == trust, "\(authorities)")
    }
  }

  @Test("a port where nobody listens, private addresses, no library and no time are unknown")
  func unreached() async throws {
    let loopback = try #require(IPAddress("127.0.0.1"))
    // Port 1 of loopback is nobody's.
    let refused = await (try prober(nil)).session(with: Self.host, at: loopback)
    #expect(refused.outcome == .failed(.closed(Errno(code: 111)), greeting: nil))
    let inside = await (try prober(nil, allowsPrivate: false)).session(with: Self.host, at: loopback)
    #expect(inside.outcome == .failed(.privateAddress, greeting: nil))
    let missing = await (try prober(nil, library: nil)).session(with: Self.host, at: loopback)
    #expect(missing.outcome == .failed(.noLibrary, greeting: nil))
    #expect(OpenSSL(tls: "libnothing.so.3") == nil && OpenSSL(crypto: "libnothing.so.3") == nil)
    let late = await (try prober(nil, deadline: .now)).session(with: Self.host, at: loopback)
    #expect(late.outcome == .failed(.outOfTime, greeting: nil))
  }

  @Test("a host is talked to once, however many domains have it")
  func once() async throws {
    let server = try await MailServer()
    let prober = try prober(server)
    let loopback = try #require(IPAddress("127.0.0.1"))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 { group.addTask { _ = await prober.session(with: Self.host, at: loopback) } }
    }
    #expect(server.commands.count { $0 == "connection" } == 1)
    #expect(!server.commands.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("RCPT") })
  }
}
