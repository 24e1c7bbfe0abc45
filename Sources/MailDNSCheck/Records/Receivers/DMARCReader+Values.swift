/// Which values of a tag a program takes, by its habits.
extension DMARCReader.Rules.Words {
  /// The policy that it takes a word for; nil for a word that is none.
  func policy(_ word: [UInt8]) -> DMARCPolicy? {
    let word = word.lowercased
    switch self {
    case .beginnings:
      return word.isEmpty ? nil : [.reject, .none, .quarantine].first { $0.rawValue.utf8.starts(with: word) }
    case .ignoringCase, .lowerCaseApplies:
      return DMARCPolicy(rawValue: String(decoding: word, as: UTF8.self))
    }
  }
}

extension DMARCReader.Rules.Alignment {
  func allows(_ value: [UInt8]) -> Bool {
    switch self {
    case .unchecked: true
    case .letters: value == [UInt8(ascii: "r")] || value == [UInt8(ascii: "s")]
    case .beginnings: "relaxed".utf8.starts(with: value) || "strict".utf8.starts(with: value)
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
    var members = value.split(at: UInt8(ascii: ","))
    switch self {
    case .unchecked: return true
    case .lists:
      if members.count > 1, members.last?.isEmpty == true { members.removeLast() }
      return members.allSatisfy { !$0.isEmpty && $0.count <= 256 }
    case .addresses: return members.allSatisfy { DMARCReportMembers.isURI($0.strippedOfBlanks) }
    }
  }
}

extension DMARCReader.Rules.ReportOptions {
  /// `value` is in lower case.
  func allows(_ value: [UInt8], isFailureOptions: Bool) -> Bool {
    let letters = "01ds".utf8
    switch self {
    case .unchecked: return true
    case .members:
      return !isFailureOptions
        || value.split(at: UInt8(ascii: ":")).allSatisfy { $0.count == 1 && letters.contains($0[0]) }
    case .beginnings:
      var members = value.split(at: isFailureOptions ? UInt8(ascii: ":") : UInt8(ascii: ","))
      if members.count > 1, members.last?.isEmpty == true { members.removeLast() }
      return members.allSatisfy { member in
        guard let first = member.first else { return false }
        return isFailureOptions
          ? letters.contains(first)
          : "afrf".utf8.starts(with: member) || "iodef".utf8.starts(with: member)
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
