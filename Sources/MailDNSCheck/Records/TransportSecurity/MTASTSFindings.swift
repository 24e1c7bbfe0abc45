/// What is wrong with a domain's MTA-STS record and policy (RFC 8461).
struct MTASTSFindings: FindingGroup {
  let unknown = FindingDeclaration<Failure>(
    unknown: "mta-sts-unknown", .tls, "RFC 8461 §3.1",
    title: Wording("MTA-STS could not be asked", "MTA-STSを確認できない"), sample: \.policyRecordName,
    statement: { name, failure in
      Wording(
        "The MTA-STS record at \(name) could not be asked: \(failure.wording.english).",
        "\(name) のMTA-STSレコードを確認できませんでした: \(failure.wording.japanese)。")
    })

  let missing = FindingDeclaration(
    "mta-sts-missing", .info, .tls, "RFC 8461 §3.1",
    title: Wording("There is no MTA-STS", "MTA-STSがない"), sample: \.domain,
    statement: { domain in
      Wording(
        "\(domain) has no MTA-STS: senders can't tell from it that mail must come over TLS.",
        "\(domain) にMTA-STSがありません。送信側に、TLSでの配送を必須にする意思が伝わりません。")
    })

  /// With the text that was meant as the record.
  let notRecognized = FindingDeclaration<[UInt8]>(
    "mta-sts-not-recognized", .warning, .tls, "RFC 8461 §3.1",
    title: Wording("An MTA-STS record is not recognized as one", "MTA-STSレコードと認識されない"),
    place: { Finding.Place(text: $0, range: 0..<min($0.count, 8)) },
    samples: { [.init($0.policyRecordName, Array("v=stsv1; id=20261129".utf8))] },
    statement: { name, _ in
      Wording(
        "A TXT record at \(name) is meant as MTA-STS, but does not begin with exactly \"v=STSv1;\": senders ignore it.",
        "\(name) のTXTレコードはMTA-STSのつもりのようですが、「v=STSv1;」で正確に始まっていないため、送信側に無視されます。")
    },
    remedy: { name, _ in .correctTransportRecord(at: name) })

  /// With the number of records.
  let several = FindingDeclaration<Int>(
    "mta-sts-several", .warning, .tls, "RFC 8461 §3.1",
    title: Wording("There are several MTA-STS records", "MTA-STSレコードが複数ある"),
    samples: { [.init($0.policyRecordName, 2)] },
    statement: { name, count in
      Wording(
        "\(name) has \(count) MTA-STS records; senders ignore all of them.",
        "\(name) にMTA-STSレコードが\(count)個あり、送信側はすべて無視します。")
    },
    remedy: { name, _ in .leaveOneTransportRecord(at: name) })

  let recordInvalid = FindingDeclaration<(text: [UInt8], error: TransportRecordError)>(
    "mta-sts-record-invalid", .warning, .tls, "RFC 8461 §3.1",
    title: Wording("The MTA-STS record can't be used", "MTA-STSレコードが不正"),
    place: { Finding.Place(text: $0.text, range: $0.error.place) },
    samples: { specimens in
      ["v=STSv1; id=2026-11-29", "v=STSv1;", "v=STSv1; id", "v=STSv1;; id=1", "v=STSv1; -=1", "v=STSv1; x="]
        .map {
          text in
          .init(specimens.policyRecordName, TransportRecordError.sample(text))
        } + [
          .init(
            specimens.policyRecordName, TransportRecordError.sample("v=STSv1; id=1; x=\(specimens.text)="))
        ]
    },
    statement: { name, values in
      Wording(
        "Senders do not use the MTA-STS record at \(name). \(values.error.wording.english)",
        "\(name) のMTA-STSレコードは送信側に使われません。\(values.error.wording.japanese)")
    },
    remedy: { name, _ in .correctTransportRecord(at: name) })

  /// About the policy host.
  let policyUnknown = FindingDeclaration<MTASTSPolicyFailure>(
    "mta-sts-policy-unknown", .unknown, .tls, "RFC 8461 §3.3",
    title: Wording("The MTA-STS policy could not be fetched", "MTA-STSポリシーを取得できない"),
    failure: { if case .addressUnknown(let failure) = $0 { failure } else { nil } },
    samples: { specimens in
      let failures: [MTASTSPolicyFailure] =
        [
          .addressUnknown(specimens.failure), .offline, .noLibrary, .noTrustStore, .unknownIssuer, .timedOut,
          .connection(specimens.text),
        ] + (IPAddress("10.0.0.1").map { [.privateAddress($0)] } ?? [])
      return failures.map { .init(specimens.policyHost, $0) }
    },
    statement: { host, failure in
      Wording(
        "The MTA-STS policy at \(host) could not be fetched: \(failure.wording.english).",
        "\(host) のMTA-STSポリシーを取得できませんでした: \(failure.wording.japanese)。")
    },
    remedy: { _, failure in failure.remedy })

  /// The same, about the policy host.
  let policyUnavailable = FindingDeclaration<MTASTSPolicyFailure>(
    "mta-sts-policy-unavailable", .warning, .tls, "RFC 8461 §3.3",
    title: Wording("Senders get no MTA-STS policy", "送信側がMTA-STSポリシーを取得できない"),
    samples: { specimens in
      let failures: [MTASTSPolicyFailure] = [
        .noAddress, .redirect(status: 302), .status(404), .mediaType(nil), .mediaType(specimens.octets),
        .tooLarge, .certificate(.otherName), .certificate(.expired), .certificate(.notYetValid),
        .certificate(.selfSigned),
      ]
      return failures.map { .init(specimens.policyHost, $0) }
    },
    statement: { host, failure in
      Wording(
        "Senders get no MTA-STS policy from \(host): \(failure.wording.english). Those who know none go on as if there were no MTA-STS; those who have kept an older one follow that.",
        "送信側は \(host) からMTA-STSポリシーを取得できません: \(failure.wording.japanese)。ポリシーを持たない送信側はMTA-STSがないものとして配送し、以前のポリシーを保持している送信側はそれに従います。"
      )
    },
    remedy: { _, failure in failure.remedy })

  let policyInvalid = FindingDeclaration<MTASTSPolicyError>(
    "mta-sts-policy-invalid", .warning, .tls, "RFC 8461 §3.2",
    title: Wording("The MTA-STS policy can't be used", "MTA-STSポリシーが不正"),
    samples: { specimens in
      let text = specimens.octets
      let reasons: [(MTASTSPolicyError.Reason, Int?)] = [
        (.tooLarge, nil), (.empty, nil), (.noKey(text), 1), (.badValue(key: "mode"), 2),
        (.missing(key: "version"), nil), (.badVersion(text), 1), (.badMode(text), 2),
        (.badMaximumAge(text), 3),
        (.badPattern(text), 4), (.noPattern, nil),
      ]
      return reasons.map { .init(specimens.policyHost, MTASTSPolicyError(reason: $0.0, line: $0.1)) }
    },
    statement: { host, error in
      Wording(
        "Senders can't use the MTA-STS policy of \(host). \(error.wording.english)",
        "\(host) のMTA-STSポリシーは送信側に使われません。\(error.wording.japanese)")
    },
    remedy: { _, _ in
      Wording(
        "Correct the policy, and give the record another id.", "ポリシーを修正し、レコードの id を新しい値に変えてください。")
    })

  /// With the first empty line.
  let policyEmptyLine = FindingDeclaration<Int>(
    "mta-sts-policy-empty-line", .info, .tls, "RFC 8461 §3.2",
    title: Wording("The MTA-STS policy has an empty line", "MTA-STSポリシーに空行がある"),
    samples: { [.init($0.policyHost, 5)] },
    statement: { host, line in
      Wording(
        "Line \(line) of the MTA-STS policy of \(host) is empty, which the grammar does not have: some sender may refuse the policy.",
        "\(host) のMTA-STSポリシーの\(line)行目が空行です。文法上は認められないため、ポリシーを拒否する送信側があるかもしれません。")
    },
    remedy: { _, _ in Wording("Leave the line out.", "空行を削除してください。") })

  /// A policy that was handed over for a domain without a record, about the name of the record.
  let policyWithoutRecord = FindingDeclaration(
    "mta-sts-policy-without-record", .warning, .tls, "RFC 8461 §3.1",
    title: Wording("There is an MTA-STS policy, and no record", "MTA-STSのポリシーだけがありレコードがない"),
    sample: \.policyRecordName,
    statement: { name in
      Wording(
        "There is no MTA-STS record at \(name): senders do not ask for the policy.",
        "\(name) にMTA-STSレコードがないため、送信側はポリシーを参照しません。")
    },
    remedy: { name in
      Wording(
        "Publish the record, with an id that changes with the policy, once the policy can be fetched:",
        "ポリシーを公開した後に、次のレコードを登録してください。id はポリシーを変えるたびに新しい値にします。"
      ).above(["\(name). TXT \"v=STSv1; id=1\""])
    })
}

extension Finding {
  static let mtaSTS = MTASTSFindings()
}

extension FindingSpecimens {
  var policyRecordName: DomainName { below("_mta-sts") }
  var policyHost: DomainName { below("mta-sts") }
}

extension TransportRecordError {
  /// Of a record that can't be used, for samples; nil where it can.
  fileprivate static func sample(_ text: String) -> (text: [UInt8], error: TransportRecordError)? {
    let text = Array(text.utf8)
    do throws(TransportRecordError) {
      _ = try MTASTSRecord(parsing: text)
      return nil
    } catch {
      return (text, error)
    }
  }
}

extension Wording {
  static func correctTransportRecord(at name: String) -> Wording {
    Wording(
      "Correct the TXT record at \(name); the rest of it can stay as it is.",
      "\(name) のTXTレコードの該当箇所を修正してください(ほかの部分はそのままで構いません)。")
  }

  static func leaveOneTransportRecord(at name: String) -> Wording {
    Wording("Leave one of them at \(name).", "\(name) のレコードを1つにしてください。")
  }
}
