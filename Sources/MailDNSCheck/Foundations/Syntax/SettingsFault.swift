/// What is wrong in a file of settings, and where in it.
struct SettingsFault: Error, Equatable {
  let place: FilePlace
  let reason: Reason

  init(_ reason: Reason, at place: FilePlace) {
    self.reason = reason
    self.place = place
  }

  /// Texts in it are out of the file: not safe to show as they are.
  enum Reason: Equatable, Sendable {
    case syntax(LocatedJSONError.Reason)
    /// A key that the object does not have, and the one that may have been meant.
    case unknownKey(String, nearest: String?)
    case missingKey(String)
    /// `key` is nil where the value has none: the file as a whole, or an element of a list.
    case wrongType(key: String?, expected: Expected, found: LocatedJSON.Kind)
    /// A text that is none of those that can stand there.
    case notOneOf(key: String?, String, [String], nearest: String?)
    /// A word of a list too long to be told, and the nearest one in it.
    case unknownWord(Word, String, nearest: String?)
    case empty(key: String)
    case badSelector(String)
    case badHeaderName(String)
    case badNetwork(String)
    case badDate(String)
    case badDomain(String, flaw: Wording)
    /// Two keys of an object that name the same; `line` is where the first one stands.
    case sameAgain(String, line: Int)

    case badProviderID(String)
    case badHost(String, flaw: Wording)
    /// Two providers of the file claim it for the same use.
    case claimedTwice(String, by: String, line: Int)
  }

  /// What a value has to be.
  enum Expected: Equatable, Sendable {
    case text, textOrNames, list, object
    case number(ClosedRange<Int>)
  }

  /// Words that are looked up in a list of the program.
  enum Word: Equatable, Sendable {
    case finding, provider
  }
}

/// What is wrong in a file of settings, with the name of the file.
struct SettingsError: Error, Equatable {
  /// As the user gave it: not safe to show as it is.
  let file: String
  let fault: SettingsFault
}
