import Testing

@testable import MailDNSCheck

@Suite("Postfix, talked to")
struct PostfixTests {
  private static let host = DomainName("mail.example.jp")!

  @Test("its greeting, its keywords and its certificate, and nothing of a message in its log")
  func session() async throws {
    let server = try await PostfixServer()
    let prober = MailHostProber(
      library: .shared, deadline: nil, allowsPrivate: true, authorities: server.authorities,
      threads: try WorkerThreads(limit: 1), port: UInt16(server.port))
    let session = await prober.session(with: Self.host, at: PostfixServer.address)
    guard case .secured(let greeting, let tls) = session.outcome else {
      Issue.record("\(session.outcome)\n\(server.log)")
      return
    }
    #expect(String(decoding: greeting.reply.text, as: UTF8.self) == "220 mail.example.jp ESMTP Postfix")
    #expect(greeting.capabilities.keywords.contains("PIPELINING"))
    #expect(tls.version == "TLSv1.3" && tls.trust == .trusted && tls.certificate.isFor(Self.host))
    // What `openssl` makes of the same key.
    #expect(tls.certificate.publicKey.sha256.map(\.hexadecimal).joined() == server.keyDigest)
    try await server.waitForLog("quit=1")
    #expect(server.log.contains("ehlo=1 starttls=1 quit=1 commands=3"), "\(server.log)")
  }

  @Test("its TLSA record matches, alone and beside that of another key, which does not")
  func keys() async throws {
    let server = try await PostfixServer()
    let prober = MailHostProber(
      library: .shared, deadline: nil, allowsPrivate: true, authorities: server.authorities,
      threads: try WorkerThreads(limit: 1), port: UInt16(server.port))
    let other = String(repeating: "ab", count: 32)
    let sets = [([server.keyDigest], true), ([other], false), ([other, server.keyDigest], true)]
    for (digests, isMatched) in sets {
      let keys = digests.map { "_25._tcp.mail.example.jp TLSA 3 1 1 \($0)\n" }.joined()
      let dns = try RecordedResolver(
        """
        example.jp MX 10 mail.example.jp
        mail.example.jp A \(PostfixServer.address)
        \(keys)
        """)
      var check = DomainCheck(
        areas: [.hosts], resolver: dns, catalogue: .builtIn, selectors: [], expectedRoute: nil)
      check.hosts.lists = []
      check.prober = prober
      let report = await check.report(on: try MailDomain(pasted: "example.jp"))
      #expect(report.findings.contains { $0.id == "tlsa-unmatched" } == !isMatched)
    }
  }
}
