/// One value of an export: what a column of a CSV file or a key of an object says.
enum ExportCell: Hashable, Sendable {
  /// The column is there, and holds nothing.
  case empty
  case text(String)
  case flag(Bool)
  case items([String])

  /// What a list came to on its way into the file.
  enum List: Hashable, Sendable {
    case items([String])
    /// The file has the name of a type in place of the values, or only the first few of them: they are not known.
    case lost

    var items: [String]? { if case .items(let items) = self { items } else { nil } }
  }

  /// The text of a field; a field with nothing in it is empty.
  init(field: some Collection<UInt8> & BidirectionalCollection<UInt8>) {
    let trimmed = String(decoding: field, as: UTF8.self)
    self = trimmed.utf8.allSatisfy(\.isWhitespace) ? .empty : .text(trimmed)
  }

  /// The value of a key.
  init(_ json: LocatedJSON) {
    switch json.value {
    case .null: self = .empty
    case .boolean(let flag): self = .flag(flag)
    case .number(let text): self = .text(text)
    case .string(let text): self = text.utf8.allSatisfy(\.isWhitespace) ? .empty : .text(text)
    case .array(let elements): self.init(elements)
    case .object(let members):
      // What PowerShell 5.1 makes of a list: `{"value": […], "Count": 2}`.
      if let list = members.first(where: { $0.name.asciiLowercased == "value" })?.value.value,
        case .array(let elements) = list
      {
        self.init(elements)
      } else {
        // An object that says nothing to us holds something all the same.
        self = Self.text(of: json).map(ExportCell.text) ?? .lost
      }
    }
  }

  private init(_ elements: [LocatedJSON]) {
    let texts = elements.prefix(Self.maximumItems).compactMap { Self.text(of: $0) }
    let isEmpty = elements.allSatisfy { if case .null = $0.value { true } else { false } }
    self = texts.isEmpty ? (isEmpty ? .empty : .lost) : .items(texts)
  }

  /// What stands in a file for a list whose values are not there.
  private static let lost = text("System.Object[]")

  /// Values of a list that are looked at.
  static let maximumItems = 10_000

  /// What an object of Exchange's own stands for, as far as PowerShell has not made text of it: an address space, a name,
  /// the value of an enumeration.
  private static func text(of json: LocatedJSON) -> String? {
    switch json.value {
    case .null: return nil
    case .boolean(let flag): return flag ? "True" : "False"
    case .number(let text), .string(let text): return text
    case .array: return nil
    case .object(let members):
      func member(_ name: String) -> LocatedJSON? {
        members.first { $0.name == name }?.value
      }
      if let type = member("Type").flatMap(text(of:)), let address = member("Address").flatMap(text(of:)) {
        return "\(type):\(address);\(member("Cost").flatMap(text(of:)) ?? "1")"
      }
      // An SMTP address says what it is made of, too.
      if member("Local") != nil, let address = member("Address").flatMap(text(of:)) { return address }
      for name in [
        "ProxyAddressString", "Expression", "Value", "Domain", "Address", "SmtpDomain", "DomainName", "Name",
        "value",
      ] {
        if let value = member(name).flatMap(text(of:)) { return value }
      }
      return nil
    }
  }

  /// Nil where there is nothing.
  var text: String? {
    switch self {
    case .empty: nil
    case .text(let text): text
    case .flag(let flag): flag ? "True" : "False"
    case .items(let items): items.joined(separator: " ")
    }
  }

  /// Nil where there is nothing, or nothing that is a truth value.
  var flag: Bool? {
    switch self {
    case .flag(let flag): return flag
    case .empty: return nil
    case .items: return nil
    case .text(let text):
      let octets = Array(text.utf8).trimmingWhitespace
      if octets.equalsIgnoringCase("true") || octets.equalsIgnoringCase("$true")
        || octets.elementsEqual("1".utf8)
      {
        return true
      }
      if octets.equalsIgnoringCase("false") || octets.equalsIgnoringCase("$false")
        || octets.elementsEqual("0".utf8)
      {
        return false
      }
      return nil
    }
  }

  /// The values of a list, however it was joined: by blanks, commas, semicolons, bars or line ends.
  var list: List {
    switch self {
    case .empty: return .items([])
    case .flag: return .items([])
    case .items(let items):
      return items.contains(where: \.isCutOff) ? .lost : .items(items)
    case .text(let text):
      if text.isTypeName { return .lost }
      let items = text.utf8.split { octet in
        octet.isWhitespace || octet == UInt8(ascii: ",") || octet == UInt8(ascii: ";")
          || octet == UInt8(ascii: "|")
      }.prefix(Self.maximumItems).compactMap { piece -> String? in
        // Format-List writes braces around a list.
        let piece = Array(piece).dropLast(while: { $0 == UInt8(ascii: "}") }).drop { $0 == UInt8(ascii: "{") }
        return piece.isEmpty ? nil : String(decoding: piece, as: UTF8.self)
      }
      return items.contains(where: \.isCutOff) ? .lost : .items(items)
    }
  }

  /// The word that the value is, where `words` has it, compared without case, or its number.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ numbers: [Word: Int]) -> Word? {
    guard let text = text.map({ String(decoding: Array($0.utf8).trimmingWhitespace, as: UTF8.self) }) else {
      return nil
    }
    if let number = Int(text) { return numbers.first { $0.value == number }?.key }
    let lower = text.asciiLowercased
    return Word.allCases.first { $0.rawValue.asciiLowercased == lower }
  }
}

extension String {
  /// Whether the text is what .NET writes for a list whose values it does not write.
  fileprivate var isTypeName: Bool {
    let marks = ["System.", "Microsoft.Exchange.", "Deserialized.", "Selected."]
    return marks.contains { hasPrefix($0) } || contains("MultiValuedProperty`1") || self == "System.Object[]"
  }

  /// Whether Format-List, or somebody's eye, has cut a list here.
  fileprivate var isCutOff: Bool { hasSuffix("…") || hasSuffix("...") || isTypeName }
}

extension [UInt8] {
  /// The octets up to those at the end that are as `isDropped` says.
  fileprivate func dropLast(while isDropped: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    guard let last = lastIndex(where: { !isDropped($0) }) else { return [] }
    return self[...last]
  }
}
