/// What broken entries leave behind: what they would have said is unknown, never absent.
extension ZoneIndexBuilder {
  /// `reader` has taken the owner and the type, as far as they can be read.
  mutating func takeBroken(
    _ fault: ZoneFileError.Fault, _ tokenizer: MasterFileTokenizer, _ octets: [UInt8], place: Int, line: Int,
    _ source: Int
  ) {
    let isOurs = fault.reason.effect == .unfollowed
    if let directive = BrokenDirective(tokenizer.tokens) {
      if !isSaid(fault, source, octets, line) { note(fault, source, octets, line, nil) }
      switch directive {
      case .origin: loseOrigin()
      case .timeToLive: break
      case .records: openGap(at: NameTree.root, .any, isOurs: isOurs)
      }
      return
    }
    if !isSaid(fault, source, octets, line) { note(fault, source, octets, line, reader.owner) }
    // What turned out to be no zone leaves no names behind.
    guard faults.foreignSource != source else { return }
    // A parenthesis alone says nothing that could be lost.
    let isParenthesis = octets.prefix { $0 != UInt8(ascii: ";") }.allSatisfy {
      $0.isWhitespace || $0 == UInt8(ascii: ")")
    }
    if isParenthesis { return }
    leave(fault.reason, octets, place: place, line: line, source, startsBlank: tokenizer.startsBlank)
    leaveSwallowed(octets, place: place, line: line, source)
  }

  /// Whether it follows from a mistake that was told, and is not told again; the first relative name behind a broken $ORIGIN
  /// tells of all of them.
  private mutating func isSaid(
    _ fault: ZoneFileError.Fault, _ source: Int, _ octets: [UInt8], _ line: Int
  ) -> Bool {
    switch fault.reason {
    case .noPreviousOwner: return isOwnerLost
    case .noOrigin where reader.isOriginLost:
      if !saidOriginLost {
        saidOriginLost = true
        note(ZoneFileError.Fault(.originLost, at: fault.position), source, octets, line, nil)
      }
      return true
    default: return false
    }
  }

  private mutating func loseOrigin() {
    reader.origin = nil
    origin = nil
    // One that is lost behind another is told with that.
    if !reader.isOriginLost { saidOriginLost = false }
    reader.isOriginLost = true
  }

  mutating func openGap(at top: NameTree.Number, _ type: RecordType, isOurs: Bool) {
    let gap = ZoneGap(type, isOurs: isOurs)
    gaps[top] = gaps[top]?.joined(with: gap) ?? gap
  }

  /// Of an entry whose type can be read, that type's records at its name are unknown, else all of them; of one whose name can't
  /// be read, those of every name that it may have.
  private mutating func leave(
    _ reason: ZoneFileError.Reason, _ octets: [UInt8], place: Int, line: Int, _ source: Int, startsBlank: Bool
  ) {
    guard let name = reader.owner else {
      openGap(at: origin ?? NameTree.root, reader.type ?? .any, isOurs: false)
      if !startsBlank {
        previousOwner = nil
        reader.previousOwner = nil
        isOwnerLost = true
      }
      return
    }
    let owner = tree.number(of: name)
    previousOwner = owner
    switch reason {
    // The first one counts; where the reading ends, all that follows is unknown.
    case .secondStartOfAuthority, .tooManyRecords: return
    // A type that servers know is not one of those that are asked for.
    case .unknownType where reason.effect == .unread:
      insertUnreadable(RecordType(rawValue: 0), at: owner, place: place, line: line, source)
      return
    default: break
    }
    if reader.type != nil { understoodCount += 1 }
    if reader.type == .soa, !tree[owner].marks.contains(.apex) {
      apexes.append(owner)
      tree[owner].marks.insert(.apex)
    }
    let isText = reader.type ?? .txt == .txt
    insertUnreadable(
      reader.type ?? .any, at: owner, place: place, line: line, source,
      isSPF: isText && String(decoding: octets, as: UTF8.self).asciiLowercased.contains("v=spf1"))
  }

  /// The lines that a broken entry of several lines has taken in, where they look like records: a parenthesis that is not closed
  /// in its place swallows them.
  private mutating func leaveSwallowed(_ octets: [UInt8], place: Int, line: Int, _ source: Int) {
    let lines = octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropFirst()
    for text in lines where !text.isEmpty {
      var tokenizer = MasterFileTokenizer(Array(text), line: line)
      _ = try? tokenizer.nextEntry()
      guard tokenizer.tokens.first?.isQuoted == false else { continue }
      let before = reader.previousOwner
      reader.understand(tokenizer.tokens, startsBlank: tokenizer.startsBlank)
      guard let name = reader.owner, let type = reader.type else {
        reader.previousOwner = before
        continue
      }
      let owner = tree.number(of: name)
      previousOwner = owner
      insertUnreadable(type, at: owner, place: place, line: line, source)
    }
  }
}

/// What a directive that can't be read may have been.
private enum BrokenDirective {
  case origin
  case timeToLive
  /// $INCLUDE, $GENERATE, or one that nobody knows: it may have made records.
  case records

  /// Nil where the tokens begin no directive.
  init?(_ tokens: [MasterFileToken]) {
    guard let first = tokens.first, !first.isQuoted, first.text.first == UInt8(ascii: "$") else { return nil }
    let word = String(decoding: first.text, as: UTF8.self)
    switch Spelling.nearest(to: word, among: ["$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE"]) {
    case "$ORIGIN": self = .origin
    case "$TTL": self = .timeToLive
    default: self = .records
    }
  }
}
