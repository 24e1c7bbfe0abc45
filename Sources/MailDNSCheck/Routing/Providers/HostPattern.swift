/// The end of host names, label by label: `securemx.jp` is matched by itself and by every name below it, never by
/// `notsecuremx.jp`.
///
/// A label may hold one placeholder: `<n>` stands for one or more digits, `*` for one or more octets of any kind, as in
/// `aspmx<n>.googlemail.com` and `inbound-smtp.*.amazonaws.com`. Letters are compared without case.
struct HostPattern: Hashable, Sendable {
  /// From left to right.
  private let labels: [Label]
  /// The labels right of the rightmost placeholder: every name that matches lies at or below it.
  let anchor: DomainName
  /// The pattern as text, in lower case, without a final dot.
  let description: String

  private struct Label: Hashable, Sendable {
    /// Octets before and after the placeholder, in lower case; where there is none, `head` is the whole label.
    let head: [UInt8]
    let placeholder: Placeholder?
    let tail: [UInt8]

    func matches(_ octets: ArraySlice<UInt8>) -> Bool {
      guard let placeholder else { return octets.elementsEqual(head) }
      guard octets.count > head.count + tail.count, octets.starts(with: head),
        octets.suffix(tail.count).elementsEqual(tail)
      else { return false }
      switch placeholder {
      case .digits: return octets.dropFirst(head.count).dropLast(tail.count).allSatisfy(\.isDigit)
      case .anything: return true
      }
    }
  }

  private enum Placeholder: String, CaseIterable {
    case digits = "<n>"
    case anything = "*"
  }

  /// Throws where `text` is no domain name, has two placeholders in a label, or nothing but placeholders.
  init(parsing text: String) throws(HostPatternError) {
    let name: DomainName
    do { name = try DomainName(parsing: text) } catch { throw .name(error) }
    guard !name.isRoot else { throw .noFixedLabel }
    var labels: [Label] = []
    for label in name.canonicalLabels { labels.append(try Self.label(label)) }
    guard labels.contains(where: { $0.placeholder == nil }) else { throw .noFixedLabel }
    self.labels = labels
    anchor = name.suffix(labels.reversed().prefix { $0.placeholder == nil }.count)
    description = Self.presentation(of: labels)
  }

  private static func label(_ octets: ArraySlice<UInt8>) throws(HostPatternError) -> Label {
    var found: Label?
    for start in octets.indices {
      for placeholder in Placeholder.allCases where octets[start...].starts(with: placeholder.rawValue.utf8) {
        guard found == nil else { throw .twoPlaceholders }
        found = Label(
          head: Array(octets[..<start]), placeholder: placeholder,
          tail: Array(octets[start...].dropFirst(placeholder.rawValue.utf8.count)))
      }
    }
    let label = found ?? Label(head: Array(octets), placeholder: nil, tail: [])
    // U-labels are not what DNS has, and `<` begins a placeholder that there is none of.
    for octet in label.head + label.tail where octet <= 0x20 || octet >= 0x7F || "<>".utf8.contains(octet) {
      throw .badOctet(octet)
    }
    return label
  }

  private static func presentation(of labels: [Label]) -> String {
    labels.map { label in
      VisibleText(label.head + Array((label.placeholder?.rawValue ?? "").utf8) + label.tail).description
    }.joined(separator: ".")
  }

  /// Number of labels; of two patterns that match a name, the one with more says more about it.
  var labelCount: Int { labels.count }

  /// Number of labels without a placeholder; decides between patterns with as many labels.
  var fixedLabelCount: Int { labels.count { $0.placeholder == nil } }

  /// Whether there is no placeholder in it.
  var isPlain: Bool { labels.allSatisfy { $0.placeholder == nil } }

  /// Whether the rightmost labels of `name` are the pattern's.
  func matches(_ name: DomainName) -> Bool {
    let wire = name.canonicalWire
    var excess = name.labelCount - labels.count
    guard excess >= 0 else { return false }
    var start = 0
    while excess > 0 {
      start += Int(wire[start]) + 1
      excess -= 1
    }
    for label in labels {
      let end = start + 1 + Int(wire[start])
      guard label.matches(wire[(start + 1)..<end]) else { return false }
      start = end
    }
    return true
  }
}

extension HostPattern: CustomStringConvertible {}

/// Why a text is not a `HostPattern`.
enum HostPatternError: Error, Equatable {
  case name(DomainNameError)
  /// A label with more than one `<n>` or `*`.
  case twoPlaceholders
  /// The root, or nothing but placeholders: it would match everything.
  case noFixedLabel
  /// A sign that stands for nothing here; other letters than ASCII have to be written as A-labels (`xn--…`).
  case badOctet(UInt8)
}
