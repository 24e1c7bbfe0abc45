/// A JSON value out of a file that people write by hand, and where in the file it stands.
struct LocatedJSON: Hashable, Sendable {
  let place: FilePlace
  let value: Value

  indirect enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// As it is written: what it has to be depends on where it stands.
    case number(String)
    case string(String)
    case array([LocatedJSON])
    /// In the order of the file, each name once.
    case object([Member])
  }

  struct Member: Hashable, Sendable {
    let name: String
    /// Where the name stands.
    let place: FilePlace
    let value: LocatedJSON
  }

  var kind: Kind {
    switch value {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  enum Kind: String, CaseIterable, Hashable, Sendable {
    case null, boolean, number, string, array, object
  }
}

/// A place in a text file, as editors count.
struct FilePlace: Hashable, Sendable {
  /// From 1.
  let line: Int
  /// From 1, in Unicode code points; a tab is one.
  let column: Int

  /// What an error of the file as a whole points at.
  static let start = FilePlace(line: 1, column: 1)
}

/// Why a text is not JSON with comments, and where.
struct LocatedJSONError: Error, Hashable, Sendable {
  let place: FilePlace
  let reason: Reason

  /// Texts in it are out of the file: not safe to show as they are.
  enum Reason: Hashable, Sendable {
    /// More octets than this.
    case tooLarge(maximum: Int)
    /// More arrays and objects within each other than this.
    case tooDeep(maximum: Int)
    /// The file is UTF-16, as some editors on Windows save it.
    case encodedInUTF16
    case notUTF8
    /// Nothing but white space and comments.
    case empty
    case unclosedComment
    /// A string that its line does not close.
    case unclosedString
    /// An array or object that nothing closes; this closes it.
    case unclosed(Character)
    /// A control character within a string.
    case controlCharacter
    /// A backslash with something after it that is no escape, or half a surrogate pair.
    case badEscape
    case badNumber
    /// A word without quotation marks that is not `true`, `false` or `null`.
    case bareWord(String)
    /// Something else than a value, such as a comma or a closing bracket.
    case missingValue
    /// Something else than a name in quotation marks in an object.
    case missingName
    case missingColon
    /// A value or a name right behind another one.
    case missingComma
    /// Something is left over behind the value.
    case trailing
    case duplicateName(String, firstLine: Int)
  }
}
