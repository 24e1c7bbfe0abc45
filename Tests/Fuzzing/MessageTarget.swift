/// A response of a DNS server, of the question that it repeats.
enum MessageTarget {
  static func run(_ octets: UnsafeRawBufferPointer) {
    guard let head = MessageHead(octets) else { return }
    guard let message = try? Message(octets, head: head) else { return }
    for record in message.answers + message.authority { check(record) }
    for error in message.extendedErrors { demandVisible("\(error)") }
    let asked = [head.hasQuestion ? question(in: octets) : nil].compactMap(\.self)
    for question in asked where head.isResponse {
      demand(head.answers(question, in: octets), "a response answers the question that it repeats")
    }
    let names = (asked.map(\.name) + message.answers.map(\.owner)).prefix(3)
    for question in asked + names.flatMap({ name in [.a, .txt, .any].map { Question(name, $0) } }) {
      follow(question, in: message)
    }
  }

  /// The question, where its name is spelt out and its class is IN.
  private static func question(in octets: UnsafeRawBufferPointer) -> Question? {
    var end = 12
    while end < octets.count, (1...63).contains(octets[end]) { end += Int(octets[end]) + 1 }
    guard end + 5 <= octets.count, octets[end + 3] == 0, octets[end + 4] == 1,
      let name = DomainName(wire: octets[12...end])
    else { return nil }
    return Question(name, RecordType(rawValue: UInt16(octets[end + 1]) << 8 | UInt16(octets[end + 2])))
  }

  private static func check(_ record: ResourceRecord) {
    let name = record.owner
    demand(DomainName(name.description) == name, "\(name) is read back")
    demand(DomainName(name.absolutePresentation)?.wire == name.wire, "\(name) is read back as it came")
    demand(name.labelCount <= 127 && name.wire.count <= 255, "\(name) is no longer than names are")
    RecordDataRules.check(record.data)
  }

  private static func follow(_ question: Question, in message: Message) {
    let aliases: [Answer.Alias]
    let outcome: Answer.Outcome
    switch AliasChain.follow(question, in: message) {
    case .settled(let found, let end): (aliases, outcome) = (found, end)
    case .unfinished(let found):
      demand(!found.isEmpty, "an unfinished chain leads somewhere")
      (aliases, outcome) = (found, .noData(Answer.Denial()))
    }
    demand(aliases.count <= AliasChain.maximumLength, "a chain has an end")
    var name = question.name
    for alias in aliases {
      demand(alias.owner == name, "each alias is of the name before")
      name = alias.target
    }
    if case .found(let records) = outcome {
      demand(!records.isEmpty && records.allSatisfy { $0.owner == name }, "the records are those asked for")
    }
    let answer = Answer(
      question: question, aliases: aliases, outcome: outcome,
      origin: Answer.Origin(
        source: .nowhere, extendedErrors: message.extendedErrors, started: .now, duration: .zero))
    let report = LookupReport(answers: [answer])
    for verbosity in [-1, 1] {
      demandVisible(report.text(language: .japanese, ink: .plain, width: 80, verbosity: verbosity), ["\n"])
    }
    for text in report.failures(language: .english) { demandVisible(text) }
  }
}

/// The records of a piece of a master file.
enum MasterFileRecords {
  static func read(_ octets: [UInt8]) throws(ZoneFileError.Fault) -> [ZoneRecord] {
    var tokenizer = MasterFileTokenizer(octets)
    var reader = EntryReader()
    var records: [ZoneRecord] = []
    while let entry = try tokenizer.nextEntry() {
      if case .record(let record) = try reader.read(entry) { records.append(record) }
    }
    return records
  }
}

/// Record data as a master file has them.
enum RecordDataRules {
  static func check(_ data: RecordData) {
    let text = data.presentation
    demand(text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(text) is printable")
    guard isTaken(data, text) else { return }
    do {
      let records = try MasterFileRecords.read(Array("x. 1 IN TYPE\(data.type.rawValue) \(text)\n".utf8))
      demand(records.map(\.record.data) == [data], "\(data.type) \(text) is read back")
    } catch {
      demand(false, "\(data.type) \(text) is read back, and not \(error)")
    }
  }

  /// Whether master files can have the data: types with a notation there, and the generic form of all but pseudo-types.
  private static func isTaken(_ data: RecordData, _ text: String) -> Bool {
    switch data.type.rawValue {
    case 0, RecordType.opt.rawValue, 128...255: false
    default: RecordDataNotation.elements(of: data.type) != nil || text.hasPrefix("\\#")
    }
  }
}
