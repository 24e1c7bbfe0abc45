/// Why a part of a text is no YAML that this program reads, and where.
struct YAMLFault: Error, Hashable, Sendable {
  let place: FilePlace
  let reason: Reason

  /// Texts in it are out of the file: not safe to show as they are.
  enum Reason: Hashable, Sendable {
    /// More collections within each other than this.
    case tooDeep(maximum: Int)
    /// What aliases repeat comes to more values than this.
    case tooManyAliased(maximum: Int)
    case tabInIndentation
    /// A tab between what stands on a line, or in a text without quotation marks.
    case tab
    /// A colon or a space of full width, where one of ASCII is meant.
    case wideSign
    /// From here on the octets are no UTF-8.
    case notUTF8
    /// A character that no YAML file has, such as a control character.
    case badCharacter(UInt32)
    /// A line that belongs to nothing: it begins farther left or right than its neighbours.
    case indentation
    /// Something else than `key: value` in a mapping.
    case missingKey
    /// `a: b: c`, or a text over several lines that has a colon.
    case nestedMapping
    case unclosedQuotes
    /// A bracket that is never closed; with the one that is missing.
    case unclosed(String)
    /// A comma or a closing bracket is missing in front of this.
    case missingComma
    case badEscape
    /// Something stands behind a value that has ended.
    case trailing
    /// A sign that begins no value: `@`, `%`, a back quote.
    case reservedSign(String)
    case unknownAlias(String)
    /// A tag that this program makes nothing of.
    case unknownTag(String)
    /// `<<` with something else than mappings.
    case unmergeable
    /// A second document begins.
    case secondDocument
    /// The document is no mapping.
    case noMapping
  }
}
