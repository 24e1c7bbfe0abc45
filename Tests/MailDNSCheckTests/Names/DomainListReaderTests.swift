import Foundation
import Testing

@testable import MailDNSCheck

@Suite("A list of domains")
struct DomainListReaderTests {
  /// What is read, `LINE:TEXT`, a refused line as `LINE!`.
  private func read(
    _ octets: [UInt8], column: String? = nil, inPiecesOf size: Int = .max
  ) throws -> [String] {
    var reader = DomainListReader(column: column.flatMap { ListColumn($0) })
    var items: [DomainListReader.Item] = []
    var rest = octets[...]
    while !rest.isEmpty {
      let piece = rest.prefix(size)
      rest = rest.dropFirst(size)
      items += try reader.read(piece, isLast: false)
    }
    items += try reader.read([], isLast: true)
    return items.map { item in
      switch item {
      case .text(let text, let line): "\(line):\(text)"
      case .refused(_, let line): "\(line)!"
      }
    }
  }

  private func read(_ text: String, column: String? = nil) throws -> [String] {
    try read(Array(text.utf8), column: column)
  }

  @Test(
    "a line is taken apart as it was pasted",
    arguments: [
      ("a.jp", ["1:a.jp"]), ("user@a.jp;", ["1:user@a.jp"]), ("a.jp,b.jp", ["1:a.jp", "1:b.jp"]),
      ("x@a.jp; y@b.jp;", ["1:x@a.jp", "1:y@b.jp"]), ("a.jp\tb.jp", ["1:a.jp", "1:b.jp"]),
      ("a.jp、b.jp", ["1:a.jp", "1:b.jp"]), ("\"a.jp\"", ["1:a.jp"]),
      ("\"Yamada, Taro\" <t@a.jp>, u@b.jp", ["1:\"Yamada, Taro\" <t@a.jp>", "1:u@b.jp"]),
      ("; a comment, with commas", []), ("# a.jp", []), ("a.jp ; ours, and good", ["1:a.jp"]),
      ("a.jp # ours", ["1:a.jp"]), ("mx.a.jp:25", ["1:mx.a.jp:25"]), ("\u{FEFF}a.jp", ["1:a.jp"]),
      ("domain\na.jp", ["2:a.jp"]), ("\u{FEFF}\"DomainName\"\r\n\"a.jp\"", ["2:a.jp"]),
      ("ドメイン名\na.jp", ["2:a.jp"]),
      ("a.jp\ndomain", ["1:a.jp", "2:domain"]),
      ("  \t ", []), (",;,", []), ("a.jp\r\n\r\nb.jp\r\n", ["1:a.jp", "3:b.jp"]),
    ])
  func lines(text: String, items: [String]) throws {
    #expect(try read(text) == items)
  }

  @Test("the CR of a line's end is no part of what is refused", arguments: ["a b", "a.jp,1,2 x", "-a-.jp"])
  func carriageReturn(text: String) throws {
    var reader = DomainListReader()
    for item in try reader.read(Array((text + "\r\n").utf8), isLast: true) {
      switch item {
      case .text(let text, _): #expect(!text.unicodeScalars.contains("\r"))
      case .refused(let error, _): #expect(!error.text.unicodeScalars.contains("\r"))
      }
    }
  }

  @Test(
    "a row of a table is refused as one, and none of its cells is checked",
    arguments: ["a.jp,Tokyo", "domain,owner", "a.jp\tyes", "a.jp;2026.01", "1,a.jp"])
  func row(text: String) throws {
    #expect(try read(text) == ["1!"])
    do {
      _ = try DomainListLine.entries(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.reason == .tableRow)
      #expect(error.wording.english.contains("--column"))
    }
  }

  private static let table = "Name,\"Domain \",Note\r\n\"Aozora, Inc.\",aozora.example,x\r\nB,b.example,\r\n"

  @Test(
    "the column of a table is named or counted",
    arguments: [
      (table, "domain", ["2:aozora.example", "3:b.example"]),
      (table, "2", ["2:aozora.example", "3:b.example"]),
      ("a.jp\tx\nb.jp\ty\n", "1", ["1:a.jp", "2:b.jp"]),
      ("id\tドメイン\n1\ta.jp\n# off\n2\n", "ドメイン", ["2:a.jp", "4!"]),
      ("x|y\n1|a.jp, b.jp\n", "y", ["2:a.jp", "2:b.jp"]),
    ])
  func columns(text: String, column: String, items: [String]) throws {
    #expect(try read(text, column: column) == items)
  }

  @Test("a column that is not there is an error that names those that are", arguments: ["Domains", "4"])
  func noColumn(column: String) {
    #expect(throws: DomainListReader.Fault.noColumn(["Name", "Domain ", "Note"])) {
      try read(Self.table, column: column)
    }
  }

  @Test("the encodings of Windows are read, however the octets come", arguments: [1, 3, .max])
  func encodings(size: Int) throws {
    let text = "# 顧客\r\n日本語.jp\r\na.jp\r\n"
    let items = ["2:日本語.jp", "3:a.jp"]
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try read(Array(text.utf8), inPiecesOf: size) == items)
    #expect(try read([0xEF, 0xBB, 0xBF] + Array(text.utf8), inPiecesOf: size) == items)
    #expect(try read(wide, inPiecesOf: size) == items)
    let shifted = try #require(text.data(using: .shiftJIS))
    #expect(try read(Array(shifted), inPiecesOf: size) == items)
  }

  @Test("a workbook is refused as one")
  func workbook() {
    #expect(throws: DomainListReader.Fault.workbook) { try read([0x50, 0x4B, 3, 4, 20, 0]) }
  }

  @Test("a line without an end takes no memory")
  func endless() throws {
    let items = try read(Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
    #expect(items.count == 1)
    #expect(items[0].utf8.count < 5_000)
  }
}

@Suite("What is pasted in place of a domain")
struct PastedFormsTests {
  @Test(
    "is the domain in it",
    arguments: [
      "aozora[.]example", "aozora(.)example", "hxxps://aozora[.]example/x", "user[@]aozora[.]example",
      "aozora.example:25", "user@aozora.example:587", "aozora[dot]example",
    ])
  func taken(text: String) throws {
    #expect(try MailDomain(pasted: text).name.description == "aozora.example")
  }

  @Test(
    "a record type is no domain, unless it has a final dot",
    arguments: ["mx", "MX", "txt", " aaaa ", "TYPE99"])
  func types(text: String) throws {
    #expect(throws: MailDomainError.self) { try MailDomain(pasted: text) }
    #expect(try MailDomain(pasted: "mx.").name.description == "mx")
  }
}
