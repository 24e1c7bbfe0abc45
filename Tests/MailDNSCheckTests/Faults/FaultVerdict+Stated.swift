/// What the report must say, by fault and kind of question.
extension FaultVerdict {
  static func stated(_ fault: Fault, at kind: QueryKind) -> FaultVerdict {
    if let exception = exception(fault, at: kind) { return exception }
    return switch fault.consequence {
    case .survived: .same
    case .unknown(let reason): .unknown(reason, at: kind)
    case .absent: .absent(at: kind)
    }
  }

  /// A question could not be asked: that area is unknown, and so is what hangs on it. Everything else is the same.
  static func unknown(_ reason: String, at kind: QueryKind) -> FaultVerdict {
    var verdict = FaultVerdict(reasons: [reason], exitStatus: 3)
    switch kind {
    case .mx:
      // Reports are to be sent to the domain itself.
      verdict.added = ["mx-unknown", "dmarc-reports-unknown"]
      verdict.removed = ["tenant-endpoint-open"]
      verdict.states = [.mx: "unknown", .route: "unknown"]
    case .text:
      verdict.added = ["spf-unknown"]
      verdict.states = [.spf: "unknown"]
    case .include:
      // The domain's own record is there; what it costs and whom it lets send is not known.
      verdict.added = ["spf-unknown"]
      verdict.otherDetails = [.spf]
    case .dmarc:
      verdict.added = ["dmarc-unknown"]
      verdict.states = [.dmarc: "unknown"]
    case .selector:
      verdict.added = ["dkim-unknown"]
      verdict.states = [.dkim: "unknown"]
    case .address:
      verdict.added = ["mx-host-unknown"]
      verdict.otherDetails = [.mx]
    }
    return verdict
  }

  /// The server denied the records.
  static func absent(at kind: QueryKind) -> FaultVerdict {
    switch kind {
    case .mx:
      FaultVerdict(
        added: ["mx-absent", "dmarc-report-host-no-mail"], removed: ["tenant-endpoint-open"],
        states: [.mx: "absent", .route: "none"], exitStatus: 1)
    case .text: FaultVerdict(added: ["spf-missing"], states: [.spf: "absent"], exitStatus: 1)
    case .include:
      // Not every program that receives mail stops at it.
      FaultVerdict(
        added: ["spf-target-missing", "spf-receivers-differ"], states: [.spf: "invalid"], exitStatus: 2)
    case .dmarc: FaultVerdict(added: ["dmarc-missing"], states: [.dmarc: "absent"], exitStatus: 1)
    // The keys at other selectors are enough.
    case .selector: FaultVerdict(states: [.dkim: "absent"])
    case .address:
      FaultVerdict(added: ["mx-host-without-address"], otherDetails: [.mx], exitStatus: 1)
    }
  }

  /// Where the fault itself is something to report.
  private static func exception(_ fault: Fault, at kind: QueryKind) -> FaultVerdict? {
    switch (fault, kind) {
    case (.aliasLoop, .address), (.longChain, .address):
      // What an MX host must not be is known, although not where it leads.
      FaultVerdict(
        added: ["mx-cname", "mx-host-unknown"], otherDetails: [.mx], reasons: ["CNAME chain"], exitStatus: 1)
    case (.longestName, .address), (.strangeLabels, .address):
      FaultVerdict(added: ["mx-cname"], exitStatus: 1)
    // The report shows where the names lead.
    case (.longestName, .dmarc), (.strangeLabels, .dmarc): FaultVerdict(otherDetails: [.dmarc])
    case (.longestName, .selector), (.strangeLabels, .selector): FaultVerdict(otherDetails: [.dkim])
    case (.manyExchanges, .mx):
      FaultVerdict(added: ["mx-too-many"], otherDetails: [.mx], exitStatus: 1)
    // What else stands at the name makes the answer large.
    case (.manyStrings, .text): FaultVerdict(added: ["spf-long", "spf-receivers-differ"], exitStatus: 1)
    // There are programs that read no further than some of it.
    case (.manyStrings, .include): FaultVerdict(added: ["spf-receivers-differ"], exitStatus: 1)
    case (.manyStrings, .dmarc):
      FaultVerdict(added: ["dmarc-receivers-differ"], otherDetails: [.dmarc], exitStatus: 1)
    default: nil
    }
  }
}
