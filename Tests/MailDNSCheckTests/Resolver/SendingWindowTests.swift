import Testing

@testable import MailDNSCheck

@Suite("How many questions are under way to a server")
struct SendingWindowTests {
  private let limits = SendingWindow.Limits.packets

  /// The window after `count` outcomes, of which every `period`th is `trouble` and the others are answers.
  private func window(
    _ trouble: SendingWindow.Outcome, every period: Int, count: Int = 50_000,
    from start: SendingWindow = SendingWindow(.packets)
  ) -> SendingWindow {
    var window = start
    for number in 1...count { window.note(number % period == 0 ? trouble : .answered) }
    return window
  }

  @Test("more and more, up to a limit, while the server keeps up")
  func grows() {
    var window = SendingWindow(.packets)
    var last = window.size
    for _ in 0..<200_000 {
      window.note(.answered)
      #expect(window.size >= last)
      last = window.size
    }
    #expect(last == limits.most)
  }

  @Test("few domains in trouble slow nothing down", arguments: [5, 10, 100])
  func domainsInTrouble(_ period: Int) {
    #expect(window(.failed, every: period).size == limits.most)
  }

  @Test("few packets lost slow nothing down", arguments: [20, 100])
  func fewLosses(_ period: Int) {
    #expect(window(.answeredLate, every: period).size == limits.most)
  }

  @Test("where one in ten is lost it gets no more than it had")
  func moreLosses() { #expect(window(.answeredLate, every: 10).size == limits.first) }

  @Test("where one in five is lost it gets fewer, long before questions are lost in all their attempts")
  func manyLosses() { #expect(window(.answeredLate, every: 5).size == limits.leastForSlow) }

  @Test("a server that fails every third question soon has only a few to deal with")
  func backsOff() {
    #expect(window(.failed, every: 3).size == limits.least)
    #expect(window(.failed, every: 3, count: 600).size < limits.first)
  }

  @Test("one that is only slow keeps enough to do")
  func slow() {
    #expect(window(.answeredLate, every: 1).size == limits.leastForSlow)
  }

  @Test("and it recovers when the server does")
  func recovers() {
    let down = window(.failed, every: 2)
    #expect(down.size == limits.least)
    #expect(window(.answered, every: 1, from: down).size == limits.most)
  }

  @Test("connections are few at first, more while the server takes them, and soon fewer where it does not")
  func connections() {
    var window = SendingWindow(.connections)
    #expect(window.size == 4)
    for _ in 0..<2_000 { window.note(.answered) }
    #expect(window.size == 64)
    for _ in 0..<200 { window.note(.failed) }
    #expect(window.size == 1)
  }
}
