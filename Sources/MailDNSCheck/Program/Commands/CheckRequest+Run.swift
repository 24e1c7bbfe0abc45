/// What a run makes of what is asked for.
extension CheckRequest {
  /// The file that `--input` names; nil for standard input and where there is none.
  var inputPath: String? { if case .file(let path)? = input { path } else { nil } }

  /// How many lines of a list have to be reported within the time of the run; nil where that is not known, or nothing ends it.
  var linesOfOwn: Int? {
    guard query.deadline != nil, resumedFile == nil else { return nil }
    return inputPath.flatMap(ListStream.count)
  }

  /// Nil for the Internet's.
  var rootServers: RootServers? { RootServers(given: roots) }

  var areas: CaseSet<CheckArea> { area.map { [$0.checked] } ?? (isFull ? .full : .whole) }

  /// The key in JSON that a report has when all that is asked for is in it, and a smaller one has not.
  var keyOfWholeReport: String { area?.rawValue ?? (isFull ? "hosts" : "route") }
}

extension CheckRequest.Area {
  fileprivate var checked: CheckArea {
    switch self {
    case .mx: .mx
    case .spf: .spf
    case .dkim: .dkim
    case .dmarc: .dmarc
    case .tls: .tls
    case .hosts: .hosts
    case .bimi: .bimi
    case .ns: .ns
    }
  }
}
