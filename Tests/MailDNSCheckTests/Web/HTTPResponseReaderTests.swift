import Testing

@testable import MailDNSCheck

@Suite("Answers of web servers (RFC 9112)")
struct HTTPResponseReaderTests {
  /// `status media-type body`, or why there is none; nil where more must come. The end of `pieces` is that of the connection.
  private func read(_ pieces: [String], atMost maximum: Int = 100) -> String {
    var reader = HTTPResponseReader(maximumBody: maximum)
    func text(_ response: HTTPSResponse) -> String {
      "\(response.status) \(response.mediaType.map { String(decoding: $0, as: UTF8.self) } ?? "-") "
        + String(decoding: response.body, as: UTF8.self)
    }
    do throws(HTTPFault) {
      for piece in pieces {
        if let response = try reader.take(Array(piece.utf8)) { return text(response) }
      }
      return text(try reader.finish())
    } catch {
      return "\(error)"
    }
  }

  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"

  @Test(
    "bodies with a length, in chunks, and up to the end",
    arguments: [
      (head + "Content-Length: 5\r\n\r\nhello", "200 text/plain hello"),
      (head + "content-length:5\r\n\r\nhello more", "200 text/plain hello"),
      (head + "Content-Length: 0\r\n\r\n", "200 text/plain "), (head + "\r\nhello", "200 text/plain hello"),
      (
        head + "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\nA: b\r\n\r\n",
        "200 text/plain hello"
      ),
      ("HTTP/1.1 100 Continue\r\n\r\n" + head + "Content-Length: 1\r\n\r\nx", "200 text/plain x"),
      ("HTTP/1.0 302 Found\nLocation: x\n\n", "302 - "), ("HTTP/1.1 404 \r\n\r\n", "404 - "),
      ("HTTP/1.1 200\r\n\r\nx", "200 - x"),
    ])
  func whole(_ text: String, _ expected: String) {
    #expect(read([text]) == expected)
    #expect(read(text.unicodeScalars.map { String($0) }) == expected)
  }

  @Test(
    "what is no answer, and what is not whole",
    arguments: [
      ("", "cutShort"), ("HTTP/1.1 200 OK\r\n", "cutShort"),
      (head + "Content-Length: 5\r\n\r\nhell", "cutShort"),
      (head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "cutShort"),
      (head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhelloX\r\n", "malformed"),
      (head + "Transfer-Encoding: chunked\r\n\r\n-5\r\n", "malformed"),
      (head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n", "malformed"),
      (head + "Transfer-Encoding: gzip\r\n\r\nx", "malformed"),
      (head + "Content-Length: five\r\n\r\nhello", "malformed"),
      (head + "Content-Length: -5\r\n\r\nhello", "malformed"),
      ("220 mail.example.jp ESMTP\r\n\r\n", "malformed"), ("HTTP/2 200\r\n\r\n", "malformed"),
      ("HTTP/1.1 999 OK\r\n\r\n", "malformed"), ("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "malformed"),
      ("HTTP/1.1 200 OK\r\nA : b\r\n\r\n", "malformed"), ("HTTP/1.1 200 OK\r\n: b\r\n\r\n", "malformed"),
    ])
  func broken(_ text: String, _ expected: String) { #expect(read([text]) == expected) }

  @Test("more than is wanted is not taken, however it is announced")
  func bounds() {
    let body = String(repeating: "x", count: 101)
    #expect(read([Self.head + "Content-Length: 101\r\n\r\n" + body]) == "tooLarge")
    #expect(read([Self.head + "\r\n" + body]) == "tooLarge")
    #expect(read([Self.head + "Transfer-Encoding: chunked\r\n\r\n65\r\n" + body]) == "tooLarge")
    #expect(read([Self.head + "\r\n" + body.dropLast()]) == "200 text/plain " + body.dropLast())
    let long = "HTTP/1.1 200 OK\r\nA: " + String(repeating: "x", count: HTTPHead.maximumSize)
    #expect(read([long]) == "headTooLarge" && read([long + "\r\n\r\n"]) == "headTooLarge")
    #expect(
      read([Self.head + "Transfer-Encoding: chunked\r\n\r\n5;" + String(repeating: "x", count: 5_000)])
        == "malformed")
  }
}
