/// What there is to say about a domain, or a report on it, as a whole.
struct DomainFindings: FindingGroup {
  let nonexistent = FindingDeclaration(
    "domain-nonexistent", .critical, .domain, "RFC 8020 §2",
    title: Wording("The domain does not exist", "ドメインが存在しない"), sample: \.domain,
    statement: { domain in
      Wording("\(domain) does not exist in DNS (NXDOMAIN).", "\(domain) はDNSに存在しません(NXDOMAIN)。")
    },
    remedy: { _ in
      Wording("Check the spelling, and whether the registration has lapsed.", "綴りの誤りや、ドメイン登録の失効がないか確認してください。")
    })

  /// Nobody can send in its name, and nothing is missing for that.
  let closed = FindingDeclaration(
    "domain-closed", .info, .domain, "RFC 7505 §1",
    title: Wording("A domain without mail is properly closed", "メールを使わないドメインとして適切に設定されている"), sample: \.domain,
    statement: { domain in
      Wording(
        "\(domain) is properly closed: it takes no mail, and nobody can send in its name.",
        "\(domain) はメールを使わないドメインとして適切に設定されています。メールを受信せず、誰もこのドメインを名乗って送信できません。")
    })

  /// Neither takes nor sends mail, and lacks these to say so; `replaced` are those that stand in the place of another record.
  let notClosed = FindingDeclaration<(missing: [MailClosure.Part], replaced: Set<MailClosure.Part>)>(
    "domain-not-closed", .info, .domain, "RFC 7505 §1",
    title: Wording("A domain without mail is not closed", "メールを使わないドメインとしての設定が不足している"),
    samples: { [.init($0.domain, (missing: MailClosure.Part.allCases, replaced: [.dmarc]))] },
    statement: { domain, values in
      let missing = values.missing
      return Wording(
        "\(domain) has no mail, but is not properly closed: it lacks "
          + missing.map(\.wording.english).joined(separator: ", ") + ".",
        "\(domain) はメールに使われていませんが、使わないことを示す設定が不足しています(不足: "
          + missing.map(\.wording.japanese).joined(separator: "、") + ")。")
    },
    remedy: { domain, values in
      let lead =
        values.replaced.isEmpty
        ? Wording("Publish:", "次のレコードを登録してください。")
        : Wording("Publish, in place of what is there now:", "次のレコードを登録してください(現在のレコードがあれば置き換えます)。")
      return lead.above(values.missing.compactMap { $0.edit(for: domain) }.flatMap(\.lines))
    },
    edits: { domain, values in values.missing.compactMap { $0.edit(for: domain) } })

  /// With the server that answered.
  let internalView = FindingDeclaration<ServerAddress>(
    "internal-view", .warning, .domain, "RFC 1035 §4.1.1",
    title: Wording("The answers come from an internal view of DNS", "内部向けDNSの応答の可能性"),
    samples: { [.init($0.domain, ServerAddress("192.0.2.53"))] },
    statement: { domain, server in
      Wording(
        "\(server) holds \(domain) itself: this may be an internal view of DNS that the Internet does not see.",
        "\(server) は \(domain) のゾーンを自ら保持しています。インターネットからは見えない内部向けDNSの可能性があります。")
    },
    remedy: { domain, _ in
      Wording(
        "For the view from outside ask a public resolver: maildnscheck --server 1.1.1.1 \(domain)",
        "外部からの見え方は公開リゾルバで確認してください: maildnscheck --server 1.1.1.1 \(domain)")
    })

  /// With the records that are kept too briefly.
  let timesToLiveShort = FindingDeclaration<[ShortTimesToLive.Entry]>(
    "ttl-short", .info, .domain, "docs/receivers.md",
    title: Wording("Records are kept too briefly", "TTLが短すぎるレコードがある"),
    samples: { specimens in
      [1, 6].map { count in
        let entry = ShortTimesToLive.Entry(name: specimens.below("_dmarc"), timeToLive: 300)
        return .init(specimens.domain, Array(repeating: entry, count: count))
      }
    },
    statement: { _, entries in
      let maximum = 5
      let more = Wording.andMore(entries.count - maximum)
      let listed = entries.prefix(maximum).map { entry in
        let time = TimeSpan(seconds: entry.timeToLive).wording
        return Wording("\(entry.name) (\(time.english))", "\(entry.name)(\(time.japanese))")
      }
      return Wording(
        "The TTL is below an hour, with which Exchange Online now and then has temporary errors in SPF, DKIM and DMARC: "
          + listed.listed.english + more.english + ".",
        "TTLが1時間未満のレコードがあります。Exchange OnlineでSPF・DKIM・DMARCの一時エラー(temperror)が起こることがあります: "
          + listed.listed.japanese + more.japanese + "。")
    },
    remedy: { _, _ in
      Wording(
        "Set a TTL of at least \(ShortTimesToLive.minimum); lower it only around a change.",
        "TTLを\(ShortTimesToLive.minimum)秒(\(TimeSpan(seconds: ShortTimesToLive.minimum).wording.japanese))以上にしてください。短くするのは変更の前後だけで十分です。"
      )
    })

  /// So many findings of that id more than a report lists.
  let findingsLeftOut = FindingDeclaration<(count: Int, id: String)>(
    "findings-left-out", .info, .domain, "docs/security.md",
    title: Wording("A report leaves findings of one kind out", "同種の検出事項を一部省略"),
    samples: { [.init($0.domain, (count: 7, id: "dmarc-flaw"))] },
    statement: { _, values in
      Wording(
        "There are \(values.count.grouped) more findings of the kind \(values.id); a report lists \(Finding.maximumOfOneID) of one kind.",
        "\(values.id) の検出事項がほかに\(values.count.grouped)件あります。同種の検出事項の表示は\(Finding.maximumOfOneID)件までです。")
    })
}

extension Finding {
  static let domain = DomainFindings()

  /// A record of 64 KB can have the same mistake thousands of times; nobody reads it as often.
  static let maximumOfOneID = 100
}

extension [Finding] {
  /// Without those of one id beyond the first `maximum`; at the end stands how many more there are at `domain`.
  func atMost(_ maximum: Int, at domain: DomainName) -> [Finding] {
    guard count > maximum else { return self }
    var counts: [String: Int] = [:]
    let kept = filter { finding in
      counts[finding.id, default: 0] += 1
      return counts[finding.id, default: 0] <= maximum
    }
    return kept
      + counts.filter { $0.value > maximum }.sorted { $0.key < $1.key }.map { id, count in
        .domain.findingsLeftOut(domain, (count: count - maximum, id: id))
      }
  }
}
