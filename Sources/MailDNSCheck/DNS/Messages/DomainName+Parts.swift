extension DomainName {
  /// The leftmost label, case as received; empty for the root.
  var firstLabel: ArraySlice<UInt8> { wire[1..<max(1, Int(wire[0]) + 1)] }

  /// The labels in front of the last `count`, as a name; nil where none are left.
  func leadingLabels(before count: Int) -> DomainName? {
    let labels = labels.dropLast(count)
    guard !labels.isEmpty else { return nil }
    return DomainName(wire: labels.flatMap { [UInt8($0.count)] + $0 } + [0])
  }

  /// What a zone file says where this name came of one without its final dot, to which `origin` was then appended (RFC 1035
  /// §5.1): `mx.securemx.jp` for `mx.securemx.jp.example.co.jp`. Nil where the name does not lie below `origin`.
  func withoutOrigin(_ origin: DomainName) -> DomainName? {
    isBelow(origin) ? leadingLabels(before: origin.labelCount) : nil
  }

  /// Whether `origin` was put behind a name that ends in it already: `mx.example.jp.example.jp`. One label alone may be meant.
  func repeats(_ origin: DomainName) -> Bool {
    guard !origin.isRoot, let name = withoutOrigin(origin) else { return false }
    return name.labelCount > 1 && name.isAtOrBelow(origin)
  }

  /// The same for whichever zone holds `name`: its own, or one further up. The first that `isMeant` is true of.
  func beforeOrigin(of name: DomainName, where isMeant: (DomainName) -> Bool) -> DomainName? {
    var origin: DomainName? = name
    while let zone = origin, !zone.isRoot {
      if let meant = withoutOrigin(zone), isMeant(meant) { return meant }
      origin = zone.parent
    }
    return nil
  }
}
