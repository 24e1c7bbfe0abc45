/// Takes the tags of a DMARC record one by one, and gathers what is wrong with them.
struct DMARCTagReader {
  private let text: [UInt8]
  private let list: TagList
  /// Those of the tags of `list`.
  private let names: [DMARCTagName?]
  private var found: [(kind: DMARCProblem.Kind, place: Range<Int>, effect: DMARCProblem.Effect)] = []

  enum Policy: Hashable {
    case absent
    case invalid
    case valid(DMARCPolicy)

    var value: DMARCPolicy? { if case .valid(let policy) = self { policy } else { nil } }
  }

  init(_ text: [UInt8]) {
    self.text = text
    list = TagList(text)
    names = list.tags.map { DMARCTagName(ignoringCase: $0.name.utf8) }
    noteVersion()
    noteSyntax()
    noteNames()
  }

  mutating func policy(_ tag: DMARCPolicyTag) -> Policy {
    guard let found = self.tag(tag.name) else {
      if tag == .domain { note(.missingPolicy, text.count..<text.count, .breaksRecord) }
      return .absent
    }
    if let policy: DMARCPolicy = found.word() { return .valid(policy) }
    let value = found.text
    if noteMissingSeparator(in: found, .breaksRecord) != nil { return .invalid }
    let nearest = Spelling.nearest(to: value, among: DMARCPolicy.allCases.map(\.rawValue))
    note(
      .invalidPolicy(tag, value: value, nearest: nearest.flatMap(DMARCPolicy.init)), found.valuePlace,
      .breaksRecord)
    return .invalid
  }

  mutating func value<Value>(_ name: DMARCTagName, default standard: Value) -> Value
  where Value: RawRepresentable<String>, Value: CaseIterable {
    guard let tag = tag(name) else { return standard }
    if let value: Value = tag.word() { return value }
    noteInvalid(tag, name, allowed: Value.allCases.map(\.rawValue))
    return standard
  }

  mutating func isTesting() -> Bool {
    guard let tag = tag(.t) else { return false }
    if tag.value.equalsIgnoringCase("y") { return true }
    if !tag.value.equalsIgnoringCase("n") { noteInvalid(tag, .t, allowed: ["y", "n"]) }
    return false
  }

  /// The options of `fo` that are known. It `isIdle` where there is no address to send failure reports to.
  mutating func failureOptions(isIdle: Bool) -> [DMARCRecord.FailureOption] {
    guard let tag = tag(.fo) else { return [.allFail] }
    let parts = tag.value.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let options = parts.map {
      DMARCRecord.FailureOption(
        rawValue: String(decoding: $0.trimmingWhitespace, as: UTF8.self).asciiLowercased)
    }
    if options.contains(nil) {
      noteInvalid(tag, .fo, allowed: DMARCRecord.FailureOption.allCases.map(\.rawValue))
    } else if isIdle {
      note(.failureOptionsWithoutAddress, tag.place, .note)
    }
    var seen: Set<DMARCRecord.FailureOption> = []
    let known = options.compactMap(\.self).filter { seen.insert($0).inserted }
    return known.isEmpty ? [.allFail] : known
  }

  /// The valid addresses of `rua` or `ruf`.
  mutating func uris(_ name: DMARCTagName) -> [DMARCReportURI] {
    guard let tag = tag(name) else { return [] }
    let swallowed = noteMissingSeparator(in: tag, .ignoredPart)
    var uris: [DMARCReportURI] = []
    for piece in text[tag.valuePlace].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      var octets = piece.trimmingWhitespace
      if let mark = octets.obsoleteSizeMark {
        let size = octets[mark...]
        note(.obsoleteSize(String(decoding: size, as: UTF8.self)), size.indices, .note)
        octets = octets[..<mark]
      }
      do throws(DMARCReportURIError) {
        uris.append(try DMARCReportURI(octets))
      } catch {
        if let swallowed, swallowed.overlaps(octets.indices) { continue }
        let shown = String(decoding: octets, as: UTF8.self)
        note(
          .invalidURI(tag: name.rawValue, text: shown, error),
          octets.isEmpty ? piece.indices : octets.indices, .ignoredPart)
      }
    }
    return uris
  }

  /// `pct` and `ri`, where they are numbers that RFC 7489 §6.3 allows.
  private static func maximum(_ name: DMARCTagName) -> Int? {
    switch name {
    case .pct: 100
    case .ri: Int(UInt32.max)
    default: nil
    }
  }

  /// `pct`, where it is a whole number up to 100.
  func percentage() -> Int? {
    tag(.pct).flatMap { Self.number($0, upTo: 100) }
  }

  private static func number(_ tag: TagList.Tag, upTo maximum: Int) -> Int? {
    guard tag.value.allSatisfy(\.isDigit), let number = Int(tag.text), number <= maximum else { return nil }
    return number
  }

  /// All that was found, in the order of the text. Where the record works in spite of it, nothing breaks it.
  mutating func problems(isUsable: Bool) -> [DMARCProblem] {
    noteControlCharacter()
    let problems = found.map {
      DMARCProblem(
        kind: $0.kind, place: $0.place,
        effect: isUsable && $0.effect == .breaksRecord ? .ignoredPart : $0.effect)
    }
    return problems.sorted {
      ($0.place.lowerBound, $0.place.upperBound) < ($1.place.lowerBound, $1.place.upperBound)
    }
  }
}

extension DMARCTagReader {
  /// What `list.last(name)` finds.
  private func tag(_ name: DMARCTagName) -> TagList.Tag? {
    names.lastIndex(of: name).map { list.tags[$0] }
  }

  private mutating func note(
    _ kind: DMARCProblem.Kind, _ place: Range<Int>, _ effect: DMARCProblem.Effect
  ) {
    found.append((kind, place, effect))
  }

  /// Programs that look for `v=DMARC1` as it stands find no record (Mail::DMARC, SpamAssassin, OpenDMARC).
  private mutating func noteVersion() {
    let version = text.prefix { $0 != UInt8(ascii: "1") }
    guard version.contains(where: \.isSpaceOrTab) else { return }
    note(.blanksInVersion, 0..<version.endIndex + 1, .breaksRecordForSome)
  }

  private mutating func noteSyntax() {
    for error in list.errors {
      switch error.reason {
      case .emptyTag:
        let policy = tag(.p)?.namePlace.lowerBound ?? 0
        let isBefore = error.place.lowerBound < policy
        note(.emptyTag(isBeforePolicy: isBefore), error.place, isBefore ? .breaksRecordForSome : .note)
      case .missingEquals:
        note(.missingEquals(String(decoding: text[error.place], as: UTF8.self)), error.place, .ignoredPart)
      case .badName(let name): note(.badName(name), error.place, .ignoredPart)
      case .duplicate(let name): note(.duplicateTag(name), error.place, .ignoredPart)
      }
    }
  }

  private mutating func noteNames() {
    let broken = Set(list.errors.map(\.place))
    // So few names are known that looking through them is quicker than hashing.
    var seen: [DMARCTagName] = []
    for (index, tag) in list.tags.enumerated() {
      let isFirst = names[index].map { !seen.contains($0) } ?? true
      if isFirst, let name = names[index] { seen.append(name) }
      if broken.contains(tag.namePlace) { continue }
      guard let name = names[index] else {
        let current = DMARCTagName.allCases.filter { !$0.isRemoved }
        let nearest = Spelling.nearest(to: tag.name, among: current.map(\.rawValue))
        note(.unknownTag(tag.name, nearest: nearest), tag.place, .ignoredPart)
        continue
      }
      guard isFirst else {
        note(.duplicateTag(tag.name), tag.namePlace, .ignoredPart)
        continue
      }
      if name.rawValue != tag.name { note(.tagCase(tag.name), tag.namePlace, .note) }
      if let maximum = Self.maximum(name), let tag = self.tag(name), Self.number(tag, upTo: maximum) == nil {
        note(.invalidNumber(tag: name.rawValue, value: tag.text), tag.valuePlace, .breaksRecordForSome)
      } else if name == .rf, let tag = self.tag(name), !tag.isReportFormat {
        note(.invalidFormat(tag.text), tag.valuePlace, .breaksRecordForSome)
      } else if name.isRemoved {
        note(.removedTag(tag.name), tag.place, .note)
      } else if name == .p, index != 1 {
        note(.policyNotSecond, tag.place, .note)
      }
    }
  }

  private mutating func noteInvalid(_ tag: TagList.Tag, _ name: DMARCTagName, allowed: [String]) {
    // Programs of the days of RFC 7489 do not know the other tags, and so whether their values are right.
    let effect: DMARCProblem.Effect =
      [.adkim, .aspf, .fo].contains(name) && !(name == .fo && tag.value.isEmpty)
      ? .breaksRecordForSome : .ignoredPart
    if noteMissingSeparator(in: tag, effect) != nil { return }
    let words = ["yes", "no", "unknown", "relaxed", "strict"]
    let nearest =
      words.contains(tag.text.asciiLowercased)
      ? allowed.first { $0.utf8.first == tag.text.utf8.first?.asciiLowercased } : nil
    note(
      .invalidValue(tag: name.rawValue, value: tag.text, allowed: allowed, nearest: nearest),
      tag.valuePlace, effect)
  }

  /// Notes a known tag that begins within the value of `tag`, something else than `;` standing between the two; returns
  /// where its name stands.
  private mutating func noteMissingSeparator(
    in tag: TagList.Tag, _ effect: DMARCProblem.Effect
  ) -> Range<Int>? {
    for equals in tag.valuePlace where text[equals] == UInt8(ascii: "=") {
      let before = text[tag.valuePlace.lowerBound..<equals]
      guard let last = before.lastIndex(where: { !$0.isSpaceOrTab }) else { continue }
      // No known name is longer than five letters: a sixth one tells a longer word.
      let count = before[...last].suffix(6).reversed().prefix(while: \.isLetter).count
      let name = last + 1 - count..<last + 1
      let spelled = String(decoding: text[name], as: UTF8.self)
      guard let mark = before[..<name.lowerBound].last, mark.isSpaceOrTab || mark == UInt8(ascii: ","),
        DMARCTagName(rawValue: spelled) != nil
      else { continue }
      note(.missingSeparator(before: spelled), name, effect)
      return name
    }
    return nil
  }
}

extension DMARCTagReader {
  /// The first one that is not part of another fault: a text full of them has one fault.
  private mutating func noteControlCharacter() {
    guard text.contains(where: \.isControl) else { return }
    let faulty = Set(found.flatMap(\.place))
    let first = text.indices.first { text[$0].isControl && !faulty.contains($0) }
    if let first { note(.controlCharacter(text[first]), first..<first + 1, .note) }
  }
}

extension UInt8 {
  /// What is neither a tab nor printable.
  fileprivate var isControl: Bool { self < 0x20 && self != 0x09 || self == 0x7F }
}

extension TagList.Tag {
  fileprivate var text: String { String(decoding: value, as: UTF8.self) }

  /// The word that the value is, in either case.
  fileprivate func word<Value>() -> Value? where Value: RawRepresentable<String>, Value: CaseIterable {
    Value.allCases.first { word in
      let letters = word.rawValue.utf8
      return value.count == letters.count && zip(value, letters).allSatisfy { $0.asciiLowercased == $1 }
    }
  }

  /// Whether it is a list of formats of failure reports (RFC 7489 §6.3), or of beginnings of their names, which OpenDMARC
  /// takes for them.
  fileprivate var isReportFormat: Bool {
    text.asciiLowercased.split(whereSeparator: { ":,".contains($0) }).allSatisfy { word in
      ["afrf", "iodef"].contains { $0.hasPrefix(word) }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Where the `!` of a size limit stands (RFC 7489 §6.4): digits and at most one of k, m, g, t up to the end.
  fileprivate var obsoleteSizeMark: Int? {
    guard let mark = lastIndex(of: UInt8(ascii: "!")) else { return nil }
    var size = self[(mark + 1)...]
    if let unit = size.last, "kmgt".utf8.contains(unit.asciiLowercased) { size.removeLast() }
    return !size.isEmpty && size.allSatisfy(\.isDigit) ? mark : nil
  }
}
