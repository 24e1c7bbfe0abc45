@testable import MailDNSCheck

/// A response made by hand, octet by octet, so that every part of it can be wrong.
struct HandmadeMessage {
  var id: UInt16 = 0x1234
  /// QR, RD and RA.
  var flags: UInt16 = 0x8180
  var question: [UInt8] = WireWriter.name("example.jp") + [0, 16, 0, 1]
  var answers: [[UInt8]] = []
  var authority: [[UInt8]] = []
  var additional: [[UInt8]] = []
  /// What the header claims where that is not the truth: question, answer, authority, additional.
  var counts: [UInt16]?

  var octets: [UInt8] {
    let truth = [question.isEmpty ? 0 : 1, answers.count, authority.count, additional.count].map(UInt16.init)
    return WireWriter.header(id: id, flags: flags, counts: counts ?? truth) + question
      + (answers + authority + additional).joined()
  }

  /// One answer of this type at the question's name.
  static func answer(_ type: RecordType, _ data: [UInt8]) -> HandmadeMessage {
    HandmadeMessage(answers: [WireWriter.record("example.jp", type: type.rawValue, ttl: 300, data: data)])
  }

  /// Where the question's name lies in a message, as a compression pointer (RFC 1035 §4.1.4).
  static let questionPointer: [UInt8] = [0xC0, 12]
}

/// Takes `octets` apart as a response.
func parsedMessage(_ octets: [UInt8], withAdditional: Bool = false) throws(MalformedMessage) -> Message {
  let result: Result<Message, MalformedMessage> = octets.withUnsafeBytes { octets in
    do throws(MalformedMessage) {
      guard let head = MessageHead(octets) else { throw .sections }
      return .success(try Message(octets, head: head, withAdditional: withAdditional))
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}

func messageHead(_ octets: [UInt8]) -> MessageHead? { octets.withUnsafeBytes { MessageHead($0) } }
