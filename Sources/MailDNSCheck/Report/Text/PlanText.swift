/// A plan as a piece of a zone file: the records to publish as they are, and everything else in comments.
struct PlanText {
  let plan: MigrationPlan
  let catalogue: ProviderCatalogue
  let language: Language
  let width: Int

  var text: String {
    var page = Page(width: width)
    comment(Wording.planTitle(plan.domain.name.description, from: plan.start, to: plan.target), to: &page)
    if plan.changes.isEmpty, plan.notes.isEmpty {
      page.blank()
      comment(.nothingToChange, to: &page)
    }
    for phase in ZoneChange.Phase.allCases { add(phase, to: &page) }
    return page.text
  }

  private func add(_ phase: ZoneChange.Phase, to page: inout Page) {
    let notes = plan.notes.filter { $0.phase == phase }
    let changes = plan.changes.filter { $0.phase == phase }
    guard !notes.isEmpty || !changes.isEmpty else { return }
    page.blank()
    comment(Wording(verbatim: "---- ") + phase.wording, to: &page)
    for note in notes {
      page.blank()
      comment(note.content.wording(in: catalogue), to: &page)
    }
    for change in changes {
      page.blank()
      add(change, to: &page)
    }
  }

  private func add(_ change: ZoneChange, to page: inout Page) {
    comment(change.reason.wording(in: catalogue), to: &page)
    if !change.removed.isEmpty {
      comment(change.added.isEmpty ? .planRemoves : .planReplaces, to: &page)
      for data in change.removed {
        page.addVerbatim(";   \(change.owner.absolutePresentation) IN \(data.type) \(data.presentation)")
      }
    }
    for added in change.added {
      switch added {
      case .record(let data): page.addVerbatim(line(change, data.presentation))
      case .template(let data, let placeholder):
        comment(.planFillIn, to: &page)
        comment(placeholder.wording, to: &page)
        page.addVerbatim("; " + line(change, data))
      }
    }
  }

  /// Not wrapped: a record is one line of a zone file.
  private func line(_ change: ZoneChange, _ data: String) -> String {
    "\(change.owner.absolutePresentation) \(change.timeToLive) IN \(change.type) \(data)"
  }

  private func comment(_ wording: Wording, to page: inout Page) {
    for line in wording[language].wrapped(to: page.width - 2) { page.addVerbatim("; " + line) }
  }
}
