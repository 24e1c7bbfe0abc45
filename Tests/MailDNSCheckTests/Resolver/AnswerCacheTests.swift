import Testing

@testable import MailDNSCheck

@Suite("One question goes out once")
struct AnswerCacheTests {
  @Test("questions put at the same time share one answer, and all but one are marked as repeats")
  func sameTime() async throws {
    let server = try FaultServer { [.delay(milliseconds: 200), .reply($0.goodReply)] }
    let cache = AnswerCache(try dnsClient(server.address) { $0.tcpOnly = true })
    let answers = await withTaskGroup(of: Answer.self) { group in
      for number in 0..<20 {
        group.addTask { await cache.answer(to: asking(number % 2 == 0 ? "example.jp" : "EXAMPLE.jp", .a)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.allSatisfy { $0.data == goodData })
    #expect(answers.count { !$0.origin.isRepeat } == 1)
    #expect(server.queries.count == 1)
  }

  @Test("a question put later is answered from what is known, another type or name is not")
  func later() async throws {
    let server = try FaultServer { [.reply($0.goodReply)] }
    let cache = AnswerCache(try dnsClient(server.address) { $0.tcpOnly = true })
    #expect(await !cache.answer(to: anyQuestion).origin.isRepeat)
    let again = await cache.answer(to: anyQuestion)
    #expect(again.origin.isRepeat)
    #expect(again.data == goodData)
    #expect(server.queries.count == 1)
    _ = await cache.answer(to: asking("example.jp", .aaaa))
    _ = await cache.answer(to: asking("www.example.jp", .a))
    #expect(server.queries.count == 3)
  }

  @Test("what is under way pushes no answer out, however much it is")
  func underWay() async throws {
    let server = try FaultServer { $0.name.description.hasPrefix("held") ? [.drop] : [.reply($0.goodReply)] }
    let cache = AnswerCache(try dnsClient(server.address, timeout: .seconds(60)), generationSize: 2)
    _ = await cache.answer(to: anyQuestion)
    let held = Task { await cache.ask((0..<10).map { asking("held\($0).jp", .a) }) { _ in [] } }
    defer { held.cancel() }
    #expect(await becomesTrue { server.queries.count > 10 })
    #expect(await cache.answer(to: anyQuestion).origin.isRepeat)
  }

  @Test("large answers push each other out before the memory is full")
  func memory() async {
    let resolver = ExplodingResolver(zone: ExplodingZone { _ in .records((0..<100).map(RecordData.address)) })
    let cache = AnswerCache(resolver, memory: 30_000)
    // A few of them fill a generation; two generations are kept.
    let names = (1...16).map { "n\($0).jp" }
    for name in names { _ = await cache.answer(to: asking(name, .a)) }
    #expect(await cache.answer(to: asking(names[15], .a)).origin.isRepeat)
    #expect(await cache.answer(to: asking(names[14], .a)).origin.isRepeat)
    #expect(await !cache.answer(to: asking(names[0], .a)).origin.isRepeat)
  }

  @Test("so do those whose questions have all been put before the first answer comes")
  func memoryOfMany() async {
    let resolver = ExplodingResolver(zone: ExplodingZone { _ in .records((0..<100).map(RecordData.address)) })
    let cache = AnswerCache(resolver, memory: 30_000)
    let questions = (1...16).map { asking("n\($0).jp", .a) }
    await cache.ask(questions) { _ in [] }
    var repeats = 0
    for question in questions where await cache.answer(to: question).origin.isRepeat { repeats += 1 }
    #expect(repeats < questions.count)
  }

  @Test("a failure is kept like any other answer")
  func failure() async throws {
    let server = try FaultServer { [.reply(.rcode(2, to: $0))] }
    let cache = AnswerCache(try dnsClient(server.address) { $0.tcpOnly = true })
    for isRepeat in [false, true] {
      let answer = await cache.answer(to: anyQuestion)
      #expect(answer.failure?.kind == .responseCode(.serverFailure))
      #expect(answer.origin.isRepeat == isRepeat)
    }
    #expect(server.queries.count == 1)
  }

  @Test("one of two who wait gives up, and the other one gets the answer", arguments: [0, 1])
  func oneGivesUp(_ index: Int) async throws {
    let base = HeldResolver()
    let cache = AnswerCache(base)
    let first = Task { await cache.answer(to: anyQuestion) }
    #expect(await becomesTrue { await base.calls == 1 })
    let second = Task { await cache.answer(to: anyQuestion) }
    // Nothing shows that the second one waits; it has plenty of time to.
    try await Task.sleep(for: .milliseconds(100))
    [first, second][index].cancel()
    try await Task.sleep(for: .milliseconds(100))
    await base.release()
    #expect(await [second, first][index].value.isNoData)
    #expect(await [first, second][index].value.failure?.kind == .cancelled)
  }

  @Test("a question that nobody waits for any more is given up, and asked anew when somebody wants it")
  func allGiveUp() async throws {
    let base = HeldResolver()
    let cache = AnswerCache(base)
    let first = Task { await cache.answer(to: anyQuestion) }
    #expect(await becomesTrue { await base.calls == 1 })
    first.cancel()
    #expect(await becomesTrue { await base.sawCancellation })
    await base.release()
    #expect(await first.value.failure?.kind == .cancelled)
    #expect(await cache.answer(to: anyQuestion).isNoData)
    #expect(await base.calls == 2)
  }

  @Test("who asks while a question is being given up gets an answer, not somebody else's cancellation")
  func asksMeanwhile() async throws {
    let base = HeldResolver()
    let cache = AnswerCache(base)
    let first = Task { await cache.answer(to: anyQuestion) }
    #expect(await becomesTrue { await base.calls == 1 })
    first.cancel()
    #expect(await becomesTrue { await base.sawCancellation })
    let second = Task { await cache.answer(to: anyQuestion) }
    try await Task.sleep(for: .milliseconds(100))
    await base.release()
    #expect(await second.value.isNoData)
    #expect(await first.value.failure?.kind == .cancelled)
    let third = await cache.answer(to: anyQuestion)
    #expect(third.isNoData)
    #expect(third.origin.isRepeat)
  }
}

/// Keeps its first question waiting until released: then it is no data, or cancelled where it was. Later ones are no
/// data at once.
private actor HeldResolver: Resolver {
  private(set) var calls = 0
  private(set) var sawCancellation = false
  private var waiting: CheckedContinuation<Void, Never>?

  func answer(to question: Question) async -> Answer {
    calls += 1
    if calls == 1 {
      await withTaskCancellationHandler {
        await withCheckedContinuation { waiting = $0 }
      } onCancel: {
        Task { await self.noteCancellation() }
      }
    }
    return Answer(
      question: question, aliases: [],
      outcome: Task.isCancelled ? .failed(Failure(kind: .cancelled)) : .noData(Answer.Denial()),
      origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
  }

  private func noteCancellation() { sawCancellation = true }

  func release() {
    waiting?.resume()
    waiting = nil
  }
}
