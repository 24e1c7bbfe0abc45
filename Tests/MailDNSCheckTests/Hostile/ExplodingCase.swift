import Testing

@testable import MailDNSCheck

/// A zone built to cost whoever looks at x.test as much as it can, and what its report has to say.
struct ExplodingCase: Sendable, CustomTestStringConvertible {
  let name: String
  var domain = "x.test"
  var selectors: [String] = []
  /// Ids of the findings that tell that a bound was reached.
  let tells: Set<String>
  let zone: ExplodingZone

  init(
    _ name: String, domain: String = "x.test", selectors: [String] = [], tells: Set<String>,
    _ rule: @escaping @Sendable (Question) -> ExplodingZone.Content
  ) {
    self.name = name
    self.domain = domain
    self.selectors = selectors
    self.tells = tells
    zone = ExplodingZone(rule)
  }

  var testDescription: String { name }
}

extension ExplodingCase {
  static let all = spf + mx + texts + dmarc + dkim + [everything]

  /// `count` terms of a record, made of their numbers.
  static func terms(_ count: Int, _ term: (Int) -> String) -> String {
    "v=spf1 " + (0..<count).map(term).joined(separator: " ") + " -all"
  }

  /// The number that a name begins with, behind a letter.
  static func number(_ question: Question) -> Int {
    Int(question.text.dropFirst().prefix { $0 != "." }) ?? 0
  }

  /// The numbers of the ten names that the name with the number of `question` leads to; no two names share one for long.
  static func children(_ question: Question) -> [Int] {
    let number = number(question)
    return (1...10).map { (number &* 10 &+ $0) & 0xFFFF_FFFF_FFFF }
  }

  static let spf: [ExplodingCase] = [
    ExplodingCase("includes that fan out ten wide without end", tells: ["spf-too-large"]) { question in
      guard question.type == .txt, question.text == "x.test" || question.text.hasSuffix("fan.test") else {
        return .nothing
      }
      let children = children(question)
      return .records([.text(terms(10) { "include:f\(children[$0]).fan.test" })])
    },
    ExplodingCase("a chain of includes without end", tells: ["spf-too-large"]) { question in
      guard question.type == .txt, question.text == "x.test" || question.text.hasSuffix("chain.test") else {
        return .nothing
      }
      return .records([.text("v=spf1 include:c\(number(question) + 1).chain.test -all")])
    },
    ExplodingCase("a chain of redirects without end", tells: ["spf-too-large"]) { question in
      guard question.type == .txt, question.text == "x.test" || question.text.hasSuffix("chain.test") else {
        return .nothing
      }
      return .records([.text("v=spf1 redirect=c\(number(question) + 1).chain.test")])
    },
    ExplodingCase("redirects in a circle", tells: ["spf-loop"]) { question in
      guard question.type == .txt, question.text == "x.test" || question.text.hasSuffix("loop.test") else {
        return .nothing
      }
      return .records([.text("v=spf1 redirect=l\((number(question) + 1) % 5).loop.test")])
    },
    ExplodingCase("4,000 mechanisms that look up, half of them by macros", tells: ["spf-too-large"]) {
      question in
      guard question.type == .txt, question.text == "x.test" else { return .nothing }
      let kinds = ["a:", "mx:", "exists:%{i}.", "ptr:"]
      return .records([.text(terms(4_000) { kinds[$0 % 4] + "m\($0).t" })])
    },
    ExplodingCase("8,000 times the same mechanism", tells: ["spf-too-many-lookups", "findings-left-out"]) {
      question in
      guard question.type == .txt, question.text == "x.test" else { return .nothing }
      return .records([.text(terms(8_000) { _ in "a" })])
    },
    ExplodingCase("ten mx mechanisms of 300 hosts each", tells: ["spf-too-many-mx"]) { question in
      if question.type == .txt, question.text == "x.test" {
        return .records([.text(terms(10) { "mx:m\($0).test" })])
      }
      guard question.type == .mx else { return .records([.address(1)]) }
      return .records((0..<300).map { .mx("h\($0).\(question.text)") })
    },
    ExplodingCase("mx mechanisms without end, ten hosts each", tells: ["spf-too-large"]) { question in
      switch question.type {
      case .txt: return .records([.text(terms(30) { "mx:m\($0).test" })])
      case .mx: return .records((0..<10).map { .mx("h\($0).\(question.text)") })
      default: return .records((0..<3_000).map(RecordData.address))
      }
    },
    ExplodingCase("400 includes of 8,000 terms each", tells: ["spf-too-large"]) { question in
      guard question.type == .txt else { return .nothing }
      if question.text == "x.test" { return .records([.text(terms(390) { "include:i\($0).i.test" })]) }
      guard question.text.hasSuffix(".i.test") else { return .nothing }
      return .records([.text(terms(8_000) { _ in "a" })])
    },
    ExplodingCase("400 includes of 3,000 networks each", tells: ["spf-too-large"]) { question in
      guard question.type == .txt else { return .nothing }
      if question.text == "x.test" { return .records([.text(terms(390) { "include:i\($0).i.test" })]) }
      guard question.text.hasSuffix(".i.test") else { return .nothing }
      let start = number(question) * 3_000
      return .records([
        .text(terms(3_000) { "ip4:\(IPv4Address(value: UInt32(start + $0) << 8))/25" })
      ])
    },
    ExplodingCase("a record of 4,000 includes", tells: ["spf-too-large"]) { question in
      guard question.type == .txt, question.text == "x.test" else { return .nothing }
      return .records([.text(terms(4_000) { "include:\($0).t" })])
    },
  ]
}
