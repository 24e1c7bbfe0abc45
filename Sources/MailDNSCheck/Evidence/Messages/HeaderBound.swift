/// What of a header was so large that the rest was not read.
enum HeaderBound: CaseIterable, Sendable {
  case octets
  case lines
  case fields
  case fieldLength
  case stations

  var wording: Wording {
    switch self {
    case .octets:
      let size = MailboxSplitter.maximumHeader >> 20
      return Wording("\(size) MiB", "\(size) MiB")
    case .lines:
      let count = HeaderLines.maximumLines.grouped
      return Wording("\(count) lines", "\(count)行")
    case .fields:
      let count = HeaderSection.maximumFields.grouped
      return Wording("\(count) fields", "\(count)フィールド")
    case .fieldLength:
      let size = HeaderField.maximumLength >> 10
      return Wording("\(size) KiB in one field", "1フィールドあたり\(size) KiB")
    case .stations:
      let count = MailTrail.maximumHops.grouped
      return Wording("\(count) stations", "経由\(count)ホスト")
    }
  }
}
