/// What a name publishes as SPF (RFC 7208 §4.4, §4.5).
struct SPFPublication: Sendable {
  let name: DomainName
  let answer: Answer
  let content: Content

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
    if let failure = answer.failure {
      content = .unknown(failure)
      return
    }
    let selection = SPFRecordSelection(answer.texts)
    switch selection.outcome {
    case .none: content = .absent(selection.nearMisses)
    case .several(let texts): content = .several(count: texts.count)
    case .one(let text):
      do throws(SPFSyntaxErrors) {
        content = .record(try SPFRecord(parsing: text))
      } catch {
        content = .syntaxErrors(error, text: text)
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
}
