import Testing

@testable import MailDNSCheck

@Suite("Names as the field has them")
struct CatalogueNamesTests {
  let catalogue = ProviderCatalogue.builtIn

  private func owner(_ text: String, _ use: ProviderCatalogue.Use) throws -> String? {
    catalogue.provider(of: try #require(DomainName(text)), as: use)?.id.text
  }

  @Test("MX hosts", arguments: NamedHosts.mx)
  func mx(name: String, provider: String) throws { #expect(try owner(name, .mx) == provider) }

  @Test("names in SPF", arguments: NamedHosts.spf)
  func spf(name: String, provider: String) throws { #expect(try owner(name, .spf) == provider) }

  @Test("targets of DKIM CNAMEs", arguments: NamedHosts.dkimTargets)
  func dkimTargets(name: String, provider: String) throws {
    #expect(try owner(name, .dkimTarget) == provider)
  }

  @Test("MX hosts that only prove whose a domain is", arguments: NamedHosts.verificationMX)
  func verification(name: String, provider: String) throws {
    #expect(try owner(name, .verificationMX) == provider)
    #expect(try owner(name, .mx) == nil)
  }

  @Test("web servers that many share", arguments: NamedHosts.sharedHosts)
  func shared(name: String, provider: String) throws {
    #expect(try owner(name, .sharedHost) == provider)
    #expect(try owner(name, .spf) == provider)
  }

  @Test("hosts that DMARC reports go to", arguments: NamedHosts.reports)
  func reports(name: String, provider: String) throws { #expect(try owner(name, .report) == provider) }

  @Test("addresses", arguments: NamedHosts.addresses)
  func addresses(name: String, provider: String) throws {
    #expect(catalogue.provider(ofAddress: try #require(IPAddress(name)))?.id.text == provider)
  }

  @Test("addresses that are nobody's", arguments: NamedHosts.otherAddresses)
  func otherAddresses(text: String) throws {
    #expect(catalogue.provider(ofAddress: try #require(IPAddress(text))) == nil)
  }

  @Test("what only looks like a provider's MX host is nobody's", arguments: LookAlikes.mx)
  func lookAlikeMX(name: String) throws { #expect(try owner(name, .mx) == nil) }

  @Test("what only looks like a provider's SPF name is nobody's", arguments: LookAlikes.spf)
  func lookAlikeSPF(name: String) throws { #expect(try owner(name, .spf) == nil) }

  @Test("there are many of both")
  func counts() {
    #expect(LookAlikes.mx.count >= 100 && LookAlikes.spf.count >= 60 && NamedHosts.mx.count >= 60)
  }
}
