/// What a name publishes as SPF (RFC 7208 §4.4, §4.5).
///
/// A class, though a value in all but name: every rule looks it up.
final class SPFPublication: Sendable {
  let name: DomainName
  let answer: Answer
  private let reading: Reading

  var content: Content { reading.content }
  /// The names that the record's effective terms point to, in order; empty where there is no record.
  var references: [SPFReference] { reading.references }
  /// Whether all programs read the answer alike, as far as it goes.
  var isPlain: Bool { reading.isPlain }

  enum Content: Sendable {
    case record(SPFRecord)
    /// Broken beyond use: "permerror".
    case syntaxErrors(SPFSyntaxErrors, text: [UInt8])
    /// More than one record: "permerror".
    case several(count: Int)
    case absent([SPFNearMiss])
    case unknown(Failure)
  }

  init(_ name: DomainName, _ answer: Answer) {
    self.name = name
    self.answer = answer
    reading = answer.derived { Reading(name, answer) }
  }

  /// What the answer turns out to be, for all that share it.
  private final class Reading: Sendable {
    let content: Content
    let references: [SPFReference]
    let isPlain: Bool

    init(_ name: DomainName, _ answer: Answer) {
      content = Content(answer)
      if case .record(let record) = content {
        references = record.references(at: name)
        isPlain = record.isPlain(in: answer)
      } else {
        references = []
        isPlain = answer.failure != nil
      }
    }
  }

  var record: SPFRecord? { if case .record(let record) = content { record } else { nil } }

  /// The text that a receiver takes for the record, broken or not; nil where there is none or more than one.
  var text: [UInt8]? {
    switch content {
    case .record(let record): record.text
    case .syntaxErrors(_, let text): text
    case .several, .absent, .unknown: nil
    }
  }

  /// The names that records point to which no receiver can use: what somebody meant to authorise is a sign of whom they
  /// work with all the same. Term by term, since one bad term spoils a record.
  var unusableReferences: [SPFReference] {
    let texts: [[UInt8]] =
      switch content {
      case .syntaxErrors(_, let text): [text]
      case .several: answer.texts.map(\.joined).filter(SPFRecordSelection.isSelected)
      case .record, .absent, .unknown: []
      }
    return texts.flatMap { text in
      text.split(separator: 0x20).dropFirst().prefix(Self.maximumSalvagedTerms).flatMap {
        term -> [SPFReference] in
        let record = try? SPFRecord(parsing: Array("v=spf1 ".utf8) + term)
        return record?.references(at: name) ?? []
      }
    }
  }

  private static let maximumSalvagedTerms = 200
}

extension SPFPublication.Content {
  fileprivate init(_ answer: Answer) {
    if let failure = answer.failure {
      self = .unknown(failure)
      return
    }
    let selection = SPFRecordSelection(answer.texts)
    switch selection.outcome {
    case .none: self = .absent(selection.nearMisses)
    case .several(let texts): self = .several(count: texts.count)
    case .one(let text):
      do throws(SPFSyntaxErrors) {
        self = .record(try SPFRecord.shared(text))
      } catch {
        self = .syntaxErrors(error, text: text)
      }
    }
  }
}
