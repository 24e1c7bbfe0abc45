/// One tag as a program has taken it.
struct DMARCReaderTag: Hashable, Sendable {
  /// Nil for a name that no program knows. All take it in either case.
  let name: DMARCTagName?
  let value: [UInt8]
}
