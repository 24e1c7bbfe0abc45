/// A connection to a server on which it speaks SMTP, in the clear and then secured. Waiting has an end, which it knows.
protocol SMTPChannel {
  /// How the client names itself in EHLO: its name with a domain, or its address in brackets (RFC 5321 §4.1.1.1).
  var ownName: String { get }

  /// What has come; empty where the other side has ended the connection.
  func read() throws(SMTPChannelFault) -> [UInt8]
  func write(_ octets: [UInt8]) throws(SMTPChannelFault)
  /// Goes over to TLS with the host of that name, and takes whatever certificate there is.
  func secure(_ host: DomainName) throws(SMTPChannelFault) -> TLSSession
}

/// Why a channel did not do what was asked.
enum SMTPChannelFault: Error, Hashable, Sendable {
  case timedOut
  case brokenOff
  /// TLS did not come about; in the library's words.
  case disagreement(String)
}

/// The conversation of a probe: greeting, EHLO, STARTTLS, QUIT. Nothing of a message is ever said.
struct SMTPDialogue<Channel: SMTPChannel> {
  private let channel: Channel
  private var replies = SMTPReplyReader()

  init(_ channel: Channel) { self.channel = channel }

  mutating func run(with host: DomainName) -> SMTPSession.Outcome {
    var greeting: SMTPReply?
    do throws(SMTPFailure) {
      let first = try reply(at: .greeting)
      greeting = first
      guard first.code == 220 else { return leave(.refused(first, .greeting)) }
      try send("EHLO \(channel.ownName)", .hello)
      let hello = try reply(at: .hello)
      guard hello.code == 250 else { return leave(.refused(hello, .hello)) }
      let introduced = SMTPGreeting(reply: first, capabilities: SMTPCapabilities(hello))
      guard introduced.capabilities.offersTLS else { return leave(.plain(introduced)) }
      try send("STARTTLS", .startTLS)
      let consent = try reply(at: .startTLS)
      guard consent.code == 220 else { return leave(.declined(introduced, consent)) }
      // What stands in the buffer now was sent in the clear, and must not be taken for a part of what is secured.
      if replies.hasMore { return .injected(introduced) }
      return try secure(host, introduced)
    } catch {
      return .failed(error, greeting: greeting)
    }
  }

  private mutating func secure(
    _ host: DomainName, _ introduced: SMTPGreeting
  ) throws(SMTPFailure) -> SMTPSession.Outcome {
    let session: TLSSession
    do throws(SMTPChannelFault) {
      session = try channel.secure(host)
    } catch {
      switch error {
      case .disagreement(let words): return .disagreed(introduced, words)
      case .timedOut: throw .timedOut(.handshake)
      case .brokenOff: throw .brokenOff(.handshake)
      }
    }
    return leave(.secured(introduced, session))
  }

  /// Takes leave as the standard has it (RFC 5321 §4.1.1.10). What the server says to that changes nothing.
  private mutating func leave(_ outcome: SMTPSession.Outcome) -> SMTPSession.Outcome {
    do throws(SMTPFailure) {
      try send("QUIT", .hello)
      _ = try reply(at: .hello)
    } catch {}
    return outcome
  }

  private func send(_ command: String, _ stage: SMTPStage) throws(SMTPFailure) {
    do throws(SMTPChannelFault) { try channel.write(Array("\(command)\r\n".utf8)) } catch {
      throw SMTPFailure(error, stage)
    }
  }

  private mutating func reply(at stage: SMTPStage) throws(SMTPFailure) -> SMTPReply {
    while true {
      do throws(SMTPReplyFault) {
        if let reply = try replies.next() { return reply }
      } catch {
        throw .garbled(error, stage)
      }
      let octets: [UInt8]
      do throws(SMTPChannelFault) { octets = try channel.read() } catch { throw SMTPFailure(error, stage) }
      guard !octets.isEmpty else { throw .brokenOff(stage) }
      replies.append(octets)
    }
  }
}

extension SMTPFailure {
  fileprivate init(_ fault: SMTPChannelFault, _ stage: SMTPStage) {
    self = fault == .timedOut ? .timedOut(stage) : .brokenOff(stage)
  }
}
