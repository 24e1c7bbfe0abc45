extension ChangeSubject {
  /// What it is, as people call it.
  var wording: Wording {
    let name = VisibleText.shortened(name)
    return switch kind {
    case .route: Wording("Route", "経路")
    case .mx: Wording(verbatim: "MX")
    case .spf: Wording("SPF, who may send", "SPFで許可された送信元")
    case .spfAll: Wording("SPF, everybody else (all)", "SPF、それ以外の送信元(all)")
    case .dmarc: Wording("DMARC policy in force", "適用されるDMARCポリシー") + scope
    case .dmarcLegacy:
      Wording("DMARC policy for receivers of RFC 7489", "旧RFC 7489の受信側でのDMARCポリシー") + scope
    case .dkim: Wording("DKIM key of \(name)", "DKIM鍵(\(name))")
    case .dkimName: Wording("CNAME of the DKIM key of \(name)", "DKIM鍵のCNAME(\(name))")
    case .mtaSTS: Wording("MTA-STS policy", "MTA-STSポリシー")
    case .mtaSTSID: Wording("Id of the MTA-STS record", "MTA-STSレコードのid")
    case .tlsa: Wording("TLSA of \(name)", "TLSA(\(name))")
    case .dnssec: Wording(verbatim: "DNSSEC")
    case .nameServers: Wording("Name servers", "ネームサーバ")
    case .finding: Wording("Finding", "検出事項")
    }
  }

  private var scope: Wording {
    switch name {
    case "subdomains": Wording(", subdomains", "(サブドメイン)")
    case "nonexistentSubdomains": Wording(", subdomains that do not exist", "(存在しないサブドメイン)")
    default: Wording(verbatim: "")
    }
  }
}

extension DomainChanges.Change {
  /// In a sentence: `MX: 10 a.example → 10 b.example`.
  var wording: Wording {
    if let finding {
      let severity = finding.severity.wording
      let message = VisibleText.shortened(finding.message, atMost: 400)
      let id = VisibleText.shortened(finding.id)
      return added.isEmpty
        ? Wording("No longer found (\(severity.english)): ", "解消(\(severity.japanese)): ")
          + Wording(verbatim: "\(message) (\(id))")
        : Wording("New (\(severity.english)): ", "新規(\(severity.japanese)): ")
          + Wording(verbatim: "\(message) (\(id))")
    }
    return subject.wording + Wording(verbatim: ": ") + values + (note.map(\.wording) ?? Wording(verbatim: ""))
  }

  /// One value gives way to another; of a set, what has come and what has gone.
  var values: Wording {
    let isPair =
      subject.kind.isSet ? removed.count == 1 && added.count == 1 : removed.count <= 1 && added.count <= 1
    if isPair {
      return Self.list(removed) + Wording(verbatim: " → ") + Self.list(added)
    }
    let parts = [
      removed.isEmpty ? nil : Self.list(removed, sign: "−"),
      added.isEmpty ? nil : Self.list(added, sign: "+"),
    ]
    return parts.compactMap(\.self).reduce(Wording(verbatim: "")) { text, part in
      text == Wording(verbatim: "") ? part : text + Wording(verbatim: "; ") + part
    }
  }

  /// Words that are shown of one side.
  private static let shown = 8

  private static func list(_ words: [String], sign: String? = nil) -> Wording {
    guard !words.isEmpty else { return Wording("none", "なし") }
    let lead = sign.map { $0 + " " } ?? ""
    let list = words.prefix(shown).map { VisibleText.shortened($0, atMost: 120) }.listed
    return Wording(verbatim: lead) + list + .andMore(words.count - shown)
  }
}

extension ChangeKind {
  /// Whether there may be several, so that one that is gone leaves others.
  fileprivate var isSet: Bool {
    switch self {
    case .mx, .spf, .mtaSTS, .tlsa, .nameServers, .finding: true
    case .route, .spfAll, .dmarc, .dmarcLegacy, .dkim, .dkimName, .mtaSTSID, .dnssec: false
    }
  }
}

extension DomainChanges.Note {
  var wording: Wording {
    switch self {
    case .rotation: Wording(" (the provider's own rotation)", "(事業者側での鍵の更新)")
    case .included:
      Wording(
        " (the record itself is as it was; what it includes has changed)", "(レコード自体は同じで、includeの参照先が変化)")
    case .foreignHost: Wording(" (of a host that is not the domain's own)", "(ドメイン外のホスト)")
    }
  }
}

extension DomainChanges {
  /// Signs of a name that are shown: more has none.
  static let longestDomain = 260

  /// What stands above the changes of a domain that is reported on.
  var title: Wording {
    guard !isNew else { return Wording("Not in the earlier run.", "以前の実行にはないドメインです。") }
    let time = before.flatMap { RunTime($0) }
    guard !isEmpty else {
      return time.map { Wording("Nothing has changed since \($0).", "\($0)以降、変化はありません。") }
        ?? Wording("Nothing has changed.", "変化はありません。")
    }
    return time.map { Wording("Since \($0):", "\($0)以降:") } ?? Wording("Since the earlier run:", "以前の実行以降:")
  }

  /// The names of what has changed, of what counts.
  var counted: [Change] { changes.filter { $0.weight != .info } }

  /// Changes of one domain that are told, and how many there are besides: a report out of a file may have any number.
  var told: (changes: ArraySlice<Change>, rest: Wording?) {
    let limit = 50
    let rest = changes.count - limit
    return (changes.prefix(limit), rest > 0 ? Wording.furtherEntries(rest) : nil)
  }

  /// What could not be seen, and since when.
  var unseenWording: Wording? {
    guard !unseen.isEmpty else { return nil }
    let subjects = Set(Self.shown(unseen.map(\.subject)))
    let shown = unseen.filter { subjects.contains($0.subject) }
    let groups = shown.map(\.since).uniqued.prefix(Self.listed).map { since in
      Self.unseenLead(since.flatMap { RunTime($0) })
        + Self.list(shown.filter { $0.since == since }.map(\.wording))
    }
    return groups.joined(separator: "; ")
  }

  private static let listed = 8

  private static func list(_ items: [Wording]) -> Wording {
    let rest = items.count - listed
    return items.prefix(listed).listed + .andMore(rest)
  }

  /// Without what goes without saying beside another one: of a record that could not be seen, its parts.
  private static func shown(_ subjects: [ChangeSubject]) -> [ChangeSubject] {
    let all = Set(subjects)
    return subjects.filter { subject in
      let whole: ChangeSubject? =
        switch subject.kind {
        case .spfAll: ChangeSubject(kind: .spf)
        case .dmarc where subject.name != "domain": ChangeSubject(kind: .dmarc, name: "domain")
        case .dmarcLegacy: ChangeSubject(kind: .dmarc, name: "domain")
        case .dkimName: ChangeSubject(kind: .dkim, name: subject.name)
        case .mtaSTSID: ChangeSubject(kind: .mtaSTS)
        default: nil
        }
      return whole.map { !all.contains($0) } ?? true
    }
  }

  private static func unseenLead(_ since: RunTime?) -> Wording {
    since.map { Wording("Not seen since \($0): ", "\($0)以降は確認できず: ") }
      ?? Wording("Not seen this time: ", "今回は確認できず: ")
  }

  /// What can be seen again, of which nobody knows whether it has changed.
  var seenAgainWording: Wording? {
    guard !seenAgain.isEmpty else { return nil }
    return Wording("Could not be seen before: ", "前回は確認できず: ")
      + Self.list(Self.shown(seenAgain).map(\.wording))
  }
}

extension DomainChanges.Unseen {
  fileprivate var wording: Wording {
    let value =
      last.count == 1
      ? Wording(verbatim: VisibleText.shortened(last[0]))
      : Wording("\(last.count.grouped) values", "\(last.count.grouped)件")
    return subject.wording + Wording(" (last: ", "(最後の値: ") + value + Wording(verbatim: ")")
  }
}
