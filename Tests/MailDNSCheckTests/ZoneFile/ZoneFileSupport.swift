import Testing

@testable import MailDNSCheck

/// The lines that most tests begin with: origin, TTL and SOA, two lines long.
let zoneHead = """
  $ORIGIN example.com.
  @ 3600 SOA ns hostmaster 1 2h 30m 2w 300

  """

func zoneFile(_ text: String, name: String = "example.zone") throws -> ZoneFile {
  try ZoneFile(name: name, octets: Array(text.utf8))
}

/// The one zone of a file that begins with `zoneHead`.
func parsedZone(_ text: String, origin: String = "example.com") throws -> Zone {
  try #require(try zoneFile(zoneHead + text).zones[fqdn(origin)])
}

/// The records of a master file in order, in the notation `owner TTL data`.
func parsedRecords(_ text: String) throws -> [ResourceRecord] {
  var octets = Array(text.utf8)
  if octets.starts(with: [0xEF, 0xBB, 0xBF]) { octets.removeFirst(3) }
  var tokenizer = MasterFileTokenizer(octets)
  var reader = EntryReader()
  var records: [ResourceRecord] = []
  while let entry = try tokenizer.nextEntry() {
    if case .record(let record) = try reader.read(entry) { records.append(record.record) }
  }
  return records
}

func zoneSet(_ files: (name: String, text: String)...) throws -> ZoneSet {
  try ZoneSet(files: files.map { ($0.name, Array($0.text.utf8)) })
}

extension ZoneFile {
  /// The file with that content, in which every line is to be read whole: the first that is not is thrown.
  init(name: String, octets: [UInt8]) throws(ZoneFileError) {
    do throws(UnusableZoneFile) {
      try self.init(name: name, content: FileContent(octets))
    } catch {
      throw error.errors[0]
    }
    let fault = faults.kept.first { fault in
      switch fault.reason {
      case .stringTooLong, .outsideEveryZone: true
      default: [.refused, .unread, .unfollowed].contains(fault.reason.effect)
      }
    }
    if let fault { throw fault }
  }
}

extension ZoneSet {
  init(files: [(name: String, octets: [UInt8])]) throws(ZoneFileError) {
    self.init()
    for (name, octets) in files { try add(try ZoneFile(name: name, octets: octets)) }
  }
}

extension Zone {
  /// Every record, name by name.
  var records: [ZoneRecord] { names.flatMap { records(at: $0) } }
}

/// The error of the file called `example.zone` with this content, as an English reader sees it; nil where it has none.
func zoneFileErrorText(_ text: String, _ language: Language = .english) -> String? {
  do {
    _ = try zoneFile(text)
    return nil
  } catch let error as ZoneFileError {
    return error.wording[language]
  } catch {
    return "\(error)"
  }
}

func fqdn(_ text: String) -> DomainName { DomainName(text)! }

func asking(_ text: String, _ type: RecordType) -> Question { Question(fqdn(text), type) }

func txt(_ strings: String...) -> RecordData { .txt(CharacterStrings(strings.map { Array($0.utf8) })!) }

func ipv4(_ text: String) -> RecordData { .a(IPv4Address(text)!) }

func rr(_ owner: String, _ data: RecordData, timeToLive: UInt32 = 3600) -> ResourceRecord {
  ResourceRecord(owner: fqdn(owner), timeToLive: timeToLive, data: data)
}
