/// Where a DNS message departs from RFC 1035 §4.
enum MalformedMessage: Error, Hashable, Sendable {
  /// The message ends inside its header or before its last record, or counts and content disagree.
  case sections
  /// Over TCP, too, the message is marked as cut short (TC): a part, and no answer.
  case truncated
  /// It came over the connection of a query, and has another id than that (RFC 7766 §7).
  case foreignID
  /// It came over the connection of a query, and answers another question than that, or none.
  case foreignQuestion
  /// A record of this type has data that does not fit the type.
  case recordData(RecordType)
  /// The answer holds records, but none of class IN.
  case recordClass
  /// The answer holds records, but none that belongs to the question.
  case unrelatedRecords
}
