extension BinaryInteger {
  /// The number as people read it, with a comma before every three digits: `360,576`. For counts in texts, never for what a
  /// program reads or a person types in again.
  var grouped: String {
    let digits = Array(magnitude.description)
    var text = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// The number with the English word for what it counts: `1 row`, `2 rows`.
  func counting(_ one: String, _ many: String) -> String { "\(grouped) \(self == 1 ? one : many)" }
}
