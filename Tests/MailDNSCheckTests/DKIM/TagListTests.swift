import Testing

@testable import MailDNSCheck

@Suite("Tag lists (RFC 6376 §3.2)")
struct TagListTests {
  private func list(_ text: String) -> TagList { TagList(Array(text.utf8)) }

  @Test("names and values come with their places, white space stripped")
  func places() {
    let list = list(" v = DKIM1 ;\tp= A B ;")
    #expect(list.errors.isEmpty)
    #expect(
      list.tags == [
        .init(name: "v", value: Array("DKIM1".utf8), namePlace: 1..<2, valuePlace: 5..<10),
        .init(name: "p", value: Array("A B".utf8), namePlace: 13..<14, valuePlace: 16..<19),
      ])
    #expect(list.tags.map(\.place) == [1..<10, 13..<19])
  }

  @Test("folded white space is white space")
  func folded() {
    #expect(list("v=DKIM1;\r\n p=").tags.map(\.name) == ["v", "p"])
  }

  @Test("an empty value has an empty place behind its `=`")
  func emptyValue() {
    let list = list("p= ; t=y")
    #expect(list.errors.isEmpty)
    #expect(list["p"]?.value == [])
    #expect(list["p"]?.valuePlace == 2..<2)
  }

  @Test("a value goes up to the `;`, further `=` and all")
  func equalsInValue() {
    #expect(list("p=AA==;t=y")["p"]?.value == Array("AA==".utf8))
  }

  @Test(
    "what breaks the syntax is reported with its place",
    arguments: [
      ("v=DKIM1;;p=", [TagListError(reason: .emptyTag(isFirst: false), place: 8..<8)]),
      ("; p=", [TagListError(reason: .emptyTag(isFirst: true), place: 0..<0)]),
      ("v=1; ;p=", [TagListError(reason: .emptyTag(isFirst: false), place: 4..<5)]),
      ("v=1; word ;p=", [TagListError(reason: .missingEquals, place: 5..<9)]),
      ("1v=1", [TagListError(reason: .badName("1v"), place: 0..<2)]),
      ("a-b=1", [TagListError(reason: .badName("a-b"), place: 0..<3)]),
      (" =1", [TagListError(reason: .badName(""), place: 1..<1)]),
      ("p=1;t=;p=2", [TagListError(reason: .duplicate("p"), place: 7..<8)]),
    ] as [(String, [TagListError])])
  func errors(_ text: String, _ expected: [TagListError]) {
    #expect(list(text).errors == expected)
  }

  @Test(
    "what is not wrong is not reported", arguments: ["", "v=1", "v=1;", "v=1; ", "a_1=x;A_1=y", "p=1;P=2"])
  func fine(_ text: String) {
    #expect(list(text).errors.isEmpty)
  }

  @Test("the first of two tags of one name is found, and both are kept")
  func duplicates() {
    #expect(list("p=1;p=2")["p"]?.value == Array("1".utf8))
    #expect(list("p=1;p=2").tags.count == 2)
  }
}
