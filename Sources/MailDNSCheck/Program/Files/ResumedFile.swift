import Glibc

/// The NDJSON file of a run that was cut off: what it holds need not be checked again, and the rest is put behind it.
struct ResumedFile: Sendable {
  let path: String
  /// The domains that are in it, as reports name them.
  let domains: Set<String>
  /// What it says of lines of the list that name no domain.
  let problems: Set<String>
  /// The worst status of theirs.
  let status: Status
  /// Held as long as this is: two runs would write into each other's lines, and check the same domains.
  private let lock: Lock

  /// What every line of ours begins with.
  private static let beginning = Array(#"{"checkedAt":""#.utf8)

  /// Octets of a line that can be one of ours; beyond, it is something else.
  private static let maximumLine = 16 << 20

  /// Reads what is there, and cuts off a last line that was never finished, or that says that the run was ended. A byte order
  /// mark at the beginning and empty lines, as an editor leaves them, are passed over. A file that is not there is made. Throws where a line is no report of
  /// ours, or one without the part that this run is about, told by its `key`, and where it is no regular file: nothing can be
  /// put behind what a pipe holds, and whoever read it could wait for ever.
  init(_ path: String, key: String) throws(ProgramError) {
    let place: FileTarget
    do { place = try FileTarget(path) } catch {
      throw error.programError(path) { .input(path: path, $0) }
    }
    var info = stat()
    if stat(place.path, &info) == 0, ![S_IFREG, S_IFDIR].contains(info.st_mode & S_IFMT) {
      throw .noRegularFile(path: path)
    }
    let descriptor = open(place.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw .input(path: path, .last) }
    lock = Lock(descriptor)
    guard lock.isHeld else { throw .inUse(path: path) }
    var content = Content(path: path, key: key)
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .input(path: path, .last) }
      if count == 0 { break }
      try content.take(buffer[..<count], after: &line)
      guard line.count <= Self.maximumLine else { throw content.notResumable }
    }
    // What is cut off is to be ours, not the only line of another file.
    let last = content.text(of: line[...])
    guard last.isEmpty || Self.beginning.starts(with: last) || last.starts(with: Self.beginning) else {
      throw content.notResumable
    }
    let isWhole = line.isEmpty && content.lasting == content.complete
    guard isWhole || ftruncate(descriptor, off_t(content.lasting)) == 0 else {
      throw .output(path: path, .last)
    }
    (self.path, domains, status) = (path, content.domains, content.status)
    problems = content.problems
  }

  private static let bufferSize = 1 << 20

  /// What the lines read so far say.
  private struct Content {
    let path: String
    let key: String
    var domains: Set<String> = []
    var problems: Set<String> = []
    var status = Status.ok
    /// Octets of the lines that were whole.
    var complete = 0
    /// The same without a last one that says that the run was ended before its time: this one goes on.
    var lasting = 0
    private var number = 0

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(path: String, key: String) { (self.path, self.key) = (path, key) }

    /// The line behind those read so far is none of ours.
    var notResumable: ProgramError { .notResumable(path: path, line: number + 1) }

    /// What the line behind those read so far says: nothing where it is empty.
    func text(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      let marked = number == 0 && line.starts(with: Self.byteOrderMark)
      let text = marked ? line.dropFirst(Self.byteOrderMark.count) : line
      return text.drop { $0.isWhitespace }
    }

    /// Takes the lines that `octets` end; `line` is the beginning of the first one, and then that of the one to come.
    mutating func take(_ octets: ArraySlice<UInt8>, after line: inout [UInt8]) throws(ProgramError) {
      var start = octets.startIndex
      while let end = octets[start...].firstLineFeed {
        if line.isEmpty {
          try take(octets[start...end])
        } else {
          line += octets[start...end]
          try take(line[...])
          line.removeAll(keepingCapacity: true)
        }
        start = end + 1
      }
      line += octets[start...]
    }

    private mutating func take(_ line: ArraySlice<UInt8>) throws(ProgramError) {
      let text = text(of: line)
      let entry = Entry(text, key: key)
      guard text.isEmpty || entry != nil else { throw notResumable }
      number += 1
      // An empty line behind such a last one goes with it.
      let isBehindReport = lasting == complete
      complete += line.count
      guard let entry else {
        if isBehindReport { lasting = complete }
        return
      }
      switch entry.subject {
      case .cutOff: return
      case .problem(let message): problems.insert(message)
      case .domain(let domain):
        guard entry.hasPart else { throw .resumedInPart(path: path, line: number) }
        domains.insert(domain)
        status = max(status, entry.status)
      }
      lasting = complete
    }
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
    let subject: Subject
    let status: Status
    /// Whether the part that is told by the key is there.
    let hasPart: Bool

    init?(_ line: ArraySlice<UInt8>, key: String) {
      guard line.first == UInt8(ascii: "{") else { return nil }
      var (domain, status, hasPart): (String?, Status?, Bool) = (nil, nil, false)
      var problem: Subject?
      let isReport = line.withUnsafeBytes { octets in
        var scanner = JSONScanner(octets)
        do throws(JSONScanner.Fault) {
          try scanner.object { scanner, name throws(JSONScanner.Fault) in
            switch name {
            case "domain": domain = try scanner.text()
            case "findings": problem = try Self.problem(&scanner)
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
      guard isReport, let status, let subject = domain.map(Subject.domain) ?? problem
      else { return nil }
      (self.subject, self.status, self.hasPart) = (subject, status, hasPart)
    }

    enum Subject {
      case domain(String)
      /// The run was ended before its time.
      case cutOff
      /// A line of the list, or a list, that could not be used, by the message.
      case problem(String)
    }

    /// What the first finding is about, where that is what the run was given; the value is passed over.
    private static func problem(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Subject? {
      let input = Finding.input
      var (problem, isFirst): (Subject?, Bool) = (nil, true)
      try scanner.array { scanner throws(JSONScanner.Fault) in
        guard isFirst else { return try scanner.skip() }
        isFirst = false
        var (id, message): (String?, String?) = (nil, nil)
        try scanner.object { scanner, name throws(JSONScanner.Fault) in
          switch name {
          case "id": id = try scanner.text()
          case "message": message = try scanner.text()
          default: try scanner.skip()
          }
        }
        switch id {
        case input.lineRefused.kind.id, input.unusable.kind.id: problem = message.map(Subject.problem)
        case input.cutOff.kind.id: problem = .cutOff
        default: break
        }
      }
      return problem
    }
  }
}
