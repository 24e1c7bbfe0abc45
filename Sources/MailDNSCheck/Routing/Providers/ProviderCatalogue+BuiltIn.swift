extension ProviderCatalogue {
  /// What the program knows by itself. That the table makes a catalogue is for a test to say.
  static let builtIn: ProviderCatalogue = {
    do throws(TableError) { return try checkedBuiltIn() } catch { return .empty }
  }()

  /// The built-in catalogue, or what is wrong with its table.
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

  /// Selectors in common use, in the order in which they are likely at a Japanese domain.
  static let commonSelectors = [
    "selector1", "selector2", "google", "key1.smx", "key2.smx", "default", "s1", "s2", "k1", "k2", "k3",
    "dkim",
    "mail", "smtp", "selector", "mandrill", "zoho", "fm1", "fm2", "fm3", "protonmail", "sig1", "mxvault",
    "everlytickey1",
  ]

  /// Those among them that are worth asking for where a name server says that there are none.
  static let likeliestSelectors = ["default", "s1", "google", "selector1"]

  static let builtInEntries: [ProviderEntry] = ProviderEntry.entries(of: BuiltInProviders.table)
}
