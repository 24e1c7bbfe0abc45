/// Reads a file with a policy: JSON with comments.
struct PolicyFile {
  private let catalogue: ProviderCatalogue

  /// In octets, and one more so that a larger file shows as such.
  static let maximumSize = LocatedJSON.maximumSize + 1

  /// The policy that `octets`, the content of the file called `name`, spell; providers in it are those of `catalogue`.
  static func read(
    name: String, octets: [UInt8], in catalogue: ProviderCatalogue
  ) throws(SettingsError) -> Policy {
    do throws(SettingsFault) {
      return try PolicyFile(catalogue: catalogue).policy(try LocatedJSON(settings: octets))
    } catch {
      throw SettingsError(file: name, fault: error)
    }
  }

  private func policy(_ json: LocatedJSON) throws(SettingsFault) -> Policy {
    let root = try json.object(keys: ["default", "domains"])
    let reader = ExpectationReader(catalogue: catalogue)
    var general = Expectation()
    if let json = root["default"] { general = try reader.expectation(json, at: "default") }
    var entries: [Policy.Entry] = []
    var lines: [Policy.Scope: Int] = [:]
    for member in try root["domains"]?.object(at: "domains") ?? [] {
      let scope = try Self.scope(member)
      if let line = lines.updateValue(member.place.line, forKey: scope) {
        throw SettingsFault(.sameAgain(member.name, line: line), at: member.place)
      }
      entries.append(
        Policy.Entry(
          scope: scope, expectation: try reader.expectation(member.value, at: member.name),
          line: member.place.line))
    }
    return Policy(general: general, hasGeneral: root["default"] != nil, entries: entries)
  }

  private static func scope(_ member: LocatedJSON.Member) throws(SettingsFault) -> Policy.Scope {
    let isPattern = member.name.hasPrefix("*.")
    let text = isPattern ? String(member.name.dropFirst(2)) : member.name
    // What may be pasted on a command line is no way to write a file.
    if let scalar = text.unicodeScalars.first(where: { "@/:*<> ".unicodeScalars.contains($0) }) {
      let reason = MailDomainError.Reason.badCharacter(scalar)
      throw SettingsFault(.badDomain(member.name, flaw: reason.wording), at: member.place)
    }
    do throws(MailDomainError) {
      let name = try MailDomain(pasted: text).name
      return isPattern ? .below(name) : .domain(name)
    } catch {
      throw SettingsFault(.badDomain(member.name, flaw: error.reason.wording), at: member.place)
    }
  }
}
