extension ProviderCatalogue {
  /// What the program knows by itself. That the table makes a catalogue is for a test to say.
  static let builtIn = ProviderCatalogue(table: builtInTable)

  static let builtInTable = ProviderTable(BuiltInProviders.table)

  static var builtInEntries: [ProviderEntry] { builtInTable.entries }

  /// The built-in catalogue with everything made and compared, or what is wrong with its table.
  static func checkedBuiltIn() throws(TableError) -> ProviderCatalogue {
    var providers: [Provider] = []
    for entry in builtInEntries {
      do { providers.append(try Provider(entry)) } catch { throw .entry(error) }
    }
    do { return try ProviderCatalogue(providers) } catch { throw .catalogue(error) }
  }

  /// What is wrong with a table of entries.
  enum TableError: Error, Equatable {
    case entry(ProviderEntryError)
    case catalogue(ProviderCatalogueError)
  }

  /// Selectors in common use, in the order in which they are likely at a Japanese domain: those with which most of the
  /// signing domains of public tables are found. Of selectors that are used in turn only the first, but for those that the
  /// route depends on.
  static let commonSelectors = [
    "key1.smx", "key2.smx", "selector1", "selector2", "google", "default", "s1", "k1", "k3", "dkim", "mail",
    "smtp", "mandrill", "mx", "email", "key1", "dk", "pm", "hs1", "mailjet", "zendesk1", "ctct1", "acdkim1",
    "everlytickey1",
  ]

  /// Those among them that are worth asking for where a name server says that there are none.
  static let likeliestSelectors = ["default", "s1", "google", "selector1"].compactMap { DKIMSelector($0) }
}
