import FoundationEssentials

@testable import MailDNSCheck

/// What programs made of records (Scripts/measuring): the records by ground and case, and the results by program.
struct MeasuredTable {
  /// Of one record, by `name version` of the programs.
  struct Row {
    let ground: String
    let name: String
    let texts: [CharacterStrings]
    /// The placeholder of the key that signed; nil where none is in the record.
    let signer: String?
    let results: [(program: String, result: String)]
  }

  let rows: [Row]
  private let keys: [String: String]
  let answersByQuestion: [Question: Answer]

  init() throws {
    let folder = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
      .appendingPathComponent("Scripts/measuring")
    func lines(_ name: String) throws -> [[String]] {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(separator: "\n").map
      { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
    }
    let keys = Dictionary(try lines("keys.tsv").map { ($0[0], $0[1]) }) { $1 }
    var records: [String: [CharacterStrings]] = [:]
    var signers: [String: String] = [:]
    for fields in try lines("cases.tsv") {
      let id = fields[0] + "/" + fields[1]
      let published = try JSONDecoder().decode([Published].self, from: Data(fields[2].utf8))
      records[id] = try published.compactMap { try $0.strings(keys) }.uniqued
      signers[id] = published.flatMap(\.placeholders).first { $0 != "OTHER" }
    }
    var rows: [Row] = []
    var titles: [String] = []
    for fields in try lines("measured.tsv") {
      guard fields[0] != "ground" else {
        titles = Array(fields[2...])
        continue
      }
      let id = fields[0] + "/" + fields[1]
      rows.append(
        Row(
          ground: fields[0], name: fields[1], texts: records[id] ?? [], signer: signers[id],
          results: Array(zip(titles, fields[2...]).map { ($0, $1) })))
    }
    self.rows = rows
    self.keys = keys
    answersByQuestion = try Self.answers(helper: lines("helper.zone").map { $0[0] }, rows)
  }

  /// The key that signed what the row is about.
  func signingKey(_ row: Row) -> DKIMSigningKey? {
    let octets = keys[row.signer ?? "P2048"].flatMap { Data(base64Encoded: $0) }.map(Array.init) ?? []
    return DKIMSigningKey(rsa: octets) ?? DKIMSigningKey(ed25519: octets, wrapped: true)
  }

  /// What the records refer to.
  var known: KnownAnswers {
    KnownAnswers { question in answersByQuestion[question] ?? .assumedAbsent(question) }
  }

  private static func answers(helper: [String], _ rows: [Row]) throws -> [Question: Answer] {
    var records: [Question: [ResourceRecord]] = [:]
    var aliases: [(DomainName, DomainName)] = []
    func add(_ name: DomainName, _ type: RecordType, _ data: RecordData) {
      records[Question(name, type), default: []].append(
        ResourceRecord(owner: name, timeToLive: 300, data: data))
    }
    for line in helper {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3, words[0].hasSuffix("."), words[0] != "." else { continue }
      let name = try DomainName(parsing: words[0])
      switch words[1] {
      case "A": add(name, .a, .a(IPv4Address(words[2])!))
      case "PTR": add(name, .ptr, .ptr(try DomainName(parsing: words[2])))
      case "CNAME": aliases.append((name, try DomainName(parsing: words[2])))
      case "TXT":
        add(name, .txt, .txt(CharacterStrings(cutting: Array(words[2].dropFirst().dropLast().utf8))))
      case "MX":
        let parts = words[2].split(separator: " ")
        add(
          name, .mx, .mx(preference: UInt16(parts[0])!, exchange: try DomainName(parsing: String(parts[1]))))
      default: break
      }
    }
    for row in rows where row.ground == "spf" {
      let name = try DomainName(parsing: "s-\(row.name).example.org")
      for text in row.texts { add(name, .txt, .txt(text)) }
      add(name, .mx, .mx(preference: 10, exchange: try DomainName(parsing: "mx.helper.example.org")))
    }
    for (name, target) in aliases {
      for type in [RecordType.a, .txt] {
        for record in records[Question(target, type)] ?? [] { add(name, type, record.data) }
      }
    }
    return records.reduce(into: [:]) { answers, entry in
      answers[entry.key] = Answer(
        question: entry.key, aliases: [], outcome: .found(entry.value),
        origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
    }
  }
}

/// One TXT record of the table: a string, or several.
private enum Published: Decodable {
  case text(String)
  case strings([String])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .strings(try container.decode([String].self))
    }
  }

  private var pieces: [String] {
    switch self {
    case .text(let text): [text.hasPrefix("(CNAME) ") ? String(text.dropFirst(8)) : text]
    case .strings(let texts): texts
    }
  }

  /// `<P2048>` or `<P2048 0:100>`.
  var placeholders: [String] {
    pieces.flatMap { $0.matches(of: Self.placeholder).map { String($0.output.1) } }
  }

  private static var placeholder: Regex<(Substring, Substring, Substring?, Substring?)> {
    /<([A-Z0-9]+)(?: (\d+):(\d*))?>/
  }

  /// Nil for what is not in a TXT record.
  func strings(_ keys: [String: String]) throws -> CharacterStrings? {
    if case .text(let text) = self, text.hasPrefix("(type 99") { return nil }
    let filled = pieces.map { piece in
      piece.replacing(Self.placeholder) { match -> String in
        guard let key = keys[String(match.output.1)] else { return String(match.output.0) }
        guard let start = match.output.2.flatMap({ Int($0) }) else { return key }
        let end = match.output.3.flatMap { Int($0) } ?? key.utf8.count
        return String(decoding: Array(key.utf8)[start..<min(end, key.utf8.count)], as: UTF8.self)
      }
    }
    return CharacterStrings(filled.flatMap { CharacterStrings(cutting: Array($0.utf8)).strings })
  }
}
