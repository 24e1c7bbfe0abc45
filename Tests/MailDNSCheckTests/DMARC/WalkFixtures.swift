@testable import MailDNSCheck

/// What one domain of a walk answers, in short.
enum WalkAnswer: CaseIterable, Hashable, Sendable {
  case nothing
  /// Two records.
  case several
  /// One record, with that `psd`.
  case plain
  case no
  case yes
  case failure

  var result: DMARCTreeWalk.Result {
    switch self {
    case .nothing: .answered(Self.selection("v=spf1 -all"))
    case .several: .answered(Self.selection("v=DMARC1; p=reject; psd=n", "v=DMARC1; p=none"))
    case .plain: .answered(Self.selection("v=DMARC1; p=reject"))
    case .no: .answered(Self.selection("v=DMARC1; p=reject; psd=n"))
    case .yes: .answered(Self.selection("v=DMARC1; p=reject; psd=y"))
    case .failure: .failed(Failure(kind: .timedOut(ignored: 0)))
    }
  }

  static func selection(_ texts: String...) -> DMARCSelection {
    DMARCSelection(texts.map { CharacterStrings([Array($0.utf8)])! })
  }
}

extension DMARCTreeWalk {
  /// Works out what the walk from `domain` found. `results` are those of `queryNames(for:)`, in that order; where there
  /// are fewer, the rest was not asked, and counts as unknown unless the walk ends before.
  static func evaluate(_ domain: DomainName, _ results: [Result]) -> DMARCDiscovery {
    let steps = queryNames(for: domain).enumerated().map { index, name in
      Step(domain: name, result: index < results.count ? results[index] : nil)
    }
    return DMARCDiscovery(authorDomain: domain, steps: steps)
  }

  static func evaluate(_ domain: String, _ answers: [WalkAnswer]) -> DMARCDiscovery {
    evaluate(DomainName(domain)!, answers.map(\.result))
  }

  /// A walk on which each domain answers with at most one text.
  static func evaluate(_ domain: String, texts: [String?]) -> DMARCDiscovery {
    evaluate(
      DomainName(domain)!, texts.map { .answered($0.map { WalkAnswer.selection($0) } ?? DMARCSelection([])) })
  }
}
