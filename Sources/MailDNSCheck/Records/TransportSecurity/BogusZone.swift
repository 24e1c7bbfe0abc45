import FoundationEssentials

/// Why a zone is bogus, as far as one who asks can see.
struct BogusZone: Sendable {
  let zone: DomainName?
  let evidence: ZoneSecurity.BogusEvidence
  /// What the dates of the signatures say; nil where they are in order, or were not seen.
  let lapse: Lapse?

  enum Lapse: Sendable {
    case ended(DatedSet)
    case notBegun(DatedSet)
  }

  init(zone: DomainName?, evidence: ZoneSecurity.BogusEvidence, lapse: Lapse?) {
    self.zone = zone
    self.evidence = evidence
    self.lapse = lapse
  }

  /// - Parameter sets: What of the zone was seen to be signed.
  init(
    zone: DomainName?, evidence: ZoneSecurity.BogusEvidence, _ sets: [SignedSet], at moment: Date
  ) {
    let ended = sets.first { $0.isExpired(at: moment) }.map { Lapse.ended(DatedSet($0, at: moment)) }
    let early = sets.first { $0.isEarly(at: moment) }.map { Lapse.notBegun(DatedSet($0, at: moment)) }
    self.init(zone: zone, evidence: evidence, lapse: ended ?? early)
  }
}

/// Records of one name and type, and when their signature ends.
struct DatedSet: Sendable {
  let set: SignedSet
  let end: Date
  /// When it begins.
  let start: Date

  init(_ set: SignedSet, at moment: Date) {
    self.set = set
    end = set.end(from: moment)
    start = end.addingTimeInterval(-Double(set.signature.lifetime))
  }
}

extension DatedSet {
  /// What is signed, and until when, as half a sentence.
  var wording: Wording {
    Wording(
      "\(set.type) at \(set.owner) ends at \(end.minuteText) UTC",
      "\(set.owner) の\(set.type)の署名の期限は \(end.minuteText) UTC")
  }

  /// That it has ended, as a sentence.
  var ended: Wording {
    Wording(
      "The signature of \(set.type) at \(set.owner) ended at \(end.minuteText) UTC.",
      "\(set.owner) の\(set.type)の署名は \(end.minuteText) UTCに期限が切れています。")
  }

  /// For samples of findings.
  static func sample(_ owner: DomainName) -> DatedSet {
    let end: UInt32 = 1_796_000_400
    let signature = RecordSignature(
      owner: owner, covered: .mx, inception: end - 1_209_600, expiration: end, keyTag: 12345, signer: owner)
    return DatedSet(
      SignedSet(owner: owner, type: .mx, signature: signature), at: Date(timeIntervalSince1970: Double(end)))
  }
}

extension BogusZone {
  /// A sentence, and another one where the dates say more.
  var wording: Wording {
    guard let lapse else { return cause }
    let more =
      switch lapse {
      case .ended(let set):
        set.ended
      case .notBegun(let set):
        Wording(
          "The signature of \(set.set.type) at \(set.set.owner) is not valid before \(set.start.minuteText) UTC.",
          "\(set.set.owner) の\(set.set.type)の署名が有効になるのは \(set.start.minuteText) UTCからです。")
      }
    return Wording("\(cause.english) \(more.english)", cause.japanese + more.japanese)
  }

  private var cause: Wording {
    let name = zone.map { " \($0)" } ?? ""
    switch evidence {
    case .refused(let question, let failure):
      return Wording(
        "the zone\(name) has DS records above it, and the resolver answers \(question) only with checking disabled (\(failure.wording.english)).",
        "親ゾーンに\(name.isEmpty ? "" : name + " の")DSレコードがあり、\(question.name) の\(question.type)への応答は、検証を無効にした問い合わせでしか得られません(通常の問い合わせの結果: \(failure.wording.japanese))。"
      )
    case .noDelegatedKey:
      return Wording(
        "none of the keys of the zone\(name) is one that the DS records above it mean.",
        "ゾーン\(name.isEmpty ? "" : name + " ")の鍵に、親ゾーンのDSレコードに対応するものがありません。")
    }
  }
}

extension Date {
  /// `2026-11-29 07:10`, in UTC.
  fileprivate var minuteText: String {
    String(ISO8601Format().prefix(16)).replacing("T", with: " ")
  }
}
