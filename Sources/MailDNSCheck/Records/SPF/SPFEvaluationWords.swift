extension SPFEvaluationError {
  /// Why there is no result of a record, in one sentence.
  var wording: Wording {
    switch self {
    case .unusableDomain:
      Wording("The sender's domain is not one that could publish SPF.", "送信者のドメインはSPFを公開できる名前ではありません。")
    case .noRecord(let domain):
      Wording("\(domain) publishes no SPF record.", "\(domain) にSPFレコードがありません。")
    case .several(let domain):
      Wording("\(domain) publishes more than one SPF record.", "\(domain) にSPFレコードが複数あります。")
    case .syntax(let domain, let errors, _):
      Wording(
        "The record of \(domain) has a syntax error: \(errors.first.reason.wording.english)",
        "\(domain) のレコードに構文エラーがあります。\(errors.first.reason.wording.japanese)")
    case .missingTarget(let domain?):
      Wording(
        "An include or redirect leads to \(domain), which has no SPF record.",
        "includeまたはredirectの先 \(domain) にSPFレコードがありません。")
    case .missingTarget(nil):
      Wording(
        "An include or redirect leads to what is no domain name.", "includeまたはredirectの先がドメイン名になりません。")
    case .tooManyLookups:
      Wording(
        "More than \(SPFTree.lookupLimit) DNS look-ups would be needed.",
        "DNS参照が上限の\(SPFTree.lookupLimit)回を超えます。")
    case .tooManyVoidLookups:
      Wording(
        "More than \(SPFTree.voidLookupLimit) look-ups come back empty.",
        "空応答(void lookup)が上限の\(SPFTree.voidLookupLimit)回を超えます。")
    case .tooManyExchanges(let domain):
      Wording(
        "\(domain) has more than \(SPFEvaluator.maximumExchanges) MX records.",
        "\(domain) のMXレコードが\(SPFEvaluator.maximumExchanges)個を超えています。")
    case .dns(let question, let failure):
      Wording(
        "\(question) could not be asked: \(failure.wording.english).",
        "\(question) を確認できませんでした: \(failure.wording.japanese)。")
    }
  }
}

extension SPFStep.Outcome {
  /// What came of one term, in a few words.
  var wording: Wording {
    switch self {
    case .matched(let result): Wording("matches: \(result.rawValue)", "一致: \(result.rawValue)")
    case .otherAddress: Wording("another address", "別のアドレス")
    case .nothingThere(let name): Wording("nothing at \(name)", "\(name) にレコードなし")
    case .notPassed(let result): Wording("its record says \(result.rawValue)", "参照先の判定は\(result.rawValue)")
    case .unusableName: Wording("expands to no domain name", "展開結果がドメイン名にならない")
    case .notValidated: Wording("no validated reverse name there", "検証済みの逆引き名なし")
    case .followed(let name): Wording("goes on at \(name)", "\(name) で続行")
    }
  }
}

extension Wording {
  static let noTermMatched = Wording(
    "No term matches, and the record has no `all`.", "一致する項がなく、レコードに `all` もありません。")
  static let lacksHELO = Wording(
    "A term depends on the HELO name (%{h}), which was not given: with --helo NAME the result may be another.",
    "HELO名(%{h})に依存する項がありますが、HELO名が指定されていません。--helo を付けると結果が変わる場合があります。")
  static let terms = Wording("Terms tried", "評価した項")

  static func decided(by term: String, path: String) -> Wording {
    Wording("Decided by \(term), on the path \(path).", "\(term) により判定(参照経路: \(path))。")
  }

  /// `helo` is nil where none was given.
  static func sender(_ address: IPAddress, helo: String?) -> Wording {
    Wording("from \(address), HELO \(helo ?? "-")", "送信元 \(address)、HELO \(helo ?? "指定なし")")
  }

  static func explanation(_ text: String) -> Wording {
    Wording("The domain explains: \(text)", "ドメインからの説明: \(text)")
  }
}
