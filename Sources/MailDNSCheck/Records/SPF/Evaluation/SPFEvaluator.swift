/// check_host() (RFC 7208 §4): a pure function over a resolver; what is counted is counted here.
struct SPFEvaluator {
  let identity: SPFIdentity
  let resolver: any Resolver
  private(set) var lookups = 0
  private(set) var voidLookups = 0
  private(set) var steps: [SPFStep] = []
  private(set) var lacksHELO = false
  private var path: [DomainName] = []

  static let maximumExchanges = 10
  static let maximumReverseNames = 10

  init(_ identity: SPFIdentity, resolver: any Resolver) {
    self.identity = identity
    self.resolver = resolver
  }

  /// Evaluates the record of the identity's domain.
  static func evaluate(_ identity: SPFIdentity, resolver: any Resolver) async -> SPFEvaluation {
    var evaluator = SPFEvaluator(identity, resolver: resolver)
    var outcome = Outcome(result: .none)
    var failure: SPFEvaluationError?
    do throws(SPFEvaluationError) {
      guard let domain = identity.checkedDomain else { throw .unusableDomain }
      outcome = try await evaluator.checkHost(domain, text: identity.domain)
      if outcome.result == .fail { outcome.explanation = await evaluator.explanation(of: outcome) }
    } catch {
      outcome = Outcome(result: error.result)
      failure = error
    }
    return SPFEvaluation(
      result: outcome.result, decision: outcome.decision, error: failure, explanation: outcome.explanation,
      lookups: evaluator.lookups, voidLookups: evaluator.voidLookups, steps: evaluator.steps,
      lacksHELO: evaluator.lacksHELO)
  }

  /// What one record comes to.
  struct Outcome {
    var result: SPFResult
    var decision: SPFEvaluation.Decision?
    /// The `exp` of the record that decided, and its domain; includes have none (§6.2).
    var explainer: (spec: SPFDomainSpec, domain: [UInt8])?
    var explanation: [UInt8]?
  }

  /// Evaluates the record at `domain`, which was spelt `text`. The depth is bounded by the limit on look-ups.
  private mutating func checkHost(
    _ domain: DomainName, text: [UInt8]
  ) async throws(SPFEvaluationError) -> Outcome {
    guard domain.labelCount > 1 else { throw .unusableDomain }
    let record = try await record(at: domain)
    path.append(domain)
    defer { path.removeLast() }
    for term in record.testableDirectives {
      guard let directive = term.directive else { continue }
      let match = try await matches(directive.mechanism, term, at: domain, text: text, in: record)
      guard case .matched(let inner) = match else { continue }
      let decision =
        inner ?? SPFEvaluation.Decision(domain: domain, term: Array(record.text[term.range]), path: path)
      return Outcome(
        result: SPFResult(directive.qualifier), decision: decision,
        explainer: record.explanation.map { ($0, text) })
    }
    guard let redirect = record.effectiveRedirect else { return Outcome(result: .neutral) }
    return try await follow(redirect, from: domain, text: text, in: record)
  }

  /// The one usable record at `domain` (§4.4 to §4.6).
  private func record(at domain: DomainName) async throws(SPFEvaluationError) -> SPFRecord {
    let question = Question(domain, .txt)
    switch SPFPublication(domain, await resolver.answer(to: question)).content {
    case .record(let record): return record
    case .absent: throw .noRecord(domain)
    case .several: throw .several(domain)
    case .syntaxErrors(let errors, let text): throw .syntax(domain, errors, text: text)
    case .unknown(let failure): throw .dns(question, failure)
    }
  }

  private mutating func follow(
    _ redirect: SPFDomainSpec, from domain: DomainName, text: [UInt8], in record: SPFRecord
  ) async throws(SPFEvaluationError) -> Outcome {
    try countLookup()
    let expansion = await expand(redirect.macroString, text)
    guard let target = SPFDomainSpec.targetName(of: expansion) else { throw .missingTarget(nil) }
    if let term = record.terms.first(where: { $0.modifier == .redirect(redirect) }) {
      note(term, in: record, domain, .followed(target))
    }
    do throws(SPFEvaluationError) {
      return try await checkHost(target, text: expansion.withoutFinalDot)
    } catch {
      throw error.asTarget(of: target)
    }
  }

  /// What a mechanism comes to; `matched` holds the decision of an included record.
  enum Match {
    case matched(SPFEvaluation.Decision?)
    case notMatched(SPFStep.Outcome)
  }

  private mutating func matches(
    _ mechanism: SPFMechanism, _ term: SPFTerm, at domain: DomainName, text: [UInt8], in record: SPFRecord
  ) async throws(SPFEvaluationError) -> Match {
    if mechanism.kind.costsLookup { try countLookup() }
    let match: Match =
      if case .include(let spec) = mechanism {
        try await include(spec, text: text)
      } else {
        try await test(mechanism, text: text)
      }
    switch match {
    case .matched: note(term, in: record, domain, .matched(SPFResult(term.directive?.qualifier ?? .pass)))
    case .notMatched(let reason): note(term, in: record, domain, reason)
    }
    return match
  }

  private mutating func include(_ spec: SPFDomainSpec, text: [UInt8]) async throws(SPFEvaluationError)
    -> Match
  {
    let expansion = await expand(spec.macroString, text)
    guard let target = SPFDomainSpec.targetName(of: expansion) else { throw .missingTarget(nil) }
    do throws(SPFEvaluationError) {
      let outcome = try await checkHost(target, text: expansion.withoutFinalDot)
      return outcome.result == .pass ? .matched(outcome.decision) : .notMatched(.notPassed(outcome.result))
    } catch {
      throw error.asTarget(of: target)
    }
  }

  private mutating func note(
    _ term: SPFTerm, in record: SPFRecord, _ domain: DomainName, _ outcome: SPFStep.Outcome
  ) {
    steps.append(
      SPFStep(domain: domain, depth: path.count - 1, term: Array(record.text[term.range]), outcome: outcome))
  }

  private mutating func countLookup() throws(SPFEvaluationError) {
    lookups += 1
    if lookups > SPFTree.lookupLimit { throw .tooManyLookups }
  }

  mutating func countVoid() throws(SPFEvaluationError) {
    voidLookups += 1
    if voidLookups > SPFTree.voidLookupLimit { throw .tooManyVoidLookups }
  }

  /// Expands `string` in the record at `domain`; looks the reverse name up where a macro needs it.
  mutating func expand(_ string: SPFMacroString, _ domain: [UInt8]) async -> [UInt8] {
    if identity.helo.isEmpty, string.macros.contains(where: { $0.letter == .helo }) { lacksHELO = true }
    var expander = SPFMacroExpander(identity: identity, domain: domain)
    if string.needsValidatedName, let name = await validatedName(for: SPFDomainSpec.targetName(of: domain)) {
      expander.validatedName = Array(name.absolutePresentation.utf8.dropLast())
    }
    return expander.expand(string)
  }

  /// What `exp` says; nil wherever anything about it is not as it should be (§6.2).
  private mutating func explanation(of outcome: Outcome) async -> [UInt8]? {
    guard let (spec, domain) = outcome.explainer,
      let name = SPFDomainSpec.targetName(of: await expand(spec.macroString, domain))
    else { return nil }
    let answer = await resolver.answer(to: Question(name, .txt))
    guard answer.failure == nil, answer.texts.count == 1, let text = answer.texts.first?.joined,
      let explanation = try? SPFExplanation(parsing: text)
    else { return nil }
    return await expand(explanation.macroString, domain)
  }
}

extension SPFEvaluationError {
  /// The same error, seen from a term that leads to `target`: no record there is an error of whoever points there.
  fileprivate func asTarget(of target: DomainName) -> SPFEvaluationError {
    switch self {
    case .noRecord(target), .unusableDomain: .missingTarget(target)
    default: self
    }
  }
}

extension [UInt8] {
  /// A name as `%{d}` has it: the dot that ends an absolute name would make an empty label within another one.
  fileprivate var withoutFinalDot: [UInt8] { last == UInt8(ascii: ".") ? dropLast() : self }
}
