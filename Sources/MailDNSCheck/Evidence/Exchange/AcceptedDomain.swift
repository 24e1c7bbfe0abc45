/// A domain that the tenant takes mail for (Get-AcceptedDomain).
struct AcceptedDomain: Hashable, Sendable {
  let domain: MailDomain
  /// As the export has it, or by its number; nil where it does not say. Not safe to show where it is no known word.
  let type: String?
  /// Whether it stands for all domains below it, too.
  let coversSubdomains: Bool

  enum Kind: String, CaseIterable, Sendable {
    case authoritative = "Authoritative"
    case externalRelay = "ExternalRelay"
    case internalRelay = "InternalRelay"

    static let numbers: [Kind: Int] = [.authoritative: 0, .externalRelay: 1, .internalRelay: 2]
  }

  /// Throws what stands in place of a domain.
  init(_ row: ExportRow) throws(BrokenRowReason) {
    let text = row.text("domainname") ?? row.text("name") ?? ""
    coversSubdomains = text.hasPrefix("*.") || row.flag("matchsubdomains") == true
    let bare = text.hasPrefix("*.") ? String(text.dropFirst(2)) : text
    do { domain = try MailDomain(pasted: bare) } catch {
      throw .badValue(column: "DomainName", text)
    }
    let cell = row["domaintype"]
    type = cell?.word(Kind.numbers)?.rawValue ?? cell?.text
  }

  var kind: Kind? { type.flatMap(Kind.init(rawValue:)) }

  /// Whether mail for `name` is taken by it.
  func covers(_ name: DomainName) -> Bool {
    domain.name == name || coversSubdomains && name.description.hasSuffix("." + domain.name.description)
  }

  /// Whether it is one of the names that Microsoft gives every tenant, which nobody's mail need pass a gateway for.
  var isMicrosofts: Bool { Self.isMicrosofts(domain) }

  static func isMicrosofts(_ domain: MailDomain) -> Bool {
    let name = domain.name.description
    return ["onmicrosoft.com", "onmicrosoft.us", "partner.onmschina.cn"].contains { name.hasSuffix("." + $0) }
  }
}
