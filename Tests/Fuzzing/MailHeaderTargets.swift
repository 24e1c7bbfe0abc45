/// The header of a message, or a mailbox of them.
enum MailHeaderTarget {
  static func run(_ octets: [UInt8]) {
    var splitter = MailboxSplitter()
    // In two pieces, cut where the first octet says.
    let cut = min(octets.count, Int(octets.first ?? 0))
    splitter.add(octets[..<cut])
    splitter.add(octets[cut...])
    splitter.finish()
    for header in splitter.removeReady().prefix(4) { check(header.octets) }
    check(octets)
    _ = MessageForm(octets)
    checkPasted(octets)
  }

  /// What was quoted, or has blank lines in between.
  private static func checkPasted(_ octets: [UInt8]) {
    guard let pasted = PastedText(octets[...]) else { return }
    let header = pasted.header(in: octets[...])
    demand(header.count <= octets.count + 1, "nothing is added but the end of the last line")
    demand(!header.starts(with: [0x0A]), "a header begins with a field")
    check(header)
  }

  static func check(_ octets: [UInt8]) {
    guard let header = HeaderReader.section(of: octets[...]) else { return }
    demand(header.fields.count <= HeaderSection.maximumFields, "fields are bounded")
    let message = MessageExamination(header, in: .builtIn)
    for hop in message.trail.hops {
      demand(hop.delay.map { $0 >= 0 } ?? true, "no delay is negative")
      demand(hop.delay == nil || hop.time != nil, "a delay has a time")
      demand(hop.clock != .missing || hop.time == nil, "a clock that is missing has no time")
    }
    if message.verdict.folder != nil || message.verdict.filter != nil {
      demand(message.way.isReceivedByOffice365, "only the receiving side's marks count")
    }
    let report = MessageReport(
      file: "a", index: 1, message, expecting: .securemxOffice365, recipients: [], in: .builtIn)
    for language in Language.allCases {
      let text = MessageTextReport(
        report: report, catalogue: .builtIn, language: language, ink: .plain, width: 80
      ).text
      demandVisible(text, ["\n"])
    }
    let setting = MessageSetting(language: .japanese, catalogue: .builtIn, isList: true)
    var documents: [any MessageDocument] = [
      MessageJSONDocument(setting), MessageNDJSONDocument(setting: setting), MessageMarkdownDocument(setting),
      MessageCSVDocument(setting), MessagePageDocument(setting),
    ]
    let name = String(decoding: octets.prefix(200), as: UTF8.self)
    let problem = MessageFileProblem(Wording(verbatim: VisibleText(name).description), file: name)
    for index in documents.indices {
      let text =
        documents[index].add(report) + documents[index].add(problem) + documents[index].end()
      demandVisible(text, ["\n", "\r", "\u{FEFF}"])
      guard documents[index] is MessagePageDocument else { continue }
      let found = OutputRules.violations(text, of: .html)
      demand(found.isEmpty, "the page has \(found)")
    }
  }
}

/// Outlook's `.msg`.
enum OutlookTarget {
  static func run(_ octets: [UInt8]) {
    // So that the signature does not have to be found.
    let file = CompoundFile.signature + octets
    for candidate in [octets, file] {
      guard let header = OutlookMessage.header(candidate) else { continue }
      demand(header.count <= 2 * candidate.count + 16, "no more comes out than is in the file")
      MailHeaderTarget.check(header)
    }
  }
}
