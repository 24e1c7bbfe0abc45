extension SPFRecord {
  private static let recent = Guarded(RecentValues<[UInt8], SPFRecord>(limit: 256))
  /// Octets: no longer text is kept.
  private static let longestShared = 512

  /// The record in `text`, taken apart once for all domains of a list that publish the same.
  static func shared(_ text: [UInt8]) throws(SPFSyntaxErrors) -> SPFRecord {
    guard text.count <= longestShared else { return try SPFRecord(parsing: text) }
    if let record = recent.withLock({ $0[text] }) { return record }
    let record = try SPFRecord(parsing: text)
    recent.withLock { $0.insert(record, for: text) }
    return record
  }
}
