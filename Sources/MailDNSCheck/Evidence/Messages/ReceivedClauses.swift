/// The clauses of a `Received` field: `from`, `by`, `via`, `with`, `id`, `for` (RFC 5321 §4.4), each with the comments that
/// follow it.
struct ReceivedClauses {
  private(set) var from: ReceivedParts.Token?
  private(set) var fromComments: [ReceivedParts.Token] = []
  private(set) var by: ReceivedParts.Token?
  private(set) var id: ReceivedParts.Token?

  private enum Clause { case from, by, via, with, id, `for` }

  init(_ parts: ReceivedParts) {
    var clause: Clause?
    // The word behind a clause's name is its value, whatever it is: a host may be called `by`.
    var isValueDue = false
    for token in parts.tokens {
      if token.isComment {
        // `from` may have nothing but comments.
        if clause == .from {
          fromComments.append(token)
          isValueDue = false
        }
      } else if !isValueDue, let next = Self.clause(parts.octets(token)) {
        clause = next
        isValueDue = true
      } else {
        put(token, clause)
        isValueDue = false
      }
    }
  }

  private static func clause(_ word: ArraySlice<UInt8>) -> Clause? {
    switch word.count {
    case 2: word.equalsIgnoringCase("by") ? .by : word.equalsIgnoringCase("id") ? .id : nil
    case 3: word.equalsIgnoringCase("for") ? .for : word.equalsIgnoringCase("via") ? .via : nil
    case 4: word.equalsIgnoringCase("from") ? .from : word.equalsIgnoringCase("with") ? .with : nil
    default: nil
    }
  }

  private mutating func put(_ word: ReceivedParts.Token, _ clause: Clause?) {
    switch clause {
    case .from:
      // Exim has the address in brackets behind the name.
      if from == nil { from = word } else { fromComments.append(word) }
    case .by: if by == nil { by = word }
    case .id: if id == nil { id = word }
    case .via, .with, .for, nil: break
    }
  }
}
