import Testing

@testable import MailDNSCheck

@Suite("Messages: Received fields")
struct ReceivedFieldTests {
  struct Form: Sendable, CustomTestStringConvertible {
    let value: String
    let from: String?
    let address: String?
    let by: String?
    let time: String?
    var testDescription: String { String(value.prefix(60)) }
  }

  private static let second = "2026-11-02T01:00:00Z"

  static let forms: [Form] = [
    Form(
      value:
        "from a.example (b.example [192.0.2.1]) by c.example (Postfix) with ESMTP id X for <u@c.example>; Mon, 2 Nov 2026 10:00:00 +0900 (JST)",
      from: "a.example", address: "192.0.2.1", by: "c.example", time: second),
    Form(
      value:
        "from a.example (192.0.2.1) by T.mail.protection.outlook.com (10.167.249.6) with Microsoft SMTP Server (version=TLS1_3, cipher=X) id 15.20.1 via Frontend Transport; Mon, 2 Nov 2026 01:00:00 +0000",
      from: "a.example", address: "192.0.2.1", by: "t.mail.protection.outlook.com", time: second),
    Form(
      value: "from [127.0.0.1] (198.51.100.77) by t.example (10.0.0.1); Mon, 2 Nov 2026 01:00:00 +0000",
      from: "[127.0.0.1]", address: "198.51.100.77", by: "t.example", time: second),
    Form(
      value: "from T.prod.outlook.com (::1) by O.prod.outlook.com with HTTPS; Mon, 2 Nov 2026 01:00:00 +0000",
      from: "t.prod.outlook.com", address: "::1", by: "o.prod.outlook.com", time: second),
    Form(
      value:
        "from T.prod.outlook.com ([fe80::1]) by T.prod.outlook.com ([fe80::1%7]) with mapi id 15; Mon, 2 Nov 2026 01:00:00 +0000",
      from: "t.prod.outlook.com", address: "fe80::1", by: "t.prod.outlook.com", time: second),
    Form(
      value: "by mo-csw.securemx.jp (mx-mo-csw1802) id 6A2106aa188346; Mon, 2 Nov 2026 10:00:00 +0900",
      from: nil, address: nil, by: "mo-csw.securemx.jp", time: second),
    Form(
      value:
        "from x.example (y.example [192.0.2.1]) (using TLSv1.3 with cipher X key-exchange ECDHE (P-256)) id 4fb; Mon, 2 Nov 2026 10:00:00 +0900 (JST)",
      from: "x.example", address: "192.0.2.1", by: nil, time: second),
    Form(
      value: "(qmail 12345 invoked from network); 2 Nov 2026 01:00:00 -0000", from: nil, address: nil,
      by: nil,
      time: second),
    Form(
      value: "from unknown (HELO mail.example) (192.0.2.1) by q.example with SMTP; 2 Nov 2026 01:00:00 -0000",
      from: "unknown", address: "192.0.2.1", by: "q.example", time: second),
    Form(
      value: "by p.example (Postfix, from userid 1000) id ABC; Mon, 2 Nov 2026 10:00:00 (JST)", from: nil,
      address: nil,
      by: "p.example", time: second),
    Form(
      value: "from v6.example (v6.example [IPv6:2001:db8::1]) by p.example; Mon, 2 Nov 2026 01:00:00",
      from: "v6.example",
      address: "2001:db8::1", by: "p.example", time: second),
    Form(
      value:
        "from k.example (192.0.2.1:25432)  by k2.example (KumoMTA 192.0.2.9) with ESMTPS (TLSv1_3:X)  id 1  for <u@d.example>; Mon,  2 Nov 2026 01:00:00 +0000",
      from: "k.example", address: "192.0.2.1", by: "k2.example", time: second),
    Form(
      value:
        "from [192.0.2.1] (port=4321 helo=x) by e.example with esmtp (Exim 4.96) id 1; Mon, 02 Nov 2026 01:00:00 +0000",
      from: "[192.0.2.1]", address: "192.0.2.1", by: "e.example", time: second),
    Form(
      value: "from e1.example ([192.0.2.1]:4321 helo=x) by e.example; 2026-11-02T10:00:00+09:00",
      from: "e1.example",
      address: "192.0.2.1", by: "e.example", time: second),
    Form(
      value: "by filter1.example with SMTP id abc 2026-11-02 01:00:00.123 +0000 UTC m=+1.2", from: nil,
      address: nil,
      by: "filter1.example", time: second),
    Form(
      value: "from h.example by g.example with HTTP", from: "h.example", address: nil, by: "g.example",
      time: nil),
    Form(
      value: "from h.example by g.example with ESMTP Mon, 2 Nov 2026 01:00:00 +0000", from: "h.example",
      address: nil,
      by: "g.example", time: second),
    // The HELO stands in front, and may hold what looks like an address.
    Form(
      value: "from a.example (192.0.2.9) (192.0.2.1) by c.example; Mon, 2 Nov 2026 01:00:00 +0000",
      from: "a.example", address: "192.0.2.1", by: "c.example", time: second),
    Form(
      value:
        "from a.example (a.example [192.0.2.9]) (192.0.2.1) by c.example; Mon, 2 Nov 2026 01:00:00 +0000",
      from: "a.example", address: "192.0.2.1", by: "c.example", time: second),
    Form(
      value:
        "from unknown (HELO a.example) (192.0.2.9) (192.0.2.1) by q.example with SMTP; 2 Nov 2026 01:00:00 -0000",
      from: "unknown", address: "192.0.2.1", by: "q.example", time: second),
    Form(
      value:
        "from a.example (b.example [192.0.2.1]) (using TLSv1.3 with cipher X (256/256 bits)) (Client CN \"x [192.0.2.9]\", Issuer \"y\" (verified OK)) by c.example (Postfix) with ESMTPS id X; Mon, 2 Nov 2026 01:00:00 +0000",
      from: "a.example", address: "192.0.2.1", by: "c.example", time: second),
    Form(
      value: "from [192.0.2.9] by c.example with ESMTP; Mon, 2 Nov 2026 01:00:00 +0000", from: "[192.0.2.9]",
      address: nil, by: "c.example", time: second),
    Form(
      value:
        "from a.example ([192.0.2.1] helo=[192.0.2.9]) by e.example with esmtp (Exim 4.96) id 1; Mon, 02 Nov 2026 01:00:00 +0000",
      from: "a.example", address: "192.0.2.1", by: "e.example", time: second),
    // RFC 8314 §4.3.
    Form(
      value:
        "from a.example (b.example [192.0.2.1]) by c.example with ESMTPS tls TLS_AES_256_GCM_SHA384 id X for <u@c.example>; Mon, 2 Nov 2026 10:00:00 +0900",
      from: "a.example", address: "192.0.2.1", by: "c.example", time: second),
    Form(value: "from by by by with by", from: "by", address: nil, by: "by", time: nil),
    Form(value: "", from: nil, address: nil, by: nil, time: nil),
    Form(
      value: "from (unclosed by x; Mon, 2 Nov 2026 01:00:00 +0000", from: nil, address: nil, by: nil,
      time: second),
  ]

  @Test("every form gives the host, the address, the receiver and the time", arguments: forms)
  func form(_ form: Form) {
    let field = ReceivedField(Array(form.value.utf8))
    #expect(field.from == form.from)
    #expect(field.address?.description == form.address)
    #expect(field.by == form.by)
    #expect(field.time?.description == form.time)
  }

  @Test("the clause of RFC 8314 takes no other's value")
  func tlsClause() {
    for clause in ["tls TLS_AES_256_GCM_SHA384 ", "tls (TLS1.3) TLS_AES_256_GCM_SHA384 group x25519 ", ""] {
      let field = ReceivedField(
        Array(
          "from a.example by c.example with ESMTPS \(clause)id 4fb for <u@c.example>; Mon, 2 Nov 2026 01:00:00 +0000"
            .utf8))
      #expect(field.id == "4fb")
      #expect(field.by == "c.example")
    }
  }

  @Test(
    "dates of every form are read, and what is none is not",
    arguments: [
      ("Wed, 18 Nov 2026 02:03:52 +0000 (UTC)", "2026-11-18T02:03:52Z"),
      ("Wed, 18 Nov 2026 11:03:52 (JST)", "2026-11-18T02:03:52Z"),
      ("Date:   Wed", nil), ("18 Nov 2026 02:03:44.9576 (UTC)", "2026-11-18T02:03:44Z"),
      ("Wed,18 Nov 2026 02:03 GMT", "2026-11-18T02:03:00Z"),
      ("Wed Nov 18 02:03:52 2026", "2026-11-18T02:03:52Z"),
      ("18 Nov 26 02:03:52 EST", "2026-11-18T07:03:52Z"), ("2026-11-18T02:03:52Z", "2026-11-18T02:03:52Z"),
      ("Wed, 18 Nov 2026 02:03:60 +0000", "2026-11-18T02:04:00Z"), ("31 Feb 2026 00:00:00", nil),
      ("Wed, 18 Nov 2026 24:03:52 +0000", nil), ("99999999999999999999 Nov 2026 00:00:00", nil), ("", nil),
    ] as [(String, String?)])
  func date(text: String, expected: String?) {
    #expect(MailTimeReader.time(text)?.description == expected)
  }

  @Test(
    "the queue id of SecureMX says when",
    arguments: [
      ("62I24Naa123456", "2026-03-18T02:04:23Z"),
      ("6AI23oAA274020", "2026-11-18T02:03:50Z"), ("4fbBvV1s3LzyPZ", nil), ("6ZZ23oAA274020", nil), ("", nil),
    ] as [(String, String?)])
  func queueID(id: String, expected: String?) {
    #expect(SecureMXClock.time(ofQueueID: id)?.description == expected)
  }
}
