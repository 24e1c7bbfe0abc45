import Synchronization

/// A reference that is set once, by whichever thread comes first: `AtomicLazyReference`, of which the compiler makes no special
/// form, so that each look at it would first look its type up.
struct OnceReference<Instance: AnyObject & Sendable>: ~Copyable, Sendable {
  private let place = Atomic<Unmanaged<Instance>?>(nil)

  deinit { place.load(ordering: .acquiring)?.release() }

  /// Nil as long as there is none.
  func load() -> Instance? { place.load(ordering: .acquiring)?.takeUnretainedValue() }

  /// Sets it to `instance` where there is none, and returns what then is there.
  func storeIfNil(_ instance: Instance) -> Instance {
    let reference = Unmanaged.passRetained(instance)
    let (_, earlier) = place.compareExchange(
      expected: nil, desired: reference, ordering: .acquiringAndReleasing)
    guard let earlier else { return instance }
    reference.release()
    return earlier.takeUnretainedValue()
  }
}
