/// The findings of one protocol: a structure whose stored properties are their declarations.
///
/// What is declared is known: the properties are read by reflection, so that no list of them has to be kept beside.
protocol FindingGroup: Sendable {}

extension FindingGroup {
  /// In the order in which they are declared.
  var declarations: [any DeclaredFinding] {
    Mirror(reflecting: self).children.compactMap { $0.value as? any DeclaredFinding }
  }
}
