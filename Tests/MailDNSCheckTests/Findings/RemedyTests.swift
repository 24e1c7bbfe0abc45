import Testing

@testable import MailDNSCheck

/// Every remedy that says which records to publish, carried out in a copy of the zone: of everybody who asked for help, of
/// the examples, and of where plans begin.
@Suite("A remedy carried out in a copy of the zone")
struct RemedyTests {
  @Test("the finding is gone, and nothing worse has come", arguments: MendedZone.all)
  func works(_ zone: MendedZone) async throws {
    for before in try await zone.reports(on: zone.domains) {
      // What several MX records lack is told of each, and mended together.
      let kinds = Dictionary(grouping: before.findings.filter { !$0.edits.isEmpty }, by: \.id)
      for (id, findings) in kinds {
        let edits = findings.flatMap(\.edits).uniqued
        let place = "\(before.domain.name) \(id): \(edits.flatMap(\.lines))"
        var copy = zone
        do { try copy.make(edits) } catch { Issue.record("\(place): \(error)") }
        let after = try await copy.reports(on: [before.domain.name])[0]
        let subjects = Set(findings.map(\.subject))
        let isLeft = after.findings(id).contains { finding in
          !finding.edits.isEmpty || finding.severity > .info && subjects.contains(finding.subject)
        }
        #expect(!isLeft, "\(place)")
        #expect(Self.new(in: after, since: before) == [], "\(place)")
        #expect(Self.lostSenders(after, before).isEmpty, "\(place)")
      }
    }
  }

  /// The ids of what matters and was not there before, or less often.
  private static func new(in after: DomainReport, since before: DomainReport) -> [String] {
    // What programs make of a record that is as it was hangs on what it refers to: another remedy's.
    Set(after.findings.filter { $0.severity > .info }.map(\.id)).filter { id in
      guard !id.hasSuffix("-receivers-differ") else { return false }
      let count = { (report: DomainReport) in report.findings(id).count { $0.severity > .info } }
      return count(after) > count(before)
    }.sorted()
  }

  /// The systems of the route that SPF let send, and lets no more.
  private static func lostSenders(_ after: DomainReport, _ before: DomainReport) -> Set<Provider.ID> {
    guard let (old, new) = before.verdict.flatMap({ old in after.verdict.map { (old, $0) } }) else {
      return []
    }
    let systems = Set(old.inbound.compactMap(\.provider) + [old.mailbox].compactMap(\.self))
    return systems.intersection(old.outbound).subtracting(new.outbound)
  }

  @Test("the records stand in its words, in every language", arguments: MendedZone.all)
  func isSaid(_ zone: MendedZone) async throws {
    for report in try await zone.reports(on: zone.domains) {
      for finding in report.findings where !Self.saysOtherwise.contains(finding.id) {
        for edit in finding.edits {
          for data in edit.added {
            for language in Language.allCases {
              let fix = try #require(finding.fix)[language]
              #expect(
                fix.contains(data.presentation) || fix.contains(data.shortPresentation),
                "\(finding.id) \(finding.subject): \(data.presentation) is not in \(fix)")
            }
          }
        }
      }
    }
  }

  /// Kinds that name a term or a record to move, and not the whole record that comes of it.
  private static let saysOtherwise: Set<String> = [
    "spf-too-many-lookups", "spf-too-many-void-lookups", "spf-void-term", "spf-office365-not-authorized",
    "dmarc-at-apex",
  ]

  @Test("quotation marks, where a zone file lacks them, are all that it takes")
  func quotationMarks() async throws {
    let lines = [("@", "v=spf1 mx -all"), ("_dmarc", "v=DMARC1; p=reject; rua=mailto:d@example.com")]
    func findings(_ mark: String) async throws -> [String] {
      let zone =
        zoneHead + "@ MX 10 mail\nmail A 198.51.100.1\n"
        + lines.map { "\($0.0) TXT \(mark)\($0.1)\(mark)\n" }.joined()
      let check = DomainCheck(
        areas: [.spf, .dmarc],
        resolver: ZoneResolver(zones: try zoneSet(("example.zone", zone)), otherwise: OfflineResolver()),
        catalogue: .builtIn, selectors: [], expectedRoute: nil)
      return await check.report(on: try MailDomain(pasted: "example.com")).findings.map(\.id)
    }
    #expect(try await findings("").filter { $0 != "ttl-short" } == ["spf-not-recognized", "dmarc-invalid"])
    #expect(try await findings("\"").filter { $0 != "ttl-short" } == [])
  }

  @Test("there is one of every kind that can have one")
  func kinds() async throws {
    var kinds: Set<String> = []
    for zone in MendedZone.all {
      for report in try await zone.reports(on: zone.domains) {
        kinds.formUnion(report.findings.filter { !$0.edits.isEmpty }.map(\.id))
      }
    }
    #expect(
      kinds == [
        "autodiscover-final-dot-missing", "dkim-final-dot-missing", "dkim-key-pkcs1", "dmarc-at-apex",
        "dmarc-final-dot-missing", "dmarc-missing", "dmarc-reports-overridden", "dmarc-reports-unauthorized",
        "domain-not-closed", "mx-absent", "mx-cname", "mx-final-dot-missing", "mx-implicit", "mx-ip-literal",
        "mx-null-not-alone", "mx-verification-leftover", "mx-verification-only", "spf-missing", "spf-no-all",
        "spf-not-recognized", "spf-office365-not-authorized", "spf-syntax", "spf-target-missing",
        "spf-too-many-lookups", "spf-too-many-void-lookups", "spf-void-term",
      ])
  }
}

extension RecordData {
  /// The text of a TXT record as it is, or a name without its final dot.
  fileprivate var shortPresentation: String {
    if case .txt(let strings) = self { return VisibleText(strings.joined).description }
    return presentation
  }
}
