import Glibc

/// The NDJSON file of a run that was cut off.
enum ResumedFileTarget {
  /// One for the whole process, removed at once by name but for the time of a run.
  private static let path = "/tmp/maildnscheck-fuzz-\(getpid()).ndjson"

  static func run(_ octets: [UInt8]) {
    write(octets)
    defer { unlink(path) }
    do throws(ProgramError) {
      let first = try read()
      for domain in first.domains { _ = try? MailDomain(pasted: domain) }
      let whole = octets.lastIndex(of: UInt8(ascii: "\n")).map { octets[...$0] } ?? []
      demand((try? FileReader.contents(of: path, atMost: 1 << 24)) == Array(whole), "only the last line goes")
      demand(try read() == first, "it says the same again")
    } catch {
      demandVisible(error.wording)
      demand((try? FileReader.contents(of: path, atMost: 1 << 24)) == octets, "nothing has been changed")
    }
  }

  /// The file is locked no longer when this returns.
  private static func read() throws(ProgramError) -> (domains: Set<String>, status: Status) {
    let file = try ResumedFile(path, key: "route")
    return (file.domains, file.status)
  }

  private static func write(_ octets: [UInt8]) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(descriptor) }
    guard descriptor >= 0, Glibc.write(descriptor, octets, octets.count) == octets.count else {
      fatalError("can't write \(path)")
    }
  }
}
