extension SPFTree {
  /// Which programs come to another result than RFC 7208 for senders that the record is about, as far as the answers that
  /// are there tell: nothing is asked for it.
  var receiverFindings: [Finding] {
    guard let own, let text = own.text, !isPlain else { return [] }
    let known = KnownAnswers { [facts] question in
      question.type == .txt ? facts.publications[question.name]?.answer : facts.lookups[question]
    }
    let read = SPFReader.all.map { _ in SPFReaderRecords() }
    let meantRead = SPFReaderRecords()
    var differing: [Receiver: SPFResult] = [:]
    var meant = SPFResult.permerror
    for address in probes {
      let identity = SPFIdentity(
        address: address, mailFrom: "postmaster@\(facts.domain)", helo: facts.domain.description, time: 0)
      guard let expected = try? SPFReaderRun.result(.reference, identity, from: known, having: meantRead)
      else { continue }
      for (reader, read) in zip(SPFReader.all, read) where differing[reader.receiver] == nil {
        guard let result = try? SPFReaderRun.result(reader, identity, from: known, having: read),
          result != expected
        else { continue }
        if differing.isEmpty { meant = expected }
        if expected == meant { differing[reader.receiver] = result }
      }
    }
    guard !differing.isEmpty else { return [] }
    let readings = SPFReader.all.compactMap { reader in
      differing[reader.receiver].map { ReceiverReading(receiver: reader.receiver, result: $0) }
    }
    let plain = own.record.flatMap { $0.plainText == text ? nil : $0.plainText }
    let difference = ReceiverDifference(meant: meant, readings: readings, plain: plain)
    let isWarning = difference.concernsWideUse && meant != .permerror && errors.isEmpty
    return [.receivers.spf(own.answer.canonicalName, difference, severity: isWarning ? .warning : .info)]
  }

  /// Senders to try: some that the record's own networks hold, the first and last of them among them, and some that
  /// nothing holds.
  private var probes: [IPAddress] {
    let networks = networks(at: facts.domain)
    let hosts = facts.lookups.values.flatMap { $0.records.compactMap(\.data.address) }.sorted {
      $0.description < $1.description
    }
    let outsiders = ["198.51.100.251", "2001:db8:fffe::251"].compactMap { IPAddress($0) }
    return (networks.prefix(2) + networks.suffix(3)).map(\.address) + hosts.prefix(2) + outsiders
  }

  /// Whether the records are of a shape that all programs read alike: nothing needs to be tried then.
  private var isPlain: Bool {
    guard errors.isEmpty, lookups <= Self.lookupLimit else { return false }
    return facts.publications.values.allSatisfy(\.isPlain)
  }
}

extension SPFRecord {
  /// Whether all programs read the record alike where it is the one in `answer`.
  func isPlain(in answer: Answer) -> Bool {
    // One reader looks for the version in the first string alone.
    isPlain
      && answer.texts.contains { text in
        text.strings.first.map { $0.startsIgnoringCase(with: SPFRecord.version) } ?? false
          && SPFRecordSelection.isSelected(text.joined)
      }
  }

  private var isPlain: Bool {
    guard text.allSatisfy(\.isPrintable) else { return false }
    var directives = 0
    for (index, term) in terms.enumerated() {
      switch term.content {
      case .modifier(.unknown): return false
      case .modifier(.redirect): if all != nil { return false }
      case .modifier(.explanation): break
      case .directive(let directive):
        directives += 1
        switch directive.mechanism {
        case .all:
          if directive.qualifier == .pass || terms[(index + 1)...].contains(where: { $0.directive != nil }) {
            return false
          }
        case .network(let network): if network.length < 8 { return false }
        case .a(_, let lengths), .mx(_, let lengths): if lengths.ipv4 < 8 || lengths.ipv6 < 8 { return false }
        case .include: if directive.qualifier != .pass { return false }
        case .ptr, .exists: break
        }
      }
    }
    return text.count <= 220
      || SPFCompiledTerms.terms(of: text)?.count == directives + (redirect == nil ? 0 : 1)
  }

  /// The same record with nothing behind `all`, and no `redirect` beside it.
  fileprivate var plainText: [UInt8] {
    var words = [Array("v=spf1".utf8)]
    for term in terms {
      if case .modifier(.unknown) = term.content { continue }
      if case .modifier(.redirect) = term.content, all != nil { continue }
      words.append(Array(text[term.range]))
      if term.isAll { break }
    }
    return Array(words.joined(separator: [0x20]))
  }
}

extension SPFReader {
  /// RFC 7208 itself.
  static let reference = SPFReader(
    receiver: Receiver(name: "RFC 7208", version: "", isInWideUse: false), selection: .versioned,
    grammar: .standard(Deviations()),
    course: Course(lookupLimit: 10, exchanges: .errorBeyondTen, isExchangeSorted: true))
}
