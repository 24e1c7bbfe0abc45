/// A DKIM selector: one or more labels below which a domain's key is published (RFC 6376 §3.1).
///
/// Letters, digits, hyphens and, as found in the field, underscores. Selectors that differ in case alone are equal.
struct DKIMSelector: Sendable {
  /// One for all copies: the same hundred selectors are looked for at every domain of a list.
  private let form: Form

  private final class Form: Sendable {
    let text: String
    /// `text` in lower case: what selectors are compared by.
    let foldedText: String
    /// `<selector>._domainkey`, the labels in front of a domain; nil where that alone is too long for a name.
    let prefix: DomainName?

    init(_ text: String) {
      self.text = text
      foldedText = text.asciiLowercased
      prefix = try? DomainName(parsing: "\(text)._domainkey")
    }
  }

  /// As given.
  var text: String { form.text }

  /// In lower case: what tables of selectors are kept by.
  var foldedText: String { form.foldedText }

  init(parsing text: String) throws(DKIMSelectorError) {
    guard !text.isEmpty else { throw .empty }
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    var offset = 0
    for label in labels {
      if label.equalsIgnoringCase("_domainkey") { throw .containsDomainKeyLabel(offset: offset) }
      if label.isEmpty { throw .emptyLabel(offset: offset) }
      if label.count > DomainName.maximumLabelLength { throw .labelTooLong(offset: offset) }
      for (index, octet) in label.enumerated()
      where !octet.isLetterDigitHyphen && octet != UInt8(ascii: "_") {
        throw .badOctet(octet, offset: offset + index)
      }
      offset += label.count + 1
    }
    guard text.utf8.count + 2 <= DomainName.maximumWireLength else { throw .tooLong }
    form = Form(text)
  }

  /// Stands for all selectors at once, where a wildcard answers for them.
  static let every = DKIMSelector(Form("*"))

  private init(_ form: Form) { self.form = form }

  /// `<selector>._domainkey.<domain>`, where the key is. Throws where that is too long for a name.
  func name(under domain: DomainName) throws(DomainNameError) -> DomainName {
    guard let prefix = form.prefix else { throw .nameTooLong }
    return try domain.prepending(prefix)
  }

  /// `_domainkey.<domain>`, the name above all selectors of a domain.
  static func namespace(of domain: DomainName) throws(DomainNameError) -> DomainName {
    try domain.prepending(label: "_domainkey".utf8)
  }
}

extension DKIMSelector: LosslessStringConvertible {
  init?(_ description: String) {
    do { try self.init(parsing: description) } catch { return nil }
  }

  var description: String { text }
}

extension DKIMSelector: Hashable {
  static func == (left: DKIMSelector, right: DKIMSelector) -> Bool {
    left.form === right.form || left.form.foldedText == right.form.foldedText
  }

  func hash(into hasher: inout Hasher) { hasher.combine(form.foldedText) }
}

/// Why a text is no selector; offsets count octets from 0.
enum DKIMSelectorError: Error, Hashable, Sendable {
  case empty
  case emptyLabel(offset: Int)
  case labelTooLong(offset: Int)
  case tooLong
  case badOctet(UInt8, offset: Int)
  /// `_domainkey` belongs behind the selector, and is put there by us.
  case containsDomainKeyLabel(offset: Int)
}
