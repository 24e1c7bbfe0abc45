import FoundationEssentials

/// Says what several resolvers have of the mail records of domains, and until when.
struct CompareCommand {
  let request: CompareRequest
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    let providers = CatalogueSetup(files: request.providerFiles)
    try request.report.refuseClashes(reading: providers.paths)
    var domains: [MailDomain] = []
    var isComplete = true
    for text in request.domains {
      do throws(MailDomainError) { domains.append(try MailDomain(pasted: text)) } catch {
        Diagnostics.complain(error.wording, language)
        isComplete = false
      }
    }
    domains = domains.uniqued
    guard !domains.isEmpty else { return .unusable }
    let setup = CompareSetup(request: request, language: language)
    let (inquiry, client) = try await setup.inquiry(in: try providers.catalogue())
    let status: ExitStatus
    if let interval = request.interval {
      let watch = CompareWatch(
        inquiry: inquiry, client: client, interval: interval, deadline: setup.deadline,
        report: request.report,
        language: language)
      status = try await watch.run(domains)
    } else {
      let comparisons = try await request.report.publish {
        await inquiry.compare(domains)
      } render: { comparisons, format, ink, width in
        render(comparisons, format, ink, width)
      }
      status = comparisons.exitStatus
    }
    return isComplete ? status : max(status, .unusable)
  }

  private func render(
    _ comparisons: [DomainComparison], _ format: ReportOptions.Format, _ ink: Ink, _ width: Int
  ) -> String {
    switch format {
    case .markdown:
      return comparisons.map {
        ComparisonMarkdown(
          comparison: $0, language: language, isWhole: request.report.verbosity > 0
        ).text
      }.joined(separator: "\n")
    case .json:
      let objects = comparisons.map { ComparisonJSON($0, language: language) }
      // As in the check: an object for one domain, an array for several.
      if request.domains.count == 1, let object = objects.first {
        return JSONText.make(object, pretty: true) + "\n"
      }
      return JSONText.make(objects, pretty: true) + "\n"
    default:
      return comparisons.map {
        ComparisonText(
          comparison: $0, language: language, ink: ink, width: width, verbosity: request.report.verbosity
        ).text
      }.joined(separator: request.report.verbosity < 0 ? "" : "\n")
    }
  }
}

extension ComparisonInquiry {
  /// Domains under way at a time.
  private static let concurrency = 8

  /// One round over all domains, in their order.
  func compare(_ domains: [MailDomain]) async -> [DomainComparison] {
    await look(await survey(domains))
  }

  func survey(_ domains: [MailDomain]) async -> [Survey] {
    await each(domains) { await survey($0) }
  }

  func look(_ surveys: [Survey]) async -> [DomainComparison] {
    await each(surveys) { await look($0) }
  }

  private func each<Element: Sendable, Value: Sendable>(
    _ elements: [Element], _ make: @escaping @Sendable (Element) async -> Value
  ) async -> [Value] {
    await withTaskGroup(of: (Int, Value).self) { group in
      var rest = Array(elements.enumerated())[...]
      var values: [(Int, Value)] = []
      func start(_ group: inout TaskGroup<(Int, Value)>) {
        guard let (index, element) = rest.popFirst() else { return }
        group.addTask { (index, await make(element)) }
      }
      for _ in 0..<Self.concurrency { start(&group) }
      while let value = await group.next() {
        values.append(value)
        start(&group)
      }
      return values.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

extension [DomainComparison] {
  /// The worst of all.
  var exitStatus: ExitStatus { map { ExitStatus($0.status) }.max() ?? .ok }
}
