import Testing

@testable import MailDNSCheck

/// The syntax errors of `text`; empty where it is a valid record.
func spfErrors(_ text: String) -> [SPFSyntaxError] { spfErrors(Array(text.utf8)) }

func spfErrors(_ text: [UInt8]) -> [SPFSyntaxError] {
  do throws(SPFSyntaxErrors) {
    _ = try SPFRecord(parsing: text)
    return []
  } catch {
    return error.all
  }
}

/// The only term of the record `v=spf1 <term>`.
func spfTerm(_ term: String) throws -> SPFTerm.Content {
  try SPFRecord(parsing: "v=spf1 \(term)".utf8).terms.map(\.content).first!
}

func spfMechanism(_ term: String) throws -> SPFMechanism? {
  if case .directive(let directive) = try spfTerm(term) { directive.mechanism } else { nil }
}

func spfDomain(_ text: String) throws -> SPFDomainSpec { try SPFDomainSpec(parsing: Array(text.utf8)[...]) }

extension SPFSyntaxError {
  /// The offending place, as text.
  func place(in text: String) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}

/// A refused term: what is wrong with `v=spf1 <term>`, and which part of it is named as the place.
struct RefusedTerm: Sendable, CustomTestStringConvertible {
  let term: String
  let reason: SPFSyntaxError.Reason
  let place: String

  init(_ term: String, _ reason: SPFSyntaxError.Reason, at place: String) {
    self.term = term
    self.reason = reason
    self.place = place
  }

  var testDescription: String { term }
  var record: String { "v=spf1 \(term)" }
  var found: [String] { spfErrors(record).map { "\($0.reason) at \($0.place(in: record))" } }
  var expected: [String] { ["\(reason) at \(place)"] }
}

extension SPFSyntaxError {
  /// The place of the error in `text`, as reports show it.
  func excerpt(of text: [UInt8], width: Int) -> RecordExcerpt {
    RecordExcerpt(of: text, at: range, width: width)
  }
}
