/// Workflow commands of GitHub Actions, as its runner reads them: `::error file=f,line=1,title=t::message`.
enum GitHubText {
  static func command(
    _ name: String, _ properties: KeyValuePairs<String, String?>, _ message: String
  ) -> String {
    let properties = properties.compactMap { name, value in value.map { "\(name)=\(property($0))" } }
    return "::\(name) \(properties.joined(separator: ","))::\(data(message))\n"
  }

  /// The runner undoes these and nothing else.
  static func data(_ text: String) -> String {
    text.escapingScalars { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: nil
      }
    }
  }

  static func property(_ text: String) -> String {
    data(text).escapingScalars { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : nil }
  }
}
