import Glibc

/// A connection to a host that takes mail. Used by one thread, which it may block until its time is up.
final class MailHostChannel: SMTPChannel {
  private let connection: TCPConnection
  private let library: OpenSSL
  private let authorities: String?
  private let deadline: Instant
  private var secured: TLSConnection?

  init(
    _ connection: TCPConnection, _ library: OpenSSL, authorities: String?,
    until deadline: Instant
  ) {
    self.connection = connection
    self.library = library
    self.authorities = authorities
    self.deadline = deadline
  }

  var ownName: String { Self.hostName ?? addressLiteral }

  /// The name of this system, where it is one that others may know.
  private static let hostName: String? = {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return nil }
    let octets = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    guard let name = DomainName(String(decoding: octets, as: UTF8.self)), name.labelCount > 1,
      name.labels.allSatisfy({ $0.allSatisfy(\.isLetterDigitHyphen) }),
      name.labels.last?.contains(where: \.isLetter) == true
    else { return nil }
    return name.description
  }()

  /// RFC 5321 §4.1.3.
  private var addressLiteral: String {
    switch connection.localAddress {
    case .v4(let address)?: "[\(address)]"
    case .v6(let address)?: "[IPv6:\(address)]"
    case nil: "[127.0.0.1]"
    }
  }

  func read() throws(SMTPChannelFault) -> [UInt8] {
    if let secured {
      do throws(TLSFault) { return try secured.read(until: deadline) } catch { throw SMTPChannelFault(error) }
    }
    do throws(ConnectionFault) { return try connection.read(until: deadline) } catch {
      throw SMTPChannelFault(error)
    }
  }

  func write(_ octets: [UInt8]) throws(SMTPChannelFault) {
    if let secured {
      do throws(TLSFault) { try secured.write(octets, until: deadline) } catch {
        throw SMTPChannelFault(error)
      }
      return
    }
    do throws(ConnectionFault) { try connection.write(octets, until: deadline) } catch {
      throw SMTPChannelFault(error)
    }
  }

  func secure(_ host: DomainName) throws(SMTPChannelFault) -> TLSSession {
    do throws(TLSFault) {
      let secured = try TLSConnection(
        over: connection, with: host.description, demanding: .nothing, authorities: authorities, by: library,
        until: deadline)
      guard let session = secured.session else { throw .disagreement("no certificate") }
      self.secured = secured
      return session
    } catch {
      throw SMTPChannelFault(error)
    }
  }
}

extension SMTPChannelFault {
  fileprivate init(_ fault: ConnectionFault) { self = fault == .timedOut ? .timedOut : .brokenOff }

  fileprivate init(_ fault: TLSFault) {
    switch fault {
    case .timedOut: self = .timedOut
    case .system, .closed: self = .brokenOff
    case .disagreement(let words), .certificate(_, let words): self = .disagreement(words)
    // The first only where a certificate is demanded.
    case .noTrustStore, .noMemory: self = .brokenOff
    }
  }
}
