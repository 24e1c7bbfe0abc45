/// What works in an SPF record, and is not as it should be, or can't be read (RFC 7208 §5, §3.4, §3.1).
struct SPFStyleFindings: FindingGroup {
  /// With the number of terms.
  let termsAfterAll = FindingDeclaration<Int>(
    "spf-terms-after-all", .info, .spf, "RFC 7208 §5.1",
    title: Wording("SPF has terms behind all", "SPFのallより後ろに項がある"), samples: { [.init($0.domain, 2)] },
    statement: { domain, count in
      Wording(
        "\(count.grouped) term\(count == 1 ? "" : "s") of the SPF record of \(domain) stand\(count == 1 ? "s" : "") behind `all`: by RFC 7208 receivers ignore what is there, and most do; rspamd lets senders pass by it.",
        "\(domain) のSPFで `all` より後ろに項が\(count.grouped)個あります。RFC 7208では無視され、多くの受信側は評価しませんが、rspamdは評価してpassにします。"
      )
    },
    remedy: { _, _ in
      Wording("Move them before `all`, or take them out.", "`all` の前に移すか、削除してください。")
    })

  let redirectBesideAll = FindingDeclaration(
    "spf-redirect-beside-all", .info, .spf, "RFC 7208 §6.1",
    title: Wording("SPF has redirect beside all", "SPFにredirectとallが併記されている"), sample: \.domain,
    statement: { domain in
      Wording(
        "The SPF record of \(domain) has `redirect` beside `all`: by RFC 7208 receivers ignore it then, and most do; libspf2 (Exim) follows it.",
        "\(domain) のSPFに `redirect` と `all` が併記されています。RFC 7208では `redirect` は無視され、多くの受信側もそうしますが、libspf2(Exim)は従います。"
      )
    },
    remedy: { _ in Wording("Take out `redirect` or `all`.", "`redirect` か `all` のどちらかを削除してください。") })

  /// With the terms, each with the record that it stands in where that is another one.
  let voidTerms = FindingDeclaration<(terms: [String], edits: [RecordEdit])>(
    "spf-void-term", .info, .spf, "RFC 7208 §4.6.4",
    title: Wording("A look-up of SPF comes back empty", "SPFに空応答(void lookup)の項がある"),
    samples: { [.init($0.domain, (terms: ["a:old.example.jp"], edits: []))] },
    statement: { _, values in
      let terms = values.terms
      let list = terms.map { "`\($0)`" }
      return Wording(
        "\(list.joined(separator: ", ")) in SPF \(terms.count == 1 ? "leads" : "lead") to nothing (a void look-up; \(SPFTree.voidLookupLimit) are allowed).",
        "SPFの \(list.joined(separator: "、")) の参照先に何もなく、空応答(void lookup)になります(上限は\(SPFTree.voidLookupLimit)回)。"
      )
    },
    remedy: { _, _ in Wording("Take it out if nothing is meant to be there.", "不要であれば削除してください。") },
    edits: { $1.edits })

  let ptr = FindingDeclaration(
    "spf-ptr", .info, .spf, "RFC 7208 §5.5",
    title: Wording("SPF uses ptr", "SPFがptrを使っている"), sample: \.domain,
    statement: { domain in
      Wording(
        "The SPF record of \(domain) uses `ptr`, which is slow, unreliable and should not be used.",
        "\(domain) のSPFが `ptr` を使っています。遅く不確実なため、使うべきではありません。")
    },
    remedy: { _ in
      Wording("Name the servers with `ip4:`, `ip6:` or `a:`.", "`ip4:`・`ip6:`・`a:` でサーバを指定してください。")
    })

  /// With the term, safe to show.
  let duplicate = FindingDeclaration<String>(
    "spf-duplicate-term", .info, .spf, "RFC 7208 §4.6.1",
    title: Wording("SPF has a term twice", "SPFの項が重複している"),
    samples: { [.init($0.domain, "a:mail.example.jp")] },
    statement: { domain, term in
      Wording("The SPF record of \(domain) has `\(term)` twice.", "\(domain) のSPFに `\(term)` が重複しています。")
    },
    remedy: { _, _ in Wording("Take one of them out.", "片方を削除してください。") })

  /// With the number of octets.
  /// `answer` is the size of a message with all TXT records of the name, where it is those that are too many.
  let long = FindingDeclaration<(octets: Int, answer: Int?)>(
    "spf-long", .info, .spf, "RFC 7208 §3.4",
    title: Wording("The SPF record is long", "SPFレコードが長い"),
    samples: {
      [.init($0.domain, (octets: 451, answer: nil)), .init($0.domain, (octets: 120, answer: 700))]
    },
    statement: { domain, values in
      let octets = values.octets
      if let answer = values.answer {
        return Wording(
          "The TXT records of \(domain) make an answer of \(answer.grouped) octets together with SPF; over \(SPFTree.recommendedAnswer) it may not fit a small packet.",
          "\(domain) のTXTレコードは、SPFを含めた応答全体で\(answer.grouped)オクテットになります。\(SPFTree.recommendedAnswer)を超えると小さなパケットに収まらないことがあります。"
        )
      }
      return Wording(
        "The SPF record of \(domain) has \(octets.grouped) octets; over \(SPFTree.recommendedLength) the answer may not fit a small packet.",
        "\(domain) のSPFレコードは\(octets.grouped)オクテットあります。\(SPFTree.recommendedLength)を超えると応答が小さなパケットに収まらないことがあります。"
      )
    },
    remedy: { _, values in
      values.answer == nil
        ? Wording("Move part of it into an include of its own.", "一部を別名のレコードに分け、includeしてください。")
        : Wording(
          "Take TXT records out that nobody needs any more, such as old verification codes.",
          "古い確認用コードなど、不要になったTXTレコードを削除してください。")
    })

  /// With the number of addresses of one family; the subject is the host.
  let manyAddresses = FindingDeclaration<Int>(
    "spf-mx-many-addresses", .info, .spf, "RFC 7208 §4.6.4",
    title: Wording("A host of SPF's mx has many addresses", "SPFのmxが参照するホストのアドレスが多い"),
    samples: { [.init($0.name, 11)] },
    statement: { host, count in
      Wording(
        "\(host), to which `mx` in SPF leads, has \(count.grouped) addresses: some receivers read RFC 7208 §4.6.4 so that more than \(SPFEvaluator.maximumExchanges) end in permerror, others look at all of them.",
        "SPFの `mx` が参照する \(host) にアドレスが\(count.grouped)個あります。RFC 7208 §4.6.4の解釈は受信側で分かれ、\(SPFEvaluator.maximumExchanges)個を超えるとpermerrorにするものと、すべて評価するものがあります。"
      )
    },
    remedy: { _, _ in
      Wording(
        "Name the networks with `ip4:` or `ip6:` instead of `mx`.",
        "`mx` の代わりに `ip4:`・`ip6:` でネットワークを指定してください。")
    })

  let privateNetwork = FindingDeclaration<IPNetwork>(
    "spf-private-network", .info, .spf, "RFC 7208 §5.6",
    title: Wording("SPF authorises a private network", "SPFがプライベートネットワークを許可している"),
    samples: { [.init($0.domain, IPNetwork("10.0.0.0/8"))] },
    statement: { domain, network in
      Wording(
        "The SPF record of \(domain) authorises \(network), which no mail on the Internet comes from.",
        "\(domain) のSPFが許可している \(network) は、インターネット上の送信元になり得ないアドレスです。")
    },
    remedy: { _, _ in Wording("Take it out.", "削除してください。") })

  let wideNetwork = FindingDeclaration<IPNetwork>(
    "spf-wide-network", .info, .spf, "RFC 7208 §5.6",
    title: Wording("SPF authorises a very large network", "SPFが広すぎるネットワークを許可している"),
    samples: { [.init($0.domain, IPNetwork("192.0.0.0/8"))] },
    statement: { domain, network in
      Wording(
        "The SPF record of \(domain) authorises \(network): many more hosts than send for one organisation.",
        "\(domain) のSPFが許可している \(network) は、1つの組織の送信元としては広すぎます。")
    },
    remedy: { _, _ in
      Wording("Name the networks that really send.", "実際に送信するネットワークだけを指定してください。")
    })

  let macros = FindingDeclaration(
    "spf-macros", .info, .spf, "RFC 7208 §7.1",
    title: Wording("Part of SPF is made of macros", "SPFの一部がマクロ"), sample: \.domain,
    statement: { domain in
      Wording(
        "Part of the SPF record of \(domain) is made of macros: whom it authorises depends on the message, and can't be listed or counted.",
        "\(domain) のSPFの一部はマクロです。許可される送信元はメールごとに変わるため、一覧や回数を示せません。")
    })

  let obsoleteType = FindingDeclaration(
    "spf-obsolete-type", .info, .spf, "RFC 7208 §3.1",
    title: Wording("There is a record of the obsolete type SPF", "廃止されたSPFタイプのレコードがある"), sample: \.domain,
    statement: { domain in
      Wording(
        "\(domain) has a record of the obsolete type SPF (99), which no receiver asks for.",
        "\(domain) に廃止されたSPFタイプ(99)のレコードがあります。受信側はこれを参照しません。")
    },
    remedy: { _ in
      Wording("Take it out; the TXT record is the one that counts.", "削除してください。有効なのはTXTレコードです。")
    })

  /// With the name that can't be read.
  let opaque = FindingDeclaration<DomainName>(
    "spf-opaque", .info, .spf, "RFC 7208 §5.2",
    title: Wording("An SPF include can't be read", "SPFの参照先を読み取れない"),
    samples: { [.init($0.domain, $0.name)] },
    statement: { _, name in
      Wording(
        "\(name) is generated by a service: whom it authorises is unreadable by design.",
        "\(name) はサービスが生成しているSPFで、許可される送信元は意図的に読み取れなくなっています。")
    })
}

extension Finding {
  static let spfStyle = SPFStyleFindings()
}
