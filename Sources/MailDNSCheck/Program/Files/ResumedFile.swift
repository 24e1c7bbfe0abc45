import Glibc

/// The NDJSON file of a run that was cut off: what it holds need not be checked again, and the rest is put behind it.
struct ResumedFile: Sendable {
  let path: String
  /// The domains that are in it, as reports name them.
  let domains: Set<String>
  /// The worst status of theirs.
  let status: Status

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
    let part = Array("\"\(key)\":{".utf8)
    defer { close(descriptor) }
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
        guard let entry = Entry(line) else { throw .notResumable(path: path, line: number) }
        guard line.contains(part) else { throw .resumedInPart(path: path, line: number) }
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

  /// What one line of ours says. Its keys are sorted, and quotation marks within texts are escaped, so that a key can be
  /// told by its octets alone.
  private struct Entry {
    let domain: String
    let status: Status

    init?(_ line: [UInt8]) {
      guard line.first == UInt8(ascii: "{"), let domain = Self.value(behind: #""domain":""#, in: line),
        let word = Self.value(behind: #""status":""#, in: line, isLast: true),
        let status = Status(rawValue: word)
      else { return nil }
      (self.domain, self.status) = (domain, status)
    }

    private static func value(behind key: String, in line: [UInt8], isLast: Bool = false) -> String? {
      let key = Array(key.utf8)
      let starts = line.indices.lazy.filter { line[$0] == key[0] && line[$0...].starts(with: key) }
      guard let start = isLast ? Array(starts).last : starts.first else { return nil }
      let value = line[(start + key.count)...].prefix { $0 != UInt8(ascii: "\"") }
      return String(decoding: value, as: UTF8.self)
    }
  }
}
