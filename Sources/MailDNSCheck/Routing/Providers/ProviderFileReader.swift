/// Reads the providers of a file one by one, and checks each text where it stands.
struct ProviderFileReader {
  private(set) var items: [ProviderFile.Item] = []
  private var lines: [Provider.ID: Int] = [:]
  private var claims: [Claim: (provider: Provider.ID, line: Int)] = [:]

  private enum Claim: Hashable {
    case host(HostPattern, ProviderCatalogue.Use)
    case network(AddressRanges)
  }

  private static let keys =
    ["id", "name", "kinds"] + ProviderField.allCases.map(\.rawValue) + [
      "include", "signingDomain", "source", "certainty", "date",
    ]

  mutating func read(_ json: LocatedJSON) throws(SettingsFault) {
    let object = try json.object(keys: Self.keys)
    let idText = try object.required("id")
    guard let id = Provider.ID(try idText.text(at: "id")) else {
      throw SettingsFault(.badProviderID(try idText.text()), at: idText.place)
    }
    if let line = lines.updateValue(idText.place.line, forKey: id) {
      throw SettingsFault(.sameAgain(id.text, line: line), at: idText.place)
    }
    var item = ProviderFile.Item(place: json.place, id: id)
    item.name = try object["name"].map { json throws(SettingsFault) in try Self.name(json) }
    item.kinds = try object["kinds"].map { json throws(SettingsFault) in try Self.kinds(json) }
    for field in ProviderField.allCases {
      guard let list = object[field.rawValue] else { continue }
      var texts: [String] = []
      for element in try list.list(at: field.rawValue) {
        texts.append(try field == .selectors ? Self.selectors(element) : text(element, field, id))
      }
      item.lists[field] = texts
    }
    item.include = try object["include"].map { json throws(SettingsFault) in try Self.include(json) }
    item.signingDomain = try object["signingDomain"].map { json throws(SettingsFault) in
      try json.text(at: "signingDomain")
    }
    item.source = try object["source"].map { json throws(SettingsFault) in try json.text(at: "source") }
    item.certainty = try object["certainty"].map { json throws(SettingsFault) in
      try json.choice(of: Provider.Certainty.self, at: "certainty")
    }
    item.date = try object["date"].map { json throws(SettingsFault) in try json.text(at: "date") }
    items.append(item)
  }

  private static func name(_ json: LocatedJSON) throws(SettingsFault) -> Wording {
    switch json.value {
    case .string(let text):
      guard !text.isEmpty else { throw SettingsFault(.empty(key: "name"), at: json.place) }
      return Wording(verbatim: VisibleText(text).description)
    case .object:
      let names = try json.object(at: "name", keys: ["en", "ja"])
      let english = try names.required("en").text(at: "en")
      let japanese = try names["ja"].map { json throws(SettingsFault) in try json.text(at: "ja") } ?? english
      guard !english.isEmpty, !japanese.isEmpty else {
        throw SettingsFault(.empty(key: "name"), at: json.place)
      }
      return Wording(VisibleText(english).description, VisibleText(japanese).description)
    default:
      throw json.wrongType("name", .textOrNames)
    }
  }

  private static func kinds(_ json: LocatedJSON) throws(SettingsFault) -> CaseSet<Provider.Kind> {
    var kinds: CaseSet<Provider.Kind> = []
    for element in try json.list(at: "kinds") {
      kinds.insert(try element.choice(of: Provider.Kind.self, at: "kinds"))
    }
    guard !kinds.isEmpty else { throw SettingsFault(.empty(key: "kinds"), at: json.place) }
    return kinds
  }

  /// The SPF name that customers include.
  private static func include(_ json: LocatedJSON) throws(SettingsFault) -> String {
    let text = try json.text(at: "include")
    let pattern: HostPattern
    do throws(HostPatternError) { pattern = try HostPattern(parsing: text) } catch {
      throw SettingsFault(.badHost(text, flaw: error.flaw), at: json.place)
    }
    return pattern.description
  }

  /// A selector, or those that are used in turn: `{ "first": "a", "then": ["b"] }`.
  private static func selectors(_ json: LocatedJSON) throws(SettingsFault) -> String {
    func selector(_ json: LocatedJSON, _ key: String) throws(SettingsFault) -> String {
      let text = try json.text(at: key)
      guard Provider.isSelector(text) else { throw SettingsFault(.badSelector(text), at: json.place) }
      return text
    }
    guard case .object = json.value else { return try selector(json, "selectors") }
    let turns = try json.object(at: "selectors", keys: ["first", "then"])
    var texts = [try selector(try turns.required("first"), "first")]
    for element in try turns.required("then").list(at: "then") { texts.append(try selector(element, "then")) }
    return texts.joined(separator: ">")
  }

  /// One text of a list, as the catalogue has it.
  private mutating func text(
    _ json: LocatedJSON, _ field: ProviderField, _ id: Provider.ID
  ) throws(SettingsFault) -> String {
    let text = try json.text(at: field.rawValue)
    switch field {
    case .networks:
      guard let network = IPNetwork.network(orAddress: text) else {
        throw SettingsFault(.badNetwork(text), at: json.place)
      }
      try claim(.network(AddressRanges([network])), text, id, at: json.place)
      return network.description
    case .within:
      guard Provider.ID(text) != nil else { throw SettingsFault(.badProviderID(text), at: json.place) }
    case .selectors: break
    case .verifications:
      guard !text.isEmpty else { throw SettingsFault(.empty(key: field.rawValue), at: json.place) }
    case .headers:
      guard !text.isEmpty, text.utf8.allSatisfy({ $0.isLetterDigitHyphen || $0 == UInt8(ascii: "_") }) else {
        throw SettingsFault(.badHeaderName(text), at: json.place)
      }
    case .hosts, .except, .mx, .verificationMX, .spf, .opaqueSPF, .sharedHosts, .dkimTargets, .autodiscover,
      .reports:
      let pattern: HostPattern
      do throws(HostPatternError) { pattern = try HostPattern(parsing: text) } catch {
        throw SettingsFault(.badHost(text, flaw: error.flaw), at: json.place)
      }
      // What is nobody's below one provider's names may be another one's.
      guard field != .except else { break }
      for use in field.uses { try claim(.host(pattern, use), text, id, at: json.place) }
    }
    return text
  }

  private mutating func claim(
    _ claim: Claim, _ text: String, _ id: Provider.ID, at place: FilePlace
  ) throws(SettingsFault) {
    guard let earlier = claims[claim] else {
      claims[claim] = (id, place.line)
      return
    }
    guard earlier.provider == id else {
      throw SettingsFault(.claimedTwice(text, by: earlier.provider.text, line: earlier.line), at: place)
    }
  }
}
