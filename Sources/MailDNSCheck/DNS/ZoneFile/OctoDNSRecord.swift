/// One record of a zone of OctoDNS: `{type: MX, ttl: 300, values: [{preference: 10, exchange: mx.example.jp.}]}`.
struct OctoDNSRecord {
  private let entries: [YAMLEntry]
  private let keys: [String: YAMLEntry]
  private let place: FilePlace
  /// How the file writes its semicolons, as far as it is known.
  private(set) var semicolons: OctoDNSText.Semicolons?

  /// YamlProvider's `default_ttl`, where its configuration says no other.
  static let defaultTimeToLive = "3600"
  private static let known = ["type", "ttl", "value", "values", "octodns"]
  /// What makes the service answer otherwise.
  private static let serviceKeys = ["dynamic", "geo"]

  init(_ entries: [YAMLEntry], at place: FilePlace, semicolons: OctoDNSText.Semicolons?) {
    self.entries = entries
    self.place = place
    self.semicolons = semicolons
    keys = Dictionary(entries.map { ($0.key.text, $0) }, uniquingKeysWith: { $1 })
  }

  /// Whether it says a type, as other mappings do not.
  var hasType: Bool { keys["type"]?.value.scalar?.isNull == false }

  /// Puts the lines of its values, and what is wrong in it, to the name that has it.
  mutating func read(into name: inout OctoDNSZone.Name) {
    name.noteRepeated(entries)
    guard let type = keys["type"], let word = type.value.scalar, !word.isNull else {
      name.lose(.missingKey("type"), at: place, .records(.any))
      return
    }
    let shown = MasterFileToken.shown(type.value.text)
    guard let form = OctoDNSForm.of(word.text) else {
      // A type of one provider, `Route53Provider/ALIAS`.
      if word.text.utf8.contains(UInt8(ascii: "/")) {
        serve(shown, [.any], at: type.value.place, &name)
      } else {
        name.lose(.unknownType(shown), at: type.value.place, .records(RecordType(word.text) ?? .any))
      }
      return
    }
    name.noteUnknown(entries, known: Self.known + Self.serviceKeys)
    if case .service(let types) = form.shape {
      serve(shown, types, at: type.value.place, &name)
      return
    }
    if let key = Self.serviceKeys.compactMap({ keys[$0] }).first {
      serve("\(key.key.text) (\(shown))", [form.type], at: key.place, &name)
      return
    }
    if isIgnored {
      serve("ignored (\(shown))", [form.type], at: type.value.place, &name)
      return
    }
    if let first = name.types[form.type] {
      name.lose(
        .repeatedType(form.type, file: nil, line: first.line), at: type.value.place, .records(form.type))
      return
    }
    name.types[form.type] = type.value.place
    guard let seconds = timeToLive(form.type, &name) else { return }
    let values = values(form)
    if values.isEmpty {
      let key = form.isSingle ? "value" : "value, values"
      name.lose(.missingKey(key), at: type.value.place, .records(form.type))
    }
    for value in values {
      var line = OctoDNSLine()
      guard let owner = name.owner else { return }
      line.append(Array(owner.absolutePresentation.utf8), from: value.place)
      line.append(Array(seconds.text.utf8), from: seconds.place)
      line.append(Array(form.type.description.utf8), from: type.value.place)
      var writer = OctoDNSValue(form.type, line: line, semicolons: semicolons)
      if writer.write(value, form.shape, &name) { name.lines.append(writer.line) }
      semicolons = writer.semicolons
    }
  }

  private func serve(
    _ what: String, _ types: [RecordType], at place: FilePlace, _ name: inout OctoDNSZone.Name
  ) {
    name.lose(reason: .foreignRecord(ForeignRecord(octoDNS: what, types)), at: place, .served(types))
  }

  /// `octodns: {ignored: true}`: OctoDNS leaves to others what the record says.
  private var isIgnored: Bool {
    guard case .mapping(let entries)? = keys["octodns"]?.value.value else { return false }
    let word = entries.last { $0.key.text == "ignored" }?.value.scalar
    return word?.isPlain == true && ["true", "yes", "on"].contains(word?.text.asciiLowercased)
  }

  private func timeToLive(
    _ type: RecordType, _ name: inout OctoDNSZone.Name
  ) -> (text: String, place: FilePlace)? {
    guard let entry = keys["ttl"] else { return (Self.defaultTimeToLive, place) }
    guard let scalar = entry.value.scalar, let seconds = scalar.integer, seconds >= 0 else {
      name.lose(
        .badSeconds(MasterFileToken.shown(entry.value.text)), at: entry.value.place, .records(type))
      return nil
    }
    guard seconds <= Int(Int32.max) else {
      name.lose(
        .numberOutOfRange(scalar.shown, maximum: Int(Int32.max)), at: entry.value.place, .records(type))
      return nil
    }
    name.noteOctal(scalar, seconds, at: entry.value.place)
    return ("\(seconds)", entry.value.place)
  }

  /// `values` counts before `value`, and each may be one or several.
  private func values(_ form: OctoDNSForm) -> [YAMLNode] {
    guard let node = (form.isSingle ? keys["value"] : keys["values"] ?? keys["value"])?.value else {
      return []
    }
    if !form.isSingle, node.tag == nil, case .sequence(let items) = node.value { return items }
    return node.scalar?.isNull == true ? [] : [node]
  }
}

extension OctoDNSZone.Name {
  /// Tells of the keys that nothing comes of.
  mutating func noteRepeated(_ entries: [YAMLEntry]) {
    var later: [String: FilePlace] = [:]
    for entry in entries.reversed() where !entry.isMerged {
      if let place = later[entry.key.text] {
        lose(.repeatedKey(entry.key.shown, line: place.line), at: entry.place, .nothing)
      } else {
        later[entry.key.text] = entry.place
      }
    }
  }

  /// Tells of a number that somebody has lined up with zeros, and that comes to another one.
  mutating func noteOctal(_ scalar: YAMLScalar, _ number: Int, at place: FilePlace) {
    guard scalar.isPlain, scalar.text.first == "0", let meant = Int(scalar.text), meant != number else {
      return
    }
    lose(.octalNumber(scalar.shown, number), at: place, .nothing)
  }

  /// Tells of the keys that are not among the known.
  mutating func noteUnknown(_ entries: [YAMLEntry], known: [String]) {
    for entry in entries where !known.contains(entry.key.text) {
      lose(.unknownKey(entry.key.shown, known: known), at: entry.place, .nothing)
    }
  }
}

extension YAMLScalar {
  /// The text to quote in a message: safe and not too long.
  var shown: String { MasterFileToken.shown(Array(text.utf8)[...]) }
}
