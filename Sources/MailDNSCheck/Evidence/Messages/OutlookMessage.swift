/// The headers in a message of Outlook's (`.msg`, MS-OXMSG): the property PidTagTransportMessageHeaders (0x007D), as a
/// stream in UTF-16 (001F) or in octets (001E).
enum OutlookMessage {
  /// Nil where the file is no compound file.
  static func header(_ octets: [UInt8]) -> [UInt8]? {
    guard let file = CompoundFile(octets) else { return nil }
    // At the top alone: those below belong to attached messages.
    let streams = file.children(of: 0).map(\.entry).filter { $0.kind == .stream }
    func contents(_ name: String) -> [UInt8]? {
      streams.first { $0.name.asciiLowercased == name }.map(file.contents)
    }
    if let text = contents("__substg1.0_007d001f").flatMap({ CharacterEncoding.utf16LittleEndian.decode($0) }
    ),
      !text.isEmpty
    {
      return Array(text.utf8)
    }
    return contents("__substg1.0_007d001e") ?? []
  }
}
