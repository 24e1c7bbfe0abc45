/// By what a report is known without being read: 24 octets a domain.
struct ReportMark: BitwiseCopyable, Sendable {
  /// The hash of the domain's name.
  let name: UInt64
  /// The hash of all that may be a change, as it is written. Where two are equal, nothing has changed; where they are not, the
  /// reports are to be read.
  let text: UInt64
  /// Where in the file the report begins.
  let offset: Int

  enum Reading {
    case report(ReportMark)
    /// A line of the list that is no domain.
    case noDomain
    case noReport
  }

  /// Keys whose values differ from run to run, and say nothing of the domain.
  private static let volatile = ["checkedAt", "queries", "seconds", "schema", "unicode", "status"].map {
    Array($0.utf8)
  }
  private static let domain = Array("domain".utf8)
  private static let changes = Array("changes".utf8)
  private static let nothingUnseen = Array("\"unseen\":[]".utf8)

  /// Goes behind the object under the scanner.
  static func read(
    _ scanner: inout JSONScanner, at offset: Int, _ hash: OctetHash
  ) throws(JSONScanner.Fault) -> Reading {
    var name: UInt64?
    var hasName = false
    var text: UInt64 = 0
    let isObject = try scanner.rawObject { scanner, key throws(JSONScanner.Fault) in
      if key.elementsEqual(domain) {
        hasName = true
        name = try scanner.text().map { Self.name($0, hash) }
      } else if volatile.contains(where: { key.elementsEqual($0) }) {
        try scanner.skip()
      } else if key.elementsEqual(changes) {
        // Of what had changed by then, only counts what was handed on as seen before.
        let value = try scanner.rawValue()
        if !value.contains(nothingUnseen) { text &+= hash.join(hash(key), hash(value)) }
      } else {
        // The order of the members is nothing to go by.
        text &+= hash.join(hash(key), hash(try scanner.rawValue()))
      }
    }
    guard isObject else { return .noReport }
    guard hasName else { return .noReport }
    guard let name else { return .noDomain }
    return .report(ReportMark(name: name, text: text, offset: offset))
  }

  /// The hash of a name as it is compared.
  static func name(_ name: String, _ hash: OctetHash) -> UInt64 {
    Array(name.comparableName.utf8).withUnsafeBytes { hash($0) }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether `octets` are somewhere in it.
  fileprivate func contains(_ octets: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: octets) }
  }
}
