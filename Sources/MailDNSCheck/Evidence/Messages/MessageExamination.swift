/// All that the header of one message says: the way, who judged it, where it was put and why.
struct MessageExamination: Sendable {
  let header: HeaderSection
  let trail: MailTrail
  let way: MessageWay
  /// The receiving side's marks, and its alone; without any where another system than Office365 delivered the message.
  let report: AntispamReport?
  let marks: OrganizationMarks?
  let delivery: MailboxDelivery?
  let verdict: MessageVerdict
  let authentication: MessageAuthentication
  /// Of the message as it arrived; at most `maximumSignatures`.
  let signatures: [SignatureField]

  static let maximumSignatures = 20

  init(_ header: HeaderSection, in catalogue: ProviderCatalogue) {
    self.init(header, by: MailHosts(catalogue: catalogue))
  }

  init(_ header: HeaderSection, by hosts: MailHosts) {
    let trail = MailTrail(header, hosts)
    let marks = OrganizationMarks(header)
    let side = ReceivingSide(header: header, trail: trail, marks: marks)
    let report = side.report
    let results = side.authentication(entry: MessageWay.entry(of: trail, hosts))
    let way = MessageWay(trail, marks, report, results, hosts)
    let delivery = side.delivery
    self.header = header
    self.trail = trail
    self.way = way
    self.report = report
    self.marks = way.isReceivedByOffice365 ? marks : nil
    self.delivery = delivery
    verdict =
      way.isReceivedByOffice365
      ? MessageVerdict(
        report: report, marks: marks, bulkLevel: side.bulkLevel, delivery: delivery,
        isInternal: way.direction == .internal)
      : .none
    authentication = MessageAuthentication(results, way, report, hosts)
    signatures = header.places(of: "dkim-signature").prefix(Self.maximumSignatures).map { place in
      SignatureField(header.fields[place].value, place: place)
    }
  }
}

extension MessageExamination {
  /// As the author wrote it; nil where there is none that can be read.
  var date: MailTime? { header.first("date").flatMap { MailTimeReader.time($0.value[...]) } }

  /// The address in `From`; nil where there is none.
  var from: String? { header.first("from").flatMap { MailAddresses.list($0.value).first } }

  var messageID: String? {
    header.first("message-id").flatMap {
      $0.value.isEmpty ? nil : VisibleText($0.value.prefix(998)).description
    }
  }

  /// For people: decoded, safe to show.
  var subject: String? {
    header.first("subject").map { VisibleText.shortened(EncodedWords.decode($0.value)) }
  }

  /// The domains of the recipients, as far as the header names them, each once.
  var recipientDomains: [DomainName] {
    (["to", "cc", "delivered-to", "x-original-to"] as [FieldName]).flatMap { header.all($0) }
      .flatMap { MailAddresses.list($0.value) }.compactMap(MailAddresses.domain).uniqued
  }

  /// When the receiving side took the message; nil where its clock can't be believed.
  var receivedAt: MailTime? {
    let hop = way.entry.map { trail.hops[$0] } ?? trail.hops.last
    return hop.flatMap { $0.clock == .ok ? $0.time : nil }
  }

  /// Whether the fields are not in the order in which they were stamped, as msgconvert writes them: its own `Date`,
  /// `Subject`, `From`, `To` in front, all `Received` together behind.
  var isRearranged: Bool {
    let places = header.places(of: "received")
    guard places.count > 1, let first = places.first, let last = places.last,
      let date = header.places(of: "date").first
    else { return false }
    return date < first && last - first == places.count - 1
      && !header.places(of: "from").allSatisfy { $0 > first }
  }
}
