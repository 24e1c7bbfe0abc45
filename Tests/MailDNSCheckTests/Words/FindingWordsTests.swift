import Testing

@testable import MailDNSCheck

@Suite("What findings say")
struct FindingWordsTests {
  private func texts(_ finding: Finding) -> [String] {
    [finding.message.english, finding.message.japanese, finding.fix?.english, finding.fix?.japanese]
      .compactMap(\.self)
  }

  @Test("every kind has a message in both languages, and a fix in both or in none")
  func both() {
    for finding in FindingSpecimens.plain.findings {
      #expect(texts(finding).allSatisfy { !$0.isEmpty }, "\(finding.id)")
      #expect(finding.message.english != finding.message.japanese, "\(finding.id)")
      #expect(finding.message.japanese.unicodeScalars.contains { $0.value > 0x3000 }, "\(finding.id)")
      if let fix = finding.fix { #expect(fix.english != fix.japanese, "\(finding.id)") }
    }
  }

  @Test("sentences are whole: they begin and end as such, and hold no code")
  func sentences() {
    for finding in FindingSpecimens.plain.findings {
      #expect(
        finding.message.english.hasSuffix(".") || finding.message.english.hasSuffix("\""),
        "\(finding.message.english)")
      #expect(finding.message.japanese.hasSuffix("。"), "\(finding.message.japanese)")
      for text in texts(finding) {
        #expect(
          !["Optional(", "\\(", "MailDNSCheck.", "nil", "  "].contains { text.contains($0) }, "\(text)")
      }
    }
  }

  @Test("an English text has no Japanese in it")
  func noMixture() {
    for finding in FindingSpecimens.plain.findings {
      for text in [finding.message.english, finding.fix?.english].compactMap(\.self) {
        #expect(text.unicodeScalars.allSatisfy { $0.value < 0x3000 }, "\(text)")
      }
    }
  }

  @Test("nothing out of DNS reaches a reader raw")
  func hostile() {
    for finding in FindingSpecimens.hostile.findings {
      for text in texts(finding) + [finding.subject] {
        // The lines below a remedy are records to publish, and nothing else.
        let lines = text.textAndLines.lines
        #expect(
          lines.allSatisfy { line in
            [" TXT ", " MX ", " A ", " AAAA ", " CNAME "].contains { line.contains($0) }
          },
          "\(finding.id): \(text.debugDescription)")
        let bad = text.onOneLine.unicodeScalars.filter { scalar in
          [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        #expect(bad.isEmpty, "\(finding.id): \(text.debugDescription)")
      }
    }
  }
}
