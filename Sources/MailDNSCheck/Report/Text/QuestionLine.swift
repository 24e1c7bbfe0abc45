/// One question in a list of all that were asked: when, how long, of whom, and what came of it.
struct QuestionLine {
  let answer: Answer
  let since: Instant
  let language: Language

  var text: String {
    let start = "+" + max(.zero, since.duration(to: answer.origin.started)).secondsText
    let time = answer.origin.isRepeat ? Wording.fromCache[language] : answer.origin.duration.secondsText + "s"
    return "\(start)  \(time)  \(answer.question)  \(outcome)  \(source)"
  }

  private var outcome: String {
    let chain = answer.aliases.map { "→ \($0.target) " }.joined()
    switch answer.outcome {
    case .found(let records): return "\(chain)\(records.count) RR"
    case .noData: return chain + "NODATA"
    case .noSuchName: return chain + "NXDOMAIN"
    case .failed(let failure): return chain + failure.kind.wording[language]
    }
  }

  private var source: String {
    switch answer.origin.source {
    case .server(let server, let transport): "\(server) \(transport.rawValue)"
    case .zoneFile(let file): VisibleText(file).description
    case .nowhere: answer.failure?.server?.description ?? "-"
    }
  }
}
