/// A record written so that every program reads it as it is meant.
struct DMARCPlainForm {
  /// The text, without `pct`.
  let text: [UInt8]
  /// What it asks for.
  let policy: DMARCPolicy
  /// `pct` as published.
  let percentage: [UInt8]?
  /// What it is made from.
  private let published: [UInt8]

  /// That of the first record, or of what is meant as one; nil where there is no policy in it.
  init?(_ selection: DMARCSelection) {
    guard let record = selection.records.first else {
      guard let text = selection.nearMisses.first?.text else { return nil }
      self.init(text, TagList(text))
      return
    }
    // A policy that can be used is the word itself, and the other values would be read again as they were: such a record
    // is the one that its plain form spells.
    if case .published(let policies) = record.request, record.text.allSatisfy(\.isPrintable) {
      self.init(spelling: record, policies.domain)
    } else {
      self.init(record.text, TagList(record.text))
    }
  }

  private init(spelling record: DMARCRecord, _ policy: DMARCPolicy) {
    text = Array(record.description.utf8)
    self.policy = policy
    // Where `pct` is there, that is a problem.
    percentage = record.problems.isEmpty ? nil : TagList(record.text).last(.pct)?.value
    published = record.text
  }

  /// That of `published`, any text of those tags.
  init?(_ published: [UInt8], _ tags: TagList) {
    guard let policy = tags.last(.p).flatMap(Self.policy) else { return nil }
    var parts = ["v=DMARC1", "p=\(policy.rawValue)"]
    for name in [DMARCTagName.sp, .np] {
      guard let policy = tags.last(name).flatMap(Self.policy) else { continue }
      parts.append("\(name.rawValue)=\(policy.rawValue)")
    }
    for name in [DMARCTagName.psd, .t, .adkim, .aspf, .fo, .rua, .ruf] {
      guard let value = tags.last(name)?.value, value.allSatisfy(\.isPrintable) else { continue }
      parts.append("\(name.rawValue)=\(String(decoding: value, as: UTF8.self))")
    }
    guard let record = DMARCRecord(Array(parts.joined(separator: "; ").utf8)) else { return nil }
    text = Array(record.description.utf8)
    self.policy = policy
    percentage = tags.last(.pct)?.value
    self.published = published
  }

  /// Whether no address for reports is lost in it.
  var isWhole: Bool {
    let tags = TagList(published)
    let plain = String(decoding: text, as: UTF8.self)
    return [DMARCTagName.rua, .ruf].allSatisfy { name in
      tags.last(name) == nil || plain.contains("\(name.rawValue)=")
    }
  }

  /// The word that a value begins with, where that is a policy: a quotation mark or what a `;` is missing before is no part.
  private static func policy(_ tag: TagList.Tag) -> DMARCPolicy? {
    let word = tag.value.drop { !$0.isLetter }.prefix(while: \.isLetter)
    return DMARCPolicy(rawValue: String(decoding: word, as: UTF8.self).asciiLowercased)
  }
}
