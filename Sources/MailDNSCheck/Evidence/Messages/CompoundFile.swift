/// A compound file (MS-CFB): streams in storages, as a file system in a file. Read as far as `.msg` files need it; every
/// count and chain is bounded by the size of the file.
struct CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// A stream or storage of the directory (MS-CFB §2.6).
  struct Entry: Hashable, Sendable {
    let name: String
    let kind: Kind
    let child: Int?
    let left: Int?
    let right: Int?
    fileprivate let start: UInt32
    let size: Int

    enum Kind: UInt8, Sendable {
      case storage = 1
      case stream = 2
      case root = 5
    }
  }

  private let octets: [UInt8]
  private let sectorSize: Int
  /// The sector that follows each sector (the FAT), and each small one (the mini FAT).
  private var next: [UInt32] = []
  private var nextSmall: [UInt32] = []
  private var small: [UInt8] = []
  /// Nil for unused places.
  private(set) var entries: [Entry?] = []
  private let smallLimit: Int

  private static let smallSize = 64
  /// Sector numbers from here on have meanings of their own (§2.1).
  private static let firstSpecial: UInt32 = 0xFFFF_FFFA
  private static let maximumEntries = 100_000

  /// Nil where the file is none.
  init?(_ octets: [UInt8]) {
    guard octets.count >= 512, octets.starts(with: Self.signature) else { return nil }
    self.octets = octets
    let shift = Self.number16(octets, 30)
    guard shift == 9 || shift == 12 else { return nil }
    sectorSize = 1 << shift
    smallLimit = Int(Self.number32(octets, 56))
    guard smallLimit <= 1 << 20 else { return nil }
    next = allocationTable()
    let directory = chain(from: Self.number32(octets, 48), atMost: Self.maximumEntries * 128)
    entries = stride(from: 0, to: directory.count - 127, by: 128).map { Self.entry(directory, $0) }
    guard let root = entries.first.flatMap(\.self), root.kind == .root else { return nil }
    nextSmall = Self.numbers(chain(from: Self.number32(octets, 60), atMost: octets.count))
    small = chain(from: root.start, atMost: octets.count)
  }

  /// The FAT: its sectors are listed in the header, and in a chain of sectors of their own (the DIFAT, §2.5).
  private func allocationTable() -> [UInt32] {
    var places = stride(from: 76, to: 512, by: 4).map { Self.number32(octets, $0) }
    var list = Self.number32(octets, 68)
    var seen = 0
    while list < Self.firstSpecial, let sector = sector(list), seen <= octets.count / sectorSize {
      let numbers = Self.numbers(Array(sector))
      places += numbers.dropLast()
      list = numbers.last ?? Self.firstSpecial
      seen += 1
    }
    // No more sectors than the file has.
    return places.prefix { $0 < Self.firstSpecial }.prefix(octets.count / sectorSize).flatMap { place in
      sector(place).map { Self.numbers(Array($0)) } ?? []
    }
  }

  /// The stream of `entry`; cut off where the file is.
  func contents(of entry: Entry) -> [UInt8] {
    guard entry.kind == .stream else { return [] }
    if entry.size < smallLimit { return smallChain(from: entry.start, atMost: entry.size) }
    return chain(from: entry.start, atMost: entry.size)
  }

  /// The entries directly in the storage at `index`: a tree of siblings (§2.6.4), each visited once.
  func children(of index: Int) -> [(index: Int, entry: Entry)] {
    guard entries.indices.contains(index), let storage = entries[index] else { return [] }
    var found: [(index: Int, entry: Entry)] = []
    var waiting = [storage.child].compactMap(\.self)
    var seen: Set<Int> = []
    while let next = waiting.popLast() {
      guard entries.indices.contains(next), let entry = entries[next], seen.insert(next).inserted else {
        continue
      }
      found.append((next, entry))
      waiting += [entry.left, entry.right].compactMap(\.self)
    }
    return found
  }

  private func sector(_ number: UInt32) -> ArraySlice<UInt8>? {
    let start = (Int(number) + 1) * sectorSize
    guard number < Self.firstSpecial, start < octets.count else { return nil }
    return octets[start..<min(octets.count, start + sectorSize)]
  }

  private func chain(from first: UInt32, atMost size: Int) -> [UInt8] {
    var result: [UInt8] = []
    var number = first
    // A chain that comes back to itself ends with the size of the file.
    let limit = min(size, octets.count)
    while result.count < limit, let sector = sector(number) {
      result += sector.prefix(limit - result.count)
      guard Int(number) < next.count else { break }
      number = next[Int(number)]
    }
    return result
  }

  private func smallChain(from first: UInt32, atMost size: Int) -> [UInt8] {
    var result: [UInt8] = []
    var number = first
    let limit = min(size, small.count)
    while result.count < limit, number < Self.firstSpecial {
      let start = Int(number) * Self.smallSize
      guard start < small.count else { break }
      result += small[start..<min(small.count, start + Self.smallSize)].prefix(limit - result.count)
      guard Int(number) < nextSmall.count else { break }
      number = nextSmall[Int(number)]
    }
    return result
  }

  private static func entry(_ directory: [UInt8], _ start: Int) -> Entry? {
    guard let kind = Entry.Kind(rawValue: directory[start + 66]) else { return nil }
    let length = min(64, Int(number16(directory, start + 64)))
    let name =
      CharacterEncoding.utf16LittleEndian.decode(directory[start..<(start + max(0, length - 2))]) ?? ""
    func index(_ place: Int) -> Int? {
      let number = number32(directory, start + place)
      return number < firstSpecial ? Int(number) : nil
    }
    return Entry(
      name: name, kind: kind, child: index(76), left: index(68), right: index(72),
      start: number32(directory, start + 116), size: Int(number32(directory, start + 120)))
  }

  private static func number16(_ octets: [UInt8], _ place: Int) -> UInt16 {
    UInt16(octets[place]) | UInt16(octets[place + 1]) << 8
  }

  private static func number32(_ octets: [UInt8], _ place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(octets[place + $1]) << UInt32(8 * $1) }
  }

  private static func numbers(_ octets: [UInt8]) -> [UInt32] {
    stride(from: 0, to: octets.count - 3, by: 4).map { number32(octets, $0) }
  }
}
