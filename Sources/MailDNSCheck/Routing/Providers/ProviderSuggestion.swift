/// An entry of a provider file for an MX host of nobody known, for people to complete.
struct ProviderSuggestion {
  /// The end of the host's name that the provider's other hosts probably share.
  let suffix: DomainName

  init(host: DomainName) {
    let parent = host.parent ?? host
    suffix = parent.labelCount < 2 || parent.mayBePublic ? host : parent
  }

  /// The entry for a host whose name is `text`; the text itself where that is no name.
  static func entry(forHost text: String) -> String {
    DomainName(text).map { ProviderSuggestion(host: $0).text } ?? text
  }

  /// One line of JSON.
  var text: String {
    let name = suffix.description.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "{ \"id\": \"\(id)\", \"name\": \"\(name)\", \"kinds\": [\"mailbox\"], \"mx\": [\"\(name)\"] }"
  }

  private var id: Provider.ID {
    let hyphen = UInt8(ascii: "-")
    let octets = suffix.description.utf8.map { $0.isLetterDigitHyphen ? $0.asciiLowercased : hyphen }
    let words = octets.split(separator: hyphen).map { String(decoding: $0, as: UTF8.self) }
    return Provider.ID(words.joined(separator: "-")) ?? .unnamed
  }
}

extension DomainName {
  /// Whether anybody may register names below it, as below `co.jp`: rather too few hosts than those of strangers.
  fileprivate var mayBePublic: Bool {
    let labels = labels
    guard labels.count == 2, let last = labels.last, let first = labels.first else { return false }
    return last.count == 2 && first.count <= 3
  }
}
