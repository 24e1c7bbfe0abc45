extension RecordData.SignatureTime {
  /// The time that `text` spells: 14 digits as in its description, or other digits for the seconds themselves (RFC 4034 §3.2).
  init?(_ text: some Collection<UInt8>) {
    guard text.count == 14, text.allSatisfy(\.isDigit) else {
      guard let seconds = MasterFileNumber.decimal(text) else { return nil }
      self.init(seconds: seconds)
      return
    }
    let digits = Array(text)
    let date = [digits[0..<4], digits[4..<6], digits[6..<8]].map { String(decoding: $0, as: UTF8.self) }
    let clock = [8, 10, 12].compactMap { MasterFileNumber.decimal(digits[$0..<($0 + 2)]).map(Int.init) }
    guard let day = CalendarDate(date.joined(separator: "-")), clock.count == 3, clock[0] < 24,
      clock[1] < 60,
      clock[2] < 60,
      let seconds = UInt32(
        exactly: day.dayNumber * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2])
    else { return nil }
    self.init(seconds: seconds)
  }
}
