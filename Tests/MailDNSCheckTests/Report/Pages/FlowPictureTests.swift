import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Pictures of the ways of mail")
struct FlowPictureTests {
  private func picture(_ domain: String) async throws -> FlowPicture? {
    RoutePicture(report: try await ExampleReports.report(domain), catalogue: .builtIn).picture()
  }

  private func arrows(_ picture: FlowPicture, _ kind: FlowPicture.Arrow.Kind) -> [String] {
    picture.arrows.filter { $0.kind == kind }.map { arrow in
      "\(picture[arrow.from].name.english) → \(picture[arrow.to].name.english)"
    }
  }

  @Test("a gateway stands between the Internet and the mailboxes")
  func gateway() async throws {
    let picture = try #require(try await picture("aozora.example"))
    #expect(
      arrows(picture, .mail) == [
        "the Internet → IIJ SecureMX", "IIJ SecureMX → Office365", "Office365 → users",
      ])
    #expect(arrows(picture, .outbound).count == 2)
  }

  @Test("the tenant's own endpoint is a way around, of which DNS does not show whether it is closed")
  func endpoint() async throws {
    let picture = try #require(try await picture("aozora.example"))
    #expect(arrows(picture, .bypass) == ["the Internet → Office365"])
    #expect(picture.arrows.first { $0.kind == .bypass }?.label?.english == "possible way around")
  }

  @Test("an MX host beside the gateway's is a way around")
  func mixed() async throws {
    let picture = try #require(try await picture("futaba.example"))
    #expect(arrows(picture, .bypass) == ["the Internet → Office365"])
    #expect(picture.arrows.first { $0.kind == .bypass }?.label?.english == "by MX")
  }

  @Test("a domain of which there is no way to draw has no picture")
  func none() async throws {
    #expect(try await picture("gone.example") == nil)
    for report in try await ExampleReports.all()
    where report.verdict.map({ [.none, .unknown].contains($0.id) }) == true {
      #expect(RoutePicture(report: report, catalogue: .builtIn).picture() == nil)
    }
  }

  @Test("every arrow is told, each in a sentence")
  func description() async throws {
    for report in try await ExampleReports.all() {
      guard let picture = RoutePicture(report: report, catalogue: .builtIn).picture() else { continue }
      for language in Language.allCases {
        let parts = picture.description[language].components(separatedBy: "; ")
        #expect(parts.count == picture.arrows.count)
        #expect(parts.allSatisfy { $0.contains(" → ") })
      }
    }
  }

  @Test("no two boxes of a picture touch, and nothing leaves it", arguments: Language.allCases)
  func layout(language: Language) async throws {
    var count = 0
    for report in try await ExampleReports.all() {
      guard let picture = RoutePicture(report: report, catalogue: .builtIn).picture() else { continue }
      count += 1
      let layout = FlowLayout(picture, language)
      for (index, box) in layout.boxes.enumerated() {
        #expect(
          box.x >= 0 && box.x + box.width <= FlowLayout.width && box.y >= 0 && box.bottom <= layout.height)
        for other in layout.boxes[..<index] {
          let isBeside = box.x >= other.x + other.width || other.x >= box.x + box.width
          #expect(isBeside || box.y >= other.bottom || other.y >= box.bottom, "\(box.name) on \(other.name)")
        }
      }
      for line in layout.lines {
        #expect(line.points.allSatisfy { 0...FlowLayout.width ~= $0.x && 0...layout.height ~= $0.y })
        #expect(line.tip.count >= 3)
      }
    }
    #expect(count > 10)
  }

  @Test("a box beside the gateway says itself what leads to it")
  func labels() {
    var picture = FlowPicture(title: Wording(verbatim: "t"))
    let internet = picture.add(.internet, Wording(verbatim: "a"), row: 0)
    let past = picture.add(.bypass, Wording(verbatim: "b"), row: 1)
    picture.connect(internet, past, .bypass)
    picture.connect(past, internet, .bypass)
    #expect(picture.arrows.map { picture.label(of: $0)?.english } == [nil, "around the gateway"])
  }

  @Test(
    "texts are broken between words, as evenly as they can be",
    arguments: [
      ("possible way around", 63.0, ["possible", "way", "around"]),
      ("may send (SPF, DKIM)", 124, ["may send", "(SPF, DKIM)"]),
      ("迂回の可能性", 62, ["迂回の", "可能性"]),
      ("ゲートウェイ経由で送信", 90, ["ゲートウェイ", "経由で送信"]),
      ("100 mx.securemx.jp", 132, ["100 mx.securemx.jp"]),
      ("2 messages", 66, ["2", "messages"]),
    ])
  func lettering(text: String, room: Double, lines: [String]) {
    #expect(FlowLettering.boldLabel.lines(of: text, in: room, atMost: 4) == lines)
  }

  @Test("no line is wider than its room, whatever the letters", arguments: ["a", "W", "i", "漢", "@", "."])
  func wideLetters(letter: String) {
    let text = String(repeating: letter, count: 90)
    for lettering in [FlowLettering.name, .detail, .label, .boldLabel] {
      let lines = lettering.lines(of: text, in: 124, atMost: 3)
      #expect(lines.count <= 3 && lines.allSatisfy { lettering.width(of: $0) <= 124 })
    }
  }

  @Test("long names are broken into a few lines, and what is left out is marked")
  func longNames() throws {
    var picture = FlowPicture(title: Wording(verbatim: "t"))
    let name = Wording(verbatim: String(repeating: "ながい名前", count: 60))
    let one = picture.add(.internet, name, details: [name], lane: .left, row: 0)
    let two = picture.add(.people, name, row: 1)
    picture.connect(one, two, .bypass, name)
    let box = try #require(FlowLayout(picture, .japanese).boxes.first)
    #expect(box.name.count == 3 && box.name.last?.hasSuffix("…") == true)
    #expect(box.details.count == 3)
    #expect(box.baseline(0) < box.baseline(1) && box.baseline(4) < box.bottom)
  }
}
