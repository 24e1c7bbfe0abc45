import Testing

@testable import MailDNSCheck

@Suite("Extended DNS errors and response codes")
struct ExtendedErrorTests {
  @Test(
    "a code has the purpose that IANA registers (RFC 8914 §4)",
    arguments: [
      (0, "Other"), (6, "DNSSEC Bogus"), (18, "Prohibited"), (22, "No Reachable Authority"),
      (999, "Code 999"),
    ]
      as [(UInt16, String)])
  func purpose(_ code: UInt16, _ purpose: String) {
    #expect(ExtendedError(code: code, text: []).description == purpose)
  }

  @Test("the server's own text follows, made safe")
  func text() {
    let error = ExtendedError(code: 6, text: Array("bad\u{1B}[2Jsignature".utf8) + [0xFF])
    #expect(error.description == #"DNSSEC Bogus (bad\027[2Jsignature\255)"#)
  }

  @Test(
    "a response code is shown with its mnemonic, or as RCODE and its number",
    arguments: [
      (0, "NOERROR"), (1, "FORMERR"), (2, "SERVFAIL"), (3, "NXDOMAIN"), (4, "NOTIMP"), (5, "REFUSED"),
      (9, "NOTAUTH"),
      (12, "RCODE12"), (16, "BADVERS"), (4095, "RCODE4095"),
    ] as [(UInt16, String)])
  func responseCode(_ code: UInt16, _ text: String) {
    #expect(ResponseCode(rawValue: code).description == text)
  }

  @Test("a failure's words name the code, the server and the extended errors")
  func failure() {
    let failure = Failure(
      kind: .responseCode(.serverFailure), server: ServerAddress("192.0.2.53"),
      extendedErrors: [ExtendedError(code: 6, text: Array("no DS".utf8)), ExtendedError(code: 22, text: [])])
    let details = "DNSSEC Bogus (no DS); No Reachable Authority"
    #expect(failure.wording.english == "SERVFAIL, from 192.0.2.53:53: \(details)")
    #expect(failure.wording.japanese == "SERVFAIL(192.0.2.53:53): \(details)")
    let withheld = Failure(
      kind: .withheld, server: ServerAddress("192.0.2.53"),
      extendedErrors: [ExtendedError(code: 15, text: [])])
    #expect(
      withheld.wording.english == "the resolver withholds the answer, from 192.0.2.53:53: Blocked")
    #expect(Failure(kind: .noServer).wording.english == "no DNS server is configured")
  }
}
