/// What is asked of every domain, whatever the answers: known beforehand, and so put all at once.
enum FirstQuestions {
  /// Each question once. What an area does not need is left out.
  static func about(_ domain: DomainName, _ areas: Set<CheckArea>, selectors: DKIMFacts.Plan) -> [Question] {
    var questions = [RecordType.mx, .txt, .a, .aaaa].map { Question(domain, $0) }
    func add(_ name: DomainName?, _ type: RecordType) {
      if let name { questions.append(Question(name, type)) }
    }
    if areas.contains(.dmarc) {
      for ancestor in DMARCTreeWalk.queryNames(for: domain) {
        add(try? DMARCTreeWalk.recordName(of: ancestor), .txt)
      }
    }
    if areas.contains(.dkim) {
      let namespace = try? DKIMSelector.namespace(of: domain)
      add(namespace, .txt)
      add(try? namespace?.prepending(RandomLabel.ofRun), .txt)
      for selector in selectors.first { add(try? selector.name(under: domain), .txt) }
    }
    if areas.contains(.dkim) || areas.contains(.dmarc) {
      add(try? domain.prepending(RandomLabel.ofRun), .txt)
    }
    if areas.contains(.route) {
      add(try? domain.prepending("autodiscover"), .cname)
      if let token = MicrosoftTenant.token(of: domain) {
        add(MicrosoftTenant.probeName(token: token), .a)
        add(MicrosoftTenant.probeName(token: RandomLabel.ofRun), .a)
      }
    }
    return questions.uniqued
  }
}
