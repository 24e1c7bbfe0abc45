/// An SPF record and, behind a newline, the sender that its macros are about.
enum SPFTarget {
  static func run(_ octets: [UInt8]) {
    let parts = octets.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let text = Array(parts[0])
    let sender = String(decoding: parts.count > 1 ? Array(parts[1]) : [], as: UTF8.self)
    let expanders = ["192.0.2.1", "2001:db8::1"].compactMap { address in
      IPAddress(address).map { address in
        let identity = SPFIdentity(address: address, mailFrom: sender, helo: "mail.example.jp", time: 0)
        _ = identity.checkedDomain
        return SPFMacroExpander(identity: identity, domain: Array("example.jp".utf8))
      }
    }
    checkMisses(text)
    do throws(SPFSyntaxErrors) {
      let record = try SPFRecord(parsing: text)
      readBack(record)
      for spec in record.terms.compactMap(\.spec) { expand(spec.macroString, expanders) }
    } catch {
      for error in error.all {
        demandVisible(error.reason.wording)
        demandExcerpt(of: text, at: error.range)
      }
    }
    if let explanation = try? SPFExplanation(parsing: text) {
      demand((try? SPFExplanation(parsing: explanation.description.utf8)) == explanation, "it is read back")
      expand(explanation.macroString, expanders)
    }
  }

  private static func checkMisses(_ text: [UInt8]) {
    if let miss = SPFNearMiss(text) {
      demandVisible(miss.reason.wording)
      demand((try? SPFRecord(parsing: text)) == nil, "what is a record is no near miss")
    }
  }

  private static func readBack(_ record: SPFRecord) {
    let text = record.description
    demandVisible(text)
    guard let again = try? SPFRecord(parsing: text.utf8) else { return demand(false, "\(text) is read back") }
    demand(again == record && again.description == text, "\(text) is read back the same")
    guard let owner = DomainName("example.jp") else { return }
    for reference in record.references(at: owner) { _ = reference.recognizableName }
    for term in record.terms { demandPlace(term.range, within: record.text.count) }
  }

  private static func expand(_ string: SPFMacroString, _ expanders: [SPFMacroExpander]) {
    for expander in expanders {
      let expansion = expander.expand(string)
      demand(expansion.count <= SPFMacroExpander.maximumLength, "an expansion ends")
      if let name = SPFDomainSpec.targetName(of: expansion) {
        demand(DomainName(name.description) == name, "\(name) is read back")
      }
    }
  }
}

extension SPFTerm {
  fileprivate var spec: SPFDomainSpec? {
    switch content {
    case .directive(let directive): directive.mechanism.domainSpec
    case .modifier(.redirect(let domain)), .modifier(.explanation(let domain)): domain
    case .modifier(.unknown): nil
    }
  }
}
