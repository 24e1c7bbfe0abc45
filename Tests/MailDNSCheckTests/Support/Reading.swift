@testable import MailDNSCheck

/// Reads what one area makes of DNS, asking `resolver` for whatever it misses.
private func read<Value: Sendable>(
  from resolver: any Resolver, _ make: @escaping @Sendable (KnownAnswers) throws -> Value
) async -> Value {
  let inquiry = Inquiry(OneReading(make: make))
  await inquiry.ask(resolver)
  return inquiry.read(\.value)!
}

private struct OneReading<Value: Sendable>: Readings {
  let make: @Sendable (KnownAnswers) throws -> Value
  var value: Value?

  init(make: @escaping @Sendable (KnownAnswers) throws -> Value) { self.make = make }

  var parts: [Int] { [0] }

  mutating func read(_ part: Int, from known: KnownAnswers) throws(MissingAnswers) {
    do { value = try make(known) } catch let error as MissingAnswers { throw error } catch {
      preconditionFailure("\(error)")
    }
  }
}

extension ApexFacts {
  static func gather(_ domain: DomainName, from resolver: any Resolver) async -> ApexFacts {
    await read(from: resolver) { try gather(domain, from: $0) }
  }
}

extension MXFacts {
  static func gather(_ domain: DomainName, from resolver: any Resolver) async -> MXFacts {
    await read(from: resolver) {
      try gather(domain, proving: { ProviderCatalogue.builtIn.isVerification(mx: $0) }, from: $0)
    }
  }
}

extension SPFFacts {
  static func gather(
    _ domain: DomainName, inDepth: Bool = false, from resolver: any Resolver
  ) async -> SPFFacts {
    await read(from: resolver) { known in
      var reading = SPFReading(domain, inDepth: inDepth)
      return try reading.read(from: known)
    }
  }
}

extension DKIMFacts {
  static func gather(_ domain: DomainName, _ plan: Plan, from resolver: any Resolver) async -> DKIMFacts? {
    await read(from: resolver) { known in
      var reading = DKIMReading(domain, plan)
      return try reading?.read(from: known)
    }
  }
}

extension DMARCFacts {
  static func gather(
    _ domain: DomainName, organization: DMARCLegacyOrganization = .undetermined,
    from resolver: any Resolver
  ) async -> DMARCFacts {
    await read(from: resolver) { try gather(domain, organization: organization, from: $0) }
  }
}
