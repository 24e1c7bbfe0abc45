@testable import MailDNSCheck

/// A message as it lies in a mailbox of Exchange Online, field by field, to be changed by tests.
struct SampleMessage {
  var fields: [(name: String, value: String)]

  init(_ fields: [(String, String)]) { self.fields = fields.map { ($0.0, $0.1) } }

  subscript(name: String) -> String? {
    get { fields.first { $0.name == name }?.value }
    set {
      guard let index = fields.firstIndex(where: { $0.name == name }) else {
        if let newValue { fields.append((name, newValue)) }
        return
      }
      if let newValue { fields[index].value = newValue } else { fields.remove(at: index) }
    }
  }

  var text: String { fields.map { "\($0.name): \($0.value)\n" }.joined() + "\nThe body.\n" }

  var examination: MessageExamination? {
    HeaderReader.section(of: Array(text.utf8)[...]).map { MessageExamination($0, in: .builtIn) }
  }

  func report(expecting expected: MessageRoute? = nil, recipients: [RecipientMX] = []) -> MessageReport? {
    examination.map {
      MessageReport(
        file: "message.eml", index: 1, $0, expecting: expected, recipients: recipients, in: .builtIn)
    }
  }

  /// Puts a field in front of the field that is number `index`.
  mutating func insert(_ name: String, _ value: String, at index: Int) {
    fields.insert((name, value), at: index)
  }

  /// Where the field stands by which Office365 took the message from outside.
  var entry: Int? {
    fields.firstIndex { $0.name == "Received" && $0.value.contains("mail.protection.outlook.com (10.") }
  }
}

extension SampleMessage {
  private static let inside: [(String, String)] = [
    (
      "Received",
      "from TYPR01MB0001.jpnprd01.prod.outlook.com (::1) by\n OSPR01MB0002.jpnprd01.prod.outlook.com with HTTPS; Mon, 2 Nov 2026\n 01:00:09 +0000"
    ),
    (
      "Received",
      "from TYCP286CA0001.JPNP286.PROD.OUTLOOK.COM (2603:1096:400:1d0::1)\n by TYPR01MB0001.jpnprd01.prod.outlook.com (2603:1096:405:24f::8) with Microsoft SMTP Server\n (version=TLS1_2, cipher=X) id 15.20.1.1; Mon, 2 Nov 2026 01:00:08 +0000"
    ),
  ]

  private static func entry(_ from: String) -> (String, String) {
    (
      "Received",
      "from \(from) by\n TYPEPF0001.mail.protection.outlook.com (10.167.249.6) with Microsoft SMTP Server\n (version=TLS1_3, cipher=X) id 15.20.1.1 via Frontend Transport; Mon, 2 Nov 2026 01:00:07 +0000"
    )
  }

  private static let gateway: [(String, String)] = [
    ("Received", "by mo-csw.securemx.jp (mx-mo-csw1802) id 6A2106aa188346; Mon, 2 Nov 2026 10:00:06 +0900"),
    ("X-Iguazu-Qid", "2rWg5LUt5cs8Exampl"),
    ("X-Iguazu-QSIG", "v=2; s=0; t=1793581205; q=2rWg5LUt5cs8Exampl; m=AAAA="),
    (
      "Received",
      "from mail.example.net (mail.example.net [203.0.113.7])\n\tby mx.securemx.jp (mx-mi1801) id 6A2104bb478147;\n\tMon, 2 Nov 2026 10:00:04 +0900"
    ),
  ]

  private static func author(_ to: String = "hanako@example.jp") -> [(String, String)] {
    [
      ("From", "Jiro <jiro@example.net>"), ("To", "<\(to)>"), ("Subject", "=?UTF-8?B?6KuL5rGC5pu4?="),
      ("Date", "Mon, 2 Nov 2026 10:00:03 +0900"), ("Message-ID", "<1@mail.example.net>"),
    ]
  }

  private static func marks(
    _ address: String, _ filter: String, level: Int, category: String = "NONE", delivery: String,
    direction: String = "INB"
  ) -> [(String, String)] {
    [
      ("X-MS-Exchange-Organization-MessageDirectionality", direction == "INT" ? "Originating" : "Incoming"),
      ("X-MS-Exchange-Organization-AuthAs", direction == "INT" ? "Internal" : "Anonymous"),
      ("X-MS-Exchange-Organization-SCL", "\(level)"),
      (
        "X-Forefront-Antispam-Report",
        "\n CIP:\(address);CTRY:JP;LANG:ja;SCL:\(level);SRV:;IPV:NLI;SFV:\(filter);H:x;PTR:x;CAT:\(category);SFS:;DIR:\(direction);"
      ),
      ("X-Microsoft-Antispam", "\n BCL:0;ARA:13230040|366016;"),
      ("X-Microsoft-Antispam-Mailbox-Delivery", "\n\tucf:0;jmr:0;auth:0;\(delivery)"),
    ]
  }

  /// Through SecureMX, as the filter and the mailbox say.
  static func throughSecureMX(
    _ filter: String = "SKN", level: Int = -1, category: String = "NONE", delivery: String = "dest:I;ENG:(1)"
  ) -> SampleMessage {
    let results = (
      "Authentication-Results",
      "spf=fail (sender IP is 210.130.202.152)\n smtp.mailfrom=example.net; dkim=fail (body hash did not verify)\n header.d=example.net;dmarc=fail action=none\n header.from=example.net;compauth=none reason=405"
    )
    return SampleMessage(
      inside + [results, entry("mo-csw.securemx.jp (210.130.202.152)")] + gateway + author()
        + marks("210.130.202.152", filter, level: level, category: category, delivery: delivery))
  }

  /// From a host that is no gateway, straight into Office365.
  /// `address` is what Office365 says of it in its marks, without anything else that of the field.
  static func direct(
    _ from: String = "[127.0.0.1] (198.51.100.77)", seen address: String? = nil, reason: String = "100"
  ) -> SampleMessage {
    let address =
      address
      ?? from.split(separator: "(").last.map { String($0.prefix { $0 != ")" }) } ?? "198.51.100.77"
    let results = (
      "Authentication-Results",
      "spf=softfail (sender IP is \(address))\n smtp.mailfrom=example.jp; dkim=none (message not signed)\n header.d=none;dmarc=fail action=oreject\n header.from=example.jp;compauth=none reason=\(reason)"
    )
    return SampleMessage(
      inside + [results, entry(from)] + author()
        + marks(address, "NSPM", level: 1, delivery: "dest:I;ENG:(1)"))
  }

  static var intern: SampleMessage {
    SampleMessage(
      inside + [
        (
          "Authentication-Results",
          "dkim=none (message not signed)\n header.d=none;dmarc=none action=none header.from=example.jp;"
        ),
        entry("TYPR01MB0001.jpnprd01.prod.outlook.com (255.255.255.255)"),
      ] + author()
        + marks("255.255.255.255", "SKI", level: -1, delivery: "dest:I;ENG:(1)", direction: "INT"))
  }

  /// As a stranger's server has mail that left Office365; `source` is who handed it over.
  static func outbound(throughSecureMX: Bool = true, source: String? = nil) -> SampleMessage {
    let microsoft: [(String, String)] = [
      (
        "Received",
        "from TYPR01MB0001.jpnprd01.prod.outlook.com (2603:1096:405:24f::8)\n by OSPR01MB0002.jpnprd01.prod.outlook.com (2603:1096:604:259::15) with\n Microsoft SMTP Server (version=TLS1_2) id 15.20.1.1; Mon, 2 Nov 2026 01:00:01 +0000"
      ),
      (
        "Received",
        "from TYPR01MB0001.jpnprd01.prod.outlook.com\n ([fe80::1]) by TYPR01MB0001.jpnprd01.prod.outlook.com\n ([fe80::1%7]) with mapi id 15.20.1.1; Mon, 2 Nov 2026\n 01:00:00 +0000"
      ),
    ]
    let relay: [(String, String)] = [
      ("Received", "by mo-csw.securemx.jp (mx-mo-csw1801) id 6A2103aA274020; Mon, 2 Nov 2026 10:00:03 +0900"),
      ("X-Iguazu-Qid", "2yAazS63SmRwExampl"),
      ("X-Iguazu-QSIG", "v=2; s=0; t=1793581203; q=2yAazS63SmRwExampl; m=AAAA="),
      (
        "Received",
        "from TYPR01CU001.outbound.protection.outlook.com (mail-a.outbound.protection.outlook.com [52.101.229.50])\n\t(using TLSv1.3 with cipher X (256/256 bits)\n\t key-exchange ECDHE (P-384))\n\t(Client CN \"mail.protection.outlook.com\", Issuer \"A; B\" (not verified))\n\tid 4fbBvV1s3LzyPZ;\n\tMon, 2 Nov 2026 10:00:02 +0900 (JST)"
      ),
    ]
    let from =
      source
      ?? (throughSecureMX
        ? "mo-csw.securemx.jp (mo-csw1801.securemx.jp [210.130.202.160])"
        : "TYPR01CU001.outbound.protection.outlook.com (mail-a.outbound.protection.outlook.com [52.101.229.50])")
    return SampleMessage(
      [
        (
          "Received",
          "from \(from)\n\tby mail.example.net (Postfix) with ESMTPS id 4fb\n\tfor <taro@example.net>; Mon, 2 Nov 2026 01:00:05 +0000 (UTC)"
        ),
        (
          "Authentication-Results",
          "mail.example.net;\n\tdkim=pass (2048-bit key) header.d=example.jp;\n\tspf=pass smtp.mailfrom=example.jp; dmarc=pass header.from=example.jp"
        ),
      ] + (throughSecureMX ? relay : []) + microsoft + [
        ("From", "<hanako@example.jp>"), ("To", "<taro@example.net>"),
        ("Date", "Mon, 02 Nov 2026 01:00:00 +0000"),
        (
          "x-forefront-antispam-report",
          "CIP:255.255.255.255;SCL:1;SFV:NSPM;CAT:NONE;DIR:OUT;SFP:1101;"
        ), ("X-MS-Exchange-CrossTenant-AuthAs", "Internal"),
      ])
  }
}
