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

  let missing = FindingDeclaration(
    "dkim-missing", .warning, .dkim, "RFC 6376 §3.6.2",
    title: Wording("There is no DKIM key", "DKIM鍵がない"), otherwise: .infoWithoutMail,
    sample: { $0.below("_domainkey") },
    statement: { name in
      Wording(
        "\(name) does not exist: the domain has no DKIM key at any selector.",
        "\(name) が存在せず、どのセレクタにもDKIM鍵がありません。")
    },
    remedy: { _ in .turnOn })

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
        "他のセレクタにDKIM鍵があるかは判断できません。このゾーンは存在しない名前にも同じ応答を返します。")
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
      let error = DKIMKeyError(reason: .badVersion($0.text), place: 0..<1)
      return [.init($0.below("selector1._domainkey"), (error: error, text: $0.octets))]
    },
    statement: { selector, values in
      Wording(
        "The DKIM key at \(selector) can't be used: \(values.error.wording.english)",
        "\(selector) のDKIM鍵は使えません。\(values.error.wording.japanese)")
    },
    remedy: { _, _ in .publishAgain })

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
        "Beside the DKIM key at \(selector) stand\(count == 1 ? "s another TXT record" : " \(count) other TXT records"): what a verifier takes is undefined.",
        "\(selector) にはDKIM鍵のほかにTXTレコードが\(count)個あり、検証側がどれを使うか不定です。")
    },
    remedy: { selector, _ in .leaveOneText(at: selector) })

  /// With the octets of text at one selector.
  let large = FindingDeclaration<Int>(
    "dkim-large", .info, .dkim, "RFC 6376 §3.3.3",
    title: Wording("The answer with a DKIM key is large", "DKIM鍵の応答が大きい"),
    samples: { [.init($0.below("selector1._domainkey"), 1500)] },
    statement: { selector, octets in
      Wording(
        "The TXT records at \(selector) have \(octets) octets: more than fits a UDP answer, so that every verifier has to ask again over TCP.",
        "\(selector) のTXTレコードは\(octets)オクテットあります。UDPの応答に収まらず、検証側はTCPで問い合わせ直すことになります。")
    },
    remedy: { _, _ in Wording("An RSA key of 2048 bits is enough.", "RSA 2048ビットの鍵で十分です。") })

  /// A normal one is for information only.
  let dangling = FindingDeclaration<(target: DomainName, isNormal: Bool)>(
    "dkim-dangling", .warning, .dkim, "RFC 6376 §3.6.2.2",
    title: Wording("A DKIM selector leads to no key", "DKIMセレクタの参照先に鍵がない"),
    samples: {
      [
        .init($0.below("selector1._domainkey"), (target: $0.name, isNormal: false), severity: .warning),
        .init($0.below("selector2._domainkey"), (target: $0.name, isNormal: true), severity: .info),
      ]
    },
    statement: { selector, values in
      values.isNormal
        ? Wording(
          "\(selector) leads to \(values.target), where no key is yet: normal with Office365 until the first key rotation.",
          "\(selector) の先の \(values.target) にはまだ鍵がありません。Office365では最初の鍵ローテーションまで正常な状態です。")
        : Wording(
          "\(selector) leads to \(values.target), where no DKIM key is.",
          "\(selector) の先の \(values.target) にDKIM鍵がありません。")
    },
    remedy: { _, values in
      values.isNormal
        ? nil
        : Wording(
          "Turn DKIM on in the service that the CNAME leads to, or take the CNAME out.",
          "CNAME先のサービスでDKIMを有効にするか、CNAMEを削除してください。")
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
    otherwise: Wording("critical where it is the only key", "唯一の鍵ならcritical"),
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

  let wildcard = FindingDeclaration(
    "dkim-wildcard", .info, .dkim, "RFC 4592 §2.1",
    title: Wording("A wildcard answers for every DKIM selector", "ワイルドカードが全DKIMセレクタに応答する"),
    sample: { $0.below("_domainkey") },
    statement: { name in
      Wording(
        "A wildcard answers every DKIM selector below \(name); answers that are just the wildcard's were not believed.",
        "\(name) 以下はワイルドカードがすべてのセレクタに応答します。ワイルドカードと同じ応答は鍵と見なしていません。")
    })

  let selectorMissing = FindingDeclaration(
    "dkim-selector-missing", .warning, .dkim, "RFC 6376 §3.6.2",
    title: Wording("A named DKIM selector has no key", "指定したDKIMセレクタに鍵がない"),
    sample: { $0.below("selector1._domainkey") },
    statement: { selector in
      Wording(
        "There is no DKIM key at \(selector), the selector that was named.",
        "指定されたセレクタ \(selector) にDKIM鍵がありません。")
    },
    remedy: { _ in
      Wording("Check the spelling of the selector, or publish its key.", "セレクタの綴りを確認するか、鍵を登録してください。")
    })

  let keyNotForMail = FindingDeclaration(
    "dkim-key-not-for-mail", .warning, .dkim, "RFC 8301 §3.1",
    title: Wording("A DKIM key is not for mail", "DKIM鍵がメール用ではない"),
    sample: { $0.below("selector1._domainkey") },
    statement: { selector in
      Wording(
        "The DKIM key at \(selector) can't be used for mail: its h= excludes SHA-256, or its s= excludes e-mail.",
        "\(selector) のDKIM鍵はメールに使えません(h= にSHA-256がないか、s= がメールを含みません)。")
    },
    remedy: { _ in
      Wording("Publish the key without `h=` and `s=`.", "`h=` と `s=` を外して登録し直してください。")
    })

  /// With the number of names below `_domainkey` that may be zones of their own.
  let delegationsMany = FindingDeclaration<Int>(
    "dkim-delegations-many", .info, .dkim, "docs/security.md",
    title: Wording(
      "Many names below _domainkey may be zones of their own", "_domainkeyの下に別ゾーンの可能性がある名前が多い"),
    samples: { [.init($0.below("_domainkey"), 5)] },
    statement: { name, count in
      Wording(
        "\(count) names below \(name) may be zones of their own; \(DKIMFacts.maximumDelegations) were looked at.",
        "\(name) の下に別ゾーンの可能性がある名前が\(count)個あります。確認したのは\(DKIMFacts.maximumDelegations)個までです。")
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

  fileprivate static func leaveOneText(at selector: String) -> Wording {
    Wording("Leave one TXT record at \(selector).", "\(selector) のTXTレコードを1つにしてください。")
  }

  fileprivate static let replaceTheKey = Wording(
    "Replace it by an RSA key of 2048 bits.", "2048ビットのRSA鍵に交換してください。")
}
