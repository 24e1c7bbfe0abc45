/// A zone of OctoDNS's YamlProvider as the lines of a master file, and what is wrong in it
/// (https://github.com/octodns/octodns, `octodns/provider/yaml.py`; measured with 1.22.0).
struct OctoDNSZone {
  let origin: DomainName
  /// Of the names of the file, in its order; of a name that is there again the last.
  private var names: [Name?] = []
  private var numbers: [String: Int] = [:]
  /// What belongs to no name.
  private var losses: [Loss] = []
  /// How the first semicolon that tells is written.
  private var semicolons: OctoDNSText.Semicolons?
  /// Whether nothing was there at all.
  private(set) var isEmpty = true
  /// Whether a value looks like a record, or is in a file of its own.
  private var hasRecords = false
  private var hasEntries = false

  /// Whether it is YAML of something else.
  var isForeign: Bool { hasEntries && !hasRecords }

  /// What is wrong, and what therefore is not known.
  struct Loss {
    let fault: ZoneFileError.Fault
    /// Nil where it is not known.
    let owner: DomainName?
    let what: What

    enum What {
      case nothing
      /// ANY stands for all.
      case records(RecordType)
      /// The service answers with something of its own.
      case served([RecordType])
      /// Whatever the zone has not otherwise.
      case anything
      /// The same, and all at the name, whose records are at another one.
      case renamed
    }
  }

  /// What the file has for one name.
  struct Name {
    let owner: DomainName?
    let place: FilePlace
    var lines: [OctoDNSLine] = []
    var losses: [Loss] = []
    /// With the places of the values of their keys `type`.
    var types: [RecordType: FilePlace] = [:]

    mutating func lose(_ flaw: OctoDNSFlaw, at place: FilePlace, _ what: Loss.What) {
      lose(reason: .octoDNS(flaw), at: place, what)
    }

    mutating func lose(reason: ZoneFileError.Reason, at place: FilePlace, _ what: Loss.What) {
      losses.append(
        Loss(fault: ZoneFileError.Fault(reason, at: ZoneFilePosition(place)), owner: owner, what: what))
    }
  }

  /// Reads the octets of the file.
  init(_ octets: [UInt8], origin: DomainName) {
    self.origin = origin
    if let fault = YAMLReader.badCharacter(in: octets) {
      lose(.yaml(fault.reason), at: fault.place, nil, .nothing)
    }
    var reader = YAMLReader(octets)
    while true {
      do throws(YAMLFault) {
        guard let entry = try reader.nextEntry() else { break }
        (isEmpty, hasEntries) = (false, true)
        take(entry)
      } catch {
        isEmpty = false
        take(error, behind: reader.brokenKey)
      }
    }
    if let place = reader.cursor.firstTab { lose(.yaml(.tab), at: place, nil, .nothing) }
  }

  /// The master file, which has a line for each value, and what was lost. `index` knows the records of the files before, and
  /// learns those of this one, which is named `file`.
  func written(
    of original: FileContent, named file: String, noting index: inout OctoDNSIndex
  ) -> (text: [UInt8], translation: Translation, losses: [Loss]) {
    var text: [UInt8] = []
    var translation = Translation(of: original)
    var losses = losses
    for name in names {
      guard let name else { continue }
      for line in name.lines {
        text += line.text + [UInt8(ascii: "\n")]
        translation.append(line.spots)
      }
      losses += name.losses + index.note(name, in: file)
    }
    return (text, translation, losses)
  }

  private mutating func take(_ entry: YAMLEntry) {
    let text = entry.key.text
    if entry.key.isPlain, text == "<<" {
      lose(.octoDNS(.included(MasterFileToken.shown(entry.value.text))), at: entry.place, nil, .anything)
      return
    }
    var name = Name(owner: OctoDNSName.owner(text, below: origin), place: entry.place)
    let shown = entry.key.shown
    if let owner = name.owner {
      if !entry.key.isText, !text.utf8.allSatisfy(\.isDigit) || text.first == "0" && text != "0" {
        name.lose(.unquotedName(shown), at: entry.place, .renamed)
      }
      if owner.repeats(origin) { name.lose(.repeatedOrigin(owner), at: entry.place, .nothing) }
      take(entry.value, of: &name)
    } else {
      name.lose(.noName(shown), at: entry.place, .anything)
    }
    if let number = numbers[text], let earlier = names[number] {
      names[number] = nil
      if !entry.isMerged {
        lose(
          .octoDNS(.repeatedKey(shown, line: entry.place.line)), at: earlier.place, earlier.owner, .nothing)
      }
    }
    numbers[text] = names.count
    names.append(name)
  }

  /// The record or the records of a name.
  private mutating func take(_ value: YAMLNode, of name: inout Name) {
    if value.tag == "!include" {
      hasRecords = true
      name.lose(.included(MasterFileToken.shown(value.text)), at: value.place, .records(.any))
      return
    }
    let records: [YAMLNode]
    if case .sequence(let items) = value.value { records = items } else { records = [value] }
    for record in records {
      if let tag = record.tag {
        name.lose(reason: .yaml(.unknownTag(tag)), at: record.place, .records(.any))
        continue
      }
      guard case .mapping(let entries) = record.value else {
        name.lose(.noRecord, at: record.place, .records(.any))
        continue
      }
      var reading = OctoDNSRecord(entries, at: record.place, semicolons: semicolons)
      reading.read(into: &name)
      if reading.hasType { hasRecords = true }
      semicolons = reading.semicolons
    }
  }

  private mutating func take(_ fault: YAMLFault, behind key: (key: YAMLScalar, place: FilePlace)?) {
    let owner = key.flatMap { key in
      key.key.mayBeName ? OctoDNSName.owner(key.key.text, below: origin) : nil
    }
    lose(.yaml(fault.reason), at: fault.place, owner, owner == nil ? .anything : .records(.any))
  }

  private mutating func lose(
    _ reason: ZoneFileError.Reason, at place: FilePlace, _ owner: DomainName?, _ what: Loss.What
  ) {
    losses.append(
      Loss(fault: ZoneFileError.Fault(reason, at: ZoneFilePosition(place)), owner: owner, what: what))
  }
}

extension YAMLScalar {
  /// Whether a broken entry may have this key: it takes in no more than one where the blank behind a colon is missing, or is
  /// no blank to YAML.
  fileprivate var mayBeName: Bool {
    !text.unicodeScalars.contains { ":{}[],\"'".unicodeScalars.contains($0) || $0.properties.isWhitespace }
  }
}

extension YAMLNode {
  /// Of a scalar, also with a tag; empty where it is none.
  var text: ArraySlice<UInt8> {
    guard case .scalar(let scalar) = value else { return [] }
    return Array(scalar.text.utf8)[...]
  }
}
