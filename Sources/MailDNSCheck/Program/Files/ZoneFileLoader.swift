import Glibc

/// Reads the zone files that the command line names.
struct ZoneFileLoader {
  let operands: [ZoneFileOperand]
  let includeFolders: [String]
  /// The one domain that is checked, whose origin a file without one may have.
  let checked: DomainName?

  /// A file of a folder that is not answered from, and why.
  struct LeftOut {
    let path: String
    let reason: Reason

    enum Reason {
      case unreadable(Errno)
      case unusable(ZoneFileError)
    }
  }

  func load() throws(ProgramError) -> (zones: ZoneSet, leftOut: [LeftOut]) {
    var zones = ZoneSet()
    var leftOut: [LeftOut] = []
    for operand in operands {
      let items: [OperandFiles.Item]
      do throws(Errno) { items = try OperandFiles.list(operand.path) } catch {
        throw .zoneFile(path: operand.path, error)
      }
      var isEmpty = true
      for (item, parts) in Self.grouped(items) {
        do throws(Obstacle) {
          try add(item, parts, operand.origin, to: &zones)
          isEmpty = false
        } catch {
          let path = item.path ?? "-"
          switch error {
          case .system(let error) where item.isNamed: throw .zoneFile(path: path, error)
          case .file(let error) where item.isNamed: throw .zone(error.errors)
          case .system(let error): leftOut.append(LeftOut(path: path, reason: .unreadable(error)))
          case .file(let error):
            leftOut += error.errors.prefix(1).map { LeftOut(path: path, reason: .unusable($0)) }
          }
        }
      }
      if isEmpty { throw .noZoneFile(path: operand.path, leftOut: leftOut) }
    }
    return (zones, leftOut)
  }

  private enum Obstacle: Error {
    case system(Errno)
    case file(UnusableZoneFile)
  }

  /// The files of a folder, those of one zone of OctoDNS together: with the others of it, nil where it is in one file.
  private static func grouped(
    _ items: [OperandFiles.Item]
  ) -> [(first: OperandFiles.Item, others: [OperandFiles.Item]?)] {
    var groups: [(first: OperandFiles.Item, others: [OperandFiles.Item]?)] = []
    var numbers: [String: Int] = [:]
    for item in items {
      guard !item.isNamed, let path = item.path, let zone = OctoDNSName.zone(inPath: path),
        let end = path.lastIndex(of: zone.isPart ? "/" : ".")
      else {
        groups.append((item, nil))
        continue
      }
      // `example.org./www.yaml`, and `example.org.yaml` beside the folder, which stands behind it.
      let folder = zone.isPart ? String(path[..<end]) : String(path[...end])
      if let number = numbers[folder] {
        groups[number].others?.append(item)
      } else if zone.isPart {
        numbers[folder] = groups.count
        groups.append((item, []))
      } else {
        groups.append((item, nil))
      }
    }
    return groups
  }

  private func content(of item: OperandFiles.Item) throws(Obstacle) -> FileContent {
    do throws(Errno) { return try FileContent(of: item.path, atMost: ZoneFile.maximumSize) } catch {
      throw .system(error)
    }
  }

  private func add(
    _ item: OperandFiles.Item, _ others: [OperandFiles.Item]?, _ origin: DomainName?, to zones: inout ZoneSet
  ) throws(Obstacle) {
    let content = try content(of: item)
    var parts: [(name: String, content: FileContent)]?
    if let others {
      parts = []
      for other in others { parts?.append((other.path ?? "-", try self.content(of: other))) }
    }
    let hints = OriginHints(
      stated: origin, inFileName: item.path.flatMap { OriginHints.domain(inFileName: $0) }, checked: checked)
    do throws(UnusableZoneFile) {
      let file = try ZoneFile(
        name: item.path ?? "-", content: content, hints: hints,
        includes: IncludeFolders(file: item.path, named: includeFolders), parts: parts)
      // In a folder, what lacks it is a part of another file.
      if !item.isNamed, let part = file.faults.kept.first(where: { $0.reason == .noStartOfAuthority }) {
        throw UnusableZoneFile(part)
      }
      do throws(ZoneFileError) { try zones.add(file) } catch { throw UnusableZoneFile(error) }
    } catch {
      throw .file(error)
    }
  }
}

extension ZoneFileLoader.LeftOut {
  var wording: Wording {
    switch reason {
    case .unreadable(let error):
      Wording(
        "left out: \(VisibleText(path)): \(error)",
        "対象外のファイル: \(VisibleText(path)): \(error.wording.japanese)")
    case .unusable(let error):
      Wording("left out: \(error.wording.english)", "対象外のファイル: \(error.wording.japanese)")
    }
  }
}
