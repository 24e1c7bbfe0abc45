/// What is asked of DNS: the records of one type at one absolute name, in class IN (RFC 1035 §4.1.2).
struct Question: Hashable, Sendable {
  let name: DomainName
  let type: RecordType

  init(_ name: DomainName, _ type: RecordType) {
    self.name = name
    self.type = type
  }
}

extension Question: CustomStringConvertible {
  var description: String { "\(name) \(type)" }
}
