import Dispatch

/// A domain of which every text that it publishes is input, and the reports on it in every format.
///
/// Texts are separated by the octet 0xFF, which UTF-8 does not have.
enum ReportTarget {
  static func run(_ octets: [UInt8]) {
    let pieces = octets.split(separator: 0xFF, maxSplits: 9, omittingEmptySubsequences: false).map {
      Array($0)
    }
    let domain = HostileDomain(pieces: pieces)
    var zones = ZoneSet()
    do {
      let file = try ZoneFile(
        name: domain.fileName, content: FileContent(Array(domain.masterFile.utf8)))
      demand(file.faults.refused == 0, "the zone is well formed: \(domain.masterFile)")
      try zones.add(file)
    } catch {
      return demand(false, "the zone is well formed, and not \(error): \(domain.masterFile)")
    }
    let language: Language = octets.count % 2 == 0 ? .english : .japanese
    guard let report = report(zones) else { return demand(false, "the domain is one") }
    check(report, zones, language)
  }

  private static func report(_ zones: ZoneSet) -> DomainReport? {
    guard let domain = try? MailDomain(pasted: "x.test") else { return nil }
    let check = DomainCheck(
      areas: .whole, resolver: ZoneResolver(zones: zones, otherwise: OfflineResolver()),
      catalogue: .builtIn, selectors: [], expectedRoute: .securemx)
    let done = DispatchSemaphore(value: 0)
    let result = Guarded<DomainReport?>(nil)
    Task.detached {
      let report = await check.report(on: domain)
      result.withLock { $0 = report }
      done.signal()
    }
    done.wait()
    return result.withLock { $0 }
  }

  private static func check(_ report: DomainReport, _ zones: ZoneSet, _ language: Language) {
    demand(report.findings.count <= 600, "\(report.findings.count) findings are not too many")
    let setting = ReportSetting(language: language, catalogue: .builtIn, zones: zones)
    for format in ReportOptions.Format.allCases {
      var document = HostileDomain.document(format, setting, isColored: format == .text)
      let text = document.begin() + document.add(report) + document.end()
      let found = OutputRules.violations(text, of: format)
      demand(found.isEmpty, "\(format) has \(found)")
      demand(text.utf8.count < 1 << 20, "\(format) is not \(text.utf8.count) octets long")
    }
    let plugin = PluginReport([report], duration: .zero, policy: PluginPolicy(), language: language)
    let found = OutputRules.violations(inPlugin: plugin.text(verbosity: 3))
    demand(found.isEmpty, "the plugin has \(found)")
    let lookups = LookupReport(answers: report.work.answers)
    demandVisible(lookups.text(language: language, ink: .plain, width: 80, verbosity: 1), ["\n"])
    checkFiles(report, language)
  }

  /// A plan is a piece of a master file, and a draft a policy.
  private static func checkFiles(_ report: DomainReport, _ language: Language) {
    if let plan = try? MigrationPlan(report, to: .securemxOffice365, in: .builtIn) {
      let text = PlanText(plan: plan, catalogue: .builtIn, language: language, width: 80).text
      demandVisible(text, ["\n"])
      do {
        _ = try MasterFileRecords.read(Array(text.utf8))
      } catch {
        demand(false, "a plan is read, and not \(error): \(text)")
      }
    }
    let draft = PolicyDraft(reports: [report], catalogue: .builtIn, language: language).text
    demandVisible(draft, ["\n"])
    demand(
      (try? PolicyFile.read(name: "draft", octets: Array(draft.utf8), in: .builtIn)) != nil,
      "a draft is a policy: \(draft)")
  }
}
