extension PublicSuffixList {
  /// Where Debian's package `publicsuffix` has the list.
  private static let file = "/usr/share/publicsuffix/public_suffix_list.dat"

  /// The list of this system: libpsl's, else that of the file; nil where there is neither. Read when it is first needed.
  static let system: PublicSuffixList? = {
    if let library = LibPSL.shared { return .library(library) }
    guard let text = try? FileReader.contents(of: file, atMost: PublicSuffixRules.maximumFileSize),
      text.count <= PublicSuffixRules.maximumFileSize
    else { return nil }
    return PublicSuffixRules(text).map(PublicSuffixList.rules)
  }()

  /// Lets another thread load it, while this one makes ready for the first question.
  static func beginLoading() { try? detachThread { _ = system } }
}
