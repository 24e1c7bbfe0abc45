/// A program that receives mail or looks at records, in the version that was measured (docs/receivers.md).
struct Receiver: Hashable, Sendable {
  let name: String
  let version: String
  /// Whether mail servers that many people's mail goes through run it; others are checkers, tools and rare programs.
  let isInWideUse: Bool
}

/// What one program makes of what is published.
struct ReceiverReading<Result> {
  let receiver: Receiver
  let result: Result
}

extension ReceiverReading: Equatable where Result: Equatable {}
extension ReceiverReading: Hashable where Result: Hashable {}
extension ReceiverReading: Sendable where Result: Sendable {}

/// What a program can make of a record, as reports name it.
protocol ReceiverResult: Hashable, RawRepresentable, Sendable where RawValue == String {}

/// Where a program ends up: in a policy, or in no DMARC processing.
enum DMARCReceiverResult: String, ReceiverResult {
  case reject
  case quarantine
  case none
  /// It sees no record or a bad one, stops with an error, or applies nothing.
  case ignored
}

/// What a program makes of a good signature by a key.
enum DKIMReceiverResult: String, ReceiverResult {
  case pass
  case fail
}

extension SPFResult: ReceiverResult {}
