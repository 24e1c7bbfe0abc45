/// One value of the performance data: `'label'=value[UOM];warn;crit;min;max`.
struct PerformanceDatum: Hashable, Sendable {
  /// Unit of measurement.
  enum Unit: String, Sendable {
    case none = ""
    case seconds = "s"
  }

  /// The first 19 characters tell it from the others: round-robin databases keep no more.
  let label: String
  /// A decimal number; nil where there is no value.
  let value: String?
  var unit = Unit.none
  var warning: ThresholdRange?
  var critical: ThresholdRange?
  var minimum: Int?
  var maximum: Int?

  static let distinctLength = 19
}

extension PerformanceDatum: CustomStringConvertible {
  var description: String {
    var fields = [
      value.map { $0 + unit.rawValue } ?? "U", warning?.description ?? "", critical?.description ?? "",
      minimum.map(String.init) ?? "", maximum.map(String.init) ?? "",
    ]
    while fields.last?.isEmpty == true { fields.removeLast() }
    return "\(quotedLabel)=\(fields.joined(separator: ";"))"
  }

  /// In single quotes, a quote within doubled. The equals sign would end a label, and the bar the data: neither may be in
  /// one, nor what cannot be seen.
  private var quotedLabel: String {
    let label = VisibleText(label).description.escapingScalars { scalar in
      switch scalar {
      case "=", "|": "_"
      case "'": "''"
      default: nil
      }
    }
    return "'\(label)'"
  }
}
