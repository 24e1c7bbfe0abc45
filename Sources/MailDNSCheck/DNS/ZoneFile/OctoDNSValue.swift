/// Writes one value of a record of OctoDNS as the end of a line of a master file.
struct OctoDNSValue {
  private let type: RecordType
  /// So far: owner, TTL and type.
  private(set) var line: OctoDNSLine
  private(set) var semicolons: OctoDNSText.Semicolons?

  init(_ type: RecordType, line: OctoDNSLine, semicolons: OctoDNSText.Semicolons?) {
    self.type = type
    self.line = line
    self.semicolons = semicolons
  }

  /// Whether the line says what the value does; else the name has the reason.
  mutating func write(_ value: YAMLNode, _ shape: OctoDNSForm.Shape, _ name: inout OctoDNSZone.Name) -> Bool {
    switch shape {
    case .word, .host, .text:
      guard let scalar = scalar(value, "value", &name) else { return false }
      switch shape {
      case .host: return append(host: scalar, at: value.place, "value", &name)
      case .text: return append(text: scalar, at: value.place, &name)
      default: return append(word: scalar, at: value.place, "value", &name)
      }
    case .fields(let fields):
      guard let keys = keys(of: value, fields, others: [], &name) else { return false }
      let isFormer = type == .ds && (keys["public_key"] != nil || keys["flags"] != nil)
      return append(isFormer ? OctoDNSForm.formerSigner : fields, keys, at: value.place, &name)
    case .parameters(let fields):
      guard let keys = keys(of: value, fields, others: ["svcparams"], &name),
        append(fields, keys, at: value.place, &name)
      else { return false }
      return keys["svcparams"].map { append(parameters: $0.value, &name) } ?? true
    case .service: return false
    }
  }

  private func lose(_ flaw: OctoDNSFlaw, at place: FilePlace, _ name: inout OctoDNSZone.Name) -> Bool {
    name.lose(flaw, at: place, .records(type))
    return false
  }

  private func scalar(
    _ node: YAMLNode, _ key: String, _ name: inout OctoDNSZone.Name
  ) -> YAMLScalar? {
    if let scalar = node.scalar { return scalar }
    if let tag = node.tag {
      name.lose(reason: .yaml(.unknownTag(tag)), at: node.place, .records(type))
    } else {
      name.lose(.notSingle(key), at: node.place, .records(type))
    }
    return nil
  }

  private func keys(
    of node: YAMLNode, _ fields: [OctoDNSForm.Field], others: [String], _ name: inout OctoDNSZone.Name
  ) -> [String: YAMLEntry]? {
    let known = fields.flatMap(\.keys) + others
    guard case .mapping(let entries) = node.value, node.tag == nil else {
      name.lose(
        .noFields((fields.compactMap(\.keys.first) + others).joined(separator: ", ")), at: node.place,
        .records(type))
      return nil
    }
    name.noteRepeated(entries)
    name.noteUnknown(
      entries, known: type == .ds ? known + OctoDNSForm.formerSigner.flatMap(\.keys) : known)
    return Dictionary(entries.map { ($0.key.text, $0) }, uniquingKeysWith: { $1 })
  }

  private mutating func append(
    _ fields: [OctoDNSForm.Field], _ keys: [String: YAMLEntry], at place: FilePlace,
    _ name: inout OctoDNSZone.Name
  ) -> Bool {
    for field in fields {
      let key = field.keys.first ?? ""
      guard let entry = field.keys.lazy.compactMap({ keys[$0] }).first else {
        guard let standard = field.standard else { return lose(.missingKey(key), at: place, &name) }
        line.append(Array(standard.utf8), from: place)
        continue
      }
      guard let scalar = scalar(entry.value, key, &name) else { return false }
      let place = entry.value.place
      switch field.kind {
      case .number:
        guard !scalar.isNull, !scalar.text.isEmpty else { return lose(.missingKey(key), at: place, &name) }
        guard let number = scalar.integer else {
          let shown = MasterFileToken.shown(entry.value.text)
          name.lose(reason: .badNumber(shown, maximum: 0xFFFF), at: place, .records(type))
          return false
        }
        guard (0...0xFFFF).contains(number) else {
          return lose(.numberOutOfRange(scalar.shown, maximum: 0xFFFF), at: place, &name)
        }
        name.noteOctal(scalar, number, at: place)
        line.append(OctoDNSLine.word("\(number)".utf8), from: place)
      case .word: guard append(word: scalar, at: place, key, &name) else { return false }
      case .host: guard append(host: scalar, at: place, key, &name) else { return false }
      case .string:
        guard !scalar.isNull else { return lose(.missingKey(key), at: place, &name) }
        line.append(OctoDNSLine.string(scalar.text.utf8, keepsBackslashes: true), from: place)
      }
    }
    return true
  }

  private mutating func append(
    word scalar: YAMLScalar, at place: FilePlace, _ key: String, _ name: inout OctoDNSZone.Name
  ) -> Bool {
    guard !scalar.isNull, !scalar.text.isEmpty else { return lose(.missingKey(key), at: place, &name) }
    line.append(OctoDNSLine.word(scalar.text.utf8), from: place)
    return true
  }

  private mutating func append(
    host scalar: YAMLScalar, at place: FilePlace, _ key: String, _ name: inout OctoDNSZone.Name
  ) -> Bool {
    guard !scalar.isNull, !scalar.text.isEmpty else { return lose(.missingKey(key), at: place, &name) }
    guard !OctoDNSName.hasWideSigns(scalar.text), let host = ALabels.text(of: scalar.text) else {
      return lose(.badHost(scalar.shown), at: place, &name)
    }
    let absolute = host.hasSuffix(".") ? host : host + "."
    // The root stands for no host where a record may say that there is none.
    guard type == .naptr || OctoDNSName.isHost(absolute) || host == "." && key != "value" else {
      return lose(.badHost(scalar.shown), at: place, &name)
    }
    guard host == absolute else { return lose(.noFinalDot(scalar.shown), at: place, &name) }
    line.append(OctoDNSLine.word(host.utf8), from: place)
    return true
  }

  private mutating func append(
    text scalar: YAMLScalar, at place: FilePlace, _ name: inout OctoDNSZone.Name
  ) -> Bool {
    guard !scalar.isNull else { return lose(.missingKey("value"), at: place, &name) }
    guard scalar.isText else { return lose(.unquotedText(scalar.shown), at: place, &name) }
    guard scalar.text.utf8.allSatisfy({ $0 < 0x80 }) else { return lose(.textNotASCII, at: place, &name) }
    let text = OctoDNSText(scalar.text)
    if let own = text.semicolons {
      if own == .refused || own != semicolons ?? own {
        name.lose(.semicolon, at: place, .nothing)
      } else {
        semicolons = own
      }
    }
    for string in text.strings { line.append(string, from: place) }
    return true
  }

  /// `svcparams: {alpn: [h2, h3], port: 443, no-default-alpn: }`
  private mutating func append(parameters node: YAMLNode, _ name: inout OctoDNSZone.Name) -> Bool {
    if node.scalar?.isNull == true { return true }
    guard case .mapping(let entries) = node.value, node.tag == nil else {
      return lose(.noFields("svcparams"), at: node.place, &name)
    }
    name.noteRepeated(entries)
    for (key, entry) in Dictionary(entries.map { ($0.key.text, $0) }, uniquingKeysWith: { $1 })
      .sorted(by: { $0.key < $1.key })
    {
      let items: [YAMLNode]
      if case .sequence(let nodes) = entry.value.value { items = nodes } else { items = [entry.value] }
      var values: [String] = []
      for item in items {
        guard let scalar = scalar(item, key, &name) else { return false }
        if !scalar.isNull { values.append(scalar.text) }
      }
      let value = values.joined(separator: ",")
      let text =
        value.isEmpty
        ? [] : [UInt8(ascii: "=")] + OctoDNSLine.string(value.utf8, keepsBackslashes: true)
      line.append(OctoDNSLine.word(key.utf8) + text, from: entry.place)
    }
    return true
  }
}
