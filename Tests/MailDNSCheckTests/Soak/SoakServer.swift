@testable import MailDNSCheck

/// The server of the soak: for each domain it has the fault that the domain's name asks for.
struct SoakServer: Sendable {
  private let server: FaultServer

  init() throws {
    // Of the fault that answers every third query.
    let earlier = Guarded<[Question: Int]>([:])
    server = try FaultServer(keepsQueries: false) { query in
      let right = Self.right(query)
      guard let (domain, prefix) = SoakDomain.reading(query.name.description),
        domain.isHit(prefix, query.type)
      else { return [.reply(right)] }
      guard domain.fault == .onceInThree else {
        return domain.fault.actions(for: query, right: right, earlier: 0)
      }
      let question = Question(query.name, query.type)
      let count = earlier.withLock { earlier in
        let count = earlier[question, default: 0]
        earlier[question] = count < 2 ? count + 1 : nil
        return count
      }
      return domain.fault.actions(for: query, right: right, earlier: count)
    }
  }

  var port: UInt16 { server.port }

  func stop() { server.stop() }

  private static func right(_ query: FaultServer.Query) -> Reply {
    let name = query.name.description
    guard let (domain, prefix) = SoakDomain.reading(name) else {
      // The MX hosts that a fault puts beside everything.
      let isHost = query.type == .a && name.hasSuffix(".securemx.jp")
      return isHost ? .answer(to: query, .a(name, "210.130.202.97")) : .nxdomain(to: query, soa: "")
    }
    let records = domain.records(prefix, query.type)
    if !records.isEmpty { return .answer(to: query, records: records) }
    return SoakDomain.exists(prefix) ? .nodata(to: query, soa: "") : .nxdomain(to: query, soa: "")
  }
}
