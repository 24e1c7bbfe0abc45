extension ApexFacts {
  /// Whether the domain exists, as far as the choice between `sp` and `np` goes (RFC 9989 §3.2.13). NODATA does not show
  /// it where `sibling`, a name that nobody publishes, gets it too.
  func existence(besides sibling: Answer) -> DMARCDomainExistence {
    switch existence {
    case .doesNotExist: .doesNotExist
    case .unknown: .unknown
    case .exists:
      answers.contains { !$0.records.isEmpty || !$0.aliases.isEmpty } || sibling.deniesName
        ? .exists : .unknown
    }
  }
}
