/// What has changed at a domain since an earlier run, on a page.
struct ChangePart {
  let changes: DomainChanges
  let language: Language

  var html: [HTML] {
    let told = changes.told
    let lines =
      told.changes.map { item($0.wording, $0.weight.status) }
      + [told.rest, changes.seenAgainWording].compactMap(\.self).map { item($0, nil) }
      + [changes.unseenWording].compactMap(\.self).map { item($0, .unknown) }
    return [
      HTML(.p, [], [HTML(.strong, text: changes.title[language])]), .list(lines),
    ]
  }

  private func item(_ wording: Wording, _ status: Status?) -> [HTML] {
    (status.map { [PagePart.badge($0, language), .text(" ")] } ?? []) + [.text(wording[language])]
  }
}
