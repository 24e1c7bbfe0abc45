/// One question put twice: as everybody puts it, and with checking disabled, which brings the data whatever a resolver that
/// validates thinks of them (RFC 4035 §3.2.2).
struct ValidationProbe: Sendable {
  let checked: Answer
  let unchecked: Answer

  /// The failure of a resolver that has the data and does not hand them out: all that one who asks can see of its having found them
  /// bogus (RFC 4035 §5.5). Nil where anything else may be the reason: the same server must have said both.
  var refusal: Failure? {
    guard let failure = checked.failure, failure.kind == .responseCode(.serverFailure),
      unchecked.failure == nil, case .server(let server, _) = unchecked.origin.source,
      failure.server == server || failure.refusers.contains(server)
    else { return nil }
    return failure
  }

  /// Whether somebody has signed the data, or what denies them.
  var isSigned: Bool { !unchecked.origin.signatures.isEmpty }
}

extension Answer {
  /// The sets of records at the question's own name that are signed: those asked for, or the alias in their place.
  var signedSets: [SignedSet] {
    origin.signatures.filter { signature in
      signature.owner == question.name && [question.type, .cname].contains(signature.covered)
    }.signedSets
  }
}

extension Question {
  /// The same with checking disabled.
  var unchecked: Question { Question(name, type, checking: .disabled) }
}
