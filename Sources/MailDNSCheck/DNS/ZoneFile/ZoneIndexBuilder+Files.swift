/// $INCLUDE (RFC 1035 §5.1), $GENERATE, and what is said of a file.
extension ZoneIndexBuilder {
  /// Reads another file. Origin and owner afterwards are what they were (RFC 1035 §5.1).
  mutating func include(
    _ file: MasterFileToken, _ origin: DomainName?, _ source: Int
  ) throws(ZoneFileError.Fault) {
    guard depth < Self.maximumDepth, sources.count <= Self.maximumIncludes else {
      throw file.fault(
        .includesTooMuch(maximum: depth < Self.maximumDepth ? Self.maximumIncludes : Self.maximumDepth))
    }
    let name = String(decoding: try file.unescaped(), as: UTF8.self)
    let found: (path: String, content: FileContent)
    do throws(IncludeFailure) {
      found = try includes.file(name, from: sources[source].name)
    } catch {
      switch error {
      case .outside: throw file.fault(.includeOutside(file.shown))
      case .unreadable(let error): throw file.fault(.includeUnreadable(file.shown, error))
      }
    }
    guard octetCount + found.content.octets.count <= Self.maximumOctets else {
      throw file.fault(.includesTooMuch(maximum: Self.maximumOctets))
    }
    let before = (reader.origin, self.origin, previousOwner, reader.isOriginLost, isOwnerLost)
    if let origin { setOrigin(origin) }
    depth += 1
    scan(ZoneSource(name: found.path, content: found.content))
    depth -= 1
    (reader.origin, self.origin, previousOwner, reader.isOriginLost, isOwnerLost) = before
    reader.previousOwner = nil
  }

  mutating func generate(
    _ generation: Generation, place: Int, line: Int, _ source: Int
  ) throws(ZoneFileError.Fault) {
    directive = (generation.position, told: generation.ambiguity == nil && !generation.isCut ? [] : [.lost])
    defer { directive = nil }
    if generation.isCut { hasUnquotedTexts = true }
    for value in generation.values where !isOver {
      let text = try generation.line(value)
      octetCount += text.count
      guard generated.count < Self.maximumGenerated, octetCount <= Self.maximumOctets else {
        isOver = true
        throw ZoneFileError.Fault(.generatesTooMuch(maximum: Self.maximumGenerated), at: generation.position)
      }
      generated.append(GeneratedLine(place: UInt32(place), value: UInt32(value)))
      read(text, place: generated.count - 1, line: line, source, .generated)
    }
  }

  mutating func giveUp(_ source: Int, _ line: Int) {
    isOver = true
    note(
      ZoneFileError.Fault(
        .tooManyFaults(maximum: Self.maximumEndless), at: ZoneFilePosition(line: line, column: 1)), source)
  }

  mutating func note(_ fault: ZoneFileError.Fault, _ source: Int) { note(fault, source, [], 0, nil) }

  /// `octets` are those of the entry, which begins on that line.
  mutating func note(
    _ fault: ZoneFileError.Fault, _ source: Int, _ octets: [UInt8], _ line: Int, _ owner: DomainName?
  ) {
    var fault = fault
    if let position = directive?.position {
      // Its lines are alike, and are nowhere to be looked at.
      guard directive?.told.insert(fault.reason.effect).inserted == true else { return }
      fault = ZoneFileError.Fault(fault.reason, at: position)
    }
    let file = sources[source]
    guard isZone[source] || fault.reason.effect != .refused || fault.reason == .byteOrderMark else {
      // What is included and begins with something else than a zone is shown to nobody.
      faults.foreignSource = source
      openGap(at: NameTree.root, .any, isOurs: false)
      faults.add(ZoneFileError(file: file.name, ZoneFileError.Fault(.includeIsNoZone, at: .start)))
      return
    }
    let place = ZoneFileError.Fault(fault.reason, at: file.position(of: fault.position))
    let line = octets.isEmpty ? "" : ZoneFileFaults.shown(line: fault.position.line - line, of: octets)
    note(inFile: place, source, owner, line)
  }

  /// The place is one of the file as it is, and not of a master file that was made of it. `line` is shown where the file's own
  /// lines are not.
  mutating func note(
    inFile fault: ZoneFileError.Fault, _ source: Int, _ owner: DomainName?, _ line: String = ""
  ) {
    let file = sources[source]
    var error = ZoneFileError(file: file.name, fault)
    error.line = file.translation?.shownLine(fault.position.line) ?? line
    error.owner = owner
    error.dialect = dialect
    faults.add(error)
  }
}

extension ZoneFilePosition {
  /// The place of the octet at `index`, counted from `start`, which begins the line of that number.
  init(of index: Int, in octets: UnsafeRawBufferPointer, from start: Int, line: Int) {
    var (line, column) = (line, 1)
    for octet in octets[start..<index] {
      if octet == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if !octet.isContinuation {
        column += 1
      }
    }
    self.init(line: line, column: column)
  }
}
