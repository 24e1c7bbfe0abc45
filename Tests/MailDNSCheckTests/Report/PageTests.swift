import Testing

@testable import MailDNSCheck

@Suite("Pages of text")
struct PageTests {
  @Test("a label that leaves no room has a line of its own, so that nothing sticks to it")
  func longLabels() {
    func text(_ label: String, _ value: String) -> String {
      var page = Page(width: 40)
      page.add(value, indent: 10, label: label, labelWidth: label.displayWidth)
      return page.text
    }
    #expect(text("  label", "value") == "  label   value\n")
    #expect(text("  label34", "value") == "  label34 value\n")
    #expect(text("  label345", "value") == "  label345\n          value\n")
    #expect(text("  拡張フィルター", "値") == "  拡張フィルター\n          値\n")
    #expect(text("  a label alone", "") == "  a label alone\n")
  }
}
