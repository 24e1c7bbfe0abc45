/// The built-in providers, and files put on top of them, each over those before it.
struct ProviderOverlay {
  private var rows: [Row]
  private var indexByID: [String: Int]
  private var layer = 0

  private struct Row {
    var entry: ProviderEntry
    /// The file that a list is from, counted from 1; 0 is the program.
    var layers: [ProviderField: Int] = [:]
  }

  init(_ entries: [ProviderEntry] = ProviderCatalogue.builtInEntries) {
    rows = entries.map { Row(entry: $0) }
    indexByID = Dictionary(
      entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Puts `file` on top. What it says of a provider that is there takes the place of what was said before, field by field;
  /// a provider that is not there needs a name and a kind.
  mutating func apply(_ file: ProviderFile) throws(SettingsError) {
    layer += 1
    for item in file.items {
      if let index = indexByID[item.id.text] {
        rows[index].entry.name = item.name ?? rows[index].entry.name
        rows[index].entry.kinds = item.kinds ?? rows[index].entry.kinds
        update(index, item)
        continue
      }
      func missing(_ key: String) -> SettingsError {
        SettingsError(file: file.name, fault: SettingsFault(.missingKey(key), at: item.place))
      }
      guard let name = item.name else { throw missing("name") }
      guard let kinds = item.kinds else { throw missing("kinds") }
      indexByID[item.id.text] = rows.count
      rows.append(
        Row(
          entry: ProviderEntry(
            id: item.id.text, name: name, kinds: kinds, source: VisibleText(file.name).description,
            certainty: .reported)))
      update(rows.count - 1, item)
    }
  }

  private mutating func update(_ index: Int, _ item: ProviderFile.Item) {
    for (field, texts) in item.lists {
      rows[index].entry[keyPath: field.path] = texts
      rows[index].layers[field] = layer
    }
    let entry = rows[index].entry
    rows[index].entry.signingDomain =
      item.signingDomain.map { VisibleText($0).description } ?? entry.signingDomain
    rows[index].entry.source = item.source.map { VisibleText($0).description } ?? entry.source
    rows[index].entry.certainty = item.certainty ?? entry.certainty
  }

  /// The catalogue that comes of it. A suffix or network that several providers claim is that of the one whose claim is
  /// from the uppermost file: the user's word wins.
  func catalogue() throws(ProviderCatalogue.TableError) -> ProviderCatalogue {
    var providers: [Provider] = []
    for row in rows {
      do throws(ProviderEntryError) { providers.append(try Provider(row.entry)) } catch {
        throw .entry(error)
      }
    }
    let claims = Claims(rows, providers)
    let settled = providers.enumerated().map { index, provider in claims.settle(provider, index) }
    do throws(ProviderCatalogueError) { return try ProviderCatalogue(settled) } catch {
      throw .catalogue(error)
    }
  }

  /// Who has what.
  private struct Claims {
    private typealias Owner = (index: Int, layer: Int)
    private var hosts: [ProviderCatalogue.Use: [HostPattern: Owner]] = [:]
    private var networks: [AddressRanges: Owner] = [:]

    init(_ rows: [Row], _ providers: [Provider]) {
      for (index, row) in rows.enumerated() {
        for field in ProviderField.allCases {
          let layer = row.layers[field] ?? 0
          for use in field.uses {
            let patterns = row.entry[keyPath: field.path].compactMap { try? HostPattern(parsing: $0) }
            for pattern in patterns where layer > hosts[use]?[pattern]?.layer ?? -1 {
              hosts[use, default: [:]][pattern] = (index, layer)
            }
          }
        }
        let layer = row.layers[.networks] ?? 0
        for network in providers[index].networks.map({ AddressRanges([$0]) })
        where layer > networks[network]?.layer ?? -1 {
          networks[network] = (index, layer)
        }
      }
    }

    /// `provider` without what is another one's.
    func settle(_ provider: Provider, _ index: Int) -> Provider {
      func own(_ patterns: [HostPattern], _ use: ProviderCatalogue.Use) -> [HostPattern] {
        patterns.filter { hosts[use]?[$0]?.index == index }
      }
      return Provider(
        id: provider.id, name: provider.name, kinds: provider.kinds,
        mxSuffixes: own(provider.mxSuffixes, .mx), spfSuffixes: own(provider.spfSuffixes, .spf),
        spfInclude: provider.spfInclude, opaqueSPFSuffixes: own(provider.opaqueSPFSuffixes, .spf),
        dkimTargetSuffixes: own(provider.dkimTargetSuffixes, .dkimTarget),
        autodiscoverTargets: own(provider.autodiscoverTargets, .autodiscover),
        reportSuffixes: own(provider.reportSuffixes, .report),
        networks: provider.networks.filter { networks[AddressRanges([$0])]?.index == index },
        dkimSelectors: provider.dkimSelectors, verifications: provider.verifications,
        headerMarks: provider.headerMarks,
        signingDomain: provider.signingDomain, source: provider.source, certainty: provider.certainty)
    }
  }
}
