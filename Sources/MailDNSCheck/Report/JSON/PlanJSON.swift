/// A plan as JSON (docs/plan-schema.json).
struct PlanJSON: JSONObject, Sendable {
  let schema = 1
  let domain: String
  let target: String
  let route: String
  /// Whether every record of it is known.
  let finished: Bool
  let changes: [Change]
  let notes: [Note]
  let waits: [Wait]

  struct Change: JSONObject, Sendable {
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
    /// Whether a gap has to be filled before the change may be made.
    let dependsOnGap: Bool
    let message: String
  }

  struct Template: JSONObject, Sendable {
    let data: String
    let message: String
  }

  struct Note: JSONObject, Sendable {
    let phase: String
    let message: String
  }

  struct Wait: JSONObject, Sendable {
    /// The phase that begins after it.
    let phase: String
    /// At least.
    let seconds: UInt32
    let lifetimes: [Lifetime]
  }

  struct Lifetime: JSONObject, Sendable {
    let owner: String
    let type: String
    let seconds: UInt32
    /// Whether nobody who holds the zone said so.
    let assumed: Bool
  }
}

extension PlanJSON {
  init(_ plan: MigrationPlan, in catalogue: ProviderCatalogue, language: Language) {
    domain = plan.domain.name.description
    target = plan.target.rawValue
    route = plan.start.rawValue
    finished = plan.isFinished
    changes = plan.changes.map { change in
      Change(
        phase: change.phase.rawValue, owner: change.owner.description, type: change.type.description,
        timeToLive: change.timeToLive, remove: change.removed.map(\.presentation),
        add: change.added.compactMap { if case .record(let data) = $0 { data.presentation } else { nil } },
        complete: change.added.compactMap { added in
          guard case .template(let data, let placeholder) = added else { return nil }
          return Template(data: data, message: placeholder.wording[language])
        },
        dependsOnGap: plan.dependsOnGap(change), message: change.wording(in: catalogue)[language])
    }
    notes = plan.notes.map {
      Note(phase: $0.phase.rawValue, message: $0.content.wording(in: catalogue)[language])
    }
    waits = plan.waits.map { wait in
      Wait(
        phase: wait.phase.rawValue, seconds: wait.seconds,
        lifetimes: wait.lifetimes.map { lifetime in
          Lifetime(
            owner: lifetime.question.name.description, type: lifetime.question.type.description,
            seconds: lifetime.seconds, assumed: lifetime.isAssumed)
        })
    }
  }
}

extension PlanJSON {
  func addMembers(to json: inout JSONWriter) {
    json.add("changes", changes)
    json.add("domain", domain)
    json.add("finished", finished)
    json.add("notes", notes)
    json.add("route", route)
    json.add("schema", schema)
    json.add("target", target)
    json.add("waits", waits)
  }
}

extension PlanJSON.Change {
  func addMembers(to json: inout JSONWriter) {
    json.add("add", add)
    json.add("complete", complete)
    json.add("dependsOnGap", dependsOnGap)
    json.add("message", message)
    json.add("owner", owner)
    json.add("phase", phase)
    json.add("remove", remove)
    json.add("timeToLive", timeToLive)
    json.add("type", type)
  }
}

extension PlanJSON.Template {
  func addMembers(to json: inout JSONWriter) {
    json.add("data", data)
    json.add("message", message)
  }
}

extension PlanJSON.Note {
  func addMembers(to json: inout JSONWriter) {
    json.add("message", message)
    json.add("phase", phase)
  }
}

extension PlanJSON.Wait {
  func addMembers(to json: inout JSONWriter) {
    json.add("lifetimes", lifetimes)
    json.add("phase", phase)
    json.add("seconds", seconds)
  }
}

extension PlanJSON.Lifetime {
  func addMembers(to json: inout JSONWriter) {
    json.add("assumed", assumed)
    json.add("owner", owner)
    json.add("seconds", seconds)
    json.add("type", type)
  }
}
