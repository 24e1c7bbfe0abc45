import Glibc

/// HTTPS by OpenSSL, for systems without libcurl: one document, by HTTP/1.1, and then the connection is closed.
struct HTTPSClient: HTTPSLibrary {
  let library: OpenSSL
  var environment: @Sendable (String) -> String? = { name in getenv(name).map { String(cString: $0) } }

  var authorities: (file: String?, folder: String?) { library.authorities }

  func response(to request: HTTPSRequest) throws(MTASTSPolicyFailure) -> HTTPSResponse {
    let deadline = Instant.now + request.timeout
    let connection = try connection(for: request, until: deadline)
    let faulty: HTTPFault
    do throws(TLSFault) {
      switch try exchange(request, over: connection, until: deadline) {
      case .success(let response): return response
      case .failure(let fault): faulty = fault
      }
    } catch {
      throw MTASTSPolicyFailure(error)
    }
    throw MTASTSPolicyFailure(faulty)
  }

  private func exchange(
    _ request: HTTPSRequest, over connection: TCPConnection, until deadline: Instant
  ) throws(TLSFault) -> Result<HTTPSResponse, HTTPFault> {
    let secured = try TLSConnection(
      over: connection, with: request.host, demanding: .validCertificate, authorities: request.authorities,
      by: library, until: deadline)
    try secured.write(request.octets, until: deadline)
    var reader = HTTPResponseReader(maximumBody: request.maximumSize)
    while true {
      let octets = try secured.read(until: deadline)
      do throws(HTTPFault) {
        let response = try octets.isEmpty ? reader.finish() : reader.take(octets)
        guard let response else { continue }
        secured.close()
        return .success(response)
      } catch {
        return .failure(error)
      }
    }
  }

  /// Straight to the host, or through the proxy that the environment names.
  private func connection(
    for request: HTTPSRequest, until deadline: Instant
  ) throws(MTASTSPolicyFailure) -> TCPConnection {
    let proxy: WebProxy?
    do throws(WebProxy.Fault) {
      proxy = try WebProxy.named(for: request.host, at: request.addresses, in: environment)
    } catch {
      throw .connection(error.text)
    }
    guard let proxy else {
      return try Self.connection(request.addresses, UInt16(clamping: request.port), until: deadline)
    }
    let connection = try Self.connection(Self.addresses(of: proxy.host), proxy.port, until: deadline)
    do throws(ConnectionFault) {
      try connection.write(
        proxy.request(for: "\(request.host):\(request.port)", userAgent: request.userAgent), until: deadline)
    } catch {
      throw MTASTSPolicyFailure(error)
    }
    let status = try Self.status(of: connection, until: deadline)
    guard status == 200 else { throw .connection("HTTP status \(status) from the proxy") }
    return connection
  }

  /// Of the proxy's answer.
  private static func status(
    of connection: TCPConnection, until deadline: Instant
  ) throws(MTASTSPolicyFailure) -> Int {
    var octets: [UInt8] = []
    while true {
      do throws(ConnectionFault) {
        let more = try connection.read(until: deadline)
        if more.isEmpty { break }
        octets += more
      } catch {
        throw MTASTSPolicyFailure(error)
      }
      do throws(HTTPFault) {
        if let head = try HTTPHead.take(from: &octets), head.status >= 200 { return head.status }
      } catch {
        throw MTASTSPolicyFailure(error)
      }
    }
    throw .connection("the proxy has hung up")
  }

  /// One after the other, until one answers.
  private static func connection(
    _ addresses: [IPAddress], _ port: UInt16, until deadline: Instant
  ) throws(MTASTSPolicyFailure) -> TCPConnection {
    var failure = MTASTSPolicyFailure.connection("no address")
    for (index, address) in addresses.enumerated() {
      // Those that follow have their share of the time, too.
      let rest = Instant.now.duration(to: deadline)
      let end = Instant.now + rest / (addresses.count - index)
      do throws(ConnectionFault) {
        return try TCPConnection(to: ServerAddress(address: address, port: port), until: end)
      } catch {
        failure = MTASTSPolicyFailure(error)
      }
    }
    throw failure
  }

  /// Of a proxy, by the system's resolver: it is no name of the domain that is looked at.
  private static func addresses(of host: String) -> [IPAddress] {
    if let address = IPAddress(host) { return [address] }
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0, let first = list else { return [] }
    defer { freeaddrinfo(first) }
    var found: [IPAddress] = []
    var next: UnsafeMutablePointer<addrinfo>? = first
    while let entry = next, found.count < 8 {
      if let address = entry.pointee.ai_addr {
        var storage = sockaddr_storage()
        memcpy(&storage, address, min(Int(entry.pointee.ai_addrlen), MemoryLayout<sockaddr_storage>.size))
        if let address = ServerAddress(storage)?.address { found.append(address) }
      }
      next = entry.pointee.ai_next
    }
    return found
  }
}

extension HTTPSRequest {
  fileprivate var octets: [UInt8] {
    Array(
      """
      GET \(path) HTTP/1.1\r
      Host: \(authority)\r
      User-Agent: \(userAgent)\r
      Accept: */*\r
      Connection: close\r
      \r

      """.utf8)
  }
}

extension WebProxy.Fault {
  fileprivate var text: String {
    switch self {
    case .unsupported(let scheme): "proxies of the kind \(scheme):// need libcurl"
    case .malformed: "https_proxy is no address of a proxy"
    }
  }
}

extension MTASTSPolicyFailure {
  fileprivate init(_ fault: ConnectionFault) {
    switch fault {
    case .timedOut: self = .timedOut
    case .system(let code): self = .connection(code.description)
    }
  }

  fileprivate init(_ fault: TLSFault) {
    switch fault {
    case .timedOut: self = .timedOut
    case .system(let code): self = .connection(code.description)
    case .closed: self = .connection("the server has hung up")
    case .disagreement(let words): self = .connection(words)
    case .certificate(let result, _): self = MTASTSPolicyFailure(refusedBy: result)
    case .noTrustStore: self = .noTrustStore
    case .noMemory: self = .connection("out of memory")
    }
  }

  fileprivate init(_ fault: HTTPFault) {
    switch fault {
    case .tooLarge: self = .tooLarge
    case .cutShort: self = .connection("the answer is not whole")
    case .malformed, .headTooLarge: self = .connection("the answer is no HTTP")
    }
  }
}
