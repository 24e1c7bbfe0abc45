extension ZoneSet {
  /// What is to be said of the file that `domain` stands in: at the zone's own name all of it, elsewhere what is about the
  /// domain, and whether the whole is refused.
  func findings(on domain: DomainName) -> [Finding] {
    guard let zone = zone(holding: domain), let file = file(of: zone.origin) else { return [] }
    let isOrigin = domain == zone.origin
    let faults = file.faults.kept.filter { fault in
      guard let owner = fault.owner else {
        return isOrigin || zone.hasRecords(at: domain, readOtherwiseBy: fault)
      }
      return owner.isAtOrBelow(domain)
        || isOrigin && !zones.keys.contains(where: { $0 != domain && owner.isAtOrBelow($0) })
    }
    var findings = faults.map(\.finding)
    if isOrigin, let assumed = file.assumedOrigin, assumed.name == zone.origin {
      findings.append(.zoneFile.originAssumed(zone.origin, (file.name, assumed.basis)))
    }
    let told = faults.count { $0.reason.effect == .refused }
    if file.faults.refused > told, let first = file.faults.kept.first(where: { $0.reason.effect == .refused })
    {
      findings.append(.zoneFile.refused(domain, (file.faults.refused, first)))
    }
    return findings
  }
}

extension Zone {
  /// Whether records at the domain, or at its `_dmarc` name, come from the $GENERATE directive whose lines servers read otherwise.
  fileprivate func hasRecords(at domain: DomainName, readOtherwiseBy fault: ZoneFileError) -> Bool {
    switch fault.reason {
    case .generateReadOtherwise, .textCut: break
    default: return false
    }
    return [domain, try? domain.prepending("_dmarc")].compactMap(\.self)
      .contains { name in
        records(at: name).contains { $0.line == fault.position.line && $0.file == fault.file }
      }
  }
}

extension ZoneFileError {
  fileprivate var finding: Finding {
    let place = "\(VisibleText(file)):\(position.line)"
    var finding: Finding
    switch reason.effect {
    case .refused: finding = .zoneFile.lineRefused(place, self)
    case .lost: finding = .zoneFile.lineLost(place, self, severity: concernsMail ? .warning : .info)
    case .harmless: finding = .zoneFile.lineUnportable(place, self)
    case .unread: finding = .zoneFile.lineUnread(place, self)
    case .unfollowed: finding = .zoneFile.partUnknown(place, self)
    }
    finding.filePlace = ZoneFilePlace(file: file, line: position.line)
    return finding
  }

  /// Whether mail goes by what is lost.
  private var concernsMail: Bool {
    switch reason {
    case .textCut, .finalDotMissing: break
    default: return true
    }
    let text = line.asciiLowercased
    if ["v=spf1", "v=dmarc1", "v=dkim1", "_domainkey", "_dmarc"].contains(where: text.contains) {
      return true
    }
    return text.split(whereSeparator: \.isWhitespace).contains("mx")
  }
}
