/// One question of a look-up and what came of it, as lines of text.
struct LookupSection {
  let answer: Answer
  let language: Language
  let ink: Ink
  let width: Int

  /// An owner that is wider moves its own line only.
  private static let maximumOwnerWidth = 64

  var lines: [String] {
    var lines = comment(answer.question.description, .bold)
    lines += recordLines
    switch answer.outcome {
    case .found: break
    case .noData(let denial), .noSuchName(let denial):
      lines += comment(absence(denial)[language])
    case .failed(let failure):
      lines += comment(Wording.lookupFailed(failure)[language], Severity.unknown.tone)
    }
    return lines + comment(origin, .faint)
  }

  private var recordLines: [String] {
    let rows = answer.lookupRecords.map { record in
      (
        owner: record.owner.absolutePresentation, timeToLive: String(record.timeToLive),
        type: record.type.description, data: record.data.presentation
      )
    }
    let owner = min(Self.maximumOwnerWidth, rows.map(\.owner.utf8.count).max() ?? 0)
    let time = rows.map(\.timeToLive.utf8.count).max() ?? 0
    let type = rows.map(\.type.utf8.count).max() ?? 0
    return rows.map { row in
      [
        row.owner.padded(to: owner), row.timeToLive.leftPadded(to: time), row.type.padded(to: type), row.data,
      ].joined(separator: "  ")
    }
  }

  private func absence(_ denial: Answer.Denial) -> Wording {
    let name = answer.canonicalName
    if case .noSuchName = answer.outcome { return .noSuchNameAnswer(name, denial) }
    return .noDataAnswer(name, answer.question.type, denial)
  }

  /// Who said so, how long it took, what the answer's flags say, and the server's own remarks.
  private var origin: String {
    let origin = answer.origin
    var parts: [String] = []
    switch origin.source {
    case .server(let server, let transport): parts.append("\(server) \(transport.rawValue)")
    case .zoneFile(let path): parts.append(Wording.zoneFileSource(path)[language])
    case .nowhere: break
    }
    parts.append("\(Int((origin.duration / .milliseconds(1)).rounded())) ms")
    if origin.isAuthoritative { parts.append(Wording.authoritativeFlag[language]) }
    if origin.isAuthenticated { parts.append(Wording.authenticatedFlag[language]) }
    // A failure has told its own already.
    let told = answer.failure?.extendedErrors ?? []
    for error in origin.extendedErrors where !told.contains(error) {
      parts.append(Wording.extendedErrorRemark(error)[language])
    }
    return parts.joined(separator: Wording.listSeparator[language])
  }

  /// A comment as master files have it (RFC 1035 §5.1), over as many lines as it takes.
  private func comment(_ text: String, _ tone: Ink.Tone? = nil) -> [String] {
    text.wrapped(to: max(Page.minimumWidth, width) - 2).map { line in
      let line = "; " + line
      return tone.map { ink(line, $0) } ?? line
    }
  }
}
