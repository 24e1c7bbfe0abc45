/// What is wrong in a zone of OctoDNS, or is not known of it. Texts in it are quoted from the file, cut short and safe to show.
/// Measured with OctoDNS 1.22.0 and PyYAML 6.0.4.
enum OctoDNSFlaw: Equatable, Sendable {
  /// None of the keys has a record: a YAML file of something else.
  case noZone
  /// Nobody says the zone's name.
  case noOrigin
  /// A file of a zone that is in several of them; only this one was given.
  case partOfZone
  /// Neither a record nor a list of them.
  case noRecord
  case noName(String)
  /// A name that ends in the zone's: OctoDNS puts that behind it once more.
  case repeatedOrigin(DomainName)
  /// A name that is a number, a truth value or nothing to YAML.
  case unquotedName(String)
  case unknownType(String)
  /// A key that OctoDNS passes over; with those that it knows there.
  case unknownKey(String, known: [String])
  case missingKey(String)
  /// A list or a mapping where one value belongs, or the other way round.
  case notSingle(String)
  case noFields(String)
  /// A key once more; OctoDNS takes the last, on that line.
  case repeatedKey(String, line: Int)
  /// Two records of one type at one name, also where that is written otherwise; with the line of the first, and its file where
  /// that is another one.
  case repeatedType(RecordType, file: String?, line: Int)
  case badSeconds(String)
  /// A number that OctoDNS passes on and no record holds.
  case numberOutOfRange(String, maximum: Int)
  /// A number with a zero in front, which is octal to YAML 1.1, and what it comes to.
  case octalNumber(String, Int)
  case badHost(String)
  /// A host name without its final dot. OctoDNS 1.16.0 refuses it; 1.22.0 does only where it is told to, and else passes it on to
  /// the service as it is.
  case noFinalDot(String)
  /// A text that is a number, a truth value or nothing to YAML.
  case unquotedText(String)
  case textNotASCII
  /// A semicolon that is not written as the others of the zone are.
  case semicolon
  /// What is in another file.
  case included(String)

  var effect: ZoneFileError.Reason.Effect {
    switch self {
    case .repeatedOrigin, .unquotedName, .repeatedKey, .noFinalDot, .octalNumber, .numberOutOfRange: .lost
    case .unknownKey: .unread
    case .partOfZone, .included: .unfollowed
    default: .refused
    }
  }
}
