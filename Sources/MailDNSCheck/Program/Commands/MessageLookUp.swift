import FoundationEssentials

/// Asks DNS what it says today of those whom a message names: the MX records of its recipients' domains, SPF and the keys of
/// its sender.
struct MessageLookUp: Sendable {
  private let resolver: (any Resolver)?
  private let catalogue: ProviderCatalogue
  private let time = Int64(Date.now.timeIntervalSince1970)

  /// More recipients' domains of one message are not asked for.
  static let maximumDomains = 3

  /// With `--offline` and no zone file nobody is asked.
  init(_ options: QueryOptions, language: Language, catalogue: ProviderCatalogue) throws(ProgramError) {
    self.catalogue = catalogue
    resolver =
      options.offline && options.zoneFiles.isEmpty
      ? nil : try ResolverSetup(options: options, language: language, isForList: true).resolver()
  }

  var isAsking: Bool { resolver != nil }

  /// Only of mail that came into Office365 past every gateway: of no other does the answer change anything.
  func recipients(of message: MessageExamination, expecting expected: MessageRoute?) async -> [RecipientMX] {
    guard let resolver, expected == nil, message.way.route == .office365, message.way.direction == .inbound
    else {
      return []
    }
    let questions = message.recipientDomains.prefix(Self.maximumDomains).map { Question($0, .mx) }
    return await resolver.answers(to: questions).map { RecipientMX($0.question.name, $0, in: catalogue) }
  }

  /// Nil where nobody is asked, or there is nothing to ask for.
  func sender(of message: MessageExamination) async -> SenderToday? {
    guard let resolver else { return nil }
    return await SenderToday.find(message, at: time, by: resolver)
  }
}
