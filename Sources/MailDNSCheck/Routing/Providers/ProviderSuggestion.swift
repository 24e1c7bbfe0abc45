/// An entry of a provider file for MX hosts of nobody known, for people to complete.
struct ProviderSuggestion: Hashable, Sendable {
  /// The end of their names that the owner's other hosts probably share.
  let suffix: DomainName

  /// By the public suffix list, where there is one that can tell.
  init(host: DomainName, publicSuffixes: PublicSuffixList? = nil) {
    switch publicSuffixes?.organization(of: host) {
    case .domain(let owner): suffix = owner
    case .publicSuffix: suffix = host
    case .undetermined, nil:
      let parent = host.parent ?? host
      suffix = parent.labelCount < 2 || parent.mayBePublic ? host : parent
    }
  }

  /// Whether an entry for it would be of use to `domain`: not for what is no name on the Internet, nor for the domain's own.
  func isUseful(to domain: DomainName) -> Bool {
    guard suffix.labelCount > 1, let last = suffix.canonicalLabels.last else { return false }
    let isLocal = ["localhost", "localdomain", "local", "internal", "lan", "invalid"].contains {
      last.elementsEqual($0.utf8)
    }
    return !isLocal && !domain.isAtOrBelow(suffix)
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
