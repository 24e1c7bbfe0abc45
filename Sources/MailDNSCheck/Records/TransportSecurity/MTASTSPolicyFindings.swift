/// What a domain's MTA-STS policy means for its mail (RFC 8461 §5).
struct MTASTSPolicyFindings: FindingGroup {
  /// About an MX host that no pattern allows.
  let hostUnmatched = FindingDeclaration<MTASTSMismatch>(
    "mta-sts-host-unmatched", .critical, .tls, "RFC 8461 §4.1",
    title: Wording("An MX host is not in the MTA-STS policy", "MTA-STSポリシーにないMXホストがある"),
    otherwise: Wording(
      "warning in mode testing, and without a record", "mode が testing の場合、またはレコードがない場合は警告"),
    samples: { specimens in
      [(MTASTSPolicy.Mode.enforce, Severity.critical), (.testing, .warning)].map { mode, severity in
        .init(
          specimens.name, MTASTSMismatch(mode: mode, hosts: [specimens.name], patterns: [], gateway: nil),
          severity: severity)
      }
    },
    statement: { host, mismatch in
      mismatch.mode == .enforce
        ? Wording(
          "No mx of the MTA-STS policy allows the MX host \(host): senders that follow it do not deliver mail there.",
          "MXホスト \(host) がMTA-STSポリシーのどの mx にも一致しません。MTA-STSに対応した送信側は、このホストにメールを配送しません。")
        : Wording(
          "No mx of the MTA-STS policy allows the MX host \(host): senders that follow it will not deliver mail there in mode enforce.",
          "MXホスト \(host) がMTA-STSポリシーのどの mx にも一致しません。mode を enforce にすると、MTA-STSに対応した送信側はこのホストにメールを配送しなくなります。"
        )
    },
    remedy: { _, mismatch in mismatch.remedy })

  /// The policy of a domain whose mail goes to a gateway, from the time when it went to Office365 itself; about the domain.
  let leftover = FindingDeclaration<MTASTSMismatch>(
    "mta-sts-leftover", .critical, .tls, "RFC 8461 §4.1",
    title: Wording(
      "The MTA-STS policy is left over from before a move to a gateway", "ゲートウェイへの移行前のMTA-STSポリシーが残っている"),
    otherwise: Wording(
      "warning in mode testing, and without a record", "mode が testing の場合、またはレコードがない場合は警告"),
    samples: { specimens in
      [(MTASTSPolicy.Mode.enforce, Severity.critical), (.testing, .warning)].map { mode, severity in
        .init(
          specimens.domain,
          MTASTSMismatch(
            mode: mode, hosts: [specimens.name],
            patterns: [MXPattern(Array("*.mail.protection.outlook.com".utf8)[...])].compactMap(\.self),
            gateway: Wording(verbatim: "SecureMX")), severity: severity)
      }
    },
    statement: { domain, mismatch in
      let patterns = mismatch.patterns.prefix(3).map(\.description).joined(separator: ", ")
      let gateway = mismatch.gateway ?? Wording("a gateway", "ゲートウェイ")
      return mismatch.mode == .enforce
        ? Wording(
          "MX of \(domain) names \(gateway.english), but its MTA-STS policy still allows only Office365 (\(patterns)), in mode enforce: senders such as Gmail and Microsoft do not deliver its mail.",
          "\(domain) のMXは\(gateway.japanese)ですが、MTA-STSポリシー(mode: enforce)は以前のOffice365(\(patterns))だけを許可したままです。GmailやMicrosoftなど、MTA-STSに対応した送信側からのメールが届きません。"
        )
        : Wording(
          "MX of \(domain) names \(gateway.english), but its MTA-STS policy still allows only Office365 (\(patterns)): in mode enforce no mail would arrive from senders that follow it.",
          "\(domain) のMXは\(gateway.japanese)ですが、MTA-STSポリシーは以前のOffice365(\(patterns))だけを許可したままです。mode を enforce にすると、MTA-STSに対応した送信側からのメールが届かなくなります。"
        )
    },
    remedy: { _, mismatch in mismatch.remedy })

  /// About the policy host.
  let testing = FindingDeclaration(
    "mta-sts-testing", .info, .tls, "RFC 8461 §5",
    title: Wording("The MTA-STS policy is in test mode", "MTA-STSポリシーが testing モード"), sample: \.policyHost,
    statement: { host in
      Wording(
        "The MTA-STS policy of \(host) is in mode testing: failures are reported, and the mail is delivered all the same.",
        "\(host) のMTA-STSポリシーは mode が testing です。検証に失敗しても報告されるだけで、メールは配送されます。")
    })

  let testingUnreported = FindingDeclaration(
    "mta-sts-testing-unreported", .warning, .tls, "RFC 8461 §5",
    title: Wording("MTA-STS is tested, and nobody gets the reports", "MTA-STSのテスト結果を受け取る宛先がない"),
    sample: \.policyHost,
    statement: { host in
      Wording(
        "The MTA-STS policy of \(host) is in mode testing, but without TLS-RPT nobody learns of failures: it does nothing.",
        "\(host) のMTA-STSポリシーは mode が testing ですが、TLS-RPTがないため失敗しても通知されず、効果がありません。")
    },
    remedy: { _ in
      Wording(
        "Publish a TLS-RPT record at _smtp._tls below the domain.", "ドメインの _smtp._tls にTLS-RPTレコードを登録してください。")
    })

  let modeNone = FindingDeclaration(
    "mta-sts-mode-none", .info, .tls, "RFC 8461 §5",
    title: Wording("The MTA-STS policy asks for nothing", "MTA-STSポリシーの mode が none"), sample: \.policyHost,
    statement: { host in
      Wording(
        "The MTA-STS policy of \(host) is in mode none: it takes back an older one. When that has run out, record and policy can go.",
        "\(host) のMTA-STSポリシーは mode が none で、以前のポリシーの取り消しを意味します。以前の max_age が過ぎれば、レコードとポリシーを削除できます。")
    })

  /// With the age in seconds.
  let shortAge = FindingDeclaration<UInt32>(
    "mta-sts-max-age-short", .warning, .tls, "RFC 8461 §3.2",
    title: Wording("Senders keep the MTA-STS policy too briefly", "MTA-STSポリシーの max_age が短すぎる"),
    samples: { [.init($0.policyHost, 3600)] },
    statement: { host, age in
      let time = TimeSpan(seconds: age).wording
      return Wording(
        "Senders keep the MTA-STS policy of \(host) for \(time.english) only: whoever keeps them from fetching it that long has switched it off.",
        "\(host) のMTA-STSポリシーの max_age が\(time.japanese)しかありません。その間だけ取得を妨害すれば、MTA-STSを無効にできます。")
    },
    remedy: { _, _ in
      Wording(
        "Set max_age to weeks, such as 1209600, once the policy has proved right.",
        "ポリシーに問題がなければ、max_age を数週間(例: 1209600)にしてください。")
    })
}

extension Finding {
  static let mtaSTSPolicy = MTASTSPolicyFindings()
}

/// A policy and MX hosts that it does not allow.
struct MTASTSMismatch: Hashable, Sendable {
  let mode: MTASTSPolicy.Mode
  /// Those hosts.
  let hosts: [DomainName]
  let patterns: [MXPattern]
  /// Whose the hosts are, where that is a gateway.
  let gateway: Wording?

  /// Hosts that a remedy names; more are as good as many.
  private static let maximumHosts = 4

  fileprivate var remedy: Wording {
    let lines = hosts.prefix(Self.maximumHosts).map { "mx: \($0)" }
    let more = hosts.count > Self.maximumHosts ? " …" : ""
    return Wording(
      "Put these lines into the policy, and then give the record another id: "
        + lines.joined(separator: ", ") + more + ". Senders follow the old policy until they see the new id.",
      "ポリシーに次の行を加えてから、レコードの id を新しい値に変えてください: " + lines.joined(separator: "、") + more
        + "。送信側は新しい id を見るまで、以前のポリシーに従います。")
  }
}
