/// What Exchange Online says of a message to its own organisation (`X-MS-Exchange-Organization-…`): removed from mail that
/// comes in or leaves, so that only the receiving side can have written it.
struct OrganizationMarks: Sendable {
  /// `Internal` or `Anonymous`.
  let authenticatedAs: String?
  /// `Incoming` or `Originating`.
  let directionality: String?
  let level: Int?
  /// Mail in the name of the organisation's own domain from somebody who has not signed in.
  let isAnonymousDirectSend: Bool
  let isInternalSender: Bool
  /// Whether the recipient domain's MX names Office365; nil where it does not say.
  let mxPointsToOffice365: Bool?
  /// `X-MS-Exchange-SkipListedInternetSender`: Enhanced Filtering has found the true sender, also where it only tries.
  let skipListed: SkipListing?
  /// `X-MS-Exchange-ExternalOriginalInternetSender`: it was really applied.
  let originalSender: SkipListing?

  /// Of a sender that stood behind a gateway: `ip=[203.0.113.7];domain=mail.example.net`.
  struct SkipListing: Hashable, Sendable {
    let address: IPAddress?
    let domain: String?
  }

  /// Of a mark that is there twice the last one counts.
  init(_ header: HeaderSection) {
    authenticatedAs = header.last("x-ms-exchange-organization-authas")?.text.asciiLowercased
    directionality = header.last("x-ms-exchange-organization-messagedirectionality")?.text.asciiLowercased
    level = header.last("x-ms-exchange-organization-scl").flatMap { Int($0.text) }
      .flatMap { (-1...9).contains($0) ? $0 : nil }
    isAnonymousDirectSend = header.last("x-ms-exchange-organization-isanonymousdirectsend")?.isTrue ?? false
    isInternalSender = header.last("x-ms-exchange-organization-internalorgsender")?.isTrue ?? false
    mxPointsToOffice365 = header.last("x-ms-exchange-organization-mxpointstous")?.isTrue
    skipListed = header.last("x-ms-exchange-skiplistedinternetsender").map { SkipListing($0.value) }
    originalSender = header.last("x-ms-exchange-externaloriginalinternetsender").map { SkipListing($0.value) }
  }

  /// Whether one of the organisation's own sent it, signed in.
  var isFromOwnTenant: Bool { authenticatedAs == "internal" && directionality != "incoming" }

  /// An on-premises connector, or one that treats mail as internal: the two words contradict each other.
  var isByTrustingConnector: Bool {
    authenticatedAs == "internal" && directionality == "incoming"
      || authenticatedAs == "anonymous" && directionality == "originating"
  }
}

extension OrganizationMarks.SkipListing {
  fileprivate init(_ value: [UInt8]) {
    let tags = TagList(Array(value.prefix(1024)))
    func text(_ name: String) -> String? { tags[name].map { String(decoding: $0.value, as: UTF8.self) } }
    address = text("ip").flatMap { ReceivedSource.address($0[...]) }
    domain = text("domain")?.asciiLowercased
  }
}

extension HeaderField {
  /// Nil where the value is neither true nor false.
  fileprivate var isTrue: Bool? {
    value.equalsIgnoringCase("true") ? true : value.equalsIgnoringCase("false") ? false : nil
  }
}
