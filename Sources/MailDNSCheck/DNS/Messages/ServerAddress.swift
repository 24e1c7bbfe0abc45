import Glibc

/// The address and port of a DNS server.
struct ServerAddress: Hashable, Sendable {
  let address: IPAddress
  let port: UInt16
  /// Interface of a link-local IPv6 address; 0 elsewhere.
  var scope: UInt32 = 0

  static let defaultPort: UInt16 = 53

  /// Whether packets to it stay on this machine, so that its AD bit can be believed (RFC 6840 §5.8).
  var isLoopback: Bool {
    switch address {
    case .v4(let address): address.value >> 24 == 127
    case .v6(let address): address.value == 1 || address.mappedIPv4.map { $0.value >> 24 == 127 } ?? false
    }
  }
}

extension ServerAddress: LosslessStringConvertible {
  /// `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:5353`; a leading `@` as dig has it.
  /// The port may also stand behind a `#`, as `192.0.2.1#5353`. Addresses only: a name would need a resolver to find the resolver.
  init?(_ text: String) {
    var rest = Substring(text)
    if rest.first == "@" { rest.removeFirst() }
    var host = rest
    var port: Substring?
    if let mark = rest.firstIndex(of: "#") {
      // As dnsmasq and unbound have it, and dig prints it.
      host = rest[..<mark]
      port = rest[rest.index(after: mark)...]
      guard !host.contains("]") || host.last == "]" else { return nil }
      if host.first == "[" { host = host.dropFirst().dropLast() }
    } else if rest.first == "[", let close = rest.firstIndex(of: "]") {
      host = rest[rest.index(after: rest.startIndex)..<close]
      let tail = rest[rest.index(after: close)...]
      guard tail.isEmpty || tail.first == ":" else { return nil }
      if !tail.isEmpty { port = tail.dropFirst() }
    } else if rest.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1, let colon = rest.firstIndex(of: ":") {
      host = rest[..<colon]
      port = rest[rest.index(after: colon)...]
    }
    var scope: UInt32 = 0
    if let percent = host.firstIndex(of: "%") {
      let interface = host[host.index(after: percent)...]
      scope = if_nametoindex(String(interface))
      // A NUL would end the name for the system, and hide what follows.
      guard scope != 0, !interface.utf8.contains(0) else { return nil }
      host = host[..<percent]
    }
    guard let address = IPAddress(String(host)) else { return nil }
    if case .v4 = address, scope != 0 { return nil }
    guard let port else {
      self.init(address: address, port: Self.defaultPort, scope: scope)
      return
    }
    guard port.utf8.allSatisfy(\.isDigit), let number = UInt16(port), number > 0 else { return nil }
    self.init(address: address, port: number, scope: scope)
  }

  /// `192.0.2.1:53`, `[2001:db8::1]:53`.
  var description: String {
    switch address {
    case .v4(let address): "\(address):\(port)"
    case .v6(let address): "[\(address)]:\(port)"
    }
  }
}

extension ServerAddress {
  /// Calls `body` with the address as the socket functions take it.
  func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    var storage = sockaddr_storage()
    let length: Int
    switch address {
    case .v4(let address):
      length = MemoryLayout<sockaddr_in>.size
      withUnsafeMutableBytes(of: &storage) { raw in
        raw.storeBytes(
          of: sockaddr_in(
            sin_family: sa_family_t(AF_INET), sin_port: port.bigEndian,
            sin_addr: in_addr(s_addr: address.value.bigEndian), sin_zero: (0, 0, 0, 0, 0, 0, 0, 0)),
          as: sockaddr_in.self)
      }
    case .v6(let address):
      length = MemoryLayout<sockaddr_in6>.size
      withUnsafeMutableBytes(of: &storage) { raw in
        var target = sockaddr_in6()
        target.sin6_family = sa_family_t(AF_INET6)
        target.sin6_port = port.bigEndian
        target.sin6_scope_id = scope
        withUnsafeMutableBytes(of: &target.sin6_addr) { $0.copyBytes(from: address.octets) }
        raw.storeBytes(of: target, as: sockaddr_in6.self)
      }
    }
    return withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
    }
  }

  /// The address in `storage`; nil where it is of another family than IPv4 and IPv6.
  init?(_ storage: sockaddr_storage) {
    let address: (IPAddress, UInt16, UInt32)? = withUnsafeBytes(of: storage) { raw in
      switch Int32(storage.ss_family) {
      case AF_INET:
        let source = raw.load(as: sockaddr_in.self)
        return (
          .v4(IPv4Address(value: UInt32(bigEndian: source.sin_addr.s_addr))),
          UInt16(bigEndian: source.sin_port), 0
        )
      case AF_INET6:
        let source = raw.load(as: sockaddr_in6.self)
        let octets = withUnsafeBytes(of: source.sin6_addr, Array.init)
        return IPv6Address(octets: octets).map {
          (.v6($0), UInt16(bigEndian: source.sin6_port), source.sin6_scope_id)
        }
      default:
        return nil
      }
    }
    guard let address else { return nil }
    self.init(address: address.0, port: address.1, scope: address.2)
  }
}

extension ServerAddress {
  /// The same at `port`, unless a port of its own was given.
  func withPort(_ port: UInt16) -> ServerAddress {
    self.port == Self.defaultPort ? ServerAddress(address: address, port: port, scope: scope) : self
  }
}
