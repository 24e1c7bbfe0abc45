/// A name that a term of an SPF record points to.
struct SPFReference: Hashable, Sendable {
  let kind: Kind
  let qualifier: SPFQualifier
  let target: Target

  enum Kind: String, Hashable, Sendable {
    case include, redirect, a, mx, ptr, exists

    /// Whether evaluation goes on with the SPF record of the target.
    var leadsToRecord: Bool { self == .include || self == .redirect }

    /// Nil for a mechanism that looks nothing up.
    fileprivate init?(_ mechanism: SPFMechanism) {
      switch mechanism {
      case .include: self = .include
      case .a: self = .a
      case .mx: self = .mx
      case .ptr: self = .ptr
      case .exists: self = .exists
      case .all, .network: return nil
      }
    }
  }

  enum Target: Hashable, Sendable {
    case name(DomainName)
    /// A name that differs from message to message; `tail` is what stands behind its last macro, where that is a name.
    case macros(tail: DomainName?)
    /// Text that is no domain name: nothing can be published there.
    case unusable(SPFDomainSpec)
  }

  var name: DomainName? { if case .name(let name) = target { name } else { nil } }

  /// The name by which a provider can be told: the target, or its constant tail.
  var recognizableName: DomainName? {
    switch target {
    case .name(let name): name
    case .macros(let tail): tail
    case .unusable: nil
    }
  }
}

extension SPFReference {
  /// The reference that `term` of the record at `owner` makes; nil for one that looks nothing up.
  init?(_ term: SPFTerm, at owner: DomainName) {
    let spec: SPFDomainSpec?
    switch term.content {
    case .directive(let directive):
      guard let kind = Kind(directive.mechanism) else { return nil }
      self.kind = kind
      qualifier = directive.qualifier
      spec = directive.mechanism.domainSpec
    case .modifier(.redirect(let domain)):
      kind = .redirect
      qualifier = .pass
      spec = domain
    case .modifier:
      return nil
    }
    target = spec.map { Self.target(of: $0, at: owner) } ?? .name(owner)
  }

  private static func target(of spec: SPFDomainSpec, at owner: DomainName) -> Target {
    // Without macros every owner reads the same.
    if spec.isLiteral { return spec.literalName.map(Target.name) ?? .unusable(spec) }
    if let octets = spec.macroString.constantOctets(at: owner) {
      return SPFDomainSpec.targetName(of: octets).map(Target.name) ?? .unusable(spec)
    }
    guard case .literal(let octets) = spec.macroString.parts.last else { return .macros(tail: nil) }
    // What stands before the first dot may be the rest of a label that a macro begins.
    let tail = octets.drop { $0 != UInt8(ascii: ".") }.dropFirst()
    return .macros(tail: tail.isEmpty ? nil : SPFDomainSpec.targetName(of: Array(tail)))
  }
}

extension SPFRecord {
  /// The names that the effective terms point to, in order.
  func references(at owner: DomainName) -> [SPFReference] {
    lookupTerms.compactMap { SPFReference($0, at: owner) }
  }
}
