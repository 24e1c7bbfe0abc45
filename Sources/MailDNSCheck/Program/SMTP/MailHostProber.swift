/// Talks to hosts that take mail on port 25. In a run each host is talked to once at each address, however many domains have
/// it, and an address is never talked to twice at a time.
final class MailHostProber: SMTPProber {
  /// Nil where there is none.
  private let library: OpenSSL?
  /// When the run must be over.
  private let deadline: Instant?
  /// Whether hosts with addresses that only a site of their own can reach are talked to as well.
  private let allowsPrivate: Bool
  /// Certificates of authorities to trust in place of the system's.
  private let authorities: String?
  private let threads: WorkerThreads
  private let port: UInt16
  private let patience: Duration
  private let talks = Guarded(Talks())

  private struct Place: Hashable {
    let host: DomainName
    let address: IPAddress
  }

  private struct Talks {
    var all: [Place: Task<SMTPSession, Never>] = [:]
    var last: [IPAddress: Task<SMTPSession, Never>] = [:]
  }

  /// Of one conversation, from the first packet to the last: servers may let clients wait that hurry.
  static let patience = Duration.seconds(30)
  /// Of its beginning: who lets nobody out to port 25 seldom says so.
  static let connectionPatience = Duration.seconds(10)
  /// Conversations under way at a time.
  static let maximumThreads = 32

  init(
    library: OpenSSL?, deadline: Instant?, allowsPrivate: Bool, authorities: String?,
    threads: WorkerThreads, port: UInt16 = 25, patience: Duration = MailHostProber.patience
  ) {
    self.library = library
    self.deadline = deadline
    self.allowsPrivate = allowsPrivate
    self.authorities = authorities
    self.threads = threads
    self.port = port
    self.patience = patience
  }

  /// With the libraries of the system.
  static func ofSystem(
    deadline: Instant?, allowsPrivate: Bool
  ) throws(ProgramError) -> MailHostProber {
    do throws(Errno) {
      return MailHostProber(
        library: .shared, deadline: deadline, allowsPrivate: allowsPrivate,
        authorities: TrustStore.namedFile, threads: try WorkerThreads(limit: maximumThreads))
    } catch {
      throw .resources(error)
    }
  }

  func session(with host: DomainName, at address: IPAddress) async -> SMTPSession {
    guard allowsPrivate || !address.isUnreachable else {
      return SMTPSession(address: address, outcome: .failed(.privateAddress, greeting: nil))
    }
    guard let library else {
      return SMTPSession(address: address, outcome: .failed(.noLibrary, greeting: nil))
    }
    let place = Place(host: host, address: address)
    let task = talks.withLock { talks in
      if let known = talks.all[place] { return known }
      let previous = talks.last[address]
      let task = Task(executorPreference: threads) { [self] in
        _ = await previous?.value
        return SMTPSession(address: address, outcome: talk(to: place, library))
      }
      talks.all[place] = task
      talks.last[address] = task
      return task
    }
    return await task.value
  }

  /// Blocks.
  private func talk(to place: Place, _ library: OpenSSL) -> SMTPSession.Outcome {
    let now = Instant.now
    let end = min(now + patience, deadline ?? now + patience)
    guard end > now else { return .failed(.outOfTime, greeting: nil) }
    let connection: TCPConnection
    do throws(ConnectionFault) {
      connection = try TCPConnection(
        to: ServerAddress(address: place.address, port: port), until: min(end, now + Self.connectionPatience))
    } catch {
      return .failed(error.asFailure, greeting: nil)
    }
    var dialogue = SMTPDialogue(
      MailHostChannel(connection, library, authorities: authorities, until: end))
    let outcome = dialogue.run(with: place.host)
    // Whoever was not waited for as long as others are is not slow. Without a connection, more time seldom helps.
    if end < now + patience, case .failed(.timedOut, greeting: let greeting) = outcome {
      return .failed(.outOfTime, greeting: greeting)
    }
    return outcome
  }
}

extension ConnectionFault {
  fileprivate var asFailure: SMTPFailure {
    switch self {
    case .timedOut: .timedOut(.connection)
    case .system(let code): .closed(code)
    }
  }
}
