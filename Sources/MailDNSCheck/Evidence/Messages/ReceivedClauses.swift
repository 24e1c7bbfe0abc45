/// The clauses of a `Received` field: `from`, `by`, `via`, `with`, `id`, `for` (RFC 5321 §4.4), each with the comments that
/// follow it.
struct ReceivedClauses {
  private(set) var from: String?
  private(set) var fromComments: [String] = []
  private(set) var by: String?
  private(set) var with: String?
  private(set) var id: String?
  private let tokens: [ReceivedParts.Token]

  private enum Clause: String { case from, by, via, with, id, `for` }

  init(_ tokens: [ReceivedParts.Token]) { self.tokens = tokens }

  mutating func read() {
    var clause: Clause?
    // The word behind a clause's name is its value, whatever it is: a host may be called `by`.
    var isValueDue = false
    for token in tokens {
      switch token {
      case .comment(let comment):
        // `from` may have nothing but comments.
        if clause == .from {
          fromComments.append(comment)
          isValueDue = false
        }
      case .word(let word):
        if !isValueDue, let next = Clause(rawValue: word.asciiLowercased) {
          clause = next
          isValueDue = true
        } else {
          put(word, clause)
          isValueDue = false
        }
      }
    }
  }

  private mutating func put(_ word: String, _ clause: Clause?) {
    switch clause {
    case .from:
      // Exim has the address in brackets behind the name.
      if from == nil { from = word } else { fromComments.append(word) }
    case .by: if by == nil { by = word }
    case .with: with = with.map { $0 + " " + word } ?? word
    case .id: if id == nil { id = word }
    case .via, .for, nil: break
    }
  }
}
