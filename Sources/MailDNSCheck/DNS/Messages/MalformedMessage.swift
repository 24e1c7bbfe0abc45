/// Where a DNS message departs from RFC 1035 §4.
enum MalformedMessage: Error, Hashable, Sendable {
  /// The message ends inside its header or before its last record, or counts and content disagree.
  case sections
  /// A record of this type has data that does not fit the type.
  case recordData(RecordType)
  /// The answer holds records, but none of class IN.
  case recordClass
  /// The answer holds records, but none that belongs to the question.
  case unrelatedRecords
}
