// Writes messages as Outlook saves them, by the writer of compound files that the tests have, into the folder named, and
// beside each the header that is in it: WriteMessages FOLDER. Compiled together with that writer by Scripts/check-outlook.
import Glibc

let received = [
  "from TYPR01MB0001.jpnprd01.prod.outlook.com (::1) by\r\n OSPR01MB0002.jpnprd01.prod.outlook.com with HTTPS; Mon, 2 Nov 2026\r\n 01:00:09 +0000",
  "from mo-csw.securemx.jp (210.130.202.152) by\r\n TYPEPF0001.mail.protection.outlook.com (10.167.249.6) with Microsoft SMTP\r\n Server id 15.20.1.1 via Frontend Transport; Mon, 2 Nov 2026 01:00:07 +0000",
  "by mo-csw.securemx.jp (mx-mo-csw1802) id 6A2106aa188346; Mon, 2 Nov 2026 10:00:06 +0900",
]

func header(subject: String, filler: Int) -> String {
  let fields =
    [
      ("Received", received[0]),
      (
        "Authentication-Results",
        "spf=fail (sender IP is 210.130.202.152)\r\n smtp.mailfrom=example.net;compauth=none reason=405"
      ),
    ]
    + [("Received", received[1]), ("Received", received[2])]
    + [
      ("From", "Jiro <jiro@example.net>"), ("To", "<hanako@example.jp>"), ("Subject", subject),
      ("Date", "Mon, 2 Nov 2026 10:00:03 +0900"), ("Message-ID", "<1@mail.example.net>"),
      ("X-MS-Exchange-Organization-AuthAs", "Anonymous"),
      ("X-Forefront-Antispam-Report", "\r\n CIP:210.130.202.152;SCL:-1;SFV:SKN;CAT:NONE;DIR:INB;"),
      ("X-Microsoft-Antispam-Mailbox-Delivery", "\r\n\tucf:0;jmr:0;auth:0;dest:I;"),
    ] + (0..<filler).map { ("X-Filler-\($0)", "some text that makes the stream long") }
  return fields.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
}

func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

/// The properties of a message (MS-OXMSG §2.4): a head of 32 octets, and an entry of 16 for each one of fixed length.
func properties(isUnicode: Bool) -> [UInt8] {
  var octets = [UInt8](repeating: 0, count: 32)
  // PidTagStoreSupportMask, whose flag 0x40000 says that texts are in UTF-16.
  octets += [0x03, 0x00, 0x0D, 0x34, 0x06, 0, 0, 0, 0, 0, isUnicode ? 0x04 : 0, 0, 0, 0, 0, 0]
  return octets
}

func message(_ header: String, isUnicode: Bool) -> [UInt8] {
  let kind = isUnicode ? "001F" : "001E"
  let octets = isUnicode ? utf16 : { Array($0.utf8) }
  return CompoundFileWriter(streams: [
    ("__properties_version1.0", properties(isUnicode: isUnicode)),
    ("__substg1.0_001A\(kind)", octets("IPM.Note")),
    ("__substg1.0_0037\(kind)", octets("A subject of its own")),
    ("__substg1.0_007D\(kind)", octets(header)),
    ("__substg1.0_1000\(kind)", octets(String(repeating: "A body.\r\n", count: 700))),
  ]).octets
}

func write(_ octets: [UInt8], _ name: String) {
  guard let file = fopen(CommandLine.arguments[1] + "/" + name, "wb") else { exit(2) }
  guard fwrite(octets, 1, octets.count, file) == octets.count, fclose(file) == 0 else { exit(2) }
}

for (name, text) in [
  ("short", header(subject: "Invoice", filler: 0)),
  ("long", header(subject: "=?iso-2022-jp?B?GyRCQUo1LTt2OWAbKEI=?=", filler: 300)),
] {
  for (form, isUnicode) in [("unicode", true), ("octets", false)] {
    write(message(text, isUnicode: isUnicode), "\(name)-\(form).msg")
    write(Array(text.utf8), "\(name)-\(form).txt")
  }
}
