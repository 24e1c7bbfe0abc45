/// What a domain wants of those who send it mail: TLS, with a certificate for one of these hosts (RFC 8461 §3.2).
struct MTASTSPolicy: Hashable, Sendable {
  let mode: Mode
  /// Seconds for which senders may keep the policy.
  let maximumAge: UInt32
  /// In the order of the policy; may be empty in mode `none` only.
  let patterns: [MXPattern]
  /// Lines without anything, from 1: the grammar has none, and most senders pass over them.
  let emptyLines: [Int]

  enum Mode: String, CaseIterable, Hashable, Sendable {
    /// Mail is not delivered to a host that fails.
    case enforce
    /// Failures are reported, and the mail is delivered.
    case testing
    /// There is no policy, any more.
    case none
  }

  /// Octets of a policy that senders read at least; a larger one may be cut off, or refused (§3.3).
  static let maximumSize = 65_536
  /// Seconds: a year and a day's quarter.
  static let longestAge: UInt32 = 31_557_600
}

/// Hosts that a policy allows: one by its name, or all whose names have one label more (§3.2, §4.1).
struct MXPattern: Hashable, Sendable {
  let isWildcard: Bool
  /// Without the `*`.
  let name: DomainName

  func matches(_ host: DomainName) -> Bool { isWildcard ? host.parent == name && !host.isRoot : host == name }

  /// Nil where `text` is no host name of letters, digits and hyphens, with or without `*.` in front.
  init?(_ text: ArraySlice<UInt8>) {
    isWildcard = text.starts(with: "*.".utf8)
    let host = isWildcard ? text.dropFirst(2) : text
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.allSatisfy({ $0.isHostLabel() }), let name = try? DomainName(presentation: host) else {
      return nil
    }
    self.name = name
  }
}

extension MXPattern: CustomStringConvertible {
  /// Safe to show: letters, digits, hyphens and dots, and a `*`.
  var description: String { (isWildcard ? "*." : "") + name.description }
}

/// Why senders can't use a policy, and on which line of it.
struct MTASTSPolicyError: Error, Hashable, Sendable {
  let reason: Reason
  /// From 1; nil for what is missing.
  var line: Int?

  enum Reason: Hashable, Sendable {
    case tooLarge
    case empty
    /// No `key: value`; the text of the line.
    case noKey([UInt8])
    /// A value with control characters.
    case badValue(key: String)
    case missing(key: String)
    case badVersion([UInt8])
    case badMode([UInt8])
    case badMaximumAge([UInt8])
    case badPattern([UInt8])
    /// No `mx` in another mode than `none`.
    case noPattern
  }
}
