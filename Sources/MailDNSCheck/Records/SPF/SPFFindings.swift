/// What breaks an SPF record, or weakens it (RFC 7208).
struct SPFFindings: FindingGroup {
  let unknown = FindingDeclaration<Failure>(
    unknown: "spf-unknown", .spf, "RFC 7208 §4.4",
    title: Wording("SPF could not be asked", "SPFを確認できない"), sample: \.domain,
    statement: { name, failure in
      Wording(
        "The SPF look-up of \(name) could not be made: \(failure.wording.english).",
        "SPFの評価に必要な \(name) を確認できませんでした: \(failure.wording.japanese)。")
    })

  /// With a record to begin with.
  let missing = FindingDeclaration<String>(
    "spf-missing", .warning, .spf, "RFC 7208 §3",
    title: Wording("There is no SPF record", "SPFレコードがない"),
    otherwise: .infoWithoutMail,
    samples: { [.init($0.domain, "v=spf1 mx -all")] },
    statement: { domain, _ in
      Wording("\(domain) publishes no SPF record.", "\(domain) にSPFレコードがありません。")
    },
    remedy: { .publish($1, at: $0) }, edits: { edits(Array($1.utf8), at: $0) })

  /// `repaired` is the record that was meant; where that is not plain, `suggestion` is one to begin with.
  let notRecognized = FindingDeclaration<(nearMiss: SPFNearMiss, repaired: [UInt8]?, suggestion: String)>(
    "spf-not-recognized", .warning, .spf, "RFC 7208 §4.5",
    title: Wording("An SPF record is not recognized as one", "SPFレコードと認識されない"),
    samples: { specimens in
      let nearMiss = SPFNearMiss(Array(" v=spf1 -all".utf8))
      return [nil, Array("v=spf1 -all".utf8)].map { repaired in
        .init(
          specimens.domain,
          nearMiss.map { (nearMiss: $0, repaired: repaired, suggestion: "v=spf1 mx -all") })
      }
    },
    statement: { domain, values in
      let reason = values.nearMiss.reason.wording
      return Wording(
        "A TXT record of \(domain) is meant as SPF. \(reason.english)",
        "\(domain) のTXTレコードはSPFのつもりのようですが、SPFと認識されません。\(reason.japanese)")
    },
    remedy: { name, values in
      values.repaired.map { .publishInstead($0, at: name) } ?? .publish(values.suggestion, at: name)
    },
    edits: { name, values in
      edits(values.repaired ?? Array(values.suggestion.utf8), at: name, inPlaceOf: values.nearMiss.text)
    })

  /// With the number of records.
  let several = FindingDeclaration<Int>(
    "spf-several", .critical, .spf, "RFC 7208 §4.5",
    title: Wording("There are several SPF records", "SPFレコードが複数ある"), samples: { [.init($0.domain, 2)] },
    statement: { name, count in
      Wording(
        "\(name) publishes \(count.grouped) SPF records; receivers answer with permerror.",
        "\(name) にSPFレコードが\(count.grouped)個あります。受信側の判定はpermerrorになります。")
    },
    remedy: { _, _ in
      Wording(
        "Put all mechanisms into one TXT record that begins with v=spf1, and delete the others.",
        "メカニズムを1つの v=spf1 レコードにまとめ、残りは削除してください。")
    })

  /// `text` is the record.
  let syntax = FindingDeclaration<(error: SPFSyntaxError, text: [UInt8])>(
    "spf-syntax", .critical, .spf, "RFC 7208 §4.6",
    title: Wording("SPF has a syntax error", "SPFの構文エラー"),
    place: { Finding.Place(text: $0.text, range: $0.error.range) },
    samples: {
      let error = SPFSyntaxError(.unknownMechanism($0.octets, suggestion: nil), 0..<1)
      let glued = SPFSyntaxError(.missingSpace(before: Array("-all".utf8)), 20..<24)
      return [
        .init($0.domain, (error: error, text: $0.octets)),
        .init($0.domain, (error: glued, text: Array("v=spf1 ip4:192.0.2.1-all".utf8))),
      ]
    },
    statement: { name, values in
      let reason = values.error.reason.wording
      return switch values.error.term(in: values.text) {
      case let term?:
        Wording(
          "The SPF record of \(name) has a syntax error (permerror) in \"\(term)\": \(reason.english)",
          "\(name) のSPFレコードの「\(term)」に構文エラーがあります(permerror)。\(reason.japanese)")
      case nil:
        Wording(
          "The SPF record of \(name) has a syntax error (permerror): \(reason.english)",
          "\(name) のSPFレコードに構文エラーがあります(permerror)。\(reason.japanese)")
      }
    },
    remedy: { name, values in
      SPFRepair.record(values.text).map { .publishInstead($0, at: name) }
        ?? Wording("Correct the record at \(name).", "\(name) のレコードを修正してください。")
    },
    edits: { name, values in
      SPFRepair.record(values.text).map { edits($0, at: name, inPlaceOf: values.text) } ?? []
    })

  /// `separated` is the record with the space that is missing before an `all` at the target's end, where that is the fault.
  let targetMissing = FindingDeclaration<
    (kind: SPFReference.Kind, owner: DomainName, separated: RecordEdit?)
  >(
    "spf-target-missing", .critical, .spf, "RFC 7208 §5.2",
    title: Wording("An SPF include leads to no SPF record", "SPFの参照先にSPFがない"),
    samples: {
      let separated = RecordEdit.text("v=spf1 include:a.example -all".utf8, at: $0.domain)
      return [
        .init($0.name, (kind: .include, owner: $0.domain, separated: nil)),
        .init("a.example-all", (kind: .include, owner: $0.domain, separated: separated)),
      ]
    },
    statement: { target, values in
      Wording(
        "The \(values.kind.rawValue) of \(values.owner) leads to \(target), which has no SPF record (permerror).",
        "\(values.owner) の\(values.kind.rawValue)先 \(target) にSPFレコードがありません(permerror)。")
    },
    remedy: { target, values in
      if let separated = values.separated { return .spaceMissing(separated.lines) }
      return Wording(
        "Take `\(values.kind.rawValue)` of \(target) out of the record at \(values.owner), or have the name's owner publish one.",
        "\(values.owner) のレコードから \(target) への\(values.kind.rawValue)を削除するか、参照先にSPFを登録してもらってください。")
    },
    edits: { _, values in [values.separated].compactMap(\.self) })

  /// With the name that it leads back to.
  let loop = FindingDeclaration<DomainName>(
    "spf-loop", .critical, .spf, "RFC 7208 §4.6.4",
    title: Wording("SPF leads back to itself", "SPFがループしている"), samples: { [.init($0.domain, $0.name)] },
    statement: { name, target in
      Wording(
        "The SPF record of \(name) leads back to \(target): a loop (permerror).",
        "\(name) のSPFレコードが \(target) に戻ってループしています(permerror)。")
    },
    remedy: { _, _ in
      Wording("Take the include or redirect that leads back out.", "ループしているincludeまたはredirectを削除してください。")
    })

  /// `relief` is what brings the record below the limit.
  let tooManyLookups = FindingDeclaration<(count: Int, relief: SPFRelief)>(
    "spf-too-many-lookups", .critical, .spf, "RFC 7208 §4.6.4",
    title: Wording("SPF takes too many look-ups", "SPFのDNS参照が上限を超えている"),
    samples: { specimens in
      [false, true].map { mustStay in
        let relief = SPFRelief(
          terms: [("a", 1), ("include:a.example", 2)], remaining: 10, mustStay: mustStay, edits: [])
        return .init(specimens.domain, (count: 11, relief: relief))
      }
    },
    statement: { _, values in
      Wording(
        "SPF takes \(values.count.grouped) DNS look-ups; \(SPFTree.lookupLimit) are allowed (permerror).",
        "SPFの評価にDNS参照が\(values.count.grouped)回必要です。上限は\(SPFTree.lookupLimit)回です(permerror)。")
    },
    remedy: { _, values in
      let terms = values.relief.terms.map { "`\($0.text)`" }
      return values.relief.mustStay
        ? Wording(
          "The shortest way below the limit: replace \(terms.joined(separator: ", ")) by the addresses behind, as `ip4:`/`ip6:`; without them nobody, or not all who send for the domain, would be authorised.",
          "最小限の変更として、\(terms.joined(separator: "、")) を、その先にあるアドレスの `ip4:`/`ip6:` に置き換えてください(削除すると、必要な送信元が許可されなくなります)。"
        )
        : Wording(
          "The shortest way below the limit: drop \(terms.joined(separator: ", ")), or replace by `ip4:`/`ip6:`.",
          "最小限の変更として、\(terms.joined(separator: "、")) を削除するか、`ip4:`/`ip6:` に置き換えてください。")
    },
    edits: { $1.relief.edits })

  /// `family` is nil where that is so for senders of either one.
  let tooManyVoidLookups = FindingDeclaration<
    (count: Int, family: AddressFamily?, terms: [String], edits: [RecordEdit])
  >(
    "spf-too-many-void-lookups", .critical, .spf, "RFC 7208 §4.6.4",
    title: Wording("Too many look-ups of SPF come back empty", "SPFの空応答(void lookup)が上限を超えている"),
    otherwise: Wording(
      "warning where it is so for one family of addresses only, and the record authorises none of it",
      "一方のアドレスファミリーの送信元だけが対象で、そのファミリーを許可していない場合は警告"),
    samples: {
      [
        .init(
          $0.domain,
          (count: 3, family: nil, terms: ["a:a.example", "a:b.example", "mx:c.example"], edits: [])),
        .init(
          $0.domain,
          (count: 3, family: .ipv6, terms: ["a:a.example", "a:b.example", "a:c.example"], edits: [])),
      ]
    },
    statement: { _, values in
      let terms = values.terms.map { "`\($0)`" }
      guard let family = values.family?.name else {
        return Wording(
          "\(values.count.grouped) of the look-ups of SPF come back empty; \(SPFTree.voidLookupLimit) are allowed (permerror): \(terms.joined(separator: ", ")).",
          "SPFのDNS参照のうち\(values.count.grouped)回が空応答(void lookup)です。上限は\(SPFTree.voidLookupLimit)回です(permerror)。該当する項: \(terms.joined(separator: "、"))。"
        )
      }
      return Wording(
        "For senders with an \(family) address \(values.count.grouped) look-ups of SPF come back empty; \(SPFTree.voidLookupLimit) are allowed, so that they get permerror: \(terms.joined(separator: ", ")) lead to no \(family) address.",
        "\(family)の送信元では、SPFのDNS参照のうち\(values.count.grouped)回が空応答(void lookup)になり、上限の\(SPFTree.voidLookupLimit)回を超えてpermerrorになります。\(family)アドレスがない項: \(terms.joined(separator: "、"))。"
      )
    },
    remedy: { _, values in
      switch values.family {
      case nil:
        Wording(
          "Take terms that lead to nothing out: `a` and `exists` want a name with an address, `mx` one with MX records, `include` one with an SPF record.",
          "参照先のない項を削除してください(`a` と `exists` はアドレスのある名前、`mx` はMXのある名前、`include` はSPFのある名前が必要です)。")
      case .ipv4?:
        Wording(
          "Write the addresses of these hosts as `ip6:` in place of `a:`, and take out terms that lead to nothing.",
          "これらのホストは `a:` の代わりに `ip6:` でアドレスを指定し、参照先のない項は削除してください。")
      case .ipv6?:
        Wording(
          "Write the addresses of these hosts as `ip4:` in place of `a:`, and take out terms that lead to nothing.",
          "これらのホストは `a:` の代わりに `ip4:` でアドレスを指定し、参照先のない項は削除してください。")
      }
    },
    edits: { $1.edits })

  /// `name` is the one that has the MX records.
  let tooManyExchanges = FindingDeclaration<(count: Int, name: DomainName)>(
    "spf-too-many-mx", .critical, .spf, "RFC 7208 §4.6.4",
    title: Wording("SPF's mx leads to too many hosts", "SPFのmxが参照するMXが多すぎる"),
    samples: { [.init($0.domain, (count: 11, name: $0.name))] },
    statement: { owner, values in
      Wording(
        "An `mx` in the SPF record of \(owner) leads to \(values.name) with \(values.count.grouped) MX records; \(SPFEvaluator.maximumExchanges) are allowed (permerror).",
        "\(owner) のSPFの `mx` が参照する \(values.name) にMXレコードが\(values.count.grouped)個あります。上限は\(SPFEvaluator.maximumExchanges)個です(permerror)。"
      )
    },
    remedy: { _, _ in
      Wording(
        "Name the servers with `ip4:`, `ip6:` or `a:` instead of `mx`.",
        "`mx` の代わりに `ip4:`・`ip6:`・`a:` でサーバを指定してください。")
    })

  let tooLarge = FindingDeclaration(
    "spf-too-large", .critical, .spf, "RFC 7208 §4.6.4",
    title: Wording("SPF leads to too many names", "SPFの参照先が多すぎる"), sample: \.domain,
    statement: { _ in
      Wording(
        "The SPF record leads further than was followed (\(SPFFacts.maximumQuestions) questions, \(SPFFacts.maximumDepth) records one behind the other, \(SPFFacts.maximumTerms) terms); receivers give up much earlier.",
        "SPFの参照先が多すぎるため、途中で打ち切りました(上限: 問い合わせ\(SPFFacts.maximumQuestions)件、連鎖\(SPFFacts.maximumDepth)段、\(SPFFacts.maximumTerms)項)。受信側はもっと早く評価を中止します。"
      )
    },
    remedy: { _ in Wording("Drop includes that are not needed.", "不要なincludeを削除してください。") })

  let passesAll = FindingDeclaration(
    "spf-pass-all", .critical, .spf, "RFC 7208 §5.1",
    title: Wording("SPF lets anybody pass", "SPFが誰からのメールもpassにする"), sample: \.domain,
    statement: { domain in
      Wording("The SPF record of \(domain) lets anybody pass.", "\(domain) のSPFは誰からのメールもpassにします。")
    },
    remedy: { _ in .authoriseYourOwnOnly })

  let neutralAll = FindingDeclaration(
    "spf-neutral-all", .warning, .spf, "RFC 7208 §5.1",
    title: Wording("SPF says nothing about other senders (?all)", "SPFがほかの送信元を判断しない(?all)"), sample: \.domain,
    statement: { domain in
      Wording(
        "The SPF record of \(domain) ends in `?all`, which says nothing about other senders.",
        "\(domain) のSPFが `?all` で終わり、許可していない送信元について何も主張していません。")
    },
    remedy: { _ in .authoriseYourOwnOnly })

  /// With the record, and what it is with the space that is missing before an `all` at its end, where that is the fault.
  let noAll = FindingDeclaration<(text: [UInt8], separated: [UInt8])?>(
    "spf-no-all", .warning, .spf, "RFC 7208 §4.7",
    title: Wording("SPF has no all", "SPFにallがない"),
    samples: {
      let glued = (text: $0.octets, separated: Array("v=spf1 a:a.example -all".utf8))
      return [.init($0.domain, .some(nil)), .init($0.domain, .some(glued))]
    },
    statement: { domain, _ in
      Wording(
        "The SPF record of \(domain) has neither `all` nor `redirect`: other senders come out neutral.",
        "\(domain) のSPFに `all` も `redirect` もなく、許可していない送信元がneutralになります。")
    },
    remedy: { name, glue in
      glue.flatMap { edits($0.separated, at: name).first }.map { .spaceMissing($0.lines) }
        ?? .authoriseYourOwnOnly
    },
    edits: { name, glue in glue.map { edits($0.separated, at: name, inPlaceOf: $0.text) } ?? [] })

  let softfailAll = FindingDeclaration(
    "spf-softfail-all", .info, .spf, "RFC 7208 §5.1",
    title: Wording("SPF only marks other senders (~all)", "SPFがほかの送信元をsoftfailにする(~all)"), sample: \.domain,
    statement: { domain in
      Wording(
        "The SPF record of \(domain) ends in `~all`: other senders are only marked.",
        "\(domain) のSPFは `~all` で終わっています。許可していない送信元は拒否ではなくsoftfailになります。")
    },
    remedy: { _ in
      Wording("Once all senders are in the record, `-all` says so.", "送信元をすべて登録し終えたら `-all` にできます。")
    })

  /// With the name of the modifier.
  let unknownModifier = FindingDeclaration<String>(
    "spf-unknown-modifier", .info, .spf, "RFC 7208 §6",
    title: Wording("SPF has a modifier that is not known", "SPFに未知の修飾子がある"),
    samples: { [.init($0.domain, $0.text), .init($0.domain, "ip4")] },
    statement: { domain, name in
      let isMechanism = SPFMechanism.Kind.allCases.contains { $0.rawValue == name.asciiLowercased }
      return isMechanism
        ? Wording(
          "The SPF record of \(domain) has `\(name)=`, which is a modifier that RFC 7208 has receivers ignore; rspamd reads it as `\(name):`, and chasquid ends in permerror.",
          "\(domain) のSPFにある `\(name)=` は修飾子とみなされ、RFC 7208では無視されます。rspamdは `\(name):` と同じに扱い、chasquidはpermerrorにします。"
        )
        : Wording(
          "The SPF record of \(domain) has the modifier `\(VisibleText(name))`, which is not known, and which RFC 7208 has receivers ignore; chasquid ends in permerror.",
          "\(domain) のSPFにある修飾子 `\(VisibleText(name))` は未知のもので、RFC 7208では無視されますが、chasquidはpermerrorにします。")
    },
    remedy: { _, _ in
      Wording(
        "Correct it if a mechanism was meant (`ip4:`, not `ip4=`).",
        "メカニズムの書き間違い(`ip4=` は誤り、`ip4:` が正)でないか確認してください。")
    })
}

/// The SPF record `text` at the domain; none where it has a placeholder, and so is no record yet.
private func edits(_ text: [UInt8], at name: String, inPlaceOf old: [UInt8]? = nil) -> [RecordEdit] {
  guard let owner = DomainName(name), (try? SPFRecord(parsing: text)) != nil else { return [] }
  return [.text(text, at: owner, removing: old.map(RecordEdit.Removal.text) ?? .nothing)]
}

extension Finding {
  static let spf = SPFFindings()
}

extension Wording {
  fileprivate static func publishInstead(_ text: [UInt8], at domain: String) -> Wording {
    let data = RecordData.txt(CharacterStrings(cutting: text)).presentation
    return Wording("Publish in place of it:", "代わりに次のレコードを登録してください:").above([
      "\(domain). TXT \(data)"
    ])
  }

  fileprivate static func spaceMissing(_ lines: [String]) -> Wording {
    Wording("A space is missing before `-all`. Publish:", "`-all` の前に空白がありません。次のように登録してください。")
      .above(lines)
  }

  fileprivate static func publish(_ suggestion: String, at domain: String) -> Wording {
    let what =
      suggestion == "v=spf1 -all"
      ? Wording(
        "Publish a TXT record at \(domain) that says that nothing sends in its name:",
        "どこからも送信しないことを示すSPFを登録してください:")
      : Wording(
        "Publish one TXT record at \(domain) that names every sender, such as:",
        "すべての送信元を含むTXTレコードを \(domain) に1つ登録してください。例:")
    return what.above(["\(domain). TXT \"\(suggestion)\""])
  }

  fileprivate static let authoriseYourOwnOnly = Wording(
    "Authorise your own senders only, and end the record in `-all`, or `~all` while they are being gathered.",
    "自社の送信元だけを許可し、末尾を `-all`(送信元の洗い出し中は `~all`)にしてください。")
}
