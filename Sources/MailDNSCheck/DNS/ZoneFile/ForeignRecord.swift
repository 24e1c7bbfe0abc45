/// A line of a zone file that is a record to one program only. It has no place in DNS: the server makes other records of it,
/// which nobody can tell from the file.
struct ForeignRecord: Hashable, Sendable {
  /// As the file has it, in capitals.
  let name: String
  let program: Program
  /// What the server makes of it, and what therefore is not known.
  let types: [RecordType]

  enum Program: String, Sendable {
    case powerDNS = "PowerDNS"
    case route53 = "Route 53"
    case windows = "Windows DNS"
    case octoDNS = "OctoDNS"
    case several = "DNS hosting services"
  }

  /// Nil where `word`, which stands in the place of the class or the type, is something else. Takes what belongs to it.
  init?(_ word: ArraySlice<UInt8>, _ fields: inout MasterFileFields) {
    if word.equalsIgnoringCase("AWS") {
      // As cli53 writes it: `AWS ALIAS A target zone true`.
      guard fields.take(where: { $0.equalsIgnoringCase("ALIAS") }) != nil else { return nil }
      self.init("AWS ALIAS", .route53, Self.type(in: &fields) ?? Self.addresses)
    } else if word.equalsIgnoringCase("ALIAS") {
      self.init("ALIAS", .powerDNS, Self.addresses)
    } else if word.equalsIgnoringCase("ANAME") {
      self.init("ANAME", .several, Self.addresses)
    } else if word.equalsIgnoringCase("LUA") {
      self.init("LUA", .powerDNS, Self.type(in: &fields) ?? [.any])
    } else if word.equalsIgnoringCase("WINS") {
      self.init("WINS", .windows, [])
    } else if word.equalsIgnoringCase("WINSR") || word.equalsIgnoringCase("WINS-R") {
      self.init("WINS-R", .windows, [])
    } else {
      return nil
    }
  }

  /// What a zone of OctoDNS leaves to the service: `name` is the type, or the key that says so, safe to show.
  init(octoDNS name: String, _ types: [RecordType]) { self.init(name, .octoDNS, types) }

  private init(_ name: String, _ program: Program, _ types: [RecordType]) {
    self.name = name
    self.program = program
    self.types = types
  }

  private static let addresses: [RecordType] = [.a, .aaaa]

  private static func type(in fields: inout MasterFileFields) -> [RecordType]? {
    fields.take { _ in true }.flatMap { RecordType(String(decoding: $0.text, as: UTF8.self)) }.map { [$0] }
  }
}
