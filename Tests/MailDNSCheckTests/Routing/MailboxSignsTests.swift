import Testing

@testable import MailDNSCheck

@Suite("Signs of mailbox platforms")
struct MailboxSignsTests {
  private func sign(_ kind: RouteEvidence.Kind, _ provider: Provider.ID) -> RouteEvidence {
    RouteEvidence(kind: kind, name: .root, value: "x", provider: .provider(provider))
  }

  @Test("of one platform, it is that one, whatever the signs", arguments: RouteEvidence.Kind.allCases)
  func one(_ kind: RouteEvidence.Kind) {
    for count in 1...3 {
      let signs = MailboxSigns(signs: Array(repeating: sign(kind, .google), count: count))
      #expect(signs.likeliest == .google)
    }
    #expect(MailboxSigns(signs: []).likeliest == nil)
  }

  @Test("of several the surest one, Office365 where another is as sure")
  func several() {
    let cases: [(signs: [RouteEvidence], likeliest: Provider.ID)] = [
      ([sign(.dkimCNAME, .google), sign(.spf, .office365)], .google),
      ([sign(.spf, .google), sign(.spf, .office365)], .office365),
      ([sign(.spf, .google), sign(.spfHost, .office365)], .google),
      ([sign(.spfHost, .google), sign(.spfHost, .office365)], .office365),
    ]
    for (signs, likeliest) in cases { #expect(MailboxSigns(signs: signs).likeliest == likeliest) }
  }

  @Test("a kind of sign counts once, however often it is there")
  func confidence() {
    let kinds = RouteEvidence.Kind.allCases
    for first in kinds {
      for second in kinds {
        let once = Confidence(signs: first == second ? [first] : [first, second])
        #expect(Confidence(signs: [first, second, first, second]) == once)
        #expect(Confidence(signs: [second, first]) == once)
      }
    }
  }

  @Test("the strongest come first, those as strong in the order in which they were found")
  func order() {
    let kinds = RouteEvidence.Kind.allCases
    let signs = (kinds + kinds.reversed()).enumerated().map { index, kind in
      RouteEvidence(kind: kind, name: .root, value: "\(index)", provider: .own)
    }
    let ordered = signs.strongestFirst
    #expect(ordered == kinds.flatMap { kind in signs.filter { $0.kind == kind } })
  }
}
