import Foundation
import Testing

@testable import MailDNSCheck

@Suite("CSV reports")
struct CSVDocumentTests {
  @Test("begin with a byte order mark, have CRLF at the end of each row, and a row a domain")
  func shape() async throws {
    let reports = try await ExampleReports.all()
    let text = CSVDocument(setting: .plain).text(reports)
    #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let rows = CSVRows.read(text)
    #expect(rows.count == reports.count + 1)
    #expect(rows.allSatisfy { $0.count == 25 })
    #expect(rows.dropFirst().map { $0[0] } == reports.map(\.domain.name.description))
    // No line break but between rows.
    #expect(text.unicodeScalars.filter { $0 == "\n" }.count == rows.count)
    #expect(text.unicodeScalars.filter { $0 == "\r" }.count == rows.count)
  }

  @Test("hold the values of JSON, and those that are not known are empty")
  func values() async throws {
    let reports = [try await ExampleReports.report("aozora.example"), try await ExampleReports.unasked()]
    let rows = CSVRows.read(CSVDocument(setting: .plain).text(reports))
    let known = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
    #expect(known["status"] == "ok")
    #expect(known["route"] == "securemx-office365")
    #expect(known["inbound"] == "securemx")
    #expect(known["mx"] == "100 mx.securemx.jp; 120 mx6.securemx.jp")
    #expect(known["spf_lookups"] == "3")
    #expect(known["spf_all"] == "fail")
    #expect(known["critical"] == "0")
    let unknown = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[2]))
    #expect(unknown["status"] == "unknown")
    #expect(unknown["route"] == "unknown")
    #expect(unknown["spf_lookups"] == "")
    #expect(unknown["dmarc_policy"] == "")
    #expect(unknown["findings"]?.contains("mx-unknown") == true)
  }

  @Test("say the message in Japanese, and nothing else")
  func language() async throws {
    let report = try await ExampleReports.report("futaba.example")
    let english = CSVRows.read(CSVDocument(setting: .plain).text([report]))
    let japanese = CSVRows.read(CSVDocument(setting: .speaking(.japanese)).text([report]))
    let differing = zip(english[1], japanese[1]).map { $0 != $1 }
    #expect(english[0] == japanese[0])
    #expect(zip(english[0], differing).filter(\.1).map(\.0) == ["message"])
  }

  @Test(
    "quote what has a separator, a quotation mark or a line break, and defuse formulas",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
      ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-all", "'-all"),
      ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("=a,b", "\"'=a,b\""),
      ("＝1", "'＝1"), ("-1", "-1"), ("-1+1", "'-1+1"), ("-", "'-"), ("a=1", "a=1"), ("日本語.jp", "日本語.jp"),
    ])
  func cells(text: String, expected: String) {
    #expect(CSVText.cell(text) == expected)
  }
}
