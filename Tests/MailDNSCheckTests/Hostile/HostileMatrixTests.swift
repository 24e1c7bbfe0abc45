import Foundation
import Testing

@testable import MailDNSCheck

/// Every payload at every place, in every format and language. Where real readers of the formats are at hand, they read a
/// part of it in `HostileFormatsTests`.
@Suite("Hostile text: payloads by places by formats")
struct HostileMatrixTests {
  @Test("comes through in no format", arguments: HostilePayload.all)
  func formats(payload: HostilePayload) async throws {
    for place in HostilePlace.allCases {
      let hostile = try await HostileCase(payload, at: place)
      for format in ReportOptions.Format.allCases {
        for language in Language.allCases {
          let text = try hostile.text(format, language)
          #expect(OutputRules.violations(text, of: format) == [], "\(place) in \(format), \(language)")
        }
      }
      let colored = try hostile.text(.text, .english, isColored: true)
      #expect(OutputRules.violations(inText: colored) == [], "\(place) in colour")
    }
  }

  @Test("comes through in no line of the plugin", arguments: HostilePayload.all)
  func plugin(payload: HostilePayload) async throws {
    for place in HostilePlace.allCases {
      let hostile = try await HostileCase(payload, at: place)
      for (language, verbosity) in [(Language.english, 3), (.japanese, 2)] {
        let report = PluginReport(
          [hostile.report], duration: .zero, policy: PluginPolicy(), language: language)
        #expect(OutputRules.violations(inPlugin: report.text(verbosity: verbosity)) == [], "\(place)")
      }
    }
  }

  @Test("changes neither the number of findings a format has nor their ids", arguments: HostilePayload.all)
  func counts(payload: HostilePayload) async throws {
    for place in HostilePlace.allCases {
      let hostile = try await HostileCase(payload, at: place)
      let ids = hostile.report.findings.map(\.id)
      let github = try hostile.text(.github, .english).split(separator: "\n").compactMap {
        WorkflowCommand($0)
      }
      #expect(github.map { $0.properties["title"] } == ids.map { "x.test: \($0)" }, "\(place)")
      let object = try JSONSerialization.jsonObject(with: Data(try hostile.text(.ndjson, .english).utf8))
      #expect((object as? [String: Any])?.findingIDs == ids, "\(place)")
      let rows = CSVRows.read(try hostile.text(.csv, .english))
      #expect(rows.count == 2 && rows.last?.first == "x.test", "\(place)")
    }
  }

  @Test("is not lost on the way: reports in full show it written out", arguments: HostilePlace.allCases)
  func reaches(place: HostilePlace) async throws {
    let payload = try #require(HostilePayload.all.first)
    let hostile = try await HostileCase(payload, at: place)
    let lookups = LookupReport(answers: hostile.report.work.answers)
    let raw = lookups.text(language: .english, ink: .plain, width: 80, verbosity: 1)
    let texts = try ReportOptions.Format.allCases.map { try hostile.text($0, .english) }
    #expect(([raw] + texts).contains { $0.contains(HostilePayload.mark) })
  }

  @Test("comes through in no plan, draft or look-up", arguments: HostilePayload.all)
  func otherReports(payload: HostilePayload) async throws {
    for place in HostilePlace.allCases {
      let hostile = try await HostileCase(payload, at: place)
      // The rest is the program's own questions.
      let lookups = LookupReport(answers: hostile.report.work.answers.filter { !$0.isAbsence })
      let text = lookups.text(language: .english, ink: .plain, width: 80, verbosity: 1)
      #expect(OutputRules.violations(text, of: .text) == [], "\(place)")
      let json = JSONText.make(lookups.json(language: .english), pretty: true)
      #expect(OutputRules.violations(json, of: .json) == [], "\(place)")
      for language in Language.allCases {
        let draft = PolicyDraft(reports: [hostile.report], catalogue: hostile.catalogue, language: language)
        #expect(OutputRules.violations(draft.text, of: .text) == [], "\(place)")
        _ = try PolicyFile.read(name: "draft", octets: Array(draft.text.utf8), in: hostile.catalogue)
        // There is no plan where DNS could not tell.
        guard place != .extendedError else { continue }
        let plan = try MigrationPlan(hostile.report, to: .securemxOffice365, in: hostile.catalogue)
        let planText = PlanText(plan: plan, catalogue: hostile.catalogue, language: language, width: 80).text
        #expect(OutputRules.violations(planText, of: .text) == [], "\(place)")
        // Records and comments, and nothing else.
        _ = try parsedRecords(planText)
        let json = JSONText.make(
          PlanJSON(plan, in: hostile.catalogue, language: language), pretty: false)
        #expect(OutputRules.violations(json, of: .json) == [], "\(place)")
      }
    }
  }

  @Test("comes through in no list of providers", arguments: HostilePayload.all)
  func providers(payload: HostilePayload) throws {
    let listing = ProviderListing(catalogue: try HostilePlace.providerName.catalogue(payload))
    for language in Language.allCases {
      let text = listing.text(language: language, ink: .plain, width: 80)
      #expect(OutputRules.violations(text, of: .text) == [])
      #expect(text.contains(HostilePayload.mark))
    }
    #expect(OutputRules.violations(JSONText.make(listing.json, pretty: true), of: .json) == [])
  }
}
