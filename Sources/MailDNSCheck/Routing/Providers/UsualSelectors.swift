/// The DKIM selectors of a catalogue as every check asks for them, so that they are not put together for each domain of a list.
final class UsualSelectors: Sendable {
  /// Those that the route depends on, of SecureMX and Office365; asked for first.
  let ofEnds: [DKIMSelector]
  /// The others of the catalogue.
  let others: [DKIMSelector]
  private let byText: [String: DKIMSelector]

  init(_ catalogue: ProviderCatalogue) {
    let ends = [Provider.ID.securemx, .office365].flatMap { catalogue[$0]?.dkimSelectors ?? [] }.uniqued
    let others = catalogue.selectors.filter { !ends.contains($0) }
    ofEnds = ends
    self.others = others
    byText = Dictionary((ends + others).map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The selector that `text` is, one for all domains where the catalogue has it; nil where it is none.
  func selector(_ text: String) -> DKIMSelector? { byText[text] ?? DKIMSelector(text) }

  /// Whether it would be asked for of any domain.
  func contains(_ selector: DKIMSelector) -> Bool {
    byText[selector.text] != nil || others.contains(selector)
  }
}
