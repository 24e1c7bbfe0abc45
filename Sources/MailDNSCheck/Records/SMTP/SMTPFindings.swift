/// What is wrong with the hosts that take a domain's mail, as they say themselves (RFC 5321, RFC 3207).
struct SMTPFindings: FindingGroup {
  /// About a host.
  let unknown = FindingDeclaration<SMTPGap>(
    "smtp-unknown", .unknown, .hosts, "RFC 5321 §3.1",
    title: Wording("A mail host could not be talked to", "受信ホストに接続して確認できない"),
    failure: { if case .addressUnknown(let failure) = $0.failure { failure } else { nil } },
    samples: { specimens in
      var failures: [SMTPFailure] = [
        .addressUnknown(specimens.failure), .privateAddress, .closed(Errno(code: 111)), .noLibrary,
        .outOfTime,
      ]
      failures += SMTPStage.allCases.flatMap { [.timedOut($0), .brokenOff($0)] }
      let faults: [SMTPReplyFault] = [
        .lineTooLong, .tooManyLines, .noCode(specimens.octets), .mixedCodes,
      ]
      failures += faults.map { .garbled($0, .greeting) }
      let gaps = failures.map { SMTPGap(failure: $0, addresses: ["192.0.2.25"], isShutIn: false) }
      let shutIn = SMTPGap(failure: .timedOut(.connection), addresses: ["192.0.2.25"], isShutIn: true)
      return (gaps + [shutIn]).map { .init(specimens.name, $0) }
    },
    statement: { host, gap in
      let place = gap.place
      return Wording(
        "What \(host)\(place.english) says on port 25 is not known: \(gap.failure.wording.english).",
        "\(host)\(place.japanese)の25番ポートの応答を確認できませんでした: \(gap.failure.wording.japanese)。")
    },
    remedy: { _, gap in gap.remedy })

  /// About a host that does not talk to whoever asks.
  let refused = FindingDeclaration<(reply: SMTPReply, addresses: [String])>(
    "smtp-refused", .unknown, .hosts, "RFC 5321 §3.1",
    title: Wording("A mail host does not talk to this system", "受信ホストに接続を拒否された"),
    otherwise: Wording(
      "info where Exchange Online says that the tenant takes mail from elsewhere only",
      "Exchange Onlineがテナントの制限を理由に拒否した場合は情報"),
    samples: { specimens in
      let replies: [(Int, String)] = [
        (554, "5.7.1 \(specimens.text)"), (421, specimens.text), (550, "5.7.51 TenantInboundAttribution"),
        (550, "5.7.68 TenantInboundAttribution"), (451, "4.7.500 Server busy"),
        (550, "5.7.511 Access denied"),
      ]
      return replies.map { code, text in
        let reply = SMTPReply(code: code, lines: [Array(text.utf8)])
        return .init(
          specimens.name, (reply: reply, addresses: ["192.0.2.25"]),
          severity: ExchangeOnlineReply(reply)?.isOfTenant == true ? .info : nil)
      }
    },
    statement: { host, values in
      let place = Wording.inBrackets(values.addresses)
      let words = VisibleText.shortened(values.reply.text)
      let meaning = ExchangeOnlineReply(values.reply)?.wording ?? Wording(verbatim: "")
      return Wording(
        "\(host)\(place.english) turns this system away: \"\(words)\". \(meaning.english)".trimmedEnd,
        "\(host)\(place.japanese)に接続を拒否されました: 「\(words)」。\(meaning.japanese)")
    },
    remedy: { _, values in
      ExchangeOnlineReply(values.reply)?.isOfTenant == true
        ? nil
        : Wording(
          "Ask from another address, one that has a reverse name and is on no list.",
          "逆引き名があり、ブロックリストに登録されていない別のアドレスから確認してください。")
    })

  /// Hosts or addresses that nobody talked to, about the domain; with their number.
  let partial = FindingDeclaration<Int>(
    "smtp-partial", .info, .hosts, "docs/smtp.md",
    title: Wording("Not all mail hosts were talked to", "接続していない受信ホストがある"),
    samples: { [.init($0.domain, 1), .init($0.domain, 1_000)] },
    statement: { domain, count in
      Wording(
        "\(count.counting("more address", "more addresses")) of the hosts of \(domain) \(count == 1 ? "was" : "were") not talked to.",
        "\(domain) の受信ホストのアドレスのうち、ほかの\(count.grouped)個には接続していません。")
    })

  /// About a host; with what senders demand of it.
  let startTLSMissing = FindingDeclaration<(demand: TLSDemand, isMasked: Bool, addresses: [String])>(
    "starttls-missing", .warning, .hosts, "RFC 3207 §4",
    title: Wording("A mail host offers no STARTTLS", "受信ホストがSTARTTLSに対応していない"),
    otherwise: .byDemand,
    samples: { specimens in
      TLSDemand.allCases.flatMap { demand in
        [false, true].map { isMasked in
          .init(
            specimens.name, (demand: demand, isMasked: isMasked, addresses: ["192.0.2.25"]),
            severity: isMasked ? .unknown : demand.severity)
        }
      }
    },
    statement: { host, values in
      let place = Wording.inBrackets(values.addresses)
      if values.isMasked {
        return Wording(
          "Something between here and \(host)\(place.english) writes over the keywords of EHLO (XXXX): whether the host offers STARTTLS is not known.",
          "\(host)\(place.japanese)までの経路で、EHLOの応答が書き換えられています(XXXX)。STARTTLSの対応は確認できません。")
      }
      return Wording(
        "\(host)\(place.english) offers no STARTTLS: \(values.demand.consequence.english).",
        "\(host)\(place.japanese)がSTARTTLSに対応していません。\(values.demand.consequence.japanese)。")
    },
    remedy: { _, values in
      values.isMasked
        ? Wording(
          "Switch the inspection of SMTP off in the firewall, or ask from another network.",
          "ファイアウォールのSMTP検査を無効にするか、別のネットワークから確認してください。")
        : Wording(
          "Give the host a certificate, and switch STARTTLS on.", "受信ホストに証明書を設定し、STARTTLSを有効にしてください。")
    })

  /// About a host; with its reply, or the words of the TLS library.
  let startTLSFailed = FindingDeclaration<(demand: TLSDemand, words: [UInt8], addresses: [String])>(
    "starttls-failed", .warning, .hosts, "RFC 3207 §4.1",
    title: Wording("TLS with a mail host does not come about", "受信ホストとのTLS接続が成立しない"),
    otherwise: .byDemand,
    samples: { specimens in
      TLSDemand.allCases.map { demand in
        .init(
          specimens.name, (demand: demand, words: specimens.octets, addresses: ["192.0.2.25"]),
          severity: demand.severity)
      }
    },
    statement: { host, values in
      let place = Wording.inBrackets(values.addresses)
      let words = VisibleText.shortened(values.words)
      return Wording(
        "\(host)\(place.english) offers STARTTLS, and TLS does not come about (\(words)): \(values.demand.consequence.english).",
        "\(host)\(place.japanese)はSTARTTLSに対応していますが、TLS接続が成立しません(\(words))。\(values.demand.consequence.japanese)。"
      )
    },
    remedy: { _, _ in
      Wording(
        "See the log of the host: certificate, key, and the versions of TLS that it allows.",
        "受信ホストのログで、証明書、秘密鍵、許可しているTLSのバージョンを確認してください。")
    })

  /// About a host.
  let injected = FindingDeclaration<[String]>(
    "starttls-injection", .warning, .hosts, "RFC 3207 §4.2",
    title: Wording("Text in the clear behind the consent to STARTTLS", "STARTTLSの応答に平文が続いている"),
    samples: { [.init($0.name, ["192.0.2.25"])] },
    statement: { host, addresses in
      let place = Wording.inBrackets(addresses)
      return Wording(
        "\(host)\(place.english), or somebody on the way, sends more in the clear behind its consent to STARTTLS: a client that does not drop it takes it for a part of what is secured.",
        "\(host)\(place.japanese)またはその経路上の機器が、STARTTLSへの応答の直後に平文を送っています。破棄しない送信側では、TLS接続後の応答として扱われます。")
    },
    remedy: { _, _ in
      Wording(
        "Update the software of the host, and look for a device on the way that meddles with SMTP.",
        "受信ホストのソフトウェアを更新し、SMTPに介入する機器が経路上にないかを確認してください。")
    })

  /// About a host; with the version that it came to.
  let versionOutdated = FindingDeclaration<(version: String, addresses: [String])>(
    "tls-version-outdated", .warning, .hosts, "RFC 8996 §2",
    title: Wording("A mail host speaks an outdated version of TLS", "受信ホストのTLSのバージョンが古い"),
    samples: { [.init($0.name, (version: "TLSv1", addresses: ["192.0.2.25"]))] },
    statement: { host, values in
      let place = Wording.inBrackets(values.addresses)
      let version = VisibleText.shortened(values.version)
      return Wording(
        "\(host)\(place.english) speaks no newer TLS than \(version): more and more senders refuse it.",
        "\(host)\(place.japanese)のTLSは \(version) までの対応です。このバージョンを拒否する送信側が増えています。")
    },
    remedy: { _, _ in
      Wording("Allow TLS 1.2 and 1.3 on the host.", "受信ホストでTLS 1.2と1.3を有効にしてください。")
    })
}

extension Finding {
  static let smtp = SMTPFindings()
}
