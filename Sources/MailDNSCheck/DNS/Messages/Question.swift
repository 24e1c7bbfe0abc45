/// What is asked of DNS: the records of one type at one absolute name, in class IN (RFC 1035 §4.1.2).
struct Question: Hashable, Sendable {
  let name: DomainName
  let type: RecordType
  let checking: Checking

  /// What a resolver that validates is to make of the answer (RFC 4035 §3.2).
  enum Checking: Hashable, Sendable {
    /// An answer that does not validate is refused; the signatures stay with the resolver.
    case enabled
    /// The answer comes as it is, validated or not, with the signatures that belong to it (CD and DO).
    case disabled
  }

  init(_ name: DomainName, _ type: RecordType, checking: Checking = .enabled) {
    self.name = name
    self.type = type
    self.checking = checking
  }
}

extension Question {
  /// What dictionaries and sets ask for: the name has a hash already, so that none has to be made of the whole.
  func _rawHashValue(seed: Int) -> Int {
    name.tableHash(seed: seed, detail: UInt64(type.rawValue) << 1 | (checking == .disabled ? 1 : 0))
  }
}

extension Question: CustomStringConvertible {
  /// `example.jp MX`; with the options of dig where checking is disabled: `example.jp MX +dnssec +cd`.
  var description: String { "\(name) \(type)" + (checking == .disabled ? " +dnssec +cd" : "") }
}
