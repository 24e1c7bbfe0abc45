import Testing

@testable import MailDNSCheck

/// A domain on some route, record by record, each with a way to change it.
struct MutationBase: Sendable {
  let name: String
  let records: [Record]

  struct Record: Sendable {
    let line: String
    /// The same record with another content; nil where it is only taken away.
    let variant: String?
    /// Why the verdict stays as it is without the record or with another content; nil where it must change.
    let irrelevance: String?

    init(_ line: String, or variant: String?, unless irrelevance: String? = nil) {
      self.line = line
      self.variant = variant
      self.irrelevance = irrelevance
    }
  }

  /// The records without the one at `index`, or with `replacement` in its place.
  func lines(replacing index: Int? = nil, by replacement: String? = nil) -> String {
    var lines = records.map(\.line)
    if let index {
      if let replacement { lines[index] = replacement } else { lines.remove(at: index) }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// One record of one base, taken away or changed.
struct Mutation: CustomTestStringConvertible, Sendable {
  let base: MutationBase
  let index: Int
  let replacement: String?

  var record: MutationBase.Record { base.records[index] }

  var testDescription: String {
    "\(base.name): \(replacement.map { "\(record.line) → \($0)" } ?? "without \(record.line)")"
  }

  static func all(of bases: [MutationBase]) -> [Mutation] {
    var mutations: [Mutation] = []
    for base in bases {
      for (index, record) in base.records.enumerated() {
        mutations.append(Mutation(base: base, index: index, replacement: nil))
        if let variant = record.variant {
          mutations.append(Mutation(base: base, index: index, replacement: variant))
        }
      }
    }
    return mutations
  }
}

/// What a report says of a route, to be compared.
private struct Verdict: Hashable {
  let route: RouteID
  let mailbox: Provider.ID?
  let confidence: Confidence?
  let inbound: [HostProvider]
  let outbound: [Provider.ID]
  let tenant: String?
  let evidence: Set<RouteEvidence>

  init(_ lines: String) async throws {
    let verdict = try await RecordedResolver(World.withoutTenant + lines).verdict(on: "example.jp")
    route = verdict.id
    mailbox = verdict.mailbox
    confidence = verdict.confidence
    inbound = verdict.inbound
    outbound = verdict.outbound
    tenant = verdict.tenant
    evidence = Set(verdict.evidence)
  }
}

@Suite("One record more or less, and the verdict is another")
struct RouteMutationTests {
  static let mutations = Mutation.all(of: MutationBases.all)

  @Test(
    "a record that matters changes the verdict", arguments: mutations.filter { $0.record.irrelevance == nil })
  func matters(_ mutation: Mutation) async throws {
    let before = try await Verdict(mutation.base.lines())
    let after = try await Verdict(
      mutation.base.lines(replacing: mutation.index, by: mutation.replacement))
    #expect(before != after)
  }

  @Test(
    "a record that does not leaves it as it is", arguments: mutations.filter { $0.record.irrelevance != nil })
  func doesNotMatter(_ mutation: Mutation) async throws {
    let before = try await Verdict(mutation.base.lines())
    let after = try await Verdict(
      mutation.base.lines(replacing: mutation.index, by: mutation.replacement))
    let reason = mutation.record.irrelevance ?? ""
    #expect(before.route == after.route, "\(reason)")
    #expect(before.mailbox == after.mailbox, "\(reason)")
    #expect(before.confidence == after.confidence, "\(reason)")
    #expect(before.inbound == after.inbound, "\(reason)")
    #expect(before.outbound == after.outbound, "\(reason)")
  }

  @Test("the domains are on the routes that they stand for", arguments: MutationBases.byRoute)
  func routes(_ example: (base: MutationBase, route: RouteID)) async throws {
    #expect(try await Verdict(example.base.lines()).route == example.route)
  }

  @Test("every route that records decide has a domain")
  func coverage() {
    let routes = Set(MutationBases.byRoute.map(\.route))
    #expect(routes == Set(RouteID.allCases).subtracting([.unknown]))
  }

  @Test(
    "without the record that decides, the route itself is another",
    arguments: [
      ("null MX", "example.jp MX 0 .", RouteID.implicit),
      ("Office365", "example.jp MX 0 example-jp.mail.protection.outlook.com", RouteID.none),
      ("Google", "example.jp MX 1 aspmx.l.google.com", RouteID.none),
      ("implicit", "example.jp A 192.0.2.25", RouteID.none),
      ("both at once", "example.jp MX 20 example-jp.mail.protection.outlook.com", .securemx),
      ("both at once", "example.jp MX 10 mx.securemx.jp", .office365),
      ("one sign behind SecureMX", "autodiscover.example.jp CNAME autodiscover.outlook.com", .securemx),
      ("an own host that leads to SecureMX", "mail.example.jp CNAME mx.securemx.jp", .mixed),
    ] as [(String, String, RouteID)])
  func decides(_ name: String, _ line: String, _ route: RouteID) async throws {
    let base = try #require(MutationBases.all.first { $0.name == name })
    let index = try #require(base.records.firstIndex { $0.line == line })
    #expect(try await Verdict(base.lines(replacing: index)).route == route)
  }
}
