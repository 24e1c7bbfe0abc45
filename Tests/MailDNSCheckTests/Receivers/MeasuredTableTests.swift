import Testing

@testable import MailDNSCheck

@Suite("Readers, and what the programs made of the same records (Scripts/measuring)")
struct MeasuredTableTests {
  private let table: MeasuredTable

  init() throws { table = try MeasuredTable() }

  /// `program case: measured, read` of each cell that is read otherwise than measured.
  private func differences(
    _ ground: String, _ read: (MeasuredTable.Row) throws -> [(program: String, result: String)]
  ) rethrows -> [String] {
    try table.rows.filter { $0.ground == ground }.flatMap { row in
      let readings = try read(row)
      return row.results.compactMap { program, measured in
        let result = readings.first { $0.program == program }?.result
        return result == measured ? nil : "\(program) \(row.name): \(measured), \(result ?? "no such reader")"
      }
    }
  }

  @Test("every program is in the table, and every reader is a program of it")
  func programs() {
    func titles(_ ground: String) -> [String] {
      table.rows.first { $0.ground == ground }?.results.map(\.program) ?? []
    }
    #expect(titles("dmarc") == DMARCReader.all.map { $0.receiver.label })
    #expect(titles("dkim") == DKIMReader.all.map { $0.receiver.label })
    #expect(titles("spf") == SPFReader.all.map { $0.receiver.label })
    #expect(table.rows.count > 600)
  }

  @Test("DMARC is read as each program read it")
  func policies() {
    let differing = differences("dmarc") { row in
      DMARCReader.all.map { reader in
        let place = DMARCReadingPlace(texts: row.texts, isOfParent: false)
        return (reader.receiver.label, reader.result(at: [place]).rawValue)
      }
    }
    #expect(differing == [])
  }

  @Test("DKIM keys are read as each program read them")
  func keys() {
    let differing = differences("dkim") { row in
      DKIMReader.all.map { reader in
        (reader.receiver.label, reader.result(of: row.texts, signedWith: table.signingKey(row)).rawValue)
      }
    }
    #expect(differing == [])
  }

  @Test("SPF comes to what each program came to")
  func senders() throws {
    let differing = try differences("spf") { row in
      let identity = SPFIdentity(
        address: IPAddress("192.0.2.1")!, mailFrom: "a@s-\(row.name).example.org", helo: "helo.example.org",
        time: 0)
      return try SPFReader.readings(identity, from: table.known).map {
        ($0.receiver.label, $0.result.rawValue)
      }
    }
    #expect(differing == [])
  }

  /// RFC 7208 as a reader is what the evaluator is: it stands for it where nothing may be asked.
  @Test("the reference reader comes to what check_host() comes to")
  func reference() async throws {
    for row in table.rows where row.ground == "spf" {
      let identity = SPFIdentity(
        address: IPAddress("192.0.2.1")!, mailFrom: "a@s-\(row.name).example.org", helo: "helo.example.org",
        time: 0)
      let read = try SPFReaderRun.result(.reference, identity, from: table.known)
      let evaluated = await SPFEvaluator.evaluate(identity, resolver: TableResolver(known: table.answer))
      #expect(read == evaluated.result, "\(row.name)")
    }
  }
}

private struct TableResolver: Resolver {
  let known: @Sendable (Question) -> Answer

  func answer(to question: Question) async -> Answer { known(question) }
}

extension MeasuredTable {
  /// As a function that may be asked from anywhere.
  fileprivate var answer: @Sendable (Question) -> Answer {
    let answers = answersByQuestion
    return { answers[$0] ?? .assumedAbsent($0) }
  }
}
