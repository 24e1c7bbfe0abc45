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
    text.replacing("%", with: "%25").replacing("\r\n", with: "%0D%0A").replacing("\r", with: "%0D")
      .replacing("\n", with: "%0A")
  }

  static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
