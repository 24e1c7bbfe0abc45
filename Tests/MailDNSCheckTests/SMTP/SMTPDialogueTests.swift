import Testing

@testable import MailDNSCheck

/// Plays a server from a list of what it says, and takes down what it hears.
private final class ScriptedChannel: SMTPChannel {
  let ownName = "client.example"
  private(set) var heard: [String] = []
  private(set) var isSecured = false
  private var pieces: [String]
  private let tls: Result<TLSSession, SMTPChannelFault>

  init(_ pieces: [String], tls: Result<TLSSession, SMTPChannelFault>) {
    self.pieces = pieces
    self.tls = tls
  }

  func read() throws(SMTPChannelFault) -> [UInt8] {
    guard !pieces.isEmpty else { throw .timedOut }
    return Array(pieces.removeFirst().utf8)
  }

  func write(_ octets: [UInt8]) throws(SMTPChannelFault) {
    heard.append((isSecured ? "TLS " : "") + String(decoding: octets, as: UTF8.self))
  }

  func secure(_ host: DomainName) throws(SMTPChannelFault) -> TLSSession {
    let session = try tls.get()
    isSecured = true
    return session
  }
}

@Suite("The conversation of a probe")
struct SMTPDialogueTests {
  private static let hello = "220 mail.example.jp ESMTP\r\n"
  private static let offer = "250-mail.example.jp\r\n250 STARTTLS\r\n"

  private func run(
    _ pieces: String..., tls: Result<TLSSession, SMTPChannelFault> = .success(SMTPFixtures.tls())
  ) -> (outcome: SMTPSession.Outcome, heard: [String]) {
    let channel = ScriptedChannel(pieces, tls: tls)
    var dialogue = SMTPDialogue(channel)
    return (dialogue.run(with: SMTPFixtures.host), channel.heard)
  }

  @Test("greeting, EHLO, STARTTLS, QUIT, and nothing of a message")
  func whole() {
    let (outcome, heard) = run(Self.hello, Self.offer, "220 go ahead\r\n", "221 bye\r\n")
    #expect(outcome.isSecured)
    #expect(heard == ["EHLO client.example\r\n", "STARTTLS\r\n", "TLS QUIT\r\n"])
  }

  @Test("whoever is turned away takes leave")
  func refused() {
    let closed = run("554 5.7.1 no\r\n", "221 bye\r\n")
    #expect(closed.outcome == .refused(SMTPFixtures.reply(554, "5.7.1 no"), .greeting))
    #expect(closed.heard == ["QUIT\r\n"])
    let old = run(Self.hello, "502 what?\r\n", "221 bye\r\n")
    #expect(old.outcome == .refused(SMTPFixtures.reply(502, "what?"), .hello))
    #expect(old.heard == ["EHLO client.example\r\n", "QUIT\r\n"])
  }

  @Test("without the offer STARTTLS is not said")
  func plain() {
    let (outcome, heard) = run(Self.hello, "250 mail.example.jp\r\n", "221 bye\r\n")
    guard case .plain = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(heard == ["EHLO client.example\r\n", "QUIT\r\n"])
  }

  @Test("an offer that is taken back")
  func declined() {
    let (outcome, heard) = run(Self.hello, Self.offer, "454 4.7.0 not now\r\n", "221 bye\r\n")
    #expect(outcome == .declined(SMTPFixtures.greeting, SMTPFixtures.reply(454, "4.7.0 not now")))
    #expect(heard.last == "QUIT\r\n")
  }

  @Test("what comes in the clear behind the consent is never read as if it were secured (RFC 3207 §4.2)")
  func injected() {
    let (outcome, heard) = run(Self.hello, Self.offer, "220 go ahead\r\n250 SMTPUTF8\r\n")
    #expect(outcome == .injected(SMTPFixtures.greeting))
    #expect(heard == ["EHLO client.example\r\n", "STARTTLS\r\n"])
  }

  @Test("TLS that does not come about, breaks off, or takes too long")
  func handshake() {
    func outcome(_ fault: SMTPChannelFault) -> SMTPSession.Outcome {
      run(Self.hello, Self.offer, "220 go ahead\r\n", tls: .failure(fault)).outcome
    }
    #expect(
      outcome(.disagreement("no shared cipher")) == .disagreed(SMTPFixtures.greeting, "no shared cipher"))
    #expect(outcome(.brokenOff) == .failed(.brokenOff(.handshake), greeting: SMTPFixtures.greeting.reply))
    #expect(outcome(.timedOut) == .failed(.timedOut(.handshake), greeting: SMTPFixtures.greeting.reply))
  }

  @Test(
    "where it breaks off nothing is known",
    arguments: [
      ([], .timedOut(.greeting)), ([""], .brokenOff(.greeting)), ([hello], .timedOut(.hello)),
      ([hello, ""], .brokenOff(.hello)), ([hello, offer], .timedOut(.startTLS)),
      (["220-never ends\r\n", ""], .brokenOff(.greeting)),
    ] as [([String], SMTPFailure)])
  func broken(_ pieces: [String], _ failure: SMTPFailure) {
    let channel = ScriptedChannel(pieces, tls: .success(SMTPFixtures.tls()))
    var dialogue = SMTPDialogue(channel)
    guard case .failed(failure, _) = dialogue.run(with: SMTPFixtures.host) else {
      Issue.record("\(failure)")
      return
    }
  }

  @Test("a server that does not say goodbye has said enough")
  func rude() {
    let (outcome, _) = run(Self.hello, Self.offer, "220 go ahead\r\n")
    #expect(outcome.isSecured)
  }
}

extension SMTPSession.Outcome {
  fileprivate var isSecured: Bool { if case .secured = self { true } else { false } }
}
