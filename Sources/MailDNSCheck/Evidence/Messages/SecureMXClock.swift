/// The second clock of SecureMX: its queue ids and its `X-Iguazu-QSIG` fields say when, too, in UTC.
enum SecureMXClock {
  /// The time in a queue id of sendmail's form, such as `6AI23oAA274020`: the first six characters are year (since 1900,
  /// modulo 60), month from 0, day, hour, minute and second, in base 60; two of sequence and the process's number follow.
  /// Nil for ids of another form, as Postfix has them on the relay's hosts.
  static func time(ofQueueID id: String) -> MailTime? {
    let octets = Array(id.utf8)
    guard (13...15).contains(octets.count), octets.dropFirst(8).allSatisfy(\.isDigit) else { return nil }
    let digits = octets.prefix(8).compactMap(digit)
    guard digits.count == 8 else { return nil }
    // The cycle of sixty years that began in 1960 ended in 2019: 2020 to 2079.
    return MailTime(
      year: 2020 + digits[0], month: digits[1] + 1, day: digits[2], hour: digits[3], minute: digits[4],
      second: Double(digits[5]))
  }

  /// `0-9A-Za-x`.
  private static func digit(_ octet: UInt8) -> Int? {
    if let digit = octet.decimalDigit { return digit }
    if octet.isUpperCaseLetter { return Int(octet - UInt8(ascii: "A")) + 10 }
    guard octet.isLetter, octet <= UInt8(ascii: "x") else { return nil }
    return Int(octet - UInt8(ascii: "a")) + 36
  }

  /// The `t=` of an `X-Iguazu-QSIG` field: `v=2; s=0; t=1794967430; q=…; m=…`.
  static func time(ofSignature value: [UInt8]) -> MailTime? {
    let tag = value.prefix(1024).split(separator: UInt8(ascii: ";")).lazy.map(\.trimmingWhitespace)
      .first { $0.starts(with: "t=".utf8) }
    guard let digits = tag?.dropFirst(2), (1...10).contains(digits.count), digits.allSatisfy(\.isDigit),
      let seconds = Double(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return MailTime(seconds: seconds)
  }
}
