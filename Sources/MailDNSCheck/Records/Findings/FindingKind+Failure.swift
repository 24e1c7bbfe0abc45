extension FindingKind {
  /// Why DNS could not tell; nil where the finding is about something else, or has no failure of its own.
  var failure: Failure? {
    switch self {
    case .mxUnknown(let failure), .mxHostUnknown(let failure), .spfUnknown(let failure),
      .dkimUnknown(let failure, _), .dmarcUnknown(let failure), .dmarcReportsUnknown(_, let failure),
      .tenantUnknown(let failure):
      failure
    default: nil
    }
  }
}
