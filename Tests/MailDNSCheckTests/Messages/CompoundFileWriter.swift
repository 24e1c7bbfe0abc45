/// Writes compound files (MS-CFB) as Outlook does, for tests: version 3, small streams in the mini stream.
struct CompoundFileWriter {
  /// Streams of the root, in the order of the directory.
  var streams: [(name: String, octets: [UInt8])]

  var octets: [UInt8] {
    let end: UInt32 = 0xFFFF_FFFE
    let free: UInt32 = 0xFFFF_FFFF
    var sectors: [[UInt8]] = []
    var fat: [UInt32] = []
    func add(_ octets: [UInt8]) -> UInt32 {
      guard !octets.isEmpty else { return end }
      let first = UInt32(sectors.count)
      let count = (octets.count + 511) / 512
      for index in 0..<count {
        let piece = octets[(index * 512)..<min(octets.count, (index + 1) * 512)]
        sectors.append(Array(piece) + [UInt8](repeating: 0, count: 512 - piece.count))
        fat.append(index == count - 1 ? end : first + UInt32(index) + 1)
      }
      return first
    }
    var small: [UInt8] = []
    var smallFAT: [UInt32] = []
    var starts: [UInt32] = []
    for stream in streams {
      guard stream.octets.count < 4096 else {
        starts.append(add(stream.octets))
        continue
      }
      let count = (stream.octets.count + 63) / 64
      let first = UInt32(small.count / 64)
      starts.append(count == 0 ? end : first)
      for index in 0..<count { smallFAT.append(index == count - 1 ? end : first + UInt32(index) + 1) }
      small += stream.octets + [UInt8](repeating: 0, count: count * 64 - stream.octets.count)
    }
    let smallStart = add(small)
    let smallFATStart = add(smallFAT.flatMap(Self.octets))
    var directory = Self.entry(
      "Root Entry", 5, child: streams.isEmpty ? free : 1, right: free, start: smallStart, size: small.count)
    for (index, stream) in streams.enumerated() {
      // A list to the right is a tree, too.
      directory += Self.entry(
        stream.name, 2, child: free, right: index + 1 < streams.count ? UInt32(index + 2) : free,
        start: starts[index], size: stream.octets.count)
    }
    let directoryStart = add(directory)
    let fatStart = UInt32(sectors.count)
    let fatSectors = (fat.count + 1 + 127) / 128
    fat += [UInt32](repeating: 0xFFFF_FFFD, count: fatSectors)
    fat += [UInt32](repeating: free, count: fatSectors * 128 - fat.count)
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += [0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0] + [UInt8](repeating: 0, count: 10)
    header += [UInt32(fatSectors), directoryStart, 0, 4096, smallFATStart, smallFAT.isEmpty ? 0 : 1, end, 0]
      .flatMap(Self.octets)
    let places = (0..<109).map { $0 < fatSectors ? fatStart + UInt32($0) : free }
    header += places.flatMap(Self.octets)
    return header + sectors.flatMap { $0 } + fat.flatMap(Self.octets)
  }

  private static func octets(_ number: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }

  private static func entry(
    _ name: String, _ kind: UInt8, child: UInt32, right: UInt32, start: UInt32, size: Int
  ) -> [UInt8] {
    let units = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var entry = units + [UInt8](repeating: 0, count: 64 - units.count)
    entry += [UInt8(units.count + 2), 0, kind, 1]
    entry += octets(0xFFFF_FFFF) + octets(right) + octets(child) + [UInt8](repeating: 0, count: 36)
    return entry + octets(start) + octets(UInt32(size)) + octets(0)
  }
}
