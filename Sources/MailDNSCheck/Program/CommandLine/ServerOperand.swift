/// A DNS server as it is named on the command line: by its address, or by a name that is looked up first.
enum ServerOperand: Hashable, Sendable {
  case address(ServerAddress)
  /// The port is nil where none was given.
  case name(DomainName, port: UInt16?)

  /// `192.0.2.1`, `[2001:db8::1]:5353`, `dns.example`, `dns.example:5353`, `dns.example#5353`; a leading `@` as dig has it.
  init?(_ text: String) {
    if let address = ServerAddress(text) {
      self = .address(address)
      return
    }
    var rest = Substring(text)
    if rest.first == "@" { rest.removeFirst() }
    var port: UInt16?
    if let mark = rest.lastIndex(where: { $0 == ":" || $0 == "#" }) {
      let digits = rest[rest.index(after: mark)...]
      guard digits.utf8.allSatisfy(\.isDigit), let number = UInt16(digits), number > 0 else { return nil }
      port = number
      rest = rest[..<mark]
    }
    // What is all digits and dots was meant as an address.
    guard rest.utf8.contains(where: \.isLetter),
      rest.utf8.allSatisfy({ $0.isLetterDigitHyphen || $0 == UInt8(ascii: ".") }),
      let name = DomainName(String(rest)), !name.isRoot
    else { return nil }
    self = .name(name, port: port)
  }
}
