@testable import MailDNSCheck

extension ExplodingCase {
  static let mx: [ExplodingCase] = [
    ExplodingCase("300 MX hosts of thousands of addresses each", tells: ["mx-too-many"]) { question in
      switch question.type {
      case .mx: .records((0..<300).map { .mx("h\($0).x.test") })
      case .a: .records((0..<5_000).map(RecordData.address))
      case .aaaa: .records((0..<5_000).map(RecordData.address6))
      default: .nothing
      }
    },
    ExplodingCase("a forest of CNAME chains", tells: ["mx-too-many"]) { question in
      if question.text == "x.test" {
        return question.type == .mx ? .records((0..<2_000).map { .mx("h\($0).forest.test") }) : .nothing
      }
      guard question.text.hasSuffix("forest.test") else { return .nothing }
      let labels = question.name.labelCount
      guard labels < 17, let next = try? question.name.prepending("n\(labels)") else {
        return .records([.address(labels)])
      }
      return .alias(next)
    },
    ExplodingCase("CNAME chains without end", tells: ["mx-too-many", "mx-host-unknown"]) { question in
      if question.text == "x.test", question.type == .mx {
        return .records((0..<300).map { .mx("h\($0).endless.test") })
      }
      guard question.text.hasSuffix("endless.test") else { return .nothing }
      let number = number(question)
      return DomainName("h\(number + 1_000).endless.test").map(ExplodingZone.Content.alias) ?? .nothing
    },
  ]

  static let texts: [ExplodingCase] = [
    ExplodingCase("TXT sets of 64 KB at every name", tells: ["dkim-unknown"]) { question in
      guard question.type == .txt else { return .nothing }
      return .records((0..<5_000).map { .text("n\($0)") })
    },
    ExplodingCase("texts of 10,000 strings at every name", tells: ["dkim-unknown"]) { question in
      guard question.type == .txt else { return .nothing }
      let strings = [Array("v=DKIM1; p=".utf8)] + Array(repeating: Array("AAAA ".utf8), count: 10_000)
      return .records([CharacterStrings(strings).map(RecordData.txt)].compactMap(\.self))
    },
    ExplodingCase("thousands of records of every protocol at every name", tells: ["findings-left-out"]) {
      question in
      guard question.type == .txt else { return .nothing }
      let texts = ["v=dmarc1; p=none; n=", "v=spf1; n=", "v=DKIM1; k=rsa; p=A", "v=DMARC1; p=none; n="]
      return .records((0..<2_000).map { .text(texts[$0 % 4] + "\($0)") })
    },
    ExplodingCase("texts of 64 KB of control characters at every name", tells: []) { question in
      let text = (question.text.hasPrefix("_dmarc") ? "v=DMARC1; p=none; " : "v=DKIM1; n=")
      return question.type == .txt
        ? .records([.text(text + String(repeating: "\u{1}\u{2}", count: 32_000))]) : .nothing
    },
    ExplodingCase("a wildcard that has everything", tells: ["dkim-wildcard"]) { question in
      switch question.type {
      case .txt: .records([.text("v=spf1 include:*.\(question.text) -all")])
      case .mx: .records((0..<9).map { .mx("h\($0).\(question.text)") })
      case .a: .records([.address(1)])
      case .aaaa: .records([.address6(1)])
      case .ns: .records([.ns(question.name)])
      default: .alias(question.name)
      }
    },
  ]

  static let dmarc: [ExplodingCase] = [
    ExplodingCase("reports to 1,000 mail domains with 300 MX hosts each", tells: ["dmarc-report-hosts-many"])
    {
      question in
      switch question.type {
      case .txt where question.text == "_dmarc.x.test":
        let addresses = (0..<1_000).map { "mailto:a@r\($0).test" }.joined(separator: ",")
        return .records([.text("v=DMARC1; p=none; rua=\(addresses); ruf=\(addresses)")])
      case .mx: return .records((0..<300).map { .mx("h\($0).\(question.text)") })
      default: return .nothing
      }
    },
    ExplodingCase(
      "a tree walk from 127 labels", domain: (0..<127).map { _ in "a" }.joined(separator: "."), tells: []
    ) { question in
      switch question.type {
      case .a: .records([.address(1)])
      case .txt where question.text.hasPrefix("_dmarc."):
        .records([.text("v=DMARC1; p=none; rua=mailto:a@\(question.text.dropFirst(7))")])
      default: .nothing
      }
    },
    ExplodingCase("a record of 9,000 tags", tells: ["findings-left-out"]) { question in
      question.type == .a
        ? .records([.address(1)])
        : question.text == "_dmarc.x.test" && question.type == .txt
          ? .records([.text("v=DMARC1; p=none" + (0..<9_000).map { ";a\($0)=" }.joined())]) : .nothing
    },
  ]

  static let dkim: [ExplodingCase] = [
    ExplodingCase(
      "1,000 selectors with chains into other zones", selectors: (0..<1_000).map { "s\($0)" },
      tells: ["findings-left-out"]
    ) { question in
      let labels = question.name.labelCount
      if question.type == .a { return .records([.address(1)]) }
      guard question.type == .txt, question.text.contains("_domainkey.") || question.text.hasSuffix("f.test")
      else { return .nothing }
      guard labels < 12,
        let next = DomainName("c." + question.text.prefix(60).replacing("x.test", with: "f.test"))
      else { return .records([.text("v=DKIM1; p=AAAA")]) }
      return .alias(next)
    },
    ExplodingCase(
      "every selector a zone of its own", selectors: (0..<100).map { "s\($0).z\($0)" },
      tells: ["dkim-delegations-many"]
    ) { question in
      if question.type == .a { return .records([.address(1)]) }
      guard question.text.contains("_domainkey.") else { return .nothing }
      switch question.type {
      case .txt: return .records([.text("v=DKIM1; p=AAAA; n=\(question.text)")])
      case .ns: return .records((0..<3_000).map { RecordData.ns(DomainName("n\($0).test") ?? .root) })
      default: return .nothing
      }
    },
  ]

  /// All at once, each part as far as it goes.
  static let everything = ExplodingCase(
    "all of it at once", selectors: ["zz"],
    tells: ["mx-too-many", "spf-too-large", "dmarc-report-hosts-many", "findings-left-out"]
  ) { question in
    let text = question.text
    switch question.type {
    case .txt where text == "x.test":
      return .records([.text(terms(SPFFacts.maximumQuestions - 1) { "include:f\($0).fan.test" })])
    case .txt where text.hasSuffix("fan.test"):
      return .records([.text("v=spf1 include:f\(number(question) + 1_000).fan.test -all")])
    case .txt where text.hasPrefix("_dmarc."):
      let addresses = (0..<1_000).map { "mailto:a@r\($0).test" }.joined(separator: ",")
      return .records([.text("v=DMARC1; p=none; rua=\(addresses)" + (0..<500).map { ";a\($0)=" }.joined())])
    case .txt where text.contains("_domainkey."): return .records([.text("v=DKIM1; p=AAAA; n=\(text)")])
    case .mx: return .records((0..<300).map { .mx("h\($0).\(text)") })
    case .ns: return .records([.ns(question.name)])
    case .cname where text.hasSuffix("autodiscover.x.test"):
      return DomainName("a.\(text)").map { .records([.cname($0)]) } ?? .nothing
    default: return .nothing
    }
  }
}
