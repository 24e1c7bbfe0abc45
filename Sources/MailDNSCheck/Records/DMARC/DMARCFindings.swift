/// What a DMARC record does wrong, or leaves open (RFC 9989, RFC 9990).
struct DMARCFindings: FindingGroup {
  /// With the domain, where it is known to have no record of its own and only the name above could not be asked.
  let unknown = FindingDeclaration<(failure: Failure, without: DomainName?)>(
    "dmarc-unknown", .unknown, .dmarc, "RFC 9989 §4.10",
    title: Wording("DMARC could not be asked", "DMARCを確認できない"), failure: { $0.failure },
    samples: { specimens in
      [nil, specimens.domain].map {
        .init(specimens.recordName, (failure: specimens.failure, without: $0))
      }
    },
    statement: { name, values in
      let reason = values.failure.wording
      guard let domain = values.without else {
        return Wording(
          "The DMARC policy at \(name) could not be determined: \(reason.english).",
          "\(name) のDMARCポリシーを確認できませんでした: \(reason.japanese)。")
      }
      return Wording(
        "\(domain) has no DMARC record of its own; whether one at \(name) applies could not be determined: \(reason.english).",
        "\(domain) 自体にDMARCレコードはありません。\(name) のレコードが適用されるかどうかは確認できませんでした: \(reason.japanese)。")
    },
    remedy: { _, values in values.failure.remedy })

  /// With what the domain does with mail.
  let missing = FindingDeclaration<MailUse>(
    "dmarc-missing", .warning, .dmarc, "RFC 9989 §4.7",
    title: Wording("There is no DMARC record", "DMARCレコードがない"),
    otherwise: .infoWithoutMail,
    samples: { specimens in
      [(true, true), (false, true), (false, false)].map { takes, sends in
        .init(specimens.recordName, MailUse(takes: takes, sends: sends))
      }
    },
    statement: { _, _ in
      Wording("No DMARC record applies to this domain.", "このドメインに適用されるDMARCレコードがありません。")
    },
    remedy: { name, use in
      let lines = record(beginning(at: name, use), at: name).flatMap(\.lines)
      return switch (use.isActive, use.takes) {
      case (false, _):
        Wording(
          "So that nobody can send in its name, publish:", "なりすましを防ぐため、次のレコードを登録してください。"
        ).above(lines)
      case (true, false?):
        Wording(
          "Publish this record, with `rua=mailto:<an address that is read>` at another domain, since this one takes no mail, and step up to p=quarantine and p=reject later:",
          "次のレコードを登録してください。このドメインは受信しないため、`rua=mailto:<レポートの受信アドレス>` には別のドメインの宛先を指定し、その後 p=quarantine、p=reject へ段階的に強化してください。"
        ).above(lines)
      case (true, _): .publishRecord(at: name)
      }
    },
    edits: { name, use in record(beginning(at: name, use), at: name) })

  /// Nothing but the record of that domain, a registry's, above applies.
  let onlyPublicSuffix = FindingDeclaration<DomainName>(
    "dmarc-public-suffix-only", .warning, .dmarc, "RFC 9989 §4.10.1",
    title: Wording("Only a registry's DMARC record applies", "レジストリのDMARCレコードだけが適用される"),
    samples: { [.init($0.recordName, DomainName("jp"))] },
    statement: { _, suffix in
      Wording(
        "The domain has no DMARC record of its own; only that of \(suffix), a registry's domain, applies, and old receivers do not know it.",
        "このドメイン自身のDMARCレコードがなく、レジストリのドメイン \(suffix) のレコードだけが適用されます(旧RFC 7489の受信側はこれも参照しません)。")
    },
    remedy: { name, _ in .publishRecord(at: name) },
    edits: { name, _ in record(beginning(at: name), at: name) })

  let notRecognized = FindingDeclaration<DMARCNearMiss>(
    "dmarc-not-recognized", .warning, .dmarc, "RFC 9989 §4.7",
    title: Wording("A DMARC record is not recognized as one", "DMARCレコードと認識されない"),
    place: { Finding.Place(text: $0.text, range: $0.place) },
    samples: { [.init($0.recordName, DMARCNearMiss(Array("v=dmarc1; p=none".utf8)))] },
    statement: { name, nearMiss in
      Wording(
        "A TXT record at \(name) is meant as DMARC. \(nearMiss.reason.wording.english)",
        "\(name) のTXTレコードはDMARCのつもりのようですが、DMARCと認識されません。\(nearMiss.reason.wording.japanese)")
    },
    remedy: { name, _ in .correctRecord(at: name) })

  /// With the number of records.
  let several = FindingDeclaration<Int>(
    "dmarc-several", .warning, .dmarc, "RFC 9989 §4.10",
    title: Wording("There are several DMARC records", "DMARCレコードが複数ある"),
    samples: { [.init($0.recordName, 2)] },
    statement: { name, count in
      Wording(
        "\(name) has \(count.grouped) DMARC records; receivers ignore all of them.",
        "\(name) にDMARCレコードが\(count.grouped)個あり、受信側はすべて無視します。")
    },
    remedy: { name, _ in
      Wording("Leave one DMARC record at \(name).", "\(name) のDMARCレコードを1つにしてください。")
    })

  /// With the name that it leads to.
  let dangling = FindingDeclaration<DomainName>(
    "dmarc-dangling", .warning, .dmarc, "RFC 9989 §4.3",
    title: Wording("The CNAME at _dmarc leads nowhere", "_dmarcのCNAMEの参照先がない"),
    samples: { [.init($0.recordName, $0.name)] },
    statement: { name, target in
      Wording(
        "\(name) leads to \(target), where there is no DMARC record.",
        "\(name) の参照先 \(target) にDMARCレコードがありません。")
    },
    remedy: { _, _ in
      Wording(
        "Have the service that the CNAME leads to set the record up, or put a TXT record in place of the CNAME.",
        "CNAME先のサービスでレコードを設定してもらうか、CNAMEをTXTレコードに置き換えてください。")
    })

  let finalDotMissing = FindingDeclaration<MissingFinalDot>(
    "dmarc-final-dot-missing", .warning, .dmarc, "RFC 1035 §5.1",
    title: Wording("A final dot is missing at _dmarc", "_dmarcのレコードの末尾のドットがない"), otherwise: .infoWithoutMail,
    samples: {
      [
        .init($0.recordName, .inOwner(at: $0.name, .txt(CharacterStrings(cutting: $0.octets)))),
        .init($0.recordName, .inTarget($0.name, of: $0.recordName, meant: $0.domain)),
      ]
    },
    statement: { name, dot in dot.statement(name) }, remedy: { name, dot in dot.remedy(name) },
    edits: { name, dot in dot.edits(name) })

  /// With the record; `isCopy` where there is one at the right name as well.
  let atApex = FindingDeclaration<(text: [UInt8], isCopy: Bool)>(
    "dmarc-at-apex", .warning, .dmarc, "RFC 9989 §4.3",
    title: Wording("A DMARC record stands at the wrong name", "DMARCレコードの名前が誤っている"),
    otherwise: Wording("info where there is one at the right name as well", "正しい名前にもレコードがあれば情報"),
    samples: { specimens in
      [false, true].map { .init(specimens.domain, (text: specimens.octets, isCopy: $0)) }
    },
    statement: { domain, _ in
      Wording(
        "A DMARC record stands at \(domain) itself; receivers look at _dmarc.\(domain) only.",
        "DMARCレコードが \(domain) 自体に登録されています。受信側が参照するのは _dmarc.\(domain) だけです。")
    },
    remedy: { domain, values in
      values.isCopy
        ? Wording("Take it out.", "削除してください。")
        : Wording("Move the record to _dmarc.\(domain).", "レコードを _dmarc.\(domain) に移してください。")
    },
    edits: { domain, values in
      guard let owner = DomainName(domain) else { return [] }
      let gone = RecordEdit(owner: owner, removed: .text(values.text))
      return [gone] + (values.isCopy ? [] : record(values.text, at: "_dmarc.\(domain)"))
    })

  /// With the number of records, and whether they stand beside the DMARC record.
  let unrelatedText = FindingDeclaration<(count: Int, isBesideRecord: Bool)>(
    "dmarc-unrelated-text", .info, .dmarc, "RFC 9989 §4.10",
    title: Wording("Unrelated TXT records stand at _dmarc", "_dmarcに無関係なTXTがある"),
    otherwise: Wording("warning beside a DMARC record", "DMARCレコードと並ぶ場合は警告"),
    samples: {
      [
        .init($0.recordName, (count: 1, isBesideRecord: false)),
        .init($0.recordName, (count: 1, isBesideRecord: true), severity: .warning),
      ]
    },
    statement: { name, values in
      let count = values.count
      guard !values.isBesideRecord else {
        return Wording(
          "\(count == 1 ? "A TXT record" : "\(count.grouped) TXT records") that \(count == 1 ? "has" : "have") nothing to do with DMARC can hide the DMARC record at \(name): RFC 9989 has receivers ignore such text, but some programs (OpenDMARC) then may find no DMARC record.",
          "\(name) のDMARCレコードと並んで無関係なTXTレコードが\(count.grouped)個あります。RFC 9989では無視されますが、DMARCレコードなしと判定するプログラムもあります(OpenDMARC)。"
        )
      }
      return Wording(
        count == 1
          ? "A TXT record at \(name) has nothing to do with DMARC; receivers ignore it."
          : "\(count.grouped) TXT records at \(name) have nothing to do with DMARC; receivers ignore them.",
        "\(name) にDMARCと無関係なTXTレコードが\(count.grouped)個あります(受信側は無視します)。")
    },
    remedy: { name, values in
      values.isBesideRecord
        ? Wording(
          "Leave nothing but the DMARC record at \(name).", "\(name) のTXTレコードはDMARCレコードだけにしてください。")
        : nil
    })

  let invalid = FindingDeclaration<(problem: DMARCProblem, text: [UInt8])>(
    "dmarc-invalid", .warning, .dmarc, "RFC 9989 §4.10.1",
    title: Wording("The DMARC record is invalid", "DMARCレコードが無効"),
    place: { Finding.Place(text: $0.text, range: $0.problem.place) },
    samples: { specimens in
      [DMARCPolicyTag.domain, .subdomains, .nonexistentSubdomains].map { tag in
        let problem = sampleProblem(.invalidPolicy(tag, value: specimens.text, nearest: nil))
        return .init(specimens.recordName, (problem: problem, text: specimens.octets))
      }
    },
    statement: { name, values in
      guard !values.problem.isReadByOldPrograms else {
        return Wording(
          "By RFC 9989 receivers do not use the DMARC record at \(name): \(values.problem.wording.english)",
          "RFC 9989では \(name) のDMARCレコードは使われません。\(values.problem.wording.japanese)")
      }
      return Wording(
        "Receivers do not use the DMARC record at \(name): \(values.problem.wording.english)",
        "\(name) のDMARCレコードは受信側で使われません。\(values.problem.wording.japanese)")
    },
    remedy: { name, _ in .correctRecord(at: name) })

  let flaw = FindingDeclaration<(problem: DMARCProblem, text: [UInt8])>(
    "dmarc-flaw", .info, .dmarc, "RFC 9989 §4.7",
    title: Wording("The DMARC record has a flaw", "DMARCレコードに不備がある"),
    otherwise: Wording(
      "warning where receivers ignore a part of the record, or some of them all of it",
      "一部が無視される場合、または一部の受信側で全体が無視される場合は警告"),
    place: { Finding.Place(text: $0.text, range: $0.problem.place) },
    samples: { specimens in
      [.unknownTag(specimens.text, nearest: nil), .blanksInVersion].map { kind in
        .init(specimens.recordName, (problem: sampleProblem(kind), text: specimens.octets))
      }
    },
    statement: { name, values in
      Wording(
        "DMARC at \(name): \(values.problem.wording.english)",
        "\(name) のDMARC: \(values.problem.wording.japanese)")
    })

  /// `isAssumed` where the record does not say so, but receivers take it to; `legacy` where those of RFC 7489 do not.
  let policyNone = FindingDeclaration<(tag: DMARCPolicyTag, isAssumed: Bool, legacy: DMARCPolicy?)>(
    "dmarc-policy-none", .info, .dmarc, "RFC 9989 §4.7",
    title: Wording("DMARC asks for nothing (none)", "DMARCのポリシーがnone"),
    samples: {
      [
        .init($0.recordName, (tag: .domain, isAssumed: false, legacy: nil)),
        .init($0.recordName, (tag: .domain, isAssumed: true, legacy: .reject)),
      ]
    },
    statement: { _, values in
      if values.isAssumed, let legacy = values.legacy {
        return Wording(
          "By RFC 9989 §4.10.1 the faults of the DMARC record make it p=none, and mail that fails is still delivered; receivers that still follow RFC 7489 apply \(legacy.rawValue).",
          "RFC 9989 §4.10.1では記述の誤りによりこのDMARCレコードは p=none とみなされ、認証に失敗したメールも配送されます。旧RFC 7489の受信側は \(legacy.rawValue) を適用します。"
        )
      }
      return values.isAssumed
        ? Wording(
          "Because of its faults, receivers take the DMARC record for p=none: mail that fails is still delivered.",
          "記述の誤りにより、受信側はこのDMARCレコードを p=none とみなします。認証に失敗したメールも配送されます。")
        : Wording(
          "The DMARC policy is \(values.tag.rawValue)=none: mail that fails is still delivered.",
          "DMARCポリシーが \(values.tag.rawValue)=none のため、認証に失敗したメールも配送されます。")
    },
    remedy: { _, values in
      values.isAssumed
        ? nil
        : Wording(
          "When the reports show that your own mail passes, step up to p=quarantine and p=reject.",
          "レポートで自社メールの認証成功を確認したら、p=quarantine、p=reject へ強化してください。")
    })

  /// With the policy that is published.
  let testing = FindingDeclaration<DMARCPolicy>(
    "dmarc-testing", .warning, .dmarc, "RFC 9989 §4.7",
    title: Wording("DMARC is in test mode", "DMARCがテストモード"), samples: { [.init($0.recordName, .reject)] },
    statement: { _, policy in
      Wording(
        "DMARC is in test mode (t=y): receivers apply \(policy.whileTesting.rawValue) instead of \(policy.rawValue), those of the old RFC 7489 \(policy.rawValue) all the same.",
        "DMARCがテストモード(t=y)です。受信側は \(policy.rawValue) の代わりに \(policy.whileTesting.rawValue) を適用しますが、旧RFC 7489の受信側は \(policy.rawValue) のまま適用します。"
      )
    },
    remedy: { _, _ in
      Wording("When tests are over, take `t=y` out.", "テストが終わったら `t=y` を外してください。")
    })

  let percentage = FindingDeclaration<Int>(
    "dmarc-percentage", .warning, .dmarc, "RFC 7489 §6.3",
    title: Wording("DMARC holds for a part of the mail", "DMARCが一部のメールだけに適用される"),
    samples: { [.init($0.recordName, 50)] },
    statement: { _, percentage in
      Wording(
        "pct=\(percentage): receivers of the old RFC 7489 apply the policy to \(percentage) % of the mail; RFC 9989 removed the tag.",
        "pct=\(percentage) のため、旧RFC 7489の受信側は\(percentage)%のメールにしかポリシーを適用しません。RFC 9989で廃止されたタグです。")
    },
    remedy: { _, _ in Wording("Take `pct` out.", "`pct` を削除してください。") })

  /// With the tag and what it says, and what `p` says.
  let subdomainsWeaker = FindingDeclaration<
    (tag: DMARCPolicyTag, policy: DMARCPolicy, domainPolicy: DMARCPolicy)
  >(
    "dmarc-subdomains-weaker", .warning, .dmarc, "RFC 9989 §4.7",
    title: Wording("DMARC is weaker for subdomains", "サブドメインのDMARCポリシーが弱い"),
    samples: { [.init($0.recordName, (tag: .subdomains, policy: .none, domainPolicy: .reject))] },
    statement: { _, values in
      Wording(
        "\(values.tag.rawValue)=\(values.policy.rawValue) is weaker than p=\(values.domainPolicy.rawValue): subdomains are less protected than the domain.",
        "\(values.tag.rawValue)=\(values.policy.rawValue) は p=\(values.domainPolicy.rawValue) より弱く、サブドメインの保護が手薄です。"
      )
    },
    remedy: { _, values in
      Wording(
        "Take `\(values.tag.rawValue)` out, or set `\(values.tag.rawValue)=\(values.domainPolicy.rawValue)`.",
        "`\(values.tag.rawValue)` を削除するか、`\(values.tag.rawValue)=\(values.domainPolicy.rawValue)` にしてください。")
    })

  /// These tags of a domain that is not its Organizational Domain, `home`, whose record subdomains follow.
  let subdomainTagsUnused = FindingDeclaration<(tags: [DMARCPolicyTag], home: DomainName)>(
    "dmarc-subdomain-tags-unused", .info, .dmarc, "RFC 9989 §4.10.1",
    title: Wording("DMARC has subdomain tags without effect", "DMARCに効果のないサブドメイン用タグがある"),
    samples: { [.init($0.recordName, (tags: [.subdomains], home: $0.domain))] },
    statement: { _, values in
      Wording(
        "\(values.tags.map { $0.rawValue }.joined(separator: ", ")) has no effect here: subdomains follow the record of \(values.home), the Organizational Domain.",
        "ここの \(values.tags.map { $0.rawValue }.joined(separator: "、")) は効果がありません。サブドメインには組織ドメイン \(values.home) のレコードが適用されます。"
      )
    },
    remedy: { _, values in
      Wording(
        "Set \(values.tags.map { $0.rawValue }.joined(separator: ", ")) at _dmarc.\(values.home) instead.",
        "\(values.tags.map { $0.rawValue }.joined(separator: "、")) は _dmarc.\(values.home) のレコードに指定してください。")
    })

  let wildcard = FindingDeclaration(
    "dmarc-wildcard", .info, .dmarc, "RFC 4592 §2.1",
    title: Wording("A wildcard answers at _dmarc", "ワイルドカードが_dmarcに応答する"), sample: \.domain,
    statement: { domain in
      Wording(
        "A wildcard below \(domain) holds a DMARC record: it, and not sp or np, is for subdomains that are not published.",
        "\(domain) 以下のワイルドカードにDMARCレコードがあり、未登録のサブドメインには sp や np ではなくそのレコードが適用されます。")
    })

  let nonexistentUnreachable = FindingDeclaration(
    "dmarc-np-unreachable", .info, .dmarc, "RFC 9989 §3.2.13",
    title: Wording("DMARC's np never applies", "DMARCのnpが適用されない"), sample: \.domain,
    statement: { domain in
      Wording(
        "np has no effect: DNS answers for every name below \(domain) as if it existed (a wildcard, or compact denial of existence).",
        "np は効果がありません。\(domain) 以下のどの名前も存在するものとして応答されます(ワイルドカードまたはcompact denial of existence)。")
    },
    remedy: { _ in Wording("Let `sp` say what `np` says.", "`sp` を `np` と同じポリシーにしてください。") })

  let readingsDiffer = FindingDeclaration<[DMARCPolicyInForce]>(
    "dmarc-readings-differ", .info, .dmarc, "RFC 7489 §6.6.3",
    title: Wording("Receivers read DMARC in different ways", "受信側によりDMARCの解釈が異なる"),
    samples: { [.init($0.domain, sampleDifference)] },
    statement: { domain, policies in
      Wording(
        "Receivers that still follow RFC 7489 act differently: "
          + policies.map { $0.difference(from: domain).english }.joined(separator: "; ") + ".",
        "旧RFC 7489に従う受信側では扱いが異なります: "
          + policies.map { $0.difference(from: domain).japanese }.joined(separator: "、") + "。")
    })
}

extension Finding {
  static let dmarc = DMARCFindings()
}

/// A record to begin with at `name`, which is below the domain.
private func beginning(at name: String, _ use: MailUse = MailUse(takes: true, sends: true)) -> String {
  guard use.isActive else { return "v=DMARC1; p=reject" }
  let domain = name.hasPrefix("_dmarc.") ? String(name.dropFirst(7)) : name
  return use.takes == false ? "v=DMARC1; p=none" : "v=DMARC1; p=none; rua=mailto:dmarc@\(domain)"
}

private func record(_ text: String, at name: String) -> [RecordEdit] { record(Array(text.utf8), at: name) }

private func record(_ text: [UInt8], at name: String) -> [RecordEdit] {
  DomainName(name).map { [.text(text, at: $0)] } ?? []
}

extension Wording {
  fileprivate static func publishRecord(at name: String) -> Wording {
    let text = beginning(at: name)
    return Wording(
      "Publish this record, and step up to p=quarantine and p=reject later:",
      "次のレコードを登録し、その後 p=quarantine、p=reject へ段階的に強化してください。"
    ).above(record(text, at: name).flatMap(\.lines))
  }

  fileprivate static func correctRecord(at name: String) -> Wording {
    Wording(
      "Correct the TXT record at \(name); the rest of it can stay as it is.",
      "\(name) のTXTレコードの該当箇所を修正してください(ほかの部分はそのままで構いません)。")
  }
}

extension FindingSpecimens {
  /// Where the domain's record is looked for.
  var recordName: DomainName { below("_dmarc") }
}

private func sampleProblem(_ kind: DMARCProblem.Kind) -> DMARCProblem {
  DMARCProblem(kind: kind, place: 0..<1, effect: .breaksRecord)
}

/// A record that old receivers read as another policy, for half of the mail.
private let sampleDifference = DomainName("example.jp").map { domain in
  [
    DMARCPolicyInForce(
      scope: .domain, policy: .applies(published: .reject, effective: .quarantine, tag: .domain),
      source: domain, legacy: .applies(.reject, percentage: 50, tag: .domain, domain: domain))
  ]
}
