extension DMARCFacts {
  /// Which programs make something else of the domain's own record than its owner meant.
  var receiverFindings: [Finding] {
    // Of several records none counts: what is wrong with one of them is not what keeps the domain from its policy.
    guard let own, own.records.count <= 1, let answer = answers.first,
      let difference = DMARCReader.difference(own, answer.texts)
    else { return [] }
    return [
      .receivers.dmarc(
        answer.canonicalName, difference, severity: difference.concernsWideUse ? .warning : .info)
    ]
  }
}

extension DMARCReader {
  /// Nil where all read what is published as they read its plain form, or nothing is meant as a policy.
  static func difference(
    _ selection: DMARCSelection, _ texts: [CharacterStrings]
  ) -> ReceiverDifference<DMARCReceiverResult>? {
    guard let text = selection.records.first?.text ?? selection.nearMisses.first?.text,
      let (plain, percentage, isWhole) = DMARCPlainForm.of(text), let record = DMARCRecord(plain),
      let policy = record.request.policies?.domain, let meant = DMARCReceiverResult(rawValue: policy.rawValue)
    else { return nil }
    // What becomes of a part of the mail is told by a finding of its own.
    let measured = percentage.map { plain + Array("; pct=".utf8) + $0 } ?? plain
    let ideal = [CharacterStrings(cutting: measured)]
    guard texts != ideal else { return nil }
    return ReceiverDifference(
      readings(of: texts), ideal: readings(of: ideal), meant: meant, plain: isWhole ? plain : nil)
  }

  private static func readings(of texts: [CharacterStrings]) -> [ReceiverReading<DMARCReceiverResult>] {
    let place = DMARCReadingPlace(texts: texts, isOfParent: false)
    return all.map { ReceiverReading(receiver: $0.receiver, result: $0.result(at: [place])) }
  }
}

/// A record written so that every program reads it as it is meant.
enum DMARCPlainForm {
  /// The plain form of `text`, `pct` as published, and whether no address for reports is lost in it; nil where there is no
  /// policy in it.
  static func of(_ text: [UInt8]) -> (text: [UInt8], percentage: [UInt8]?, isWhole: Bool)? {
    var tags: [String: [UInt8]] = [:]
    for tag in TagList(text).tags {
      tags[tag.name.asciiLowercased] = tag.value
    }
    guard let policy = tags["p"].flatMap(policy) else { return nil }
    var parts = ["v=DMARC1", "p=\(policy.rawValue)"]
    for name in ["sp", "np"] {
      if let policy = tags[name].flatMap(self.policy) { parts.append("\(name)=\(policy.rawValue)") }
    }
    for name in ["psd", "t", "adkim", "aspf", "fo", "rua", "ruf"] {
      guard let value = tags[name], value.allSatisfy({ $0 == 0x20 || $0.isGraphic }) else { continue }
      parts.append("\(name)=\(String(decoding: value, as: UTF8.self))")
    }
    guard let record = DMARCRecord(Array(parts.joined(separator: "; ").utf8)) else { return nil }
    let plain = record.description
    let isWhole = ["rua", "ruf"].allSatisfy { tags[$0] == nil || plain.contains("\($0)=") }
    return (Array(plain.utf8), tags["pct"], isWhole)
  }

  /// The word that a value begins with, where that is a policy: a quotation mark or what a `;` is missing before is no part.
  private static func policy(_ value: [UInt8]) -> DMARCPolicy? {
    let word = value.drop { !$0.isLetter }.prefix(while: \.isLetter)
    return DMARCPolicy(rawValue: String(decoding: word, as: UTF8.self).asciiLowercased)
  }
}
