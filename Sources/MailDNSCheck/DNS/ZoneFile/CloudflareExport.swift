/// The zone file that Cloudflare's dashboard exports, known by the comments that it begins with.
enum CloudflareExport {
  /// The TTL that stands for "automatic", and what that is
  /// (https://developers.cloudflare.com/dns/manage-dns-records/reference/ttl/).
  static let automatic: UInt32 = 1
  static let automaticSeconds: UInt32 = 300

  /// The domain that the comments name; nil where the octets are something else.
  static func domain(of octets: UnsafeRawBufferPointer) -> DomainName? {
    guard octets.starts(with: Array(";;".utf8)) else { return nil }
    let lines = octets.prefix(4096).split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self) }
    let label = ";; Domain:"
    guard let line = lines.first(where: { $0.hasPrefix(label) }),
      lines.contains(where: { $0.hasPrefix(";; SOA Record") || $0.hasPrefix(";; Exported:") })
    else { return nil }
    let name = Array(line.utf8.dropFirst(label.utf8.count)).trimmingWhitespace
    return DomainName(String(decoding: name, as: UTF8.self))
  }
}

extension ZoneIndexBuilder {
  /// Such a file says its origin in a comment, its own name without the final dot, and 1 for an automatic TTL.
  mutating func expectExport(of domain: DomainName) {
    reader.isCloudflareExport = true
    if reader.origin == nil { setOrigin(domain) }
  }

  /// Whether the TTL stands for another one.
  func isAutomatic(_ timeToLive: UInt32) -> Bool {
    reader.isCloudflareExport && timeToLive == CloudflareExport.automatic
  }

  /// The TTL of a record; where it is automatic, that is told once.
  mutating func timeToLive(
    of record: ZoneRecord, _ octets: [UInt8], _ line: Int, _ source: Int
  ) -> UInt32 {
    guard isAutomatic(record.record.timeToLive) else { return record.record.timeToLive }
    if !saidAutomatic {
      saidAutomatic = true
      note(
        ZoneFileError.Fault(
          .automaticTimeToLive(CloudflareExport.automaticSeconds), at: record.position), source, octets, line,
        nil)
    }
    return CloudflareExport.automaticSeconds
  }
}
