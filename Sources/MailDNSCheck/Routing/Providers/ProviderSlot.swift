/// A provider of a catalogue, made of its line in the table when it is first asked for.
final class ProviderSlot: Sendable {
  private let source: Source
  private let made = OnceReference<Provider>()

  enum Source: Sendable {
    case row(Int)
    case provider(Provider)
  }

  init(_ source: Source) { self.source = source }

  /// `make` is called with the line's number; of several threads that come first one's provider stays.
  func provider(_ make: (Int) -> Provider?) -> Provider? {
    switch source {
    case .provider(let provider): return provider
    case .row(let row):
      if let present = made.load() { return present }
      return make(row).map { made.storeIfNil($0) }
    }
  }
}
