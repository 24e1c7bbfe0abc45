/// Reads one entry of a policy file.
struct ExpectationReader {
  let catalogue: ProviderCatalogue

  /// Bits that an RSA key can be asked to have; below, no verifier takes it (RFC 8301 §3.2).
  static let bits = DKIMPublicKey.minimumBits...16_384

  func expectation(_ json: LocatedJSON, at key: String) throws(SettingsFault) -> Expectation {
    let object = try json.object(
      at: key, keys: ["route", "dmarc", "spf", "dkim", "tenant", "ignore", "severity"])
    var expectation = Expectation()
    expectation.route = try object["route"].map { json throws(SettingsFault) in
      try json.choice(of: RouteID.self, at: "route", without: [.unknown])
    }
    expectation.dmarc = try object["dmarc"].map { json throws(SettingsFault) in
      try json.choice(of: DMARCPolicy.self, at: "dmarc")
    }
    expectation.authorized = try object["spf"].map { json throws(SettingsFault) in try senders(json) }
    expectation.keys = try object["dkim"].map { json throws(SettingsFault) in try keys(json) }
    expectation.closesTenant = try object["tenant"].map { json throws(SettingsFault) in
      try json.choice(of: Expectation.Tenant.self, at: "tenant") == .closed
    }
    expectation.ignored = try object["ignore"].map { json throws(SettingsFault) in try exemptions(json) }
    expectation.severities = try object["severity"].map { json throws(SettingsFault) in
      try severities(json)
    }
    return expectation
  }

  private func senders(_ json: LocatedJSON) throws(SettingsFault) -> [Expectation.Sender] {
    let list = try json.object(at: "spf", keys: ["authorize"]).required("authorize")
    var senders: [Expectation.Sender] = []
    for element in try list.list(at: "authorize") {
      let text = try element.text(at: "authorize")
      if let network = IPNetwork.network(orAddress: text) {
        senders.append(.network(network))
      } else if let id = Provider.ID(text), catalogue[id] != nil {
        senders.append(.provider(id))
      } else if text.contains("/") || text.contains(":") || text.utf8.first?.isDigit == true {
        throw SettingsFault(.badNetwork(text), at: element.place)
      } else {
        throw SettingsFault(
          .unknownWord(
            .provider, text, nearest: NearestWord.nearest(to: text, among: catalogue.ids)
          ),
          at: element.place)
      }
    }
    return senders.uniqued
  }

  private func keys(_ json: LocatedJSON) throws(SettingsFault) -> [Expectation.Key] {
    let selectors = try json.object(at: "dkim", keys: ["selectors"]).required("selectors")
    var keys: [Expectation.Key] = []
    var lines: [DKIMSelector: Int] = [:]
    for member in try selectors.object(at: "selectors") {
      guard let selector = DKIMSelector(member.name) else {
        throw SettingsFault(.badSelector(member.name), at: member.place)
      }
      if let line = lines.updateValue(member.place.line, forKey: selector) {
        throw SettingsFault(.sameAgain(member.name, line: line), at: member.place)
      }
      let bits = try member.value.object(at: member.name, keys: ["minimumBits"])["minimumBits"].map {
        json throws(SettingsFault) in try json.integer(in: Self.bits, at: "minimumBits")
      }
      keys.append(Expectation.Key(selector: selector, minimumBits: bits ?? DKIMPublicKey.minimumBits))
    }
    return keys
  }

  private func exemptions(_ json: LocatedJSON) throws(SettingsFault) -> [Expectation.Exemption] {
    var exemptions: [Expectation.Exemption] = []
    for element in try json.list(at: "ignore") {
      let object = try element.object(keys: ["finding", "subject", "reason", "until"])
      let finding = try object.required("finding")
      let id = try finding.text(at: "finding")
      try Self.check(id, at: finding.place)
      let reason = try object.required("reason")
      let reasonText = try reason.text(at: "reason")
      guard reasonText.utf8.contains(where: { !$0.isWhitespace }) else {
        throw SettingsFault(.empty(key: "reason"), at: reason.place)
      }
      let until = try object.required("until")
      let untilText = try until.text(at: "until")
      guard let date = CalendarDate(untilText) else {
        throw SettingsFault(.badDate(untilText), at: until.place)
      }
      let subject = try object["subject"].map { json throws(SettingsFault) in try json.text(at: "subject") }
      exemptions.append(
        Expectation.Exemption(
          finding: id, subject: subject,
          exemption: Finding.Exemption(reason: VisibleText(reasonText).description, until: date)))
    }
    return exemptions
  }

  private func severities(_ json: LocatedJSON) throws(SettingsFault) -> [String: Severity] {
    var severities: [String: Severity] = [:]
    for member in try json.object(at: "severity") {
      try Self.check(member.name, at: member.place)
      severities[member.name] = try member.value.choice(
        of: Severity.self, at: member.name, without: [.unknown])
    }
    return severities
  }

  private static func check(_ id: String, at place: FilePlace) throws(SettingsFault) {
    let ids = FindingCatalogue.ids
    guard !ids.contains(id) else { return }
    throw SettingsFault(
      .unknownWord(.finding, id, nearest: NearestWord.nearest(to: id, among: ids)), at: place)
  }
}
