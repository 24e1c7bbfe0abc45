/// What a domain's DKIM keys do wrong, and what can't be known of them (RFC 6376, RFC 8301).
struct DKIMFindings: FindingGroup {
  /// `selectors` is the number of those that could not be asked.
  let unknown = FindingDeclaration<(failure: Failure, selectors: Int)>(
    "dkim-unknown", .unknown, .dkim, "RFC 6376 §3.6.2",
    title: Wording("DKIM could not be asked", "DKIMを確認できない"), failure: { $0.failure },
    samples: {
      [
        .init($0.below("selector1._domainkey"), (failure: $0.failure, selectors: 1)),
        .init($0.below("_domainkey"), (failure: $0.failure, selectors: 2)),
      ]
    },
    statement: { name, values in
      let (failure, selectors) = values
      return Wording(
        selectors > 1
          ? "\(selectors) DKIM selectors below \(name) could not be asked: \(failure.wording.english)."
          : "DKIM at \(name) could not be asked: \(failure.wording.english).",
        selectors > 1
          ? "\(name) 以下のDKIMセレクタ\(selectors)個を確認できませんでした: \(failure.wording.japanese)。"
          : "\(name) のDKIM鍵を確認できませんでした: \(failure.wording.japanese)。")
    },
    remedy: { _, values in values.failure.remedy })

  /// With the number of selectors that were asked.
  let missing = FindingDeclaration<Int>(
    "dkim-missing", .warning, .dkim, "RFC 6376 §3.6.2",
    title: Wording("There is no DKIM key", "DKIM鍵がない"), otherwise: .infoWithoutMail,
    samples: { [.init($0.below("_domainkey"), 7)] },
    statement: { name, asked in
      Wording(
        "\(name) does not exist, and none of the \(asked) likeliest selectors has a key: the domain has no DKIM key.",
        "\(name) が存在せず、主なセレクタ\(asked)個にもDKIM鍵がありません。")
    },
    remedy: { _, _ in .turnOn })

  /// There are names below the one that is denied.
  let namespaceDenied = FindingDeclaration(
    "dkim-namespace-denied", .info, .dkim, "RFC 8020 §2",
    title: Wording("The name above the DKIM keys is denied", "DKIM鍵の上位の名前が否定されている"),
    otherwise: Wording("warning where DNSSEC proves the denial", "否定応答がDNSSECで検証された場合は警告"),
    sample: { $0.below("_domainkey") },
    statement: { name in
      Wording(
        "The name server says that \(name) does not exist (NXDOMAIN), although there are names below it: resolvers that follow RFC 8020 may not see the DKIM keys.",
        "\(name) の下に名前があるのに、DNSサーバは \(name) が存在しない(NXDOMAIN)と応答します。RFC 8020に従うリゾルバからはDKIM鍵が見えないことがあります。")
    },
    remedy: { name in
      Wording(
        "With PowerDNS run `pdnsutil rectify-zone` for the zone; with other servers publish a record at the name, such as:",
        "PowerDNSでは `pdnsutil rectify-zone` をゾーンに対して実行してください。その他のサーバではこの名前に何らかのレコードを登録してください。例:"
      ).above(DKIMRemedy.placeholder(name).flatMap(\.lines))
    },
    edits: DKIMRemedy.placeholder)

  /// Of a selector, in its owner's name or in the target of its CNAME.
  let finalDotMissing = FindingDeclaration<MissingFinalDot>(
    "dkim-final-dot-missing", .warning, .dkim, "RFC 1035 §5.1",
    title: Wording("A final dot is missing at a DKIM selector", "DKIMセレクタのレコードの末尾のドットがない"),
    otherwise: .infoWithoutMail,
    samples: {
      [
        .init(
          $0.below("selector1._domainkey"),
          .inTarget($0.name, of: $0.below("selector1._domainkey"), meant: $0.domain)),
        .init(
          $0.below("selector1._domainkey"),
          .inOwner(at: $0.name, .txt(CharacterStrings(cutting: $0.octets)))),
      ]
    },
    statement: { selector, dot in dot.statement(selector) },
    remedy: { selector, dot in dot.remedy(selector) },
    edits: { selector, dot in dot.edits(selector) })

  /// With the number of selectors that were asked.
  let notFound = FindingDeclaration<Int>(
    "dkim-not-found", .warning, .dkim, "RFC 6376 §3.6.2",
    title: Wording("No known DKIM selector has a key", "既知のDKIMセレクタに鍵がない"), otherwise: .infoWithoutMail,
    samples: { [.init($0.below("_domainkey"), 24)] },
    statement: { name, asked in
      Wording(
        "None of the \(asked) known selectors below \(name) has a DKIM key.",
        "\(name) 以下の既知のセレクタ\(asked)個にDKIM鍵がありません。")
    },
    remedy: { _, _ in .turnOn })

  /// With the number of selectors that were asked.
  let selectorsUnknown = FindingDeclaration<Int>(
    "dkim-selectors-unknown", .warning, .dkim, "RFC 8020 §2",
    title: Wording("The DKIM selectors in use are not known", "使われているDKIMセレクタが不明"),
    otherwise: .infoWithoutMail,
    samples: { [.init($0.below("_domainkey"), 24)] },
    statement: { name, asked in
      Wording(
        "Something is published below \(name), but at none of the \(asked) known selectors.",
        "\(name) 以下に何らかのレコードが登録されていますが、既知のセレクタ\(asked)個にはDKIM鍵がありません。")
    },
    remedy: { _, _ in .turnOn })

  let inconclusive = FindingDeclaration(
    "dkim-inconclusive", .info, .dkim, "RFC 9824 §3",
    title: Wording("DNS does not show whether there are DKIM keys", "DKIM鍵の有無をDNSから判断できない"),
    sample: { $0.below("_domainkey") },
    statement: { _ in
      Wording(
        "Whether there are DKIM keys at other selectors can't be told: the zone answers alike for names that don't exist.",
        "ほかのセレクタにDKIM鍵があるかは判断できません。このゾーンは存在しない名前にも同じ応答を返します。")
    },
    remedy: { _ in
      Wording("Name your selectors with --selector.", "お使いのセレクタを --selector で指定してください。")
    })

  /// `text` is the record.
  let malformed = FindingDeclaration<(error: DKIMKeyError, text: [UInt8])>(
    "dkim-malformed", .warning, .dkim, "RFC 6376 §3.6.1",
    title: Wording("A DKIM key is malformed", "DKIM鍵の形式が不正"),
    place: { Finding.Place(text: $0.text, range: $0.error.place) },
    samples: {
      let selector = $0.below("selector1._domainkey")
      let inNote = DKIMKeyError(reason: .tagList(.missingEquals), place: 17..<22)
      let note = Array("v=DKIM1; n=\"old; new\"; p=".utf8)
      let error = DKIMKeyError(reason: .badVersion($0.text), place: 0..<1)
      return [.init(selector, (error: error, text: $0.octets)), .init(selector, (error: inNote, text: note))]
    },
    statement: { selector, values in
      Wording(
        "The DKIM key at \(selector) is malformed: \(values.error.wording.english)",
        "\(selector) のDKIM鍵は形式が正しくありません。\(values.error.wording.japanese)")
    },
    // Signing systems write a note into the record as it was given to them.
    remedy: { _, values in
      DKIMRemedy.isInNote(values.error.place, of: values.text) ? .mendTheNote : .publishAgain
    })

  let severalKeys = FindingDeclaration(
    "dkim-several-keys", .warning, .dkim, "RFC 6376 §3.6.2.2",
    title: Wording("A DKIM selector has several keys", "DKIMセレクタに鍵が複数ある"),
    sample: { $0.below("selector1._domainkey") },
    statement: { selector in
      Wording(
        "\(selector) has several DKIM keys; which one a verifier takes is undefined.",
        "\(selector) にDKIM鍵が複数あり、検証側がどれを使うか不定です。")
    },
    remedy: { .leaveOneText(at: $0) })

  /// With the number of texts beside the one key at a selector.
  let strayText = FindingDeclaration<Int>(
    "dkim-stray-text", .warning, .dkim, "RFC 6376 §3.6.2.2",
    title: Wording("Other TXT records stand beside a DKIM key", "DKIM鍵のほかにTXTレコードがある"),
    samples: { [.init($0.below("selector1._domainkey"), 2)] },
    statement: { selector, count in
      Wording(
        "Beside the DKIM key at \(selector) stand\(count == 1 ? "s another TXT record" : " \(count.grouped) other TXT records"): what a verifier takes is undefined.",
        "\(selector) にはDKIM鍵のほかにTXTレコードが\(count.grouped)個あり、検証側がどれを使うか不定です。")
    },
    remedy: { selector, _ in .leaveOneText(at: selector) })

  /// With the octets of text at one selector.
  let large = FindingDeclaration<Int>(
    "dkim-large", .info, .dkim, "RFC 6376 §3.3.3",
    title: Wording("The answer with a DKIM key is large", "DKIM鍵の応答が大きい"),
    samples: { [.init($0.below("selector1._domainkey"), 1500)] },
    statement: { selector, octets in
      Wording(
        "The TXT records at \(selector) have \(octets.grouped) octets: more than fits a UDP answer, so that every verifier has to ask again over TCP.",
        "\(selector) のTXTレコードは\(octets.grouped)オクテットあります。UDPの応答に収まらず、検証側はTCPで問い合わせ直すことになります。")
    },
    remedy: { _, _ in Wording("An RSA key of 2048 bits is enough.", "RSA 2048ビットの鍵で十分です。") })

  /// `rest` is why that is as it should be, and for information only; nil where it is not.
  let dangling = FindingDeclaration<(target: DomainName, rest: DKIMSelectorAnswer.Rest?)>(
    "dkim-dangling", .warning, .dkim, "RFC 6376 §3.6.2.2",
    title: Wording("A DKIM selector leads to no key", "DKIMセレクタの参照先に鍵がない"),
    otherwise: Wording("info where that is normal", "正常な状態なら情報"),
    samples: { specimens in
      let other = DKIMSelector("selector2").map { DKIMSelectorAnswer.Rest.inTurn(with: $0) }
      return [
        .init(
          specimens.below("selector1._domainkey"), (target: specimens.name, rest: nil), severity: .warning),
        .init(
          specimens.below("selector2._domainkey"), (target: specimens.name, rest: .notYet), severity: .info),
        .init(
          specimens.below("selector1._domainkey"), (target: specimens.name, rest: other), severity: .info),
      ]
    },
    statement: { selector, values in
      switch values.rest {
      case .notYet:
        Wording(
          "\(selector) leads to \(values.target), where no key is yet: normal with Office365 until the first key rotation.",
          "\(selector) のCNAME先 \(values.target) には鍵がまだありません。Office365では、最初の鍵ローテーションまでは、これで正常です。")
      case .inTurn(let other):
        Wording(
          "\(selector) leads to \(values.target), where no key is: normal while \(other), which is used in turn with it, has the key.",
          "\(selector) のCNAME先 \(values.target) に鍵はありませんが、交互に使われる \(other) に鍵があるため正常です。")
      case nil:
        Wording(
          "\(selector) leads to \(values.target), where no DKIM key is.",
          "\(selector) のCNAME先 \(values.target) にDKIM鍵がありません。")
      }
    },
    remedy: { _, values in
      values.rest == nil
        ? Wording(
          "Turn DKIM on in the service that the CNAME leads to, or take the CNAME out.",
          "CNAME先のサービスでDKIMを有効にするか、CNAMEを削除してください。") : nil
    })

  let revoked = FindingDeclaration(
    "dkim-revoked", .info, .dkim, "RFC 6376 §3.6.1",
    title: Wording("A DKIM key is revoked", "DKIM鍵が失効している"), sample: { $0.below("selector1._domainkey") },
    statement: { selector in
      Wording("The DKIM key at \(selector) is revoked (empty p=).", "\(selector) のDKIM鍵は失効しています(p= が空)。")
    })

  let testing = FindingDeclaration(
    "dkim-testing", .warning, .dkim, "RFC 6376 §3.6.1",
    title: Wording("A DKIM key is in test mode", "DKIM鍵がテストモード"),
    sample: { $0.below("selector1._domainkey") },
    statement: { selector in
      Wording(
        "The DKIM key at \(selector) is in test mode (t=y): verifiers may ignore its signatures.",
        "\(selector) のDKIM鍵はテストモード(t=y)です。検証側は署名を無視することがあります。")
    },
    remedy: { selector in
      Wording(
        "When signing works, take `t=y` out of \(selector).", "署名の動作を確認したら \(selector) から `t=y` を外してください。")
    })

  /// With the number of bits.
  let keyShort = FindingDeclaration<Int>(
    "dkim-key-short", .warning, .dkim, "RFC 8301 §3.2",
    title: Wording("A DKIM key is short", "DKIM鍵が短い"),
    samples: { [.init($0.below("selector1._domainkey"), 1024)] },
    statement: { selector, bits in
      Wording(
        "The DKIM key at \(selector) has \(bits) bits; 2048 are recommended.",
        "\(selector) のDKIM鍵は\(bits)ビットです。2048ビットが推奨されています。")
    },
    remedy: { _, _ in .replaceTheKey })

  /// With the number of bits.
  let keyUnusable = FindingDeclaration<Int>(
    "dkim-key-unusable", .warning, .dkim, "RFC 8301 §3.2",
    title: Wording("A DKIM key is too short to be used", "DKIM鍵が短すぎて使われない"),
    otherwise: Wording("critical where it is the only key", "唯一の鍵なら重大"),
    samples: { [.init($0.below("selector1._domainkey"), 512)] },
    statement: { selector, bits in
      Wording(
        "The DKIM key at \(selector) has \(bits) bits: receivers must not accept its signatures.",
        "\(selector) のDKIM鍵は\(bits)ビットしかなく、受信側は署名を有効と認めません。")
    },
    remedy: { _, _ in .replaceTheKey })

  /// With the type.
  let keyTypeUnknown = FindingDeclaration<String>(
    "dkim-key-type-unknown", .warning, .dkim, "RFC 6376 §3.6.1",
    title: Wording("A DKIM key is of an unknown type", "DKIM鍵の種類が不明"),
    samples: { [.init($0.below("selector1._domainkey"), $0.text)] },
    statement: { selector, type in
      Wording(
        "The DKIM key at \(selector) is of the unknown type `\(VisibleText(type))`.",
        "\(selector) のDKIM鍵の種類 `\(VisibleText(type))` は未知のものです。")
    },
    remedy: { _, _ in .publishAgain })

  /// With whether it gives all of them a key that verifiers can use.
  let wildcard = FindingDeclaration<Bool>(
    "dkim-wildcard", .info, .dkim, "RFC 4592 §2.1",
    title: Wording("A wildcard answers for every DKIM selector", "ワイルドカードが全DKIMセレクタに応答する"),
    samples: { [.init($0.below("_domainkey"), false), .init($0.below("_domainkey"), true)] },
    statement: { name, hasKey in
      hasKey
        ? Wording(
          "A wildcard gives every DKIM selector below \(name) without a record of its own the same key: which of them are in use can't be told.",
          "\(name) 以下では、個別のレコードのないセレクタにワイルドカードがすべて同じ鍵を返すため、どれが使われているかは分かりません。")
        : Wording(
          "A wildcard answers every DKIM selector below \(name); answers that are just the wildcard's were not believed.",
          "\(name) 以下はワイルドカードがすべてのセレクタに応答します。ワイルドカードと同じ応答は鍵とみなしていません。")
    })

  let selectorMissing = FindingDeclaration<MissingSelector>(
    "dkim-selector-missing", .warning, .dkim, "RFC 6376 §3.6.2",
    title: Wording("A named DKIM selector has no key", "指定したDKIMセレクタに鍵がない"),
    otherwise: Wording("info where that is normal", "正常な状態なら情報"),
    samples: {
      let turn = MissingSelector(other: DKIMSelector("key2.smx"))
      return [
        .init($0.below("selector1._domainkey"), MissingSelector()),
        .init($0.below("selector1._domainkey"), MissingSelector(hasText: true)),
        .init($0.below("key1.smx._domainkey"), turn, severity: .info),
      ]
    },
    statement: { selector, missing in missing.statement(selector) },
    remedy: { _, missing in missing.remedy })

  let keyNotForMail = FindingDeclaration<DKIMKeyRecord.Exclusion>(
    "dkim-key-not-for-mail", .warning, .dkim, "RFC 8301 §3.1",
    title: Wording("A DKIM key is not for mail", "DKIM鍵がメール用ではない"),
    samples: {
      let name = $0.below("selector1._domainkey")
      return [
        .init(name, DKIMKeyRecord.Exclusion(tag: .hashes, value: $0.octets)),
        .init(name, DKIMKeyRecord.Exclusion(tag: .services, value: $0.octets)),
      ]
    },
    statement: { selector, exclusion in
      switch exclusion.tag {
      case .hashes:
        Wording(
          "Many verifiers do not take the DKIM key at \(selector): its \(exclusion.shown) does not have sha256, with which mail is signed.",
          "\(selector) のDKIM鍵は多くの検証側で使えません。\(exclusion.shown) に、署名に使われるsha256がありません。")
      case .services:
        Wording(
          "The DKIM key at \(selector) is not for mail: its \(exclusion.shown) has neither email nor *.",
          "\(selector) のDKIM鍵はメール用ではありません。\(exclusion.shown) に email も * もありません。")
      }
    },
    remedy: { _, exclusion in
      let tag = exclusion.tag.rawValue
      return Wording("Publish the key without `\(tag)=`.", "`\(tag)=` を外して登録し直してください。")
    })

  /// With the record to publish.
  let keyPKCS1 = FindingDeclaration<[UInt8]>(
    "dkim-key-pkcs1", .warning, .dkim, "RFC 6376 §3.6.1",
    title: Wording("A DKIM key is in a form that most verifiers refuse", "DKIM鍵が多くの検証側で読めない形式"),
    samples: { [.init($0.below("selector1._domainkey"), $0.octets)] },
    statement: { selector, _ in
      Wording(
        "The DKIM key at \(selector) is a bare RSAPublicKey (PKCS#1), as the text of RFC 6376 has it; OpenDKIM, Mail::DKIM, Exim and rspamd refuse it and want a SubjectPublicKeyInfo (erratum 3017), dkimpy takes both.",
        "\(selector) のDKIM鍵はPKCS#1(RSAPublicKey)形式です。RFC 6376の本文どおりですが、OpenDKIM、Mail::DKIM、Exim、rspamdは受け付けず、SubjectPublicKeyInfo形式(正誤表3017)を求めます。dkimpyは両方を受け付けます。"
      )
    },
    remedy: { selector, text in
      Wording(
        "Publish the same key as a SubjectPublicKeyInfo:", "同じ鍵をSubjectPublicKeyInfo形式で登録してください。"
      ).above(DKIMRemedy.republished(selector, text).flatMap(\.lines))
    },
    edits: DKIMRemedy.republished)

  let versionNotFirst = FindingDeclaration(
    "dkim-version-not-first", .info, .dkim, "RFC 6376 §3.6.1",
    title: Wording("The version of a DKIM key is not its first tag", "DKIM鍵の v= が先頭にない"),
    sample: { $0.below("selector1._domainkey") },
    statement: { selector in
      Wording(
        "In the DKIM key at \(selector), v=DKIM1 is not the first tag, where RFC 6376 wants it; the verifiers in use take the key all the same.",
        "\(selector) のDKIM鍵では v=DKIM1 が先頭にありません。RFC 6376は先頭に置くよう定めていますが、実際の検証側はこの鍵を受け付けます。")
    },
    remedy: { _ in Wording("Put v=DKIM1 first when the key is changed.", "次に鍵を変更する際に v=DKIM1 を先頭に置いてください。") })

  /// With the number of names below `_domainkey` that may be zones of their own.
  let delegationsMany = FindingDeclaration<Int>(
    "dkim-delegations-many", .info, .dkim, "docs/security.md",
    title: Wording(
      "Many names below _domainkey may be zones of their own", "_domainkey の下に別ゾーンの可能性がある名前が多い"),
    samples: { [.init($0.below("_domainkey"), 5)] },
    statement: { name, count in
      Wording(
        "\(count.grouped) names below \(name) may be zones of their own; \(DKIMFacts.maximumDelegations) were looked at.",
        "\(name) の下に別ゾーンの可能性がある名前が\(count.grouped)個あります。確認したのは\(DKIMFacts.maximumDelegations)個までです。")
    })
}

extension Finding {
  static let dkim = DKIMFindings()
}

extension Wording {
  fileprivate static let turnOn = Wording(
    "Turn DKIM on where mail is signed and publish its key; name a selector of your own with --selector.",
    "署名するシステムでDKIMを有効にし、公開鍵を登録してください。独自のセレクタは --selector で指定できます。")

  fileprivate static let publishAgain = Wording(
    "Publish the key again as the signing system shows it.", "署名システムが示す値どおりに鍵を登録し直してください。")

  fileprivate static let mendTheNote = Wording(
    "Leave the note in n= out, or write it without a semicolon.",
    "n= の注記を削除するか、セミコロンを使わずに書いてください。")

  fileprivate static func leaveOneText(at selector: String) -> Wording {
    Wording("Leave one TXT record at \(selector).", "\(selector) のTXTレコードを1つにしてください。")
  }

  fileprivate static let replaceTheKey = Wording(
    "Replace it by an RSA key of 2048 bits.", "2048ビットのRSA鍵に交換してください。")
}
