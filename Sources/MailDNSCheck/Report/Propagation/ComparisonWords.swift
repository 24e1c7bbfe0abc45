import FoundationEssentials

extension ComparedServer {
  /// `8.8.8.8 (Google)`, `192.0.2.1:5353 (dns.example)`; the port only where it is another one than usual.
  var wording: Wording {
    let place =
      address.port == ServerAddress.defaultPort ? address.address.description : address.description
    if let name { return Wording(verbatim: "\(place) (\(name))") }
    if let known { return Wording(verbatim: "\(place) (\(known.name))") }
    return Wording(verbatim: place) + (isSystem ? Wording(" (system)", "(システム)") : Wording(verbatim: ""))
  }
}

extension RecordData {
  /// As people write it in a sentence, without final dots and quotation marks.
  fileprivate var shown: String {
    switch self {
    case .mx(let preference, let exchange): "\(preference) \(exchange)"
    case .ns(let name), .cname(let name), .ptr(let name): name.description
    case .txt(let strings): VisibleText.shortened(strings.joined, atMost: 100)
    default: VisibleText.shortened(presentation, atMost: 100)
    }
  }
}

extension RecordSet {
  /// Records that are told of one set.
  private static let shown = 8

  var wording: Wording {
    switch self {
    case .absent: Wording("no record", "レコードなし")
    case .alias(let target): Wording(verbatim: "CNAME \(target)")
    case .records(let records): Self.list(records)
    }
  }

  /// The same beside what the zone has: where much is the same, only what is not.
  func wording(beside zone: RecordSet?) -> Wording {
    let common = Set(records).intersection(zone?.records ?? [])
    guard !common.isEmpty, let zone, zone != self else { return wording }
    let (more, less) = (
      records.filter { !common.contains($0) }, zone.records.filter { !common.contains($0) }
    )
    let parts = [
      more.isEmpty ? nil : Wording("has besides: ", "余分: ") + Self.list(more),
      less.isEmpty ? nil : Wording("lacks: ", "不足: ") + Self.list(less),
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  private static func list(_ records: [RecordData]) -> Wording {
    records.prefix(shown).map(\.shown).listed + .andMore(records.count - shown)
  }

  /// What programs read, one text a record.
  var texts: [String] {
    switch self {
    case .absent: []
    case .alias(let target): [target.description]
    case .records(let records): records.map(\.presentation)
    }
  }
}

extension Falsification {
  var wording: Wording {
    switch self {
    case .declared(let errors):
      Wording("its own answer, not the zone's: ", "リゾルバによる応答の書き換え: ")
        + errors.map(\.description).listed
    case .nullAddress(let address):
      Wording("filtered: it answers \(address)", "フィルターによる応答: \(address)")
    case .unproven:
      Wording(
        "filtered, it seems: a denial without the zone's SOA record", "フィルターによる応答の疑い: SOAレコードのない否定応答")
    case .safeSearch(let target):
      Wording("SafeSearch: a CNAME to \(target)", "セーフサーチによる応答: \(target) へのCNAME")
    case .dns64:
      Wording(
        "DNS64: IPv6 addresses made of the IPv4 addresses", "DNS64による応答: IPv4アドレスから作られたIPv6アドレス")
    }
  }

  /// A stable word for programs.
  var identifier: String {
    switch self {
    case .declared: "declared"
    case .nullAddress: "null-address"
    case .unproven: "unproven"
    case .safeSearch: "safe-search"
    case .dns64: "dns64"
    }
  }
}

extension Outlook.Reason {
  var wording: Wording {
    switch self {
    case .contradiction:
      Wording(
        "No time can be told: the zone's own servers contradict each other, so that resolvers get now one, now the other.",
        "切り替わる時刻は分かりません。権威サーバ同士の内容が異なり、どちらの応答を得るかが定まらないためです。")
    case .unbounded:
      Wording(
        "No time can be told: a resolver denies a record, and does not say for how long.",
        "切り替わる時刻は分かりません。否定応答の有効期間を示さないリゾルバがあるためです。")
    case .zoneUnknown:
      Wording(
        "All resolvers that answered have the same. Whether it is new can't be told: none of the zone's own servers answered.",
        "応答したリゾルバの内容は一致しています。権威サーバの応答がなく、新しい内容かどうかは確認できません。")
    case .nobody: Wording("No resolver could tell.", "確認できたリゾルバはありません。")
    case .noSuchName:
      Wording(
        "The domain does not exist, say all resolvers that answered. Is it spelt rightly?",
        "応答したリゾルバはすべて、ドメインが存在しないと回答しています。綴りを確認してください。")
    case .unheard:
      Wording(
        "All resolvers that could tell have what the zone's own servers have; not all could.",
        "確認できたリゾルバは権威サーバと一致しています。確認できないリゾルバがあります。")
    }
  }

  /// A stable word for programs.
  var identifier: String {
    switch self {
    case .contradiction: "contradiction"
    case .unbounded: "unbounded"
    case .zoneUnknown: "zone-unknown"
    case .unheard: "unheard"
    case .nobody: "nobody"
    case .noSuchName: "no-such-name"
    }
  }
}

extension Outlook.Doubt {
  var wording: Wording {
    switch self {
    case .manyCaches(let server):
      Wording(
        "\(server.wording.english) is many caches, and another one may keep the old records for longer",
        "\(server.wording.japanese) は多数のキャッシュからなり、古いレコードをさらに長く保持するものがあるかもしれません")
    case .stale(let server):
      Wording(
        "\(server.wording.english) gives out records whose time is up",
        "\(server.wording.japanese) は期限切れのレコードを返しています")
    case .keepsLonger(let server):
      Wording(
        "\(server.wording.english) keeps records for longer than the zone says",
        "\(server.wording.japanese) はゾーンのTTLより長くレコードを保持しています")
    case .zoneUnknown:
      Wording(
        "none of the zone's own servers answered: it is when whatever is old is gone",
        "権威サーバの応答がないため、どの内容が古い場合でも入れ替わっている時刻です")
    }
  }

  /// A stable word for programs.
  var identifier: String {
    switch self {
    case .manyCaches: "many-caches"
    case .stale: "stale"
    case .keepsLonger: "keeps-longer"
    case .zoneUnknown: "zone-unknown"
    }
  }
}

extension Outlook {
  /// The sentence that is wanted: when everybody has the new records. Times are of `clock`, as seen from `now`.
  func wording(_ clock: WallClock, now: Date) -> Wording {
    switch kind {
    case .agreed:
      return Wording(
        "All resolvers asked have what the zone's own servers have.", "すべてのリゾルバが権威サーバと一致しています。")
    case .open(let reason): return reason.wording
    case .by(let end):
      let time = clock.minute(end, seenFrom: now)
      let rest = Self.span(from: now, to: end).roundedUp
      let about = doubts.isEmpty ? Wording(verbatim: "") : Wording("about ", "およそ ")
      let who =
        isPartial
        ? Wording("All that could tell have the new records by ", "確認できたリゾルバが新しいレコードに切り替わる時刻: ")
        : Wording("Everybody asked has the new records by ", "すべてのリゾルバが新しいレコードに切り替わる時刻: ")
      return who + about + Wording("\(time) (in \(rest.english)).", "\(time)(\(rest.japanese)後)。")
    }
  }

  /// Until when caches that were not asked may have old records; nil where that says nothing new.
  func elsewhereWording(_ clock: WallClock, now: Date) -> Wording? {
    guard case .by(let end) = kind, let elsewhere else { return nil }
    let time = clock.minute(elsewhere, seenFrom: now)
    guard elsewhere > end, time != clock.minute(end, seenFrom: now) else { return nil }
    return Wording(
      "Caches that were not asked: by \(time), if the TTL was no longer before the change.",
      "問い合わせていないキャッシュの場合: \(time) まで(変更前のTTLが現在より長くなければ)。")
  }

  private static func span(from now: Date, to end: Date) -> TimeSpan {
    TimeSpan(seconds: UInt32(min(max(1, end.timeIntervalSince(now).rounded(.up)), Double(Int32.max))))
  }
}

extension DomainComparison {
  /// `MX`, `_dmarc TXT`, `mx1 A`: the name as it stands in the zone, nothing for the domain's own.
  func label(of question: Question) -> String {
    guard question.name != domain.name else { return question.type.description }
    let name = question.name.description
    let suffix = "." + domain.name.description
    let short = name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
    return "\(short) \(question.type)"
  }

  /// `日本語.jp (xn--wgv71a119e.jp)`.
  var title: String {
    let name = domain.name.description
    return domain.unicode == name ? name : "\(domain.unicode) (\(name))"
  }
}

extension Wording {
  static let zoneServers = Wording("the zone's own", "権威サーバ")
  static let sameAsZone = Wording("the same", "権威サーバと同じ")
  static let contradictingServers = Wording("they contradict each other", "権威サーバ同士が不一致")
  static let recordColumn = Wording("Record", "レコード")
  static let serverColumn = Wording("Server", "サーバ")
  static let timeLeftColumn = Wording("TTL left", "TTLの残り")
  static let answerColumn = Wording("Answer", "応答")

  /// Beside the name of the server, which is not said again.
  static func unheardServer(_ failure: Failure) -> Wording {
    var failure = failure
    failure.server = nil
    let reason = failure.wording
    return Wording("could not tell: \(reason.english)", "確認できず: \(reason.japanese)")
  }

  static func askedZoneServers(_ servers: [ComparedServer]) -> Wording {
    Wording("The zone's own servers: ", "権威サーバ: ") + servers.map(\.wording).listed + Wording(".", "。")
  }

  static func nameOfServerUnknown(_ name: String, _ failure: Failure?) -> Wording {
    guard let failure else {
      return Wording("the server \(name) has no address", "サーバ \(name) のアドレスがありません")
    }
    return Wording(
      "the address of the server \(name) could not be found: \(failure.wording.english)",
      "サーバ \(name) のアドレスを確認できません: \(failure.wording.japanese)")
  }
}
