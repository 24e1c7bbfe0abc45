extension LookupJSON.Entry {
  init(_ answer: Answer, language: Language) {
    let source = answer.origin.source
    self.init(
      question: LookupJSON.Question(
        name: answer.question.name.description, type: answer.question.type.description),
      status: answer.status,
      aliases: answer.aliases.map { alias in
        LookupJSON.Alias(
          owner: alias.owner.description, target: alias.target.description, ttl: alias.timeToLive)
      },
      records: answer.records.map { record in
        LookupJSON.Record(
          owner: record.owner.description, type: record.type.description, ttl: record.timeToLive,
          data: record.data.presentation)
      },
      zone: answer.denial?.zone?.description, ttl: answer.denial?.timeToLive,
      failure: answer.failure.map { failure in
        LookupJSON.FailureEntry(
          kind: failure.kind.identifier, message: failure.wording[language],
          server: failure.server?.description)
      },
      server: source.server?.description, transport: source.transport?.rawValue.asciiLowercased,
      zoneFile: source.zoneFile.map { VisibleText($0).description },
      authenticated: answer.origin.isAuthenticated, authoritative: answer.origin.isAuthoritative,
      extendedErrors: answer.origin.extendedErrors.map { error in
        LookupJSON.ExtendedErrorEntry(
          code: error.code, purpose: error.purpose, text: VisibleText(error.text).description)
      },
      seconds: answer.origin.duration.seconds)
  }
}

extension Answer {
  fileprivate var status: LookupJSON.Status {
    switch outcome {
    case .found: .found
    case .noData: .nodata
    case .noSuchName: .nxdomain
    case .failed: .failed
    }
  }

  fileprivate var denial: Denial? {
    switch outcome {
    case .noData(let denial), .noSuchName(let denial): denial
    case .found, .failed: nil
    }
  }
}

extension Answer.Source {
  fileprivate var server: ServerAddress? { if case .server(let server, _) = self { server } else { nil } }

  fileprivate var transport: Answer.Transport? {
    if case .server(_, let transport) = self { transport } else { nil }
  }

  fileprivate var zoneFile: String? { if case .zoneFile(let path) = self { path } else { nil } }
}

extension Failure.Kind {
  /// A stable word for programs.
  fileprivate var identifier: String {
    switch self {
    case .responseCode: "response-code"
    case .timedOut: "timed-out"
    case .malformed: "malformed"
    case .truncated: "truncated"
    case .network: "network"
    case .closed: "closed"
    case .withheld: "withheld"
    case .referral: "referral"
    case .aliasChain: "alias-chain"
    case .unusableName: "unusable-name"
    case .deadline: "deadline"
    case .cancelled: "cancelled"
    case .offline: "offline"
    case .noServer: "no-server"
    case .tooMuch: "too-much"
    case .questionLimit: "question-limit"
    case .unreadableLine: "unreadable-line"
    case .unreadZonePart: "unread-zone-part"
    case .serviceRecord: "service-record"
    case .zoneFileChanged: "zone-file-changed"
    }
  }
}
