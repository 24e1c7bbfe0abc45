/// A list of `tag=value` pairs with `;` in between, the notation of DKIM and DMARC records (RFC 6376 §3.2).
///
/// White space around names and values is no part of them. What breaks the syntax is in `errors`; the rest is read all
/// the same, because DKIM refuses the whole list (§3.2) and DMARC only the broken part (RFC 9989 §4.7). Octets of values
/// are not judged here: each tag has its own syntax.
struct TagList: Hashable, Sendable {
  /// The tags that have a `=`, in the order of the text, those with a bad or repeated name among them.
  let tags: [Tag]
  /// In the order of the text.
  let errors: [TagListError]

  /// One pair. Names are compared octet by octet: their case counts (RFC 6376 §3.2).
  struct Tag: Hashable, Sendable {
    let name: String
    let value: [UInt8]
    /// Where the name stands, in octets of the text from 0.
    let namePlace: Range<Int>
    /// Where the value stands; empty for an empty value.
    let valuePlace: Range<Int>

    /// From the first octet of the name to the last one of the value.
    var place: Range<Int> { namePlace.lowerBound..<max(namePlace.upperBound, valuePlace.upperBound) }
  }

  init(_ text: [UInt8]) {
    var tags: [Tag] = []
    var errors: [TagListError] = []
    var names = TagNames()
    // What most records have at most.
    tags.reserveCapacity(4)
    var start = 0
    while start <= text.count {
      let end = text[start...].place(of: UInt8(ascii: ";")) ?? text.count
      defer { start = end + 1 }
      let body = text[start..<end].trimmingWhitespace.indices
      if body.isEmpty {
        if end < text.count {
          errors.append(.init(reason: .emptyTag(isFirst: start == 0), place: start..<end))
        }
        continue
      }
      guard let equals = text[body].place(of: UInt8(ascii: "=")) else {
        errors.append(.init(reason: .missingEquals, place: body))
        continue
      }
      let name = text[body.lowerBound..<equals].trimmingWhitespace.indices
      let value = text[(equals + 1)..<body.upperBound].trimmingWhitespace.indices
      // An empty value has no place of its own: take the one right behind the `=`.
      let valuePlace = value.isEmpty ? equals + 1..<equals + 1 : value
      let namePlace = name.isEmpty ? body.lowerBound..<equals : name
      let tag = Tag(
        name: String(decoding: text[name], as: UTF8.self), value: Array(text[value]), namePlace: namePlace,
        valuePlace: valuePlace)
      if !text[name].isTagName {
        errors.append(.init(reason: .badName(tag.name), place: namePlace))
      } else if !names.insert(tag.name, text[name]) {
        errors.append(.init(reason: .duplicate(tag.name), place: namePlace))
      }
      tags.append(tag)
    }
    self.tags = tags
    self.errors = errors
  }

  /// The first tag of that name.
  subscript(name: String) -> Tag? { tags.first { $0.name == name } }
}

/// What breaks the syntax of a tag list, and where.
struct TagListError: Error, Hashable, Sendable {
  let reason: Reason
  /// In octets of the text from 0.
  let place: Range<Int>

  enum Reason: Hashable, Sendable {
    /// Nothing between two `;`, or before the first one.
    case emptyTag(isFirst: Bool)
    /// A piece without a `=`.
    case missingEquals
    /// A name that is not a letter followed by letters, digits and `_`.
    case badName(String)
    /// A name that was there before.
    case duplicate(String)
  }
}

/// The names that were there before. Most are one letter, and need no set.
private struct TagNames {
  private var letters: UInt64 = 0
  private var longer = SmallSet<String>()

  /// Whether `name`, which is well-formed and whose octets these are, was not there before.
  mutating func insert(_ name: String, _ octets: ArraySlice<UInt8>) -> Bool {
    guard octets.count == 1, let letter = octets.first else { return longer.insert(name) }
    let bit: UInt64 = 1 << UInt64(letter - UInt8(ascii: "A"))
    defer { letters |= bit }
    return letters & bit == 0
  }
}

extension ArraySlice<UInt8> {
  /// `tag-name` of RFC 6376 §3.2.
  fileprivate var isTagName: Bool {
    guard let first, first.isLetter else { return false }
    return allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
  }
}
