/// Plans the way of a domain to another route.
struct PlanCommand {
  let request: PlanRequest
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    let providers = CatalogueSetup(files: request.providerFiles)
    try request.report.refuseClashes(reading: request.query.zoneFilePaths + providers.paths)
    let catalogue = try providers.catalogue()
    let setup = ResolverSetup(options: request.query, language: language, subject: request.domain.name)
    let resolver = try setup.resolver()
    let check = DomainCheck(
      areas: .whole, resolver: resolver,
      catalogue: catalogue, selectors: request.selectors, expectedRoute: nil,
      publicSuffixes: .system)
    let report = await check.report(on: request.domain)
    var inquiry = PlanInquiry(resolver: resolver)
    if !request.query.offline { inquiry.authority = { servers in setup.authority(servers) } }
    let evidence = await inquiry.evidence(for: report)
    let plan: MigrationPlan
    do throws(MigrationPlanError) {
      plan = try MigrationPlan(report, to: request.target, in: catalogue, evidence: evidence)
    } catch {
      Diagnostics.complain(error.wording(request.domain), language)
      return if case .noSuchDomain = error { .unusable } else { .unknown }
    }
    _ = try await request.report.publish {
      plan
    } json: { plan in
      PlanJSON(plan, in: catalogue, language: language)
    } text: { plan, _, width in
      PlanText(plan: plan, catalogue: catalogue, language: language, width: width).text
    }
    return plan.isFinished ? .ok : .warning
  }
}
