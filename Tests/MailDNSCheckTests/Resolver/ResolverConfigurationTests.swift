import Glibc
import Testing

@testable import MailDNSCheck

/// Each test has a process of its own, because libresolv reads the environment.
@Suite("The system's resolver configuration")
struct ResolverConfigurationTests {
  @Test("RES_OPTIONS sets the time-out, the attempts, TCP and trust in AD")
  func options() async {
    await #expect(processExitsWith: .success) {
      setenv("RES_OPTIONS", "timeout:3 attempts:4 use-vc trust-ad", 1)
      let configuration = try #require(ResolverConfiguration.system())
      #expect(configuration.timeout == .seconds(3))
      #expect(configuration.attempts == 4)
      #expect(configuration.tcpOnly)
      #expect(configuration.trustsAuthenticatedData)
      #expect(configuration.deadline == nil)
    }
  }

  @Test("there is a server, with a port, and attempts and time are never none")
  func bounds() async {
    await #expect(processExitsWith: .success) {
      for options in [
        "", "timeout:0 attempts:0", "timeout:-1 attempts:-1", "timeout:999 attempts:999", "nonsense:x",
      ] {
        setenv("RES_OPTIONS", options, 1)
        let configuration = try #require(ResolverConfiguration.system())
        #expect(!configuration.servers.isEmpty)
        #expect(configuration.servers.allSatisfy { $0.port > 0 })
        #expect(configuration.attempts >= 1 && configuration.attempts <= 5, "\(options)")
        #expect(configuration.timeout > .zero && configuration.timeout <= .seconds(30), "\(options)")
      }
    }
  }
}
