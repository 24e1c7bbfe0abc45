import Testing

@testable import MailDNSCheck

@Suite("Separated values as their octets come")
struct SeparatedValuesTests {
  /// The items of `text`, read in pieces of so many octets.
  private func items(_ text: String, by size: Int) -> [SeparatedValues.Item] {
    var reader = SeparatedValues()
    var items: [SeparatedValues.Item] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      items += reader.read(Array(rest.prefix(size)), isLast: false)
      rest = rest.dropFirst(size)
    }
    return items + reader.read([], isLast: true)
  }

  @Test(
    "are the same rows, broken ones too, whatever the pieces are",
    arguments: [
      "a,b\r\n1,2\r\n", "a,b\n\"x \"\"y\"\"\",2\n", "a,b\n\"x\"y,2\n3,4\n", "a,b\n\"x\"y",
      "a;b\n\"c\nd\";2\n3;4",
      "a,b\n\"never closed\n1,2\n", "#TYPE X\r\n\"a\",\"b\"\r\n\"a \"\"b\"\"\"c,\"d\"\r\n\"e\",\"f\"\r\n",
    ])
  func pieces(_ text: String) {
    let whole = items(text, by: 1_000)
    for size in 1...7 { #expect(items(text, by: size) == whole, "by \(size)") }
  }
}
