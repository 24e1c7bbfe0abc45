/// The tree of an SPF record's includes and redirects, drawn with lines: what each costs, and what is wrong with it.
struct SPFTreeText {
  let tree: SPFTree
  let language: Language

  var lines: [String] {
    let root = tree.root
    let title = "\(root.name.map(\.description) ?? "")  \(Wording.lookupCount(root.lookups)[language])"
    let rest = root.count < SPFTreeNode.maximumNodes ? [] : [Wording.restLeftOut[language]]
    return [title] + branches(of: root, lead: "") + rest
  }

  private func branches(of node: SPFTreeNode, lead: String) -> [String] {
    node.children.enumerated().flatMap { index, child -> [String] in
      let isLast = index == node.children.count - 1
      let line = lead + (isLast ? "└─ " : "├─ ") + text(of: child)
      return [line] + branches(of: child, lead: lead + (isLast ? "   " : "│  "))
    }
  }

  private func text(of node: SPFTreeNode) -> String {
    var text = "\(node.term ?? "")  \(node.lookups)"
    let remarks = [node.state.remark, Wording.voidLookup(for: node.voidFor)].compactMap { $0?[language] }
    if !remarks.isEmpty { text += "  (\(remarks.joined(separator: Wording.listSeparator[language])))" }
    return text
  }
}
