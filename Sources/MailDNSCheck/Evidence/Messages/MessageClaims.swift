/// What a message says of itself without anybody on the receiving side having stamped it: judgements of the sender's side, in
/// the order of the header. To be shown, never to be believed.
struct MessageClaims: Sendable {
  let fields: [HeaderField]
  /// The chain of ARC sets (RFC 8617 §4.2.1), oldest first; its seals are not verified here.
  let seals: [Seal]

  struct Seal: Hashable, Sendable {
    /// `i=`
    let instance: Int
    /// `d=`
    let domain: String
    /// `cv=`: what the sealer found of the chain before it.
    let validity: String
  }

  static let maximumFields = 10
  /// RFC 8617 §4.2.1.
  static let maximumSeals = 50

  init(_ message: MessageExamination) {
    let results = message.authentication.results
    fields = message.header.fields.lazy.filter { field in
      switch field.name {
      case "authentication-results": results.map { AuthenticationResults(field.value) != $0 } ?? true
      case "x-forefront-antispam-report": message.report.map { AntispamReport(field.value) != $0 } ?? true
      default: Self.isCopy(field.name.text)
      }
    }.prefix(Self.maximumFields).map(\.self)
    seals = message.header.all("arc-seal").prefix(Self.maximumSeals).compactMap(Seal.init)
      .sorted { $0.instance < $1.instance }
  }

  /// The names under which Exchange Online and gateways keep what the sender's side found.
  private static func isCopy(_ name: String) -> Bool {
    guard
      ["x-forefront-", "x-microsoft-antispam", "authentication-results-", "original-auth"].contains(
        where: name.hasPrefix)
    else { return false }
    return name.hasPrefix("original-")
      || ["-untrusted", "-original", "-prvs"].contains(where: name.hasSuffix)
        && !name.contains("message-info")
  }
}

extension MessageClaims.Seal {
  fileprivate init?(_ field: HeaderField) {
    let tags = TagList(Array(field.value.prefix(4096)))
    func text(_ name: String) -> String {
      tags[name].map { String(decoding: $0.value, as: UTF8.self) } ?? "-"
    }
    guard let instance = Int(text("i")), (1...MessageClaims.maximumSeals).contains(instance) else {
      return nil
    }
    self.init(instance: instance, domain: text("d"), validity: text("cv"))
  }
}
