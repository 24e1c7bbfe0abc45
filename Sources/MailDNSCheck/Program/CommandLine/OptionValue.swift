/// Reads the value of one option as its row of the table says.
struct OptionValue {
  let token: ArgumentTokens.Option
  let row: OptionSpecification

  /// The path; a lone `-` is nil, standard input or output.
  func file() throws(UsageError) -> String? {
    guard !token.value.isEmpty else { throw bad(.emptyFileName) }
    return token.value == "-" ? nil : token.value
  }

  /// The path of a file that is read and written: no stream, which `-` is.
  func regularPath() throws(UsageError) -> String {
    guard token.value != "-" else { throw bad(.noStream) }
    return try path()
  }

  func path() throws(UsageError) -> String {
    guard !token.value.isEmpty else { throw bad(.emptyFileName) }
    return token.value
  }

  func choice<Value: RawRepresentable<String>>(of type: Value.Type) throws(UsageError) -> Value {
    guard row.choices.contains(token.value), let value = Value(rawValue: token.value) else {
      let suggestion = NearestWord.nearest(to: token.value, among: row.choices)
      throw bad(.notOneOf(row.choices, suggestion: suggestion))
    }
    return value
  }

  func integer() throws(UsageError) -> Int {
    guard case .value(_, .integer(let range)) = row.argument else { return 0 }
    guard !token.value.isEmpty, token.value.utf8.allSatisfy(\.isDigit), let number = Int(token.value),
      range.contains(number)
    else { throw bad(.notInteger(range)) }
    return number
  }

  func seconds() throws(UsageError) -> Duration {
    guard case .value(_, .seconds(let maximum)) = row.argument else { return .zero }
    guard let duration = Duration(decimalSeconds: token.value), duration > .zero,
      duration <= .seconds(maximum)
    else { throw bad(.notSeconds(maximum: maximum)) }
    return duration
  }

  func server() throws(UsageError) -> ServerAddress {
    guard let address = ServerAddress(token.value) else { throw bad(.notServer) }
    return address
  }

  func serverOrName() throws(UsageError) -> ServerOperand {
    guard let server = ServerOperand(token.value) else { throw bad(.notServerOrName) }
    return server
  }

  func recordType() throws(UsageError) -> RecordType {
    guard let type = RecordType(token.value) else {
      throw .unknownType(token.value, suggestion: LookupOperands.nearestType(to: token.value))
    }
    return type
  }

  func column() throws(UsageError) -> ListColumn {
    guard let column = ListColumn(token.value) else { throw bad(.notColumn) }
    return column
  }

  func address() throws(UsageError) -> IPAddress {
    guard let address = IPAddress(token.value) else { throw bad(.notAddress) }
    return address
  }

  func blocklist() throws(UsageError) -> Blocklist {
    guard let zone = DomainName(token.value), let list = Blocklist(zone: zone) else {
      throw bad(.notBlocklist)
    }
    return list
  }

  func selector() throws(UsageError) -> DKIMSelector {
    guard let selector = DKIMSelector(token.value) else { throw bad(.notSelector) }
    return selector
  }

  func exclusion() throws(UsageError) -> RecipientExclusion {
    guard let exclusion = RecipientExclusion(token.value) else { throw bad(.notExclusion) }
    return exclusion
  }

  func range() throws(UsageError) -> ThresholdRange {
    do throws(ThresholdRangeError) { return try ThresholdRange(parsing: token.value) } catch {
      throw bad(.notRange(error))
    }
  }

  func state() throws(UsageError) -> ExitStatus {
    guard let state = ExitStatus(parsing: token.value) else { throw bad(.notState) }
    return state
  }

  func timeLimit() throws(UsageError) -> TimeLimit {
    guard let limit = TimeLimit(parsing: token.value) else {
      throw bad(.notTimeLimit(maximum: TimeLimit.maximum))
    }
    return limit
  }

  private func bad(_ problem: UsageError.Problem) -> UsageError {
    .badValue(option: token.spelling, value: token.value, problem)
  }
}

extension Duration {
  /// A decimal number of seconds, digits with or without a fraction: `5`, `0.3`, `.3`; nil for anything else.
  /// What is below a nanosecond is cut off.
  init?(decimalSeconds text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy(\.isDigit) }), let whole = parts.first
    else { return nil }
    let fraction = parts.count == 2 ? parts[1].prefix(9) : "".utf8[...]
    let digits = fraction.reduce(0) { $0 * 10 + Int64($1.decimalDigit ?? 0) }
    let nanoseconds = (fraction.count..<9).reduce(digits) { value, _ in value * 10 }
    guard let seconds = Int64(whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self)) else {
      return nil
    }
    self = .seconds(seconds) + .nanoseconds(nanoseconds)
  }
}
