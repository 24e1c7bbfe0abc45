import Testing

@testable import MailDNSCheck

@Suite("A threshold range (monitoring-plugins development guidelines)")
struct ThresholdRangeTests {
  static let meanings: [(text: String, alerting: [Double], quiet: [Double])] = [
    ("10", [-0.1, 10.1, 11, -1], [0, 5, 10]),
    ("10:", [9.999, -10], [10, 11, 1e9]),
    ("~:10", [10.001, 11], [10, 0, -1e9]),
    ("10:20", [9, 21], [10, 15, 20]),
    ("@10:20", [10, 15, 20], [9, 21]),
    ("@10", [0, 10], [-1, 11]),
    ("@~:0", [0, -5], [0.1]),
    (":5", [-1, 6], [0, 5]),
    ("~:", [], [-1e300, 0, 1e300]),
    ("-5:-1", [-6, 0], [-5, -1]),
    ("0.5:1.5", [0.49, 1.51], [0.5, 1.5]),
    ("5:5", [4, 6], [5]),
    ("@5:5", [5], [4, 6]),
    ("0:0", [1], [0]),
    ("0", [1, -1], [0]),
  ]

  @Test("alerts outside, or inside with @, and its ends belong to it", arguments: meanings)
  func meaning(text: String, alerting: [Double], quiet: [Double]) throws {
    let range = try ThresholdRange(parsing: text)
    for value in alerting { #expect(range.alerts(value), "\(value)") }
    for value in quiet { #expect(!range.alerts(value), "\(value)") }
  }

  @Test("is shown as it was typed", arguments: meanings.map(\.text))
  func description(text: String) throws {
    #expect(try ThresholdRange(parsing: text).description == text)
  }

  @Test(
    "its ends are shown without @",
    arguments: [("10", "0:10"), ("@10", "0:10"), ("@1:2", "1:2"), ("~:3", "~:3"), ("4:", "4:")])
  func interval(text: String, expected: String) throws {
    #expect(try ThresholdRange(parsing: text).interval == expected)
  }

  @Test(
    "is refused with the reason",
    arguments: [
      ("", .empty), ("@", .empty), ("x", .notNumber("x")), ("1:y", .notNumber("y")),
      ("1e3", .notNumber("1e3")),
      ("0x10", .notNumber("0x10")), ("inf", .notNumber("inf")), ("nan:", .notNumber("nan")),
      ("1,5", .notNumber("1,5")),
      ("1.", .notNumber("1.")), (".5", .notNumber(".5")), ("+1", .notNumber("+1")), ("-", .notNumber("-")),
      ("--1", .notNumber("--1")), ("1.2.3", .notNumber("1.2.3")), ("1:2:3", .notNumber("2:3")),
      (" 1", .notNumber(" 1")), ("１", .notNumber("１")), ("5;6", .notNumber("5;6")),
      ("~", .misplacedInfinity),
      ("1:~", .misplacedInfinity), ("10:5", .startAboveEnd), ("1:", nil), ("@@1", .notNumber("@1")),
      (String(repeating: "9", count: 400), .notNumber(String(repeating: "9", count: 400))),
    ] as [(String, ThresholdRangeError?)])
  func refused(text: String, expected: ThresholdRangeError?) {
    do throws(ThresholdRangeError) {
      _ = try ThresholdRange(parsing: text)
      #expect(expected == nil)
    } catch {
      #expect(error == expected)
    }
  }
}
