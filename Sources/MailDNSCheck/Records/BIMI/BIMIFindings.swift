/// What keeps mailbox providers from showing a domain's logo (BIMI, an Internet-Draft).
struct BIMIFindings: FindingGroup {
  private static let draft = "draft-brand-indicators-for-message-identification"

  let unknown = FindingDeclaration<Failure>(
    unknown: "bimi-unknown", .bimi, draft + " §7.2",
    title: Wording("BIMI could not be asked", "BIMIを確認できない"), sample: \.logoRecordName,
    statement: { name, failure in
      Wording(
        "The BIMI record at \(name) could not be asked: \(failure.wording.english).",
        "\(name) のBIMIレコードを確認できませんでした: \(failure.wording.japanese)。")
    })

  let missing = FindingDeclaration(
    "bimi-missing", .info, .bimi, draft + " §4",
    title: Wording("There is no BIMI record", "BIMIレコードがない"), sample: \.logoRecordName,
    statement: { name in
      Wording(
        "There is no BIMI record at \(name): mailbox providers show no logo beside the domain's mail.",
        "\(name) にBIMIレコードがなく、受信側のメール画面にドメインのロゴは表示されません。")
    })

  let several = FindingDeclaration<Int>(
    "bimi-several", .warning, .bimi, draft + " §7.2",
    title: Wording("There are several BIMI records", "BIMIレコードが複数ある"),
    samples: { [.init($0.logoRecordName, 2)] },
    statement: { name, count in
      Wording(
        "\(name) has \(count) BIMI records; receivers ignore all of them.",
        "\(name) にBIMIレコードが\(count)個あり、受信側はすべて無視します。")
    },
    remedy: { name, _ in .leaveOneTransportRecord(at: name) })

  let invalid = FindingDeclaration<(text: [UInt8], error: BIMIRecordError)>(
    "bimi-invalid", .warning, .bimi, draft + " §4.3",
    title: Wording("The BIMI record can't be used", "BIMIレコードが不正"),
    place: { Finding.Place(text: $0.text, range: $0.error.place) },
    samples: { specimens in
      ["v=BIMI1; l", "v=BIMI1; a=https://example.jp/a.pem", "v=BIMI1; l=http://example.jp/logo.svg"].map {
        text in
        .init(specimens.logoRecordName, BIMIRecordError.sample(Array(text.utf8)))
      }
    },
    statement: { name, values in
      Wording(
        "Receivers do not use the BIMI record at \(name). \(values.error.wording.english)",
        "\(name) のBIMIレコードは受信側に使われません。\(values.error.wording.japanese)")
    },
    remedy: { name, _ in .correctTransportRecord(at: name) })

  let declined = FindingDeclaration(
    "bimi-declined", .info, .bimi, draft + " §4.3.1",
    title: Wording("The domain declines to have a logo shown", "ロゴの表示を辞退している"), sample: \.logoRecordName,
    statement: { name in
      Wording(
        "The BIMI record at \(name) is empty: the domain declines to have a logo shown.",
        "\(name) のBIMIレコードは空で、ロゴの表示を辞退しています。")
    })

  /// With what the policy lacks; about the domain.
  let policyWeak = FindingDeclaration<BIMIFacts.Precondition>(
    "bimi-dmarc-weak", .warning, .bimi, draft + " §7.1",
    title: Wording("The DMARC policy is too weak for BIMI", "DMARCポリシーがBIMIの条件を満たさない"),
    samples: { specimens in
      let lacks: [BIMIFacts.Precondition] = [
        .noPolicy, .policyNone, .subdomainsNone, .percentage(50), .testing, .organization(specimens.name),
      ]
      return lacks.map { .init(specimens.domain, $0) }
    },
    statement: { domain, precondition in
      let lack = precondition.wording
      return Wording(
        "No receiver shows the logo of \(domain): \(lack.english).",
        "\(domain) のロゴはどの受信側にも表示されません(\(lack.japanese))。")
    },
    remedy: { _, _ in
      Wording(
        "Step up to p=quarantine or p=reject for all mail, subdomains too (no sp=none, no pct below 100, no t=y).",
        "サブドメインを含むすべてのメールについて、p=quarantine または p=reject へ強化してください(sp=none、100未満のpct、t=y は不可)。")
    })

  let policyUnknown = FindingDeclaration(
    "bimi-dmarc-unknown", .unknown, .bimi, draft + " §7.1",
    title: Wording("Whether DMARC is strong enough for BIMI is not known", "DMARCがBIMIの条件を満たすか確認できない"),
    sample: \.domain,
    statement: { domain in
      Wording(
        "Whether the DMARC policy of \(domain) lets receivers show the logo could not be told.",
        "\(domain) のDMARCポリシーがロゴ表示の条件を満たすかどうかを確認できませんでした。")
    },
    remedy: { _ in .askAgain })

  let evidenceMissing = FindingDeclaration(
    "bimi-no-evidence", .info, .bimi, draft + " §4.3",
    title: Wording("BIMI without a certificate", "BIMIに証明書の指定がない"), sample: \.logoRecordName,
    statement: { name in
      Wording(
        "The BIMI record at \(name) names no certificate (a=): providers such as Gmail and Apple show no logo without one.",
        "\(name) のBIMIレコードに証明書(a=)の指定がありません。GmailやAppleなどでは、証明書がないとロゴが表示されません。")
    },
    remedy: { _ in
      Wording(
        "Publish the address of a Verified Mark or Common Mark Certificate as a=.",
        "VMC(認証マーク証明書)またはCMCのURLを a= に指定してください。")
    })
}

extension Finding {
  static let bimi = BIMIFindings()
}

extension FindingSpecimens {
  fileprivate var logoRecordName: DomainName { below("default._bimi") }
}

extension BIMIRecordError {
  /// Of a record that can't be used, for samples; nil where it can.
  fileprivate static func sample(_ text: [UInt8]) -> (text: [UInt8], error: BIMIRecordError)? {
    do throws(BIMIRecordError) {
      _ = try BIMIRecord(parsing: text)
      return nil
    } catch {
      return (text, error)
    }
  }

  fileprivate var wording: Wording {
    switch reason {
    case .syntax: Wording("It is not a list of tag=value.", "「タグ=値」の並びになっていません。")
    case .missingLogo:
      Wording("The address of the logo (l=) is missing.", "ロゴのURL(l=)がありません。")
    case .notSecureAddress(let tag):
      Wording(
        "\(VisibleText.shortened(tag))= is not an https:// address.",
        "\(VisibleText.shortened(tag))= が https:// で始まるURLではありません。")
    }
  }
}

extension BIMIFacts.Precondition {
  /// What is lacking, in half a sentence.
  fileprivate var wording: Wording {
    switch self {
    case .met: Wording("nothing is lacking", "不足はありません")
    case .noPolicy: Wording("it has no DMARC policy", "DMARCポリシーがありません")
    case .policyNone: Wording("its DMARC policy is p=none", "DMARCポリシーが p=none です")
    case .subdomainsNone:
      Wording("its DMARC policy for subdomains is none", "サブドメインへのDMARCポリシーが none です")
    case .percentage(let value):
      Wording("its DMARC policy has pct=\(value)", "DMARCポリシーが pct=\(value) です")
    case .testing: Wording("its DMARC policy is in test mode (t=y)", "DMARCポリシーがテストモード(t=y)です")
    case .organization(let domain):
      Wording("the DMARC policy of \(domain) is weaker", "\(domain) のDMARCポリシーが条件を満たしません")
    case .unknown: Wording("its DMARC policy is not known", "DMARCポリシーを確認できません")
    }
  }
}
