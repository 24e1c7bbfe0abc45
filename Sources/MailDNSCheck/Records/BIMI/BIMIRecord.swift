/// A BIMI assertion record: where the domain's logo is, and what proves that it is the domain's
/// (draft-brand-indicators-for-message-identification §4.3, by the numbers of version 10). No RFC: an
/// Internet-Draft.
struct BIMIRecord: Hashable, Sendable {
  /// As published.
  let text: [UInt8]
  /// `l=`, an https address of an SVG file; nil where the domain declines to have a logo shown.
  let logo: String?
  /// `a=`, an https address of a certificate; nil where there is none.
  let evidence: String?

  static let selector = "default"

  /// Whether `l` and `a` are both empty: no logo is to be shown (§4.3.1).
  var isDeclination: Bool { logo == nil && evidence == nil }

  /// Reads a text that begins with `v=BIMI1`.
  init(parsing text: [UInt8]) throws(BIMIRecordError) {
    let list = TagList(text)
    if let error = list.errors.first { throw BIMIRecordError(reason: .syntax, place: error.place) }
    guard let logo = list["l"] else {
      throw BIMIRecordError(reason: .missingLogo, place: text.count..<text.count)
    }
    self.text = text
    self.logo = try Self.address(logo)
    evidence = try list["a"].map { tag throws(BIMIRecordError) in try Self.address(tag) } ?? nil
    if self.logo == nil, evidence != nil { throw BIMIRecordError(reason: .missingLogo, place: logo.place) }
  }

  /// Nil where the tag is empty.
  private static func address(_ tag: TagList.Tag) throws(BIMIRecordError) -> String? {
    if tag.value.isEmpty { return nil }
    guard tag.value.startsIgnoringCase(with: "https://"), tag.value.count > 8,
      tag.value.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { throw BIMIRecordError(reason: .notSecureAddress(tag: tag.name), place: tag.valuePlace) }
    return String(decoding: tag.value, as: UTF8.self)
  }

  /// Where the record of `domain` is. Throws where that is too long for a name, and so can't be there.
  static func name(of domain: DomainName) throws(DomainNameError) -> DomainName {
    try domain.prepending("\(selector)._bimi")
  }
}

/// What is wrong in such a record, and where.
struct BIMIRecordError: Error, Hashable, Sendable {
  let reason: Reason
  /// In octets of the text from 0; empty at the end of the text for what is missing.
  let place: Range<Int>

  enum Reason: Hashable, Sendable {
    /// Not a list of `tag=value`.
    case syntax
    /// No `l`, or an empty one beside `a`.
    case missingLogo
    /// Anything but an https address.
    case notSecureAddress(tag: String)
  }
}

/// The TXT records at one name: those that do not begin with `v=BIMI1` are no BIMI records, and unless exactly one is left,
/// there is none (§7.2).
struct BIMISelection: Hashable, Sendable {
  let outcome: Outcome

  enum Outcome: Hashable, Sendable {
    case absent
    case several(Int)
    case invalid([UInt8], BIMIRecordError)
    case record(BIMIRecord)
  }

  init(_ texts: [CharacterStrings]) {
    let records = texts.map(\.joined).filter { text in
      let tag = TagList(text).tags.first
      return tag?.name == "v" && tag?.value.elementsEqual("BIMI1".utf8) == true
    }
    if records.count > 1 {
      outcome = .several(records.count)
    } else if let text = records.first {
      do throws(BIMIRecordError) { outcome = .record(try BIMIRecord(parsing: text)) } catch {
        outcome = .invalid(text, error)
      }
    } else {
      outcome = .absent
    }
  }

  var record: BIMIRecord? { if case .record(let record) = outcome { record } else { nil } }
}
