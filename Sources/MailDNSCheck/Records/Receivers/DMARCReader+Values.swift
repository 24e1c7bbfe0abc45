/// Which values of a tag a program takes, by its habits.
extension DMARCReader.Rules.Words {
  /// The policy that it takes a word for; nil for a word that is none.
  func policy(_ word: [UInt8]) -> DMARCPolicy? {
    switch self {
    // No two of them begin with the same letter.
    case .beginnings: return word.isEmpty ? nil : DMARCPolicy.allCases.first { word.begins($0.word) }
    case .ignoringCase, .lowerCaseApplies:
      return DMARCPolicy.allCases.first { word.equalsIgnoringCase($0.word) }
    }
  }
}

extension DMARCReader.Rules.Alignment {
  func allows(_ value: [UInt8]) -> Bool {
    switch self {
    case .unchecked: true
    case .letters: value.equalsIgnoringCase("r") || value.equalsIgnoringCase("s")
    case .beginnings: value.begins("relaxed") || value.begins("strict")
    }
  }
}

extension DMARCReader.Rules.Percentage {
  func allows(_ value: [UInt8]) -> Bool {
    switch self {
    case .unchecked, .samples: return true
    case .integer: return value.pythonInteger != nil
    case .leadingNumber:
      let isNegative = value.first == UInt8(ascii: "-")
      let digits = isNegative || value.first == UInt8(ascii: "+") ? Array(value.dropFirst()) : value
      let number = digits.leadingNumber()
      return number <= 100 && !(isNegative && number > 0)
    }
  }

  /// Whether the policy is applied to the larger part of the mail.
  func applies(_ value: [UInt8]) -> Bool {
    guard case .samples(let appliesAtHalf, let textIsZero) = self else { return true }
    let text = String(decoding: value, as: UTF8.self)
    let number: Double
    if let exact = Double(text), exact.isFinite {
      number = exact
    } else if textIsZero {
      number = Double(value.leadingNumber())
    } else {
      return true
    }
    return number == 50 ? appliesAtHalf : number > 50
  }
}

extension DMARCReader.Rules.Reports {
  func allows(_ value: [UInt8]) -> Bool {
    switch self {
    case .unchecked: true
    case .lists:
      value.withoutLastEmptyMember(at: UInt8(ascii: ",")).allMembers(at: UInt8(ascii: ",")) {
        !$0.isEmpty && $0.count <= 256
      }
    case .addresses:
      value[...].allMembers(at: UInt8(ascii: ",")) { DMARCReportMembers.isURI($0.stripped(\.isBlankToC)) }
    }
  }
}

extension DMARCReader.Rules.ReportOptions {
  func allows(_ value: [UInt8], isFailureOptions: Bool) -> Bool {
    let letters = "01ds".utf8
    switch self {
    case .unchecked: return true
    case .members:
      return !isFailureOptions
        || value[...].allMembers(at: UInt8(ascii: ":")) { member in
          member.count == 1 && member.allSatisfy { letters.contains($0.asciiLowercased) }
        }
    case .beginnings:
      let separator = isFailureOptions ? UInt8(ascii: ":") : UInt8(ascii: ",")
      return value.withoutLastEmptyMember(at: separator).allMembers(at: separator) { member in
        guard let first = member.first else { return false }
        return isFailureOptions
          ? letters.contains(first.asciiLowercased) : member.begins("afrf") || member.begins("iodef")
      }
    }
  }
}

extension DMARCReader.Rules.Interval {
  func allows(_ value: [UInt8]) -> Bool {
    switch self {
    case .unchecked: true
    case .digits: value.allSatisfy(\.isDigit)
    case .integer: value.pythonInteger != nil
    }
  }
}

extension Collection<UInt8> {
  /// Whether it is a beginning of `text`, in either case; what is empty is one of any text.
  fileprivate func begins(_ text: StaticString) -> Bool {
    count <= text.utf8CodeUnitCount
      && text.withUTF8Buffer { zip(self, $0).allSatisfy { $0.asciiLowercased == $1.asciiLowercased } }
  }
}

extension [UInt8] {
  /// Without a separator at the end: an empty member behind the last one is none.
  fileprivate func withoutLastEmptyMember(at separator: UInt8) -> ArraySlice<UInt8> {
    last == separator ? self[..<(count - 1)] : self[...]
  }
}

extension ArraySlice<UInt8> {
  /// Whether each of the members between separators, empty ones among them, is as `isRight` says.
  fileprivate func allMembers(at separator: UInt8, _ isRight: (ArraySlice<UInt8>) -> Bool) -> Bool {
    var rest = self
    while let end = rest.firstIndex(of: separator) {
      guard isRight(rest[..<end]) else { return false }
      rest = rest[(end + 1)...]
    }
    return isRight(rest)
  }
}

extension DMARCPolicy {
  fileprivate var word: StaticString {
    switch self {
    case .none: "none"
    case .quarantine: "quarantine"
    case .reject: "reject"
    }
  }
}

/// Members of `rua` and `ruf` as programs look at them.
enum DMARCReportMembers {
  /// Whether one member is of a scheme that reports go by.
  static func hasAddress(_ list: [UInt8]) -> Bool {
    list.split(at: UInt8(ascii: ",")).contains {
      $0.startsIgnoringCase(with: "mailto:") || $0.startsIgnoringCase(with: "http")
    }
  }

  /// `mailto:` with one address, or another scheme with something behind it.
  static func isURI(_ text: [UInt8]) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), let first = text.first, first.isLetter,
      text[..<colon].allSatisfy({ $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) })
    else { return false }
    let rest = text[(colon + 1)...]
    guard text[..<colon].equalsIgnoringCase("mailto") else {
      return rest.allSatisfy { $0.isGraphic && !"\"<>\\^`{|}".utf8.contains($0) }
    }
    // What stands behind the first characters of the domain is not looked at.
    let local = rest.prefix { $0 != UInt8(ascii: "@") }
    let domain = rest.dropFirst(local.count + 1)
    return !local.isEmpty
      && local.allSatisfy { $0.isLetterDigitHyphen || "!#$%&'*+,./=?^_`{|}~".utf8.contains($0) }
      && (domain.first.map { $0.isWordCharacter || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
        ?? false)
  }
}
