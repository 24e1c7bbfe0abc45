/// Names of a zone of OctoDNS: labels of U-labels and whatever else, without the zone's own.
enum OctoDNSName {
  /// The name that `text` spells below `origin`; nil where it spells none.
  static func owner(_ text: String, below origin: DomainName) -> DomainName? {
    guard !text.isEmpty else { return origin }
    guard text != "@", text.last != ".", !hasWideSigns(text), let ascii = ALabels.text(of: text),
      let name = try? DomainName(presentation: OctoDNSLine.word(ascii.utf8))
    else { return nil }
    return DomainName(wire: name.wire.dropLast() + origin.wire)
  }

  /// The zone in a path: `example.co.jp.yaml`, or a file in the folder `example.co.jp.`, which is then one of several. Nil where
  /// there is none.
  static func zone(inPath path: String) -> (origin: DomainName, isPart: Bool)? {
    let parts = path.split(separator: "/")
    guard let file = parts.last, isYAML(path) else { return nil }
    if let folder = parts.dropLast().last, folder.count > 1, folder.last == ".",
      let origin = zone(named: folder.dropLast())
    {
      return (origin, true)
    }
    return file.lastIndex(of: ".").flatMap { zone(named: file[..<$0]) }.map { ($0, false) }
  }

  /// Whether there are ASCII signs of full width, which OctoDNS's IDNA refuses where others make ASCII of them.
  static func hasWideSigns(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0xFF01...0xFF5E).contains($0.value) }
  }

  /// Whether a name with its final dot, of A-labels, is one that OctoDNS takes for a host's: two labels at least, of letters,
  /// digits, hyphens within and low lines.
  static func isHost(_ text: String) -> Bool {
    let labels = text.utf8.dropLast().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { $0.isHostLabel(with: UInt8(ascii: "_")) }
  }

  static func isYAML(_ path: String) -> Bool {
    let name = path.asciiLowercased
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// OctoDNS takes no zone of one label.
  private static func zone(named text: Substring) -> DomainName? {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1,
      labels.allSatisfy({ label in
        !label.isEmpty
          && label.utf8.allSatisfy { $0.isLetterDigitHyphen || $0 >= 0x80 || "_/".utf8.contains($0) }
      })
    else { return nil }
    return ALabels.text(of: String(text)).flatMap { DomainName($0) }
  }
}
