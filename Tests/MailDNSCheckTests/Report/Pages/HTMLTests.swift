import Testing

@testable import MailDNSCheck

@Suite("HTML as pages are made of it")
struct HTMLTests {
  @Test("text and values of attributes are escaped, by code points")
  func escaped() {
    #expect(HTML.text("<b> & \"c\" 'd'").markup == "&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;")
    #expect(HTML.text("<\u{301}b").markup.unicodeScalars.elementsEqual("&lt;\u{301}b".unicodeScalars))
    #expect(
      HTML(.p, [.ariaLabel("\"><script>")], text: "a").markup
        == "<p aria-label=\"&quot;&gt;&lt;script&gt;\">a</p>\n")
  }

  @Test("what an element can't hold is none")
  func void() { #expect(HTML(.meta, [.charset], text: "a").markup == "<meta charset=\"utf-8\"/>\n") }

  @Test(
    "what stands between backticks is code, and a lone one is a sign",
    arguments: [
      ("Publish `MX 0 .` now", "Publish <code>MX 0 .</code> now"),
      ("`a` and `b`", "<code>a</code> and <code>b</code>"),
      ("a ` b", "a ` b"), ("`a` ` b", "`a` ` b"), ("`<b>`", "<code>&lt;b&gt;</code>"), ("a", "a"),
    ])
  func sentence(text: String, markup: String) {
    #expect(HTML.sentence(text).map(\.markup).joined() == markup)
  }

  @Test("lines to be copied are selected as one")
  func copyable() {
    #expect(HTML.copyable(["a. MX 0 .", "b"]).markup == "<pre class=\"copy\">a. MX 0 .&#10;b</pre>\n")
    #expect(HTML.copyable([]).isEmpty)
  }

  @Test(
    "a page says its language, forbids everything, and is held to the rules", arguments: Language.allCases)
  func page(language: Language) {
    let page = PageFrame(title: "<a>", language: language).page([HTML(.p, text: "b")])
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(page.contains("default-src &apos;none&apos;"))
    #expect(OutputRules.violations(page, of: .html) == [])
  }
}
