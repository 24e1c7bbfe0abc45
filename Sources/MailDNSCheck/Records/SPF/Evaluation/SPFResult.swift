/// What check_host() returns (RFC 7208 §2.6).
enum SPFResult: String, CaseIterable, Sendable {
  case pass
  case fail
  case softfail
  case neutral
  case none
  case permerror
  case temperror

  /// The result of a directive that matches.
  init(_ qualifier: SPFQualifier) {
    switch qualifier {
    case .pass: self = .pass
    case .fail: self = .fail
    case .softfail: self = .softfail
    case .neutral: self = .neutral
    }
  }
}

/// The result of check_host(), and how it came about.
struct SPFEvaluation: Sendable {
  let result: SPFResult
  /// The term that decided, in the record that holds it; nil where none did.
  let decision: Decision?
  /// Why there is no better result; nil for the results of a record.
  let error: SPFEvaluationError?
  /// What the domain tells a refused sender (§6.2), as expanded: ASCII, but hostile until made visible. Nil where the
  /// result is another than fail, and where nothing usable is published.
  let explanation: [UInt8]?
  /// Terms that looked something up (§4.6.4).
  let lookups: Int
  /// Look-ups that came back without an answer.
  let voidLookups: Int
  /// Every term that was tried, in order.
  let steps: [SPFStep]
  /// Whether a term depended on the name of HELO (`%{h}`), which was not given: with it the result may be another.
  let lacksHELO: Bool

  struct Decision: Hashable, Sendable {
    /// The domain whose record holds the term.
    let domain: DomainName
    /// The term as published.
    let term: [UInt8]
    /// The includes and redirects that led to the record, from the domain that was checked on.
    let path: [DomainName]
  }
}

/// Why check_host() ends without a verdict of the record (RFC 7208 §2.6.6, §2.6.7).
enum SPFEvaluationError: Error, Hashable, Sendable {
  /// The domain is not one that could have a record: malformed, or a single label (§4.3).
  case unusableDomain
  case noRecord(DomainName)
  case several(DomainName)
  case syntax(DomainName, SPFSyntaxErrors, text: [UInt8])
  /// An include or redirect leads to a domain without a record (§5.2, §6.1).
  case missingTarget(DomainName?)
  case tooManyLookups
  case tooManyVoidLookups
  case tooManyExchanges(DomainName)
  case dns(Question, Failure)

  var result: SPFResult {
    switch self {
    case .unusableDomain, .noRecord: .none
    case .dns: .temperror
    default: .permerror
    }
  }
}

/// One term that was tried.
struct SPFStep: Hashable, Sendable {
  let domain: DomainName
  /// How many includes and redirects deep the record lies.
  let depth: Int
  let term: [UInt8]
  let outcome: Outcome

  enum Outcome: Hashable, Sendable {
    case matched(SPFResult)
    /// The address is not among those of the term.
    case otherAddress
    /// Nothing is published at the name that was looked up.
    case nothingThere(DomainName)
    /// The record included gave another result than pass.
    case notPassed(SPFResult)
    /// The name that the term expands to is none.
    case unusableName
    /// No reverse name leads to the target and back.
    case notValidated
    /// Evaluation goes on there.
    case followed(DomainName)
  }
}
