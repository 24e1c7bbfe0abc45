/// A policy file.
enum PolicyTarget {
  static func run(_ octets: [UInt8]) {
    do throws(SettingsError) {
      let policy = try PolicyFile.read(name: "a\u{1B}b", octets: octets, in: .builtIn)
      for domain in policy.domains { _ = policy.expectation(for: domain) }
      for exemption in policy.entries.flatMap({ $0.expectation.ignored ?? [] }) {
        demandVisible(exemption.exemption.reason)
      }
    } catch {
      SettingsRules.check(error, octets)
    }
  }
}

/// A file with providers, over those of the program.
enum ProvidersTarget {
  static func run(_ octets: [UInt8]) {
    do throws(SettingsError) {
      let file = try ProviderFile(name: "a\u{1B}b", octets: octets)
      // A few of them do, and are quicker.
      var overlay = ProviderOverlay(ProviderCatalogue.builtInTable.prefix(6))
      try overlay.apply(file)
      do throws(ProviderCatalogue.TableError) {
        let listing = ProviderListing(catalogue: try overlay.catalogue())
        demandVisible(listing.text(language: .japanese, ink: .plain, width: 80), ["\n"])
        let json = JSONText.make(listing.json, pretty: false)
        demand(OutputRules.violations(json, of: .json) == [], "JSON is harmless: \(json)")
      } catch {
        // The reader has looked at everything where it stands: nothing is left to be wrong with the whole.
        demand(false, "what was read makes a catalogue, and not \(error)")
      }
    } catch {
      SettingsRules.check(error, octets)
    }
  }
}

private enum SettingsRules {
  static func check(_ error: SettingsError, _ octets: [UInt8]) {
    demandVisible(error.wording)
    let place = error.fault.place
    let lines = octets.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
    demand((1...lines).contains(place.line), "line \(place.line) is there")
    demand((1...(octets.count + 1)).contains(place.column), "column \(place.column) is there")
  }
}
