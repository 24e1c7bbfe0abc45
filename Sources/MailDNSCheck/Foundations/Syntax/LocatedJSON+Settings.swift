/// Reading a file of settings: each value is what it has to be, or a fault with its place.
extension LocatedJSON {
  /// The value that `octets` spell.
  init(settings octets: [UInt8]) throws(SettingsFault) {
    do throws(LocatedJSONError) { try self.init(parsing: octets) } catch {
      throw SettingsFault(.syntax(error.reason), at: error.place)
    }
  }

  /// The value as the object that is at `key`; nil is the file as a whole, or an element of a list.
  func object(at key: String? = nil) throws(SettingsFault) -> [Member] {
    guard case .object(let members) = value else { throw wrongType(key, .object) }
    return members
  }

  /// The same, with no other keys than `keys`.
  func object(at key: String? = nil, keys: [String]) throws(SettingsFault) -> SettingsObject {
    let members = try object(at: key)
    for member in members where !keys.contains(member.name) {
      let nearest = NearestWord.nearest(to: member.name, among: keys)
      throw SettingsFault(.unknownKey(member.name, nearest: nearest), at: member.place)
    }
    return SettingsObject(place: place, members: members)
  }

  func list(at key: String? = nil) throws(SettingsFault) -> [LocatedJSON] {
    guard case .array(let elements) = value else { throw wrongType(key, .list) }
    return elements
  }

  func text(at key: String? = nil) throws(SettingsFault) -> String {
    guard case .string(let text) = value else { throw wrongType(key, .text) }
    return text
  }

  func integer(in range: ClosedRange<Int>, at key: String? = nil) throws(SettingsFault) -> Int {
    guard case .number(let text) = value, let number = Int(text), range.contains(number) else {
      throw wrongType(key, .number(range))
    }
    return number
  }

  /// One of the words of `Value`; those in `excluded` are none.
  func choice<Value: RawRepresentable<String> & CaseIterable>(
    of type: Value.Type, at key: String? = nil, without excluded: [Value] = []
  ) throws(SettingsFault) -> Value {
    let text = try text(at: key)
    let banned = excluded.map(\.rawValue)
    let choices = Value.allCases.map(\.rawValue).filter { !banned.contains($0) }
    guard choices.contains(text), let value = Value(rawValue: text) else {
      let nearest = NearestWord.nearest(to: text, among: choices)
      throw SettingsFault(.notOneOf(key: key, text, choices, nearest: nearest), at: place)
    }
    return value
  }

  func wrongType(_ key: String?, _ expected: SettingsFault.Expected) -> SettingsFault {
    SettingsFault(.wrongType(key: key, expected: expected, found: kind), at: place)
  }
}

/// An object of a file of settings, whose keys are known to be among those that it can have.
struct SettingsObject {
  let place: FilePlace
  let members: [LocatedJSON.Member]

  subscript(key: String) -> LocatedJSON? { members.first { $0.name == key }?.value }

  func required(_ key: String) throws(SettingsFault) -> LocatedJSON {
    guard let value = self[key] else { throw SettingsFault(.missingKey(key), at: place) }
    return value
  }
}
