/// A plan as a piece of a zone file: the records to publish as they are, and everything else in comments. What must not be
/// published before a gap is filled is in comments too.
struct PlanText {
  let plan: MigrationPlan
  let catalogue: ProviderCatalogue
  let language: Language
  let width: Int

  var text: String {
    var page = Page(width: width)
    comment(Wording.planTitle(plan.domain.name.description, from: plan.start, to: plan.target), to: &page)
    if !plan.isFinished { comment(.planUnfinished, to: &page) }
    if plan.changes.isEmpty, plan.notes.isEmpty {
      page.blank()
      comment(.nothingToChange, to: &page)
    }
    for phase in ZoneChange.Phase.allCases {
      for wait in plan.waits where wait.phase == phase && hasMore(from: phase) { add(wait, to: &page) }
      add(phase, to: &page)
    }
    return page.text
  }

  /// Whether anything is left to be done in that phase or later.
  private func hasMore(from phase: ZoneChange.Phase) -> Bool {
    plan.notes.contains { $0.phase >= phase } || plan.changes.contains { $0.phase >= phase }
  }

  private func add(_ wait: MigrationPlan.Wait, to page: inout Page) {
    page.blank()
    comment(Wording(verbatim: "---- ") + wait.heading, to: &page)
    for wording in wait.explanations {
      page.blank()
      comment(wording, to: &page)
    }
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
    if changes.contains(where: { $0.isComplete && plan.dependsOnGap($0) }) {
      page.blank()
      comment(.planBlocked, to: &page)
    }
    for change in changes {
      page.blank()
      add(change, to: &page)
    }
  }

  private func add(_ change: ZoneChange, to page: inout Page) {
    comment(change.wording(in: catalogue), to: &page)
    if !change.removed.isEmpty {
      comment(change.added.isEmpty ? .planRemoves : .planReplaces, to: &page)
      for entry in change.removed {
        page.addVerbatim(";   \(change.owner.absolutePresentation) IN \(change.type) \(entry.presentation)")
      }
    }
    for entry in change.added {
      if case .template(_, let placeholder) = entry {
        comment(.planFillIn, to: &page)
        comment(placeholder.wording, to: &page)
      }
      let line = line(change, entry.presentation)
      page.addVerbatim(plan.dependsOnGap(change) ? "; " + line : line)
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
