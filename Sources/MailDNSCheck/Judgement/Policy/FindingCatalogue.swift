/// Every kind of finding that there is.
enum FindingCatalogue {
  static let groups: [any FindingGroup] = [
    Finding.input, Finding.domain, Finding.zoneFile, Finding.mx, Finding.spf, Finding.spfStyle, Finding.dkim,
    Finding.dmarc, Finding.dmarcReports, Finding.receivers, Finding.mtaSTS, Finding.mtaSTSPolicy,
    Finding.transport, Finding.dnssec, Finding.hosts, Finding.blocklists, Finding.smtp, Finding.certificates,
    Finding.bimi, Finding.delegation, Finding.nameServers, Finding.nameService, Finding.serverRecords,
    Finding.route,
    Finding.policy, Finding.message, Finding.senderToday, Finding.trace, Finding.exchange,
    Finding.exchangeMail, Finding.exchangeFiles,
  ]

  static let declarations: [any DeclaredFinding] = groups.flatMap(\.declarations)

  /// What policies can name: the id of every kind, in the order in which they are declared.
  static let ids: [String] = declarations.map(\.kind.id)
}
