import Testing

@testable import MailDNSCheck

/// What there is to speak HTTPS with.
enum WebLibrary: CaseIterable, Sendable {
  case curl, openSSL

  var library: (any HTTPSLibrary)? {
    switch self {
    case .curl: LibCurl.shared
    // The environment of the tests is no matter.
    case .openSSL: OpenSSL.shared.map { HTTPSClient(library: $0, environment: { _ in nil }) }
    }
  }
}

@Suite("MTA-STS policies by HTTPS (RFC 8461 §3.3)")
struct WebMTASTSPoliciesTests {
  private static let domain = DomainName("example.jp")!
  private static let text = "version: STSv1\nmode: enforce\nmx: mx.securemx.jp\nmax_age: 604800\n"

  /// What comes of the policy host with these addresses.
  private func outcome(
    _ lines: String = "mta-sts.example.jp A 127.0.0.1\n", port: Int = 443, authorities: String? = nil,
    by web: WebLibrary = .openSSL, without isMissing: Bool = false, allowsPrivate: Bool = true,
    patience: Duration? = nil, failing: [String] = []
  ) async throws -> Result<String, MTASTSPolicyFailure> {
    let dns = try RecordedResolver(lines, failing: failing)
    let host = DomainName("mta-sts.example.jp")!
    let addresses = HostAddresses(
      v4: await dns.answer(to: Question(host, .a)), v6: await dns.answer(to: Question(host, .aaaa)))
    let policies = WebMTASTSPolicies(
      library: isMissing ? nil : web.library, deadline: patience.map { Instant.now + $0 },
      allowsPrivate: allowsPrivate,
      authorities: authorities, threads: try WorkerThreads(limit: 1), port: port)
    do throws(MTASTSPolicyFailure) {
      return .success(
        String(decoding: try await policies.text(of: Self.domain, at: addresses), as: UTF8.self))
    } catch {
      return .failure(error)
    }
  }

  @Test("the policy is fetched from its host, once", arguments: WebLibrary.allCases)
  func policy(_ web: WebLibrary) async throws {
    let server = try await PolicyServer()
    #expect(
      try await outcome(port: server.port, authorities: server.authorities, by: web) == .success(Self.text))
    #expect(server.requests == ["/.well-known/mta-sts.txt maildnscheck/\(Version.current)"])
  }

  @Test("a redirect is not followed", arguments: WebLibrary.allCases)
  func redirect(_ web: WebLibrary) async throws {
    let server = try await PolicyServer(.redirect)
    #expect(
      try await outcome(port: server.port, authorities: server.authorities, by: web)
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
    for web in WebLibrary.allCases {
      #expect(
        try await outcome(port: server.port, authorities: server.authorities, by: web) == .failure(failure),
        "\(web)")
    }
  }

  @Test("an answer that ends too early is none", arguments: WebLibrary.allCases)
  func short(_ web: WebLibrary) async throws {
    let server = try await PolicyServer(.short)
    let result = try await outcome(port: server.port, authorities: server.authorities, by: web)
    guard case .failure(.connection) = result else {
      Issue.record("\(result)")
      return
    }
  }

  @Test("a server that trickles is given up when the run must be over", arguments: WebLibrary.allCases)
  func slow(_ web: WebLibrary) async throws {
    let server = try await PolicyServer(.slow)
    let started = Instant.now
    #expect(
      try await outcome(
        port: server.port, authorities: server.authorities, by: web, patience: .seconds(1))
        == .failure(.timedOut))
    #expect(started.duration(to: .now) < .seconds(5))
    #expect(try await outcome(port: server.port, by: web, patience: .zero) == .failure(.timedOut))
  }

  @Test(
    "what may be wrong with a certificate",
    arguments: [
      (.otherName, .certificate(.otherName)), (.expired, .certificate(.expired)),
      (.selfSigned, .certificate(.selfSigned)),
    ] as [(PolicyServer.Certificate, MTASTSPolicyFailure)])
  func certificates(_ certificate: PolicyServer.Certificate, _ failure: MTASTSPolicyFailure) async throws {
    let server = try await PolicyServer(.policy, certificate)
    for web in WebLibrary.allCases {
      #expect(
        try await outcome(port: server.port, authorities: server.authorities, by: web) == .failure(failure),
        "\(web)")
    }
  }

  @Test(
    "an authority that nobody here knows, and none at all, are no verdict on the certificate",
    arguments: WebLibrary.allCases)
  func trust(_ web: WebLibrary) async throws {
    let server = try await PolicyServer()
    for empty in ["/dev/null", "/nonexistent"] {
      #expect(
        try await outcome(port: server.port, authorities: empty, by: web) == .failure(.noTrustStore))
    }
    // What is no certificate at all is as good as none.
    if web == .openSSL {
      #expect(
        try await outcome(port: server.port, authorities: "/etc/passwd", by: web)
          == .failure(.noTrustStore))
    }
    let other = try await PolicyServer()
    #expect(
      try await outcome(port: server.port, authorities: other.authorities, by: web)
        == .failure(.unknownIssuer))
  }

  @Test("private addresses are left alone unless that is asked for")
  func privateAddresses() async throws {
    let loopback = try #require(IPAddress("127.0.0.1"))
    #expect(try await outcome(allowsPrivate: false) == .failure(.privateAddress(loopback)))
  }

  @Test("without a library, an address or an answer there is no policy")
  func missing() async throws {
    #expect(try await outcome(without: true) == .failure(.noLibrary))
    #expect(LibCurl(library: "libnothing.so.4") == nil)
    #expect(try await outcome("") == .failure(.noAddress))
    let result = try await outcome(failing: ["mta-sts.example.jp"])
    guard case .failure(.addressUnknown(let failure)) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(failure.kind == .servfail)
  }

  @Test("nobody listening is no verdict on the policy", arguments: WebLibrary.allCases)
  func refused(_ web: WebLibrary) async throws {
    // Port 1 of loopback is nobody's.
    guard case .failure(.connection) = try await outcome(port: 1, by: web) else {
      Issue.record("something listens on port 1")
      return
    }
  }
}
