import Testing

@testable import MailDNSCheck

@Suite("The list of providers")
struct ProviderListingTests {
  @Test("shows the verification texts of a file written out, and compares them as they are")
  func verifications() throws {
    let text =
      "{\"providers\": [{\"id\": \"x\", \"name\": \"X\", \"kinds\": [\"mailbox\"], \"verifications\": [\"a\\u0000b\"]}]}"
    var overlay = ProviderOverlay(ProviderTable(""))
    try overlay.apply(try ProviderFile(name: "p", octets: Array(text.utf8)))
    let catalogue = try overlay.catalogue()
    let listing = ProviderListing(catalogue: catalogue)
    #expect(listing.text(language: .english, ink: .plain, width: 80).contains(#"TXT: a\000b"#))
    #expect(listing.json.first?.verifications == [#"a\000b"#])
    #expect(catalogue.provider(ofVerification: Array("a\u{0}bc".utf8))?.id.text == "x")
  }
}
