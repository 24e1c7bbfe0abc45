/// Examines messages of a batch, and judges them by what DNS says of those whom they name.
struct MessageExaminer: Sendable {
  let items: [OperandFiles.Item]
  let hosts: MailHosts
  let expected: MessageRoute?
  let lookUp: MessageLookUp
  /// Message traces in which messages are looked up; nil where none was given.
  let traces: TraceIndex?

  enum Result: Sendable {
    case report(MessageReport)
    /// Text that makes no message.
    case noMessage
    case unreadable(Errno)
    case end
  }

  func examine(_ batch: MessageSource.Batch) async -> [(file: Int, result: Result)] {
    var results: [(file: Int, result: Result)] = []
    results.reserveCapacity(batch.entries.count)
    for (file, entry) in batch.entries {
      switch entry {
      case .header(let header): results.append((file, await examine(header, file)))
      case .unreadable(let error): results.append((file, .unreadable(error)))
      case .end: results.append((file, .end))
      }
    }
    return results
  }

  private func examine(_ octets: MailboxSplitter.Header, _ file: Int) async -> Result {
    guard let header = HeaderReader.section(of: octets.octets[...], isCut: octets.isCut), header.isMessage
    else { return .noMessage }
    let message = MessageExamination(header, by: hosts)
    var recipients: [RecipientMX] = []
    var sender: SenderToday?
    if lookUp.isAsking {
      async let found = lookUp.recipients(of: message, expecting: expected)
      sender = await lookUp.sender(of: message)
      recipients = await found
    }
    var report = MessageReport(
      file: items[file].path ?? "-", index: 0, message, expecting: expected, recipients: recipients,
      sender: sender, by: hosts)
    if let traces { report.join(traces, in: hosts.catalogue) }
    return .report(report)
  }
}
