@testable import MailDNSCheck

/// A domain of the soak. Its name says what happens to it, so that the server needs no list.
struct SoakDomain: Hashable, Sendable {
  let number: Int
  let fault: Fault
  let target: Target

  /// The questions about the domain that the fault is committed at.
  enum Target: Hashable, Sendable {
    case nothing, everything
    case only(QueryKind)
  }

  /// Those that a server can show which is asked by everybody: it either listens over TCP or does not.
  static let faults = Fault.allCases.filter { $0 != .refusedTCP }

  /// The `number`th domain while `fault` is in turn. Half of them have a question that meets it, a few have no other ones: a
  /// server that fails a quarter of what it is asked would get few questions at a time. Of faults that take the server's time one
  /// in sixteen has: else it would be too busy to answer the others.
  init(number: Int, fault: Fault) {
    self.number = number
    self.fault = fault
    let period = fault.takesServerTime ? 16 : 2
    target =
      switch number % 128 {
      case 0: .everything
      case let rest where rest % period == 0:
        .only(QueryKind.allCases[number / period % QueryKind.allCases.count])
      default: .nothing
      }
  }

  private static let parent = ".soak.example"

  var name: String {
    "n\(number)-\(Fault.allCases.firstIndex(of: fault) ?? 0)" + Self.parent
  }

  /// The domain that `name` is, or lies below, and what is below it.
  static func reading(_ name: String) -> (domain: SoakDomain, prefix: Substring)? {
    guard name.hasSuffix(parent) else { return nil }
    let rest = name.dropLast(parent.count)
    let label = rest.split(separator: ".").last ?? ""
    let numbers = label.dropFirst().split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 2, Fault.allCases.indices.contains(numbers[1]) else { return nil }
    let domain = SoakDomain(number: numbers[0], fault: Fault.allCases[numbers[1]])
    return (domain, rest.dropLast(label.count).dropLast())
  }
}

extension SoakDomain {
  /// Whether the fault is committed at a question of `type` about the name that `prefix` makes of the domain.
  func isHit(_ prefix: Substring, _ type: RecordType) -> Bool {
    switch target {
    case .nothing: return false
    case .everything: return true
    case .only(let kind):
      let place: (Substring, RecordType) =
        switch kind {
        case .mx: ("", .mx)
        case .text: ("", .txt)
        case .include: ("spf", .txt)
        case .dmarc: ("_dmarc", .txt)
        case .selector: ("selector1._domainkey", .txt)
        case .address: ("mx", .a)
        }
      return place == (prefix, type)
    }
  }

  /// What the name that `prefix` makes of the domain has of `type`: a domain of which nothing is to be complained.
  func records(_ prefix: Substring, _ type: RecordType) -> [Reply.Record] {
    let owner = prefix.isEmpty ? name : "\(prefix).\(name)"
    return switch (prefix, type) {
    case ("", .mx): [.mx(owner, 10, "mx.\(name)")]
    case ("", .txt): [.txt(owner, "v=spf1 include:spf.\(name) -all")]
    case ("spf", .txt): [.txt(owner, "v=spf1 ip4:210.130.202.128/25 -all")]
    case ("_dmarc", .txt): [.txt(owner, "v=DMARC1; p=reject; rua=mailto:dmarc@\(name)")]
    case ("selector1._domainkey", .txt):
      [.txt(owner, "v=DKIM1; k=rsa; p=" + Self.key.prefix(200), String(Self.key.dropFirst(200)))]
    case ("mx", .a): [.a(owner, "210.130.202.97")]
    default: []
    }
  }

  private static let key = KeyFixtures.spki2048

  /// Whether there is something at the name, or below it.
  static func exists(_ prefix: Substring) -> Bool {
    ["", "spf", "_dmarc", "_domainkey", "selector1._domainkey", "mx"].contains(prefix)
  }
}

extension Fault {
  /// Whether an answer of its kind takes milliseconds to make.
  fileprivate var takesServerTime: Bool {
    switch self {
    case .largest, .manyExchanges, .manyStrings: true
    default: false
    }
  }
}
