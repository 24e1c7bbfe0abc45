/// The mechanisms but for `include` (RFC 7208 §5).
extension SPFEvaluator {
  mutating func test(
    _ mechanism: SPFMechanism, text: [UInt8]
  ) async throws(SPFEvaluationError) -> Match {
    switch mechanism {
    case .all: return .matched(nil)
    case .include: return .notMatched(.otherAddress)
    case .network(let network):
      return network.contains(identity.address) ? .matched(nil) : .notMatched(.otherAddress)
    case .a(let spec, let lengths):
      guard let name = await target(spec, text) else { return .notMatched(.unusableName) }
      return try await testHost(name, lengths)
    case .mx(let spec, let lengths):
      guard let name = await target(spec, text) else { return .notMatched(.unusableName) }
      return try await testExchanges(name, lengths)
    case .exists(let spec):
      guard let name = await target(spec, text) else { return .notMatched(.unusableName) }
      // Always A, whatever the family of the sender (§5.7).
      return try await find(.a, at: name).isEmpty ? .notMatched(.nothingThere(name)) : .matched(nil)
    case .ptr(let spec):
      guard let name = await target(spec, text) else { return .notMatched(.unusableName) }
      let isValidated = await validatedNames().contains { $0.isAtOrBelow(name) }
      return isValidated ? .matched(nil) : .notMatched(.notValidated)
    }
  }

  private mutating func target(_ spec: SPFDomainSpec?, _ text: [UInt8]) async -> DomainName? {
    guard let spec else { return SPFDomainSpec.targetName(of: text) }
    return SPFDomainSpec.targetName(of: await expand(spec.macroString, text))
  }

  private mutating func testHost(
    _ name: DomainName, _ lengths: SPFPrefixLengths
  ) async throws(SPFEvaluationError) -> Match {
    let addresses = try await find(identity.address.family.recordType, at: name)
    if addresses.isEmpty { return .notMatched(.nothingThere(name)) }
    return contains(addresses, lengths) ? .matched(nil) : .notMatched(.otherAddress)
  }

  private mutating func testExchanges(
    _ name: DomainName, _ lengths: SPFPrefixLengths
  ) async throws(SPFEvaluationError) -> Match {
    let hosts = try await find(.mx, at: name).compactMap { record -> (UInt16, DomainName)? in
      guard case .mx(let preference, let host) = record.data, !host.isRoot else { return nil }
      return (preference, host)
    }
    if hosts.isEmpty { return .notMatched(.nothingThere(name)) }
    guard hosts.count <= Self.maximumExchanges else { throw .tooManyExchanges(name) }
    for (_, host) in hosts.sorted(by: <) {
      // The look-ups of hosts belong to the term, whose own answer was not void.
      let answer = await resolver.answer(to: Question(host, identity.address.family.recordType))
      if let failure = answer.failure { throw .dns(answer.question, failure) }
      if contains(answer.records, lengths) { return .matched(nil) }
    }
    return .notMatched(.otherAddress)
  }

  private func contains(_ records: [ResourceRecord], _ lengths: SPFPrefixLengths) -> Bool {
    records.contains { lengths.network(around: $0.data)?.contains(identity.address) == true }
  }

  /// The records of one type at a name; an empty answer counts as a void look-up (§4.6.4).
  private mutating func find(
    _ type: RecordType, at name: DomainName
  ) async throws(SPFEvaluationError) -> [ResourceRecord] {
    let answer = await resolver.answer(to: Question(name, type))
    if let failure = answer.failure { throw .dns(answer.question, failure) }
    if answer.records.isEmpty { try countVoid() }
    return answer.records
  }

  /// The sender's reverse names whose addresses include the sender's own (§5.5). A failure leaves a name out.
  private func validatedNames() async -> [DomainName] {
    let answer = await resolver.answer(to: Question(identity.address.reverseName, .ptr))
    let names = answer.records.compactMap { record -> DomainName? in
      if case .ptr(let name) = record.data { name } else { nil }
    }
    var validated: [DomainName] = []
    for name in names.prefix(Self.maximumReverseNames) {
      let addresses = await resolver.answer(to: Question(name, identity.address.family.recordType)).records
      if contains(addresses, .full) { validated.append(name) }
    }
    return validated
  }

  /// `%{p}` (§7.3): the domain itself if it is among the validated names, else a name below it, else any.
  func validatedName(for domain: DomainName?) async -> DomainName? {
    let names = await validatedNames()
    guard let domain else { return names.first }
    return names.first { $0 == domain } ?? names.first { $0.isBelow(domain) } ?? names.first
  }
}
