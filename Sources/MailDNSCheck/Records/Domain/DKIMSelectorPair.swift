/// Two selectors that a signer uses in turn: it signs with one of them until it changes to the other, and the one that is
/// not in use may have no key, for months.
struct DKIMSelectorPair: Hashable, Sendable {
  let first: String
  let second: String

  /// Microsoft has a key at the selector in use; at the other one only from the first rotation on.
  static let office365 = DKIMSelectorPair(first: "selector1", second: "selector2")
  /// IIJ SecureMX changes from one to the other every few months.
  static let secureMX = DKIMSelectorPair(first: "key1.smx", second: "key2.smx")

  var names: [String] { [first, second] }

  /// The selector that is used in turn with `selector`, both in lower case; nil for one of no known pair. Those of a domain
  /// that Microsoft itself gave, `selector1-<token>`, are a pair as well.
  static func other(of selector: String) -> String? {
    for pair in [office365, secureMX] {
      if selector == pair.first { return pair.second }
      if selector == pair.second { return pair.first }
    }
    for (name, other) in [(office365.first, office365.second), (office365.second, office365.first)]
    where selector.hasPrefix(name + "-") {
      return other + selector.dropFirst(name.utf8.count)
    }
    return nil
  }
}
