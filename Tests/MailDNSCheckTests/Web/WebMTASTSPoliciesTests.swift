import Testing

@testable import MailDNSCheck

@Suite("MTA-STS policies by HTTPS (RFC 8461 §3.3)")
struct WebMTASTSPoliciesTests {
  private static let domain = DomainName("example.jp")!
  private static let text = "version: STSv1\nmode: enforce\nmx: mx.securemx.jp\nmax_age: 604800\n"

  /// What comes of the policy host with these addresses.
  private func outcome(
    _ lines: String = "mta-sts.example.jp A 127.0.0.1\n", port: Int = 443, authorities: String? = nil,
    library: LibCurl? = .shared, allowsPrivate: Bool = true, patience: Duration? = nil, failing: [String] = []
  ) async throws -> Result<String, MTASTSPolicyFailure> {
    let dns = try RecordedResolver(lines, failing: failing)
    let host = DomainName("mta-sts.example.jp")!
    let addresses = HostAddresses(
      v4: await dns.answer(to: Question(host, .a)), v6: await dns.answer(to: Question(host, .aaaa)))
    let policies = WebMTASTSPolicies(
      library: library, deadline: patience.map { ContinuousClock.now + $0 }, allowsPrivate: allowsPrivate,
      authorities: authorities, threads: try WorkerThreads(limit: 1), port: port)
    do throws(MTASTSPolicyFailure) {
      return .success(
        String(decoding: try await policies.text(of: Self.domain, at: addresses), as: UTF8.self))
    } catch {
      return .failure(error)
    }
  }

  @Test("the policy is fetched from its host, once")
  func policy() async throws {
    let server = try await PolicyServer()
    #expect(try await outcome(port: server.port, authorities: server.authorities) == .success(Self.text))
    #expect(server.requests == ["/.well-known/mta-sts.txt maildnscheck/\(Version.current)"])
  }

  @Test("a redirect is not followed")
  func redirect() async throws {
    let server = try await PolicyServer(.redirect)
    #expect(
      try await outcome(port: server.port, authorities: server.authorities)
        == .failure(.redirect(status: 302)))
    #expect(server.requests.count == 1)
  }

  @Test(
    "what the server may do wrong",
    arguments: [
      (.missing, .status(404)), (.html, .mediaType(Array("text/html".utf8))), (.untyped, .mediaType(nil)),
      (.large, .tooLarge), (.chunked, .tooLarge),
    ] as [(PolicyServer.Answer, MTASTSPolicyFailure)])
  func answers(_ answer: PolicyServer.Answer, _ failure: MTASTSPolicyFailure) async throws {
    let server = try await PolicyServer(answer)
    #expect(try await outcome(port: server.port, authorities: server.authorities) == .failure(failure))
  }

  @Test("a server that trickles is given up when the run must be over")
  func slow() async throws {
    let server = try await PolicyServer(.slow)
    let started = ContinuousClock.now
    #expect(
      try await outcome(port: server.port, authorities: server.authorities, patience: .seconds(1))
        == .failure(.timedOut))
    #expect(started.duration(to: .now) < .seconds(5))
    #expect(try await outcome(port: server.port, patience: .zero) == .failure(.timedOut))
  }

  @Test(
    "what may be wrong with a certificate",
    arguments: [
      (.otherName, .certificate(.otherName)), (.expired, .certificate(.expired)),
      (.selfSigned, .certificate(.selfSigned)),
    ] as [(PolicyServer.Certificate, MTASTSPolicyFailure)])
  func certificates(_ certificate: PolicyServer.Certificate, _ failure: MTASTSPolicyFailure) async throws {
    let server = try await PolicyServer(.policy, certificate)
    #expect(try await outcome(port: server.port, authorities: server.authorities) == .failure(failure))
  }

  @Test("an authority that nobody here knows, and none at all, are no verdict on the certificate")
  func trust() async throws {
    let server = try await PolicyServer()
    #expect(try await outcome(port: server.port, authorities: "/dev/null") == .failure(.noTrustStore))
    #expect(try await outcome(port: server.port, authorities: "/nonexistent") == .failure(.noTrustStore))
    let other = try await PolicyServer()
    #expect(
      try await outcome(port: server.port, authorities: other.authorities) == .failure(.unknownIssuer))
  }

  @Test("private addresses are left alone unless that is asked for")
  func privateAddresses() async throws {
    let loopback = try #require(IPAddress("127.0.0.1"))
    #expect(try await outcome(allowsPrivate: false) == .failure(.privateAddress(loopback)))
  }

  @Test("without a library, an address or an answer there is no policy")
  func missing() async throws {
    #expect(try await outcome(library: nil) == .failure(.noLibrary))
    #expect(LibCurl(library: "libnothing.so.4") == nil)
    #expect(try await outcome("") == .failure(.noAddress))
    let result = try await outcome(failing: ["mta-sts.example.jp"])
    guard case .failure(.addressUnknown(let failure)) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(failure.kind == .servfail)
  }

  @Test("nobody listening is no verdict on the policy")
  func refused() async throws {
    // Port 1 of loopback is nobody's.
    guard case .failure(.connection) = try await outcome(port: 1) else {
      Issue.record("something listens on port 1")
      return
    }
  }
}
