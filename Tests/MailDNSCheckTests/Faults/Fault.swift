/// What a server can do wrong: the rows of the matrix.
enum Fault: String, CaseIterable, Sendable {
  case silence = "no answer"
  case serverFailure = "SERVFAIL"
  case refused = "REFUSED"
  case notImplemented = "NOTIMP"
  case formatError = "FORMERR"
  case nonexistent = "NXDOMAIN where records should be"

  case silentTCP = "cut short; over TCP no answer"
  case refusedTCP = "cut short; TCP refused"
  case closedTCP = "cut short; TCP closed midway"
  case longLength = "cut short; over TCP a length beyond the answer"
  case shortLength = "cut short; over TCP a length short of the answer"
  case zeroLength = "cut short; over TCP a length of zero"
  case slowOctets = "cut short; over TCP one octet in a while"

  case wrongID = "a wrong id"
  case wrongQuestion = "a wrong question"
  case wrongSource = "a wrong source"
  case wrongIDFirst = "a wrong id, then the right answer"
  case wrongQuestionFirst = "a wrong question, then the right answer"
  case wrongSourceFirst = "a wrong source, then the right answer"
  case duplicates = "the same answer three times"

  case otherName = "records of another name"
  case aliasLoop = "a CNAME loop"
  case longChain = "a chain of 20 CNAMEs"
  case compressionLoop = "a compression pointer to itself"
  case countsTooHigh = "more records counted than sent"
  case countsTooLow = "records sent that are not counted"
  case emptyPacket = "an empty packet"

  case largest = "65,535 octets"
  case noTimeToLive = "TTL 0"
  case longestName = "by a CNAME of 255 octets"
  case strangeLabels = "by a CNAME with dots, NULs and spaces in labels"
  case manyExchanges = "300 MX records"
  case manyStrings = "10,000 character-strings"
  case mixedCase = "names in mixed case"
  case onceInThree = "every third query answered"

  /// What becomes of a question that meets the fault, whatever kind it is.
  enum Consequence: Equatable {
    /// The answer is found all the same.
    case survived
    /// There is no answer, and why.
    case unknown(String)
    /// The server denies the records, and there is no telling that it lies.
    case absent
  }

  var consequence: Consequence {
    switch self {
    case .silence, .wrongID, .wrongQuestion, .wrongSource, .emptyPacket: .unknown("no answer in time")
    case .serverFailure: .unknown("SERVFAIL")
    case .refused: .unknown("REFUSED")
    case .notImplemented: .unknown("NOTIMP")
    case .formatError: .unknown("FORMERR")
    case .silentTCP, .longLength, .slowOctets: .unknown("cut short, TCP: no answer in time")
    case .refusedTCP: .unknown("cut short, TCP: refused")
    case .closedTCP: .unknown("cut short, TCP: closed")
    case .shortLength, .zeroLength: .unknown("cut short, TCP: unreadable")
    case .otherName: .unknown("records of another name")
    case .aliasLoop, .longChain: .unknown("CNAME chain")
    case .compressionLoop, .countsTooHigh, .countsTooLow: .unknown("unreadable")
    case .nonexistent: .absent
    case .wrongIDFirst, .wrongQuestionFirst, .wrongSourceFirst, .duplicates, .largest, .noTimeToLive,
      .longestName, .strangeLabels, .manyExchanges, .manyStrings, .mixedCase, .onceInThree:
      .survived
    }
  }
}
