/// A plan as JSON (docs/plan-schema.json).
struct PlanJSON: Encodable, Sendable {
  let schema = 1
  let domain: String
  let target: String
  let route: String
  let changes: [Change]
  let notes: [Note]

  struct Change: Encodable, Sendable {
    let phase: String
    let owner: String
    let type: String
    let timeToLive: UInt32
    /// Data of the records that go, as in a master file.
    let remove: [String]
    /// Data of the records that come.
    let add: [String]
    /// Data with `<…>` for what DNS does not show.
    let complete: [Template]
    let message: String
  }

  struct Template: Encodable, Sendable {
    let data: String
    let message: String
  }

  struct Note: Encodable, Sendable {
    let phase: String
    let message: String
  }
}

extension PlanJSON {
  init(_ plan: MigrationPlan, in catalogue: ProviderCatalogue, language: Language) {
    domain = plan.domain.name.description
    target = plan.target.rawValue
    route = plan.start.rawValue
    changes = plan.changes.map { change in
      Change(
        phase: change.phase.rawValue, owner: change.owner.description, type: change.type.description,
        timeToLive: change.timeToLive, remove: change.removed.map(\.presentation),
        add: change.added.compactMap { if case .record(let data) = $0 { data.presentation } else { nil } },
        complete: change.added.compactMap { added in
          guard case .template(let data, let placeholder) = added else { return nil }
          return Template(data: data, message: placeholder.wording[language])
        },
        message: change.reason.wording(in: catalogue)[language])
    }
    notes = plan.notes.map {
      Note(phase: $0.phase.rawValue, message: $0.content.wording(in: catalogue)[language])
    }
  }
}
