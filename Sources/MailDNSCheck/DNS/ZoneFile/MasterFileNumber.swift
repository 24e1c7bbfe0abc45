/// Numbers of master files.
enum MasterFileNumber {
  /// A TTL has 31 bits (RFC 2181 §8).
  static let maximumTimeToLive = UInt32(Int32.max)

  /// Decimal digits only; nil for anything else and for more than 32 bits.
  static func decimal(_ text: some Collection<UInt8>) -> UInt32? {
    guard !text.isEmpty else { return nil }
    var value: UInt32 = 0
    for octet in text {
      guard let digit = octet.decimalDigit, let next = value.appending(digit) else { return nil }
      value = next
    }
    return value
  }

  /// Seconds, as a plain number or with BIND's units of weeks, days, hours, minutes and seconds: `1h30m`, `2W`.
  static func seconds(_ text: some Collection<UInt8>) -> UInt32? {
    if let seconds = decimal(text) { return seconds }
    var total: UInt32 = 0
    var number: UInt32?
    for octet in text {
      if let digit = octet.decimalDigit {
        guard let next = (number ?? 0).appending(digit) else { return nil }
        number = next
      } else {
        guard let count = number, let unit = unit(octet) else { return nil }
        let (product, overflow) = count.multipliedReportingOverflow(by: unit)
        let (sum, carry) = total.addingReportingOverflow(product)
        guard !overflow, !carry else { return nil }
        total = sum
        number = nil
      }
    }
    return number == nil && !text.isEmpty ? total : nil
  }

  private static func unit(_ letter: UInt8) -> UInt32? {
    switch letter.asciiLowercased {
    case UInt8(ascii: "s"): 1
    case UInt8(ascii: "m"): 60
    case UInt8(ascii: "h"): 3600
    case UInt8(ascii: "d"): 86_400
    case UInt8(ascii: "w"): 604_800
    default: nil
    }
  }
}

extension UInt32 {
  /// The number with one more decimal digit; nil beyond 32 bits.
  fileprivate func appending(_ digit: Int) -> UInt32? {
    let (product, overflow) = multipliedReportingOverflow(by: 10)
    let (sum, carry) = product.addingReportingOverflow(UInt32(digit))
    return overflow || carry ? nil : sum
  }
}
