/// The built-in providers, and files put on top of them, each over those before it.
///
/// What no file speaks of stays a line of the table, of which nothing is made.
struct ProviderOverlay {
  private let table: ProviderTable
  private var rows: [Row]
  private var indexByID: [String: Int]
  private var layer = 0

  private enum Row {
    case built(Int)
    /// The file that a list is from, counted from 1, by field; those that are missing are the program's own.
    case entry(ProviderEntry, layers: [ProviderField: Int])
  }

  init(_ table: ProviderTable = ProviderCatalogue.builtInTable) {
    self.table = table
    rows = (0..<table.rowCount).map(Row.built)
    indexByID = Dictionary(
      (0..<table.rowCount).map { (table.id(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Puts `file` on top. What it says of a provider that is there takes the place of what was said before, field by field;
  /// a provider that is not there needs a name and a kind.
  mutating func apply(_ file: ProviderFile) throws(SettingsError) {
    layer += 1
    for item in file.items {
      if let index = indexByID[item.id.text] {
        update(index, item)
        continue
      }
      func missing(_ key: String) -> SettingsError {
        SettingsError(file: file.name, fault: SettingsFault(.missingKey(key), at: item.place))
      }
      guard let name = item.name else { throw missing("name") }
      guard let kinds = item.kinds else { throw missing("kinds") }
      indexByID[item.id.text] = rows.count
      let entry = ProviderEntry(
        id: item.id.text, name: name, kinds: kinds, source: VisibleText(file.name).description,
        certainty: .reported)
      rows.append(.entry(entry, layers: [:]))
      update(rows.count - 1, item)
    }
  }

  private mutating func update(_ index: Int, _ item: ProviderFile.Item) {
    var entry: ProviderEntry
    var layers: [ProviderField: Int] = [:]
    switch rows[index] {
    case .built(let row):
      guard let built = table.entry(row) else { return }
      entry = built
    case .entry(let present, let presentLayers): (entry, layers) = (present, presentLayers)
    }
    entry.name = item.name ?? entry.name
    entry.kinds = item.kinds ?? entry.kinds
    for (field, texts) in item.lists {
      entry[keyPath: field.path] = texts
      layers[field] = layer
    }
    func visible(_ text: String?) -> String? { text.map { VisibleText($0).description } }
    entry.include = visible(item.include) ?? entry.include
    entry.signingDomain = visible(item.signingDomain) ?? entry.signingDomain
    entry.source = visible(item.source) ?? entry.source
    entry.certainty = item.certainty ?? entry.certainty
    entry.date = visible(item.date) ?? entry.date
    rows[index] = .entry(entry, layers: layers)
  }

  /// The catalogue that comes of it. A suffix or network that several providers claim is that of the one whose claim is
  /// from the uppermost file: the user's word wins.
  func catalogue() throws(ProviderCatalogue.TableError) -> ProviderCatalogue {
    var marks = ProviderMarks(capacity: rows.count * 2)
    for layer in stride(from: layer, through: 1, by: -1) { try claim(layer, &marks) }
    var added: [DKIMSelector] = []
    for (index, row) in rows.enumerated() {
      guard case .entry(let entry, let layers) = row else { continue }
      let groups = entry.selectors.map(ProviderEntry.selectors(inTurn:)).map {
        $0.compactMap { DKIMSelector($0) }
      }
      for group in groups { marks.claim(selectors: group, by: index) }
      for text in entry.verifications { marks.claim(verification: text.utf8, by: index) }
      for text in entry.headers { marks.claim(header: text, by: index) }
      if layers[.selectors] != nil { added += groups.compactMap(\.first) }
    }
    try claim(0, &marks)
    var slots: [ProviderSlot] = []
    slots.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      switch row {
      case .built(let row): slots.append(ProviderSlot(.row(row)))
      case .entry(let entry, _):
        do throws(ProviderEntryError) {
          let provider = try Provider(entry) { pattern, use in
            marks[use].value(for: pattern) == index
          } _: { network in
            marks.owner(of: network) == index
          }
          slots.append(ProviderSlot(.provider(provider)))
        } catch {
          throw .entry(error)
        }
      }
    }
    return ProviderCatalogue(
      slots: slots, table: table, marks: marks, indexByID: indexByID, isOverlaid: true, added: added)
  }

  /// What the file that is the layer claims, or for 0 what the program does.
  private func claim(
    _ layer: Int, _ marks: inout ProviderMarks
  ) throws(ProviderCatalogue.TableError) {
    // What is nobody's comes last: another provider may have it.
    for field in ProviderField.allCases.filter({ $0 != .except }) + [.except] {
      for (index, row) in rows.enumerated() {
        guard case .entry(let entry, let layers) = row, layers[field] ?? 0 == layer else { continue }
        for text in entry[keyPath: field.path] {
          if field == .networks {
            if let network = IPNetwork(text) { _ = marks.claim(network, by: index) }
          } else if !field.uses.isEmpty {
            do throws(HostPatternError) {
              _ = marks.claim(try HostPattern(parsing: text), field, by: index)
            } catch {
              guard let id = Provider.ID(entry.id) else { continue }
              throw .entry(.badHost(id, text, error))
            }
          }
        }
      }
    }
    guard layer == 0 else { return }
    let built = rows.enumerated().lazy.compactMap { index, row -> (row: Int, provider: Int)? in
      if case .built(let row) = row { (row, index) } else { nil }
    }
    marks.claim(built, of: table)
  }
}
