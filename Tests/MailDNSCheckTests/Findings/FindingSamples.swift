@testable import MailDNSCheck

extension FindingSpecimens {
  /// As the documentation shows them.
  static let plain = FindingSpecimens(
    domain: DomainName("example.jp")!, name: DomainName("host.example")!, text: "x",
    failure: Failure(kind: .timedOut(ignored: 0), server: ServerAddress("192.0.2.53")))

  /// All that somebody could put into DNS to get at a terminal or a reader.
  static let hostile = {
    let text = "\u{1B}[31m\r\n\u{07}\u{9B}2J\u{202E}\u{2066}\u{200B}\u{0}\u{7F}\\|`\""
    let name = try! DomainName("example.jp")!.prepending(label: Array(text.utf8))
    return FindingSpecimens(
      domain: name, name: name, text: text,
      failure: Failure(
        kind: .responseCode(.serverFailure), server: ServerAddress("192.0.2.53"),
        extendedErrors: [ExtendedError(code: 6, text: Array(text.utf8))]))
  }()

  /// One finding of every kind, or more where a kind has several texts, made from the same few pieces.
  var findings: [Finding] { FindingCatalogue.declarations.flatMap { $0.findings(self) } }
}

/// A declaration whose samples can be counted.
protocol SampledFinding {
  /// How many samples there are to be, and how many could not be made.
  func sampleCounts(_ specimens: FindingSpecimens) -> (all: Int, missing: Int)
}

extension FindingDeclaration: SampledFinding {
  func sampleCounts(_ specimens: FindingSpecimens) -> (all: Int, missing: Int) {
    let samples = samples(specimens)
    return (samples.count, samples.count { $0 == nil })
  }
}
