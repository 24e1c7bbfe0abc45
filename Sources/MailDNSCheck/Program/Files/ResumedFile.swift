import Glibc

/// The NDJSON file of a run that was cut off: what it holds need not be checked again, and the rest is put behind it.
struct ResumedFile: Sendable {
  let path: String
  /// The domains that are in it, as reports name them.
  let domains: Set<String>
  /// The worst status of theirs.
  let status: Status
  /// Held as long as this is: two runs would write into each other's lines, and check the same domains.
  private let lock: Lock

  /// What every line of ours begins with.
  private static let beginning = Array(#"{"checkedAt":""#.utf8)

  /// Octets of a line that can be one of ours; beyond, it is something else.
  private static let maximumLine = 16 << 20

  /// Reads what is there, and cuts off a last line that was never finished. A file that is not there is made. Throws where a
  /// line is no report of ours, or one without the part that this run is about, told by its `key`.
  init(_ path: String, key: String) throws(ProgramError) {
    let place: FileTarget
    do { place = try FileTarget(path) } catch {
      throw error.programError(path) { .input(path: path, $0) }
    }
    let descriptor = open(place.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw .input(path: path, .last) }
    lock = Lock(descriptor)
    guard lock.isHeld else { throw .inUse(path: path) }
    var domains: Set<String> = []
    var status = Status.ok
    var line: [UInt8] = []
    var complete = 0
    var number = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .input(path: path, .last) }
      if count == 0 { break }
      for octet in buffer[..<count] {
        line.append(octet)
        guard octet == UInt8(ascii: "\n") else { continue }
        number += 1
        guard let entry = Entry(line, key: key) else { throw .notResumable(path: path, line: number) }
        guard entry.hasPart else { throw .resumedInPart(path: path, line: number) }
        domains.insert(entry.domain)
        status = max(status, entry.status)
        complete += line.count
        line.removeAll(keepingCapacity: true)
      }
      guard line.count <= Self.maximumLine else { throw .notResumable(path: path, line: number + 1) }
    }
    // What is cut off is to be ours, not the only line of another file.
    guard line.isEmpty || Self.beginning.starts(with: line) || line.starts(with: Self.beginning) else {
      throw .notResumable(path: path, line: number + 1)
    }
    guard line.isEmpty || ftruncate(descriptor, off_t(complete)) == 0 else {
      throw .output(path: path, .last)
    }
    (self.path, self.domains, self.status) = (path, domains, status)
  }

  /// The open file, locked against other runs (flock(2)) until this goes or the process ends.
  private final class Lock: Sendable {
    private let descriptor: Int32
    /// False where another run has it. A file system without locks has nobody to wait for.
    let isHeld: Bool

    init(_ descriptor: Int32) {
      self.descriptor = descriptor
      isHeld = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
    }

    deinit { close(descriptor) }
  }

  /// What one line of ours says.
  private struct Entry {
    let domain: String
    let status: Status
    /// Whether the part that is told by the key is there.
    let hasPart: Bool

    init?(_ line: [UInt8], key: String) {
      guard line.first == UInt8(ascii: "{") else { return nil }
      var (domain, status, hasPart): (String?, Status?, Bool) = (nil, nil, false)
      let isReport = line.withUnsafeBytes { octets in
        var scanner = JSONScanner(octets)
        do throws(JSONScanner.Fault) {
          try scanner.object { scanner, name throws(JSONScanner.Fault) in
            switch name {
            case "domain": domain = try scanner.text()
            case "status": status = try scanner.text().flatMap(Status.init(rawValue:))
            case key:
              hasPart = scanner.next() == UInt8(ascii: "{")
              try scanner.skip()
            default: try scanner.skip()
            }
          }
          return scanner.next() == nil
        } catch {
          return false
        }
      }
      guard isReport, let domain, let status else { return nil }
      (self.domain, self.status, self.hasPart) = (domain, status, hasPart)
    }
  }
}
