import Glibc

extension Failure {
  /// Whether this is the failure to report where several servers failed in different ways: what a server said tells
  /// more than what it did not, and silence more than a network that refused.
  func tellsMore(than other: Failure) -> Bool { telling >= other.telling }

  /// The same with all servers of `codes` that failed with the same response code.
  func shared(by codes: [ServerAddress: ResponseCode]) -> Failure {
    guard case .responseCode(let code) = kind, codes.count > 1 else { return self }
    var failure = self
    failure.refusers = codes.filter { $0.value == code }.keys.sorted { $0.description < $1.description }
    return failure
  }

  /// Whether nothing came.
  var isSilence: Bool { if case .timedOut = kind { true } else { false } }

  /// Whether the server may have had too many connections: it has closed one, or broken it off.
  var isCrowding: Bool {
    switch kind {
    case .closed, .network(errno: ECONNRESET), .truncated(.closed), .truncated(.network(errno: ECONNRESET)):
      true
    default: false
    }
  }

  private var telling: Int {
    switch kind {
    case .responseCode: 4
    case .malformed, .truncated, .withheld, .referral, .aliasChain, .unusableName: 3
    // Silence to the end of the run is the deadline's doing, whatever timed out before.
    case .deadline, .timedOut: 2
    case .network, .closed: 1
    case .cancelled, .offline, .noServer, .tooMuch, .questionLimit, .unreadableLine, .unreadZonePart,
      .serviceRecord,
      .zoneFileChanged:
      0
    }
  }
}
