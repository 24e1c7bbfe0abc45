/// The text format of Prometheus, version 0.0.4, as node_exporter's textfile collector reads it.
enum PrometheusText {
  /// `# HELP` and `# TYPE` of a gauge, then its samples; empty where there is none.
  static func gauge(_ name: String, _ help: String, _ samples: [Sample]) -> String {
    guard !samples.isEmpty else { return "" }
    return "# HELP \(name) \(escaped(help))\n# TYPE \(name) gauge\n"
      + samples.map { sample in
        let labels = sample.labels.map { "\($0)=\"\(label($1))\"" }.joined(separator: ",")
        return "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(sample.value)\n"
      }.joined()
  }

  struct Sample: Sendable {
    let labels: KeyValuePairs<String, String>
    /// A number as Go reads it.
    let value: String
  }

  /// The value of a label, without its quotation marks.
  static func label(_ text: String) -> String { escaped(text).escapingScalars { $0 == "\"" ? "\\\"" : nil } }

  private static func escaped(_ text: String) -> String {
    text.escapingScalars { $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : nil }
  }
}
