import FoundationEssentials
import Testing

@testable import MailDNSCheck

@Suite("Seconds in UTC")
struct SecondInUTCTests {
  @Test("are written as the library writes them, whatever the date")
  func same() {
    // From before 1970 to beyond 9999, by steps that meet every month, hour, minute and second.
    let rough = stride(from: -978_400_000.0, to: 252_500_000_000, by: 86_410_061.37)
    let edges = ([-978_307_200, 0, 78_796_799, 252_423_993_600] as [Double]).flatMap { edge -> [Double] in
      [edge, edge.nextDown, edge.nextUp, edge - 1, edge + 1, edge - 0.000_000_1, edge + 0.999_999_9]
    }
    for seconds in Array(rough) + edges {
      let date = Date(timeIntervalSinceReferenceDate: seconds)
      #expect(date.secondInUTC == date.ISO8601Format())
    }
  }
}
