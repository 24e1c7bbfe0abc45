/// What Microsoft 365 calls a domain and the organisation that owns it, as its own host names show.
///
/// The token stands for the domain in host names: its dots turned into hyphens. For a domain that has a hyphen itself
/// Microsoft picks one that cannot be computed, only read.
struct MicrosoftTenant: Hashable, Sendable {
  /// The tenant's initial name: `contoso` of `contoso.onmicrosoft.com`, in lower case.
  let name: String
  /// The domain's token: `contoso-co-jp`, in lower case.
  let token: String
  /// The DKIM selector that led here: `selector1` or `selector2`.
  let selector: String
  /// The part of Microsoft's newer zones that the tenant's key is in: `o-v1`, in lower case; nil where it is in its own.
  let partition: String?

  /// Reads `selector1-<token>._domainkey.<tenant>.onmicrosoft.com`, its sovereign-cloud siblings, and
  /// `selector1-<token>._domainkey.<tenant>.<letter>-v1.dkim.mail.microsoft`; nil for any other name.
  init?(dkimTarget target: DomainName) {
    let labels = target.canonicalLabels
    guard labels.count >= 5, labels[1].equalsIgnoringCase("_domainkey"),
      Self.isDKIMZone(labels[3...]), let tenant = Self.word(labels[2]),
      let first = Self.word(labels[0])
    else { return nil }
    for selector in DKIMSelectorPair.office365.names where first.hasPrefix(selector + "-") {
      let token = first.dropFirst(selector.utf8.count + 1)
      guard !token.isEmpty else { return nil }
      (self.name, self.token, self.selector) = (tenant, String(token), selector)
      partition = Self.isPartition(labels[3]) ? Self.word(labels[3]) : nil
      return
    }
    return nil
  }

  private static func isDKIMZone(_ labels: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    initialDomainZones.contains { isZone(labels, $0) }
      || (isPartition(labels.first) && isZone(labels.dropFirst(), newerDKIMZone))
  }

  private static let initialDomainZones = [
    ["onmicrosoft", "com"], ["onmicrosoft", "us"], ["partner", "onmschina", "cn"],
  ]
  private static let newerDKIMZone = ["dkim", "mail", "microsoft"]

  private static func isZone(_ labels: ArraySlice<ArraySlice<UInt8>>, _ zone: [String]) -> Bool {
    labels.count == zone.count && zip(labels, zone).allSatisfy { $0.elementsEqual($1.utf8) }
  }

  /// Whether the label is `<letter>-v1`, a partition of the newer zones.
  private static func isPartition(_ label: ArraySlice<UInt8>?) -> Bool {
    guard let label, label.first?.isLetter == true else { return false }
    return label.dropFirst().equalsIgnoringCase("-v1")
  }

  /// The label as text where it is letters, digits and hyphens only, so that it is safe to show; else nil.
  private static func word(_ label: ArraySlice<UInt8>) -> String? {
    guard !label.isEmpty, label.allSatisfy(\.isLetterDigitHyphen) else { return nil }
    return String(decoding: label, as: UTF8.self)
  }
}

extension MicrosoftTenant {
  /// Whether Microsoft itself gave the domain: `contoso.onmicrosoft.com`, its sovereign-cloud siblings, or one below.
  static func isInitialDomain(_ domain: DomainName) -> Bool {
    let labels = domain.canonicalLabels
    return initialDomainZones.contains { labels.count > $0.count && isZone(labels.suffix($0.count), $0) }
  }

  /// The token of `domain`; nil where it cannot be computed: the domain has a hyphen or any other octet but letters and
  /// digits, or is too long for one label.
  static func token(of domain: DomainName) -> String? {
    let labels = domain.canonicalLabels
    guard !labels.isEmpty, labels.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isDigit } }) else {
      return nil
    }
    let token = labels.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return token.utf8.count <= DomainName.maximumLabelLength ? token : nil
  }

  /// The token in the name of an MX host of Microsoft 365: `<token>.mail.protection.outlook.com`, its sovereign-cloud
  /// siblings, `<token>.<letter>-v1.mx.microsoft`; nil for any other name.
  static func token(ofMX host: DomainName) -> String? {
    let labels = host.canonicalLabels
    guard let first = labels.first else { return nil }
    let zone = labels.dropFirst()
    let isNew = isPartition(zone.first) && isZone(zone.dropFirst(), newerMXZone)
    guard isNew || mxZones.contains(where: { isZone(zone, $0) }) else { return nil }
    return word(first)
  }

  private static let newerMXZone = ["mx", "microsoft"]
  private static let mxZones = [
    ["mail", "protection", "outlook", "com"], ["mail", "protection", "office365", "us"],
    ["mail", "protection", "partner", "outlook", "cn"], ["mail", "protection", "outlook", "de"],
  ]

  /// The host that has addresses while some tenant accepts mail for the domain with that token.
  ///
  /// Nil where `token` is not one label of letters, digits and hyphens.
  static func probeName(token: String) -> DomainName? {
    guard word(Array(token.utf8)[...]) != nil else { return nil }
    return try? inboundZone?.prepending(label: token.utf8)
  }

  /// The same host in the newer zones, one for each partition. A domain added since 2026 may have no other.
  static func probeName(token: String, partition: String) -> DomainName? {
    guard word(Array(token.utf8)[...]) != nil, isPartition(Array(partition.utf8)[...]) else { return nil }
    return try? newerInboundZone?.prepending(label: partition.utf8).prepending(label: token.utf8)
  }

  /// Whether `host` is one of those: `<token>.<letter>-v1.mx.microsoft`.
  static func isNewerHost(_ host: DomainName) -> Bool {
    newerInboundZone.map(host.isBelow) == true && token(ofMX: host) != nil
  }

  private static let newerInboundZone = DomainName("mx.microsoft")
  private static let inboundZone = DomainName("mail.protection.outlook.com")
}
