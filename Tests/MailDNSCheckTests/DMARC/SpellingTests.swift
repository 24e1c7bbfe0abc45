import Testing

@testable import MailDNSCheck

@Suite("The word that was meant")
struct SpellingTests {
  @Test(
    "one slip for every three letters is near",
    arguments: [
      ("REJECT", "reject"), ("reject", "reject"), ("rejct", "reject"), ("rejectt", "reject"),
      ("rjeect", "reject"),
      ("rjct", "reject"), ("rject!!", nil), ("noen", "none"), ("on", nil), ("qarantin", "quarantine"),
      ("", nil),
      (String(repeating: "reject", count: 5), nil),
    ] as [(String, String?)])
  func nearest(_ text: String, _ expected: String?) {
    #expect(Spelling.nearest(to: text, among: ["none", "quarantine", "reject"]) == expected)
  }
}
