/// Makes what asks the resolvers that are to be compared.
struct CompareSetup {
  let request: CompareRequest
  let language: Language
  private let resolver: ResolverSetup

  init(request: CompareRequest, language: Language) {
    self.request = request
    self.language = language
    var query = request.query
    let addresses = request.servers.compactMap { operand in
      if case .address(let address) = operand { address } else { nil }
    }
    // The system's own are needed only where there is a name to look up, or none is named.
    if addresses.count == request.servers.count { query.servers = addresses }
    resolver = ResolverSetup(options: query, language: language)
  }

  /// When the run must be over.
  var deadline: Instant? { resolver.deadline }

  /// One resolver a server, all over the sockets of one client.
  func inquiry(in catalogue: ProviderCatalogue) async throws(ProgramError) -> (ComparisonInquiry, DNSClient) {
    let configuration = try resolver.configuration()
    let client: DNSClient
    do { client = try DNSClient(configuration) } catch { throw .resources(error) }
    let servers = try await servers(client, system: configuration.servers)
    // A table that is drawn anew has the terminal for itself.
    if request.interval == nil, Program.environment["TERM"] != "dumb" {
      WaitingLine.begin(servers.map(\.address), language)
    }
    var inquiry = ComparisonInquiry(
      resolvers: servers.map { ComparisonInquiry.Source(server: $0, resolver: client.asking($0.address)) },
      authority: { client.asking($0, isPatient: false) })
    inquiry.port = request.query.port ?? ServerAddress.defaultPort
    inquiry.selectors = request.selectors
    inquiry.candidates = catalogue.selectors
    return (inquiry, client)
  }

  private func servers(
    _ client: DNSClient, system: [ServerAddress]
  ) async throws(ProgramError) -> [ComparedServer] {
    guard !request.servers.isEmpty else {
      let own = system.map { ComparedServer(address: $0, isSystem: true) }
      let others = PublicResolver.standard.map {
        ComparedServer(address: ServerAddress(address: $0.address, port: ServerAddress.defaultPort))
      }
      return own + others.filter { other in !own.contains { $0.address == other.address } }
    }
    var servers: [ComparedServer] = []
    for operand in request.servers {
      let server = try await server(operand, client)
      if !servers.contains(where: { $0.address == server.address }) { servers.append(server) }
    }
    return servers
  }

  /// A name is looked up with the system's resolver first; its first IPv4 address, or else its first of IPv6.
  private func server(
    _ operand: ServerOperand, _ client: DNSClient
  ) async throws(ProgramError) -> ComparedServer {
    let usual = request.query.port ?? ServerAddress.defaultPort
    switch operand {
    case .address(let address):
      return ComparedServer(address: request.query.port.map(address.withPort) ?? address)
    case .name(let name, let port):
      let answers = await client.answers(to: HostAddresses.questions(name))
      let addresses = answers.flatMap(\.inOrder.records).compactMap(\.data.address)
      guard let address = addresses.first else {
        throw .serverName(name, answers.lazy.compactMap(\.failure).first)
      }
      return ComparedServer(
        address: ServerAddress(address: address, port: port ?? usual), name: name)
    }
  }
}
