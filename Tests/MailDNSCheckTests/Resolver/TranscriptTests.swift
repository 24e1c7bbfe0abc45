import Testing

@testable import MailDNSCheck

@Suite("Transcript of what was asked")
struct TranscriptTests {
  /// Answers at once with no data; whether that is a repeat depends on the name.
  private struct InstantResolver: Resolver {
    let isRepeat: @Sendable (Question) -> Bool

    func answer(to question: Question) async -> Answer {
      var origin = Answer.Origin(source: .nowhere, started: .now, duration: .zero)
      origin.isRepeat = isRepeat(question)
      return Answer(question: question, aliases: [], outcome: .noData(Answer.Denial()), origin: origin)
    }
  }

  @Test("lists each question once, in the order in which they were put, and passes the answers on")
  func order() async {
    let transcript = Transcript(InstantResolver { _ in false })
    let questions = ["c.jp", "a.jp", "b.jp", "a.jp"].map { asking($0, .mx) }
    for question in questions { #expect(await transcript.answer(to: question).isNoData) }
    #expect(transcript.answers.map(\.question) == Array(questions.prefix(3)))
  }

  @Test("an answer that cost something stays, however often it is repeated")
  func repeats() async throws {
    let server = try FaultServer { [.reply($0.goodReply)] }
    let transcript = Transcript(AnswerCache(try dnsClient(server.address)))
    for _ in 0..<3 { _ = await transcript.answer(to: anyQuestion) }
    let answers = transcript.answers
    #expect(answers.count == 1)
    #expect(answers.first?.origin.isRepeat == false)
    #expect(answers.first?.server == server.address)
  }

  @Test("answers beyond the room that a domain has come out as failed, and stay so")
  func full() async {
    let transcript = Transcript(InstantResolver { _ in false }, budget: AnswerBudget(500))
    for name in ["a.jp", "b.jp"] { #expect(await transcript.answer(to: asking(name, .mx)).isNoData) }
    for _ in 0..<2 {
      #expect(await transcript.answer(to: asking("c.jp", .mx)).failure?.kind == .tooMuch)
      #expect(
        await transcript.answers(to: [asking("a.jp", .mx), asking("d.jp", .mx)])[1].failure?.kind == .tooMuch)
    }
    #expect(await transcript.answer(to: asking("a.jp", .mx)).isNoData)
  }

  @Test("a question that one gave up is put again for the next")
  func givenUp() async {
    let transcript = Transcript(CancellableResolver())
    let first = Task { await transcript.answer(to: anyQuestion) }
    first.cancel()
    #expect(await first.value.failure?.kind == .cancelled)
    #expect(await transcript.answer(to: anyQuestion).isNoData)
    #expect(transcript.answers.count == 1)
  }

  /// Answers with no data unless the task is cancelled.
  private struct CancellableResolver: Resolver {
    func answer(to question: Question) async -> Answer {
      try? await Task.sleep(for: .milliseconds(100))
      return Answer(
        question: question, aliases: [],
        outcome: Task.isCancelled ? .failed(Failure(kind: .cancelled)) : .noData(Answer.Denial()),
        origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
    }
  }

  @Test("a repeat is listed where the question was put for somebody else")
  func foreignRepeat() async {
    let transcript = Transcript(InstantResolver { _ in true })
    _ = await transcript.answer(to: anyQuestion)
    #expect(transcript.answers.map(\.origin.isRepeat) == [true])
  }
}
