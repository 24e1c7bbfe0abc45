/// A domain that mail is addressed to: labels of letters, digits and hyphens (RFC 5321 §4.1.2), at least one
/// of them. A top-level domain is one too.
struct MailDomain: Hashable, Sendable {
  /// The name in A-labels (RFC 5890 §2.3.2.1), in lower case.
  let name: DomainName
  /// The name in U-labels, for people. The same as `name` where there are none, or where they can't be
  /// trusted: bad Punycode, a name that IDNA would not turn back into this one, characters that can't be
  /// seen.
  let unicode: String

  /// The domain in `text`, taken as people paste it: `User@Example.co.jp`, `https://example.co.jp/x`, `mailto:`,
  /// `<user@example.jp>`, a final dot, white space around it, fullwidth letters, `。`, U-labels.
  ///
  /// - Parameter idna: What knows IDNA, which most names have no need of; nil where there is nothing, then only A-labels are taken.
  init(pasted text: String, idna: @autoclosure () -> LibIDN2? = .shared) throws(MailDomainError) {
    do {
      let domain = try PastedDomain(text).text
      let ascii = try Self.aLabels(of: domain, idna)
      name = try Self.mailName(ascii)
    } catch {
      throw MailDomainError(text: text, reason: error)
    }
    unicode = Self.unicode(of: name, idna)
  }

  /// The domain that a name of DNS is; nil where it can't be one, as `_sip`, a name with other signs or an address. The same as
  /// that of its text, with a final dot: `mx.` is one.
  init?(_ name: DomainName, idna: @autoclosure () -> LibIDN2? = .shared) {
    guard Self.isMailName(name) else { return nil }
    self.name = name.inLowerCase
    unicode = Self.unicode(of: self.name, idna)
  }

  /// Whether mail can be addressed to the name.
  static func isMailName(_ name: DomainName) -> Bool {
    let labels = name.canonicalLabels
    guard !labels.isEmpty, labels.allSatisfy({ $0.isHostLabel() }) else { return false }
    return !labels.allSatisfy { $0.allSatisfy(\.isDigit) } || IPAddress(name.description) == nil
  }

  private static func aLabels(of domain: String, _ idna: () -> LibIDN2?) throws(MailDomainError.Reason)
    -> String
  {
    if domain.utf8.allSatisfy({ $0 < 0x80 }) { return domain.asciiLowercased }
    guard let idna = idna() else { throw .idnaUnavailable }
    // An empty label is worth its own reason, and libidn2 has none for it.
    guard !domain.contains(".."), domain.first != "." else { throw .emptyLabel }
    do {
      return try idna.aLabels(of: domain)
    } catch {
      switch error {
      case .labelTooLong: throw .labelTooLong
      case .nameTooLong: throw .nameTooLong
      case .refused(let reason): throw .idna(reason)
      }
    }
  }

  /// Reads ASCII text, which may still hold anything: IDNA maps some characters to signs that no host name
  /// has.
  private static func mailName(_ text: String) throws(MailDomainError.Reason) -> DomainName {
    for label in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard !label.isEmpty else { throw .emptyLabel }
      if let bad = Substring(label).unicodeScalars.first(where: { !$0.isLetterDigitHyphen }) {
        throw bad == "_" ? .underscore : .badCharacter(bad)
      }
      guard label.first != UInt8(ascii: "-"), label.last != UInt8(ascii: "-") else { throw .hyphen }
      guard label.count <= DomainName.maximumLabelLength else { throw .labelTooLong }
    }
    do {
      return try DomainName(parsing: text.asciiLowercased)
    } catch {
      // Labels have been looked at: only the whole can still be too long.
      throw .nameTooLong
    }
  }

  /// A name with a bad A-label is still a name that DNS can be asked for: it is taken, and shown as it is.
  private static func unicode(of name: DomainName, _ idna: () -> LibIDN2?) -> String {
    let text = name.description
    guard name.canonicalLabels.contains(where: { $0.starts(with: "xn--".utf8) }),
      let unicode = idna()?.uLabels(of: text), VisibleText(unicode).description == unicode
    else { return text }
    return unicode
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterDigitHyphen: Bool {
    isASCII && UInt8(truncatingIfNeeded: value).isLetterDigitHyphen
  }
}
