import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Messages: reports")
struct MessageReportTests {
  private static func samples() -> [(String, MessageReport?)] {
    [
      (
        "junk",
        SampleMessage.throughSecureMX(
          "BLK", level: 6, category: "SPM", delivery: "dest:J;OFR:SpamFilterAuthJ;RF:JunkEmail;"
        ).report()
      ),
      ("bypass", SampleMessage.direct(reason: "451").report(expecting: .securemxOffice365)),
      ("outbound", SampleMessage.outbound().report()),
    ]
  }

  private func text(_ report: MessageReport, _ language: Language) -> String {
    MessageTextReport(report: report, catalogue: .builtIn, language: language, ink: .plain, width: 80).text
  }

  @Test("the report begins with the verdict in one sentence", arguments: Language.allCases)
  func text(language: Language) throws {
    for (name, report) in Self.samples() {
      expectGolden(text(try #require(report), language), "\(name)-\(language.rawValue).txt")
    }
  }

  private func whole(_ document: some MessageDocument, _ reports: [MessageReport]) -> String {
    var document = document
    return reports.map { document.add($0) }.joined() + document.end()
  }

  @Test("several messages make a table and a sum", arguments: Language.allCases)
  func table(language: Language) throws {
    let reports = Self.samples().compactMap(\.1)
    let setting = MessageSetting(language: language, catalogue: .builtIn, isList: false)
    expectGolden(
      whole(MessageTextDocument(setting, ink: .plain, width: 80, verbosity: 0), reports),
      "table-\(language.rawValue).txt")
    expectGolden(whole(MessageMarkdownDocument(setting), reports), "table-\(language.rawValue).md")
  }

  @Test("a page has the stations as a picture, the delays beside its arrows", arguments: Language.allCases)
  func page(language: Language) throws {
    let reports = Self.samples().compactMap(\.1)
    let setting = MessageSetting(language: language, catalogue: .builtIn, isList: false)
    let text = whole(MessagePageDocument(setting), reports)
    #expect(OutputRules.violations(text, of: .html) == [])
    #expect(text.components(separatedBy: "<svg ").count == reports.count + 1)
    expectGolden(text, "page-\(language.rawValue).html")
  }

  @Test("one message is what its page is about, of several each has a heading below the first")
  func headings() throws {
    let reports = Self.samples().compactMap(\.1)
    let setting = MessageSetting(language: .english, catalogue: .builtIn, isList: false)
    func headings(_ reports: [MessageReport]) throws -> Int {
      whole(MessagePageDocument(setting), reports).components(separatedBy: "<h2>").count - 1
    }
    let alone = whole(MessagePageDocument(setting), [reports[0]])
    #expect(alone.components(separatedBy: "<h1>").count == 2)
    #expect(alone.components(separatedBy: "<h3>").count == 1)
    #expect(try headings(reports) == reports.count)
  }

  @Test("what came around the gateway is red in the picture, and nothing else is")
  func bypassPicture() throws {
    let bypass = try #require(SampleMessage.direct(reason: "451").report(expecting: .securemxOffice365))
    let red = try #require(MessagePicture(report: bypass, catalogue: .builtIn).picture()).arrows.filter {
      $0.kind == .bypass
    }
    #expect(red.count == 1)
    let usual = try #require(SampleMessage.outbound().report())
    let arrows = MessagePicture(report: usual, catalogue: .builtIn).picture()?.arrows ?? []
    #expect(!arrows.isEmpty && !arrows.contains { $0.kind == .bypass })
  }

  @Test("csv has a row a message")
  func csv() throws {
    let setting = MessageSetting(language: .english, catalogue: .builtIn, isList: false)
    expectGolden(whole(MessageCSVDocument(setting), Self.samples().compactMap(\.1)), "table.csv")
  }

  @Test("ndjson has an object a line")
  func ndjson() throws {
    let setting = MessageSetting(language: .english, catalogue: .builtIn, isList: false)
    expectGolden(
      whole(MessageNDJSONDocument(setting: setting), Self.samples().compactMap(\.1)), "table.ndjson")
  }

  @Test("json is an object for one message, an array for several or none")
  func json() throws {
    let reports = Self.samples().compactMap(\.1)
    let setting = MessageSetting(language: .english, catalogue: .builtIn, isList: false)
    func parsed(_ reports: [MessageReport]) throws -> Any {
      try JSONSerialization.jsonObject(with: Data(whole(MessageJSONDocument(setting), reports).utf8))
    }
    #expect(try parsed([reports[0]]) is [String: Any])
    #expect((try parsed(reports) as? [Any])?.count == 3)
    #expect((try parsed([]) as? [Any])?.count == 0)
  }

  @Test("a file without a message has its place in every format, with the reason")
  func problem() throws {
    let report = try #require(Self.samples()[0].1)
    let problem = MessageFileProblem(Wording("can't read b|.eml", "b|.eml を読み込めません"), file: "b|.eml")
    let setting = MessageSetting(language: .japanese, catalogue: .builtIn, isList: true)
    func whole(_ document: some MessageDocument) -> String {
      var document = document
      return document.add(problem) + document.add(report) + document.add(problem) + document.end()
    }
    let reason = "判定できませんでした: b|.eml を読み込めません。"
    let objects = try JSONSerialization.jsonObject(with: Data(whole(MessageJSONDocument(setting)).utf8))
    let list = try #require(objects as? [[String: Any]])
    #expect(list.count == 3)
    for object in [list[0], list[2]] {
      #expect(object["file"] as? String == "b|.eml")
      #expect(object["index"] is NSNull)
      #expect((object["findings"] as? [[String: Any]])?.map { $0["message"] as? String } == [reason])
      #expect(Set(object.keys) == Set(list[1].keys))
    }
    for text in [
      whole(MessageNDJSONDocument(setting: setting)), whole(MessageCSVDocument(setting)),
      whole(MessageTextDocument(setting, ink: .plain, width: 80, verbosity: 0)),
    ] { #expect(text.components(separatedBy: reason).count == 3) }
    let rows = whole(MessageMarkdownDocument(setting)).split(separator: "\n").prefix(5)
    #expect(rows.allSatisfy { $0.hasPrefix("|") })
    #expect(rows[2].contains("判定できませんでした"))
  }

  @Test(
    "the schema names the keys that are written, requires all of them and allows no others",
    arguments: [[], ["hops"], ["verdict"], ["authentication"], ["findings"]] as [[String]])
  func schema(_ path: [String]) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
    let data = try Data(contentsOf: root.appendingPathComponent("docs/headers-schema.json"))
    var node = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    for key in path {
      node = try #require((node["properties"] as? [String: Any])?[key] as? [String: Any])
      if let items = node["items"] as? [String: Any] { node = items }
    }
    let properties = try #require(node["properties"] as? [String: Any])
    #expect(node["additionalProperties"] as? Bool == false)
    #expect(Set(try #require(node["required"] as? [String])) == Set(properties.keys))
    for (_, report) in Self.samples() {
      let json = JSONText.make(MessageJSON(try #require(report), language: .english), pretty: false)
      var value = try JSONSerialization.jsonObject(with: Data(json.utf8))
      for key in path { value = try #require((value as? [String: Any])?[key]) }
      let list = value as? [[String: Any]]
      let objects = try list ?? [#require(value as? [String: Any])]
      for object in objects { #expect(Set(object.keys) == Set(properties.keys)) }
    }
  }

  @Test("nothing of a hostile message reaches the reader raw")
  func hostile() throws {
    var message = SampleMessage.throughSecureMX(
      "X\u{1B}[2J\u{202E}", category: "\u{1B}]0;x\u{7}", delivery: "dest:\u{1B};")
    for index in message.fields.indices { message.fields[index].value += "\u{1B}[31m\u{200B}" }
    message["Subject"] = "=?utf-8?B?G1syShtbMzFtCg==?="
    message.insert("Received", "from \u{1B}[2J by \u{202E}evil (\u{1B}) ; x", at: 0)
    let report = try #require(message.report(expecting: .securemxOffice365))
    for language in Language.allCases {
      #expect(OutputRules.invisible(in: text(report, language), except: ["\n"]) == [])
      let setting = MessageSetting(language: language, catalogue: .builtIn, isList: true)
      for text in [
        whole(MessageMarkdownDocument(setting), [report]),
        whole(MessageJSONDocument(setting), [report]),
        whole(MessageTextDocument(setting, ink: .plain, width: 80, verbosity: 0), [report]),
      ] {
        #expect(OutputRules.invisible(in: text, except: ["\n"]) == [])
      }
    }
  }
}
