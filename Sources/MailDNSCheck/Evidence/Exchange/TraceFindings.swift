/// What message traces have of a message whose header was read.
struct TraceFindings: FindingGroup {
  /// With the rows that a message has in a trace, their statuses, and who handed it over; nil where the trace does not say.
  let inTrace = FindingDeclaration<(rows: Int, statuses: [String], host: Wording?)>(
    "message-in-trace", .info, .message, "docs/exchange.md",
    title: Wording("The message trace has the message", "メッセージ追跡に記録がある"),
    samples: {
      [
        .init("<1@client.example>", (rows: 1, statuses: [$0.text], host: Wording(verbatim: "198.51.100.77"))),
        .init("<1@client.example>", (rows: 2, statuses: [], host: nil)),
      ]
    },
    statement: { _, values in
      let list = values.statuses.map { VisibleText.shortened($0) }.listed
      let (status, statusJa) = values.statuses.isEmpty ? ("unknown", "不明") : (list.english, list.japanese)
      return Wording(
        "The message trace has it in \(values.rows.counting("row", "rows")): \(status); handed over by \(values.host?.english ?? "a host that it does not name").",
        "メッセージ追跡に\(values.rows.grouped)行の記録があります: \(statusJa)。接続元: \(values.host?.japanese ?? "記録なし")。")
    })

  /// With what a row that was found by the message's id has instead.
  let otherInTrace = FindingDeclaration<TraceMatch.Contradiction>(
    "message-trace-contradicts", .warning, .message, "docs/exchange.md",
    title: Wording("The message trace has another message under its id", "メッセージ追跡では同じIDが別のメール"),
    samples: {
      [
        .init("<1@client.example>", .messageID($0.text)),
        .init("<1@client.example>", .sender("a@client.example")),
      ]
    },
    statement: { _, other in
      switch other {
      case .messageID(let id):
        let shown = VisibleText.shortened(id)
        return Wording(
          "The row of the message trace that has the message's id is of another message (Message-ID \(shown)): what it says is not taken for this one's.",
          "メッセージ追跡で同じIDの行は別のメール(Message-ID \(shown))のため、このメールの記録とはみなしません。")
      case .sender(let address):
        let shown = VisibleText.shortened(address)
        return Wording(
          "The row of the message trace that was found for the message has another sender (\(shown)): what it says is not taken for this one's.",
          "メッセージ追跡で見つかった行は送信者が異なる(\(shown))ため、このメールの記録とはみなしません。")
      }
    },
    remedy: { _, _ in
      Wording(
        "Export the trace of the message's own tenant and time; if it is, the header was changed or put together.",
        "このメールを受信したテナントと期間の追跡結果を出力してください。それでも一致しなければ、ヘッダーが変更されています。")
    })

  /// With whether every row of the traces could be looked at.
  let notInTrace = FindingDeclaration<Bool>(
    "message-not-in-trace", .info, .message, "docs/exchange.md",
    title: Wording("The message trace lacks the message", "メッセージ追跡に記録がない"),
    samples: { _ in [.init("<1@client.example>", true), .init("<1@client.example>", false)] },
    statement: { _, isWhole in
      isWhole
        ? Wording(
          "No row of the message trace is of this message: it covers another time, or another tenant.",
          "このメールはメッセージ追跡にありません。期間またはテナントが異なります。")
        : Wording(
          "None of the first \(TraceIndex.maximumRows.grouped) rows of the message trace is of this message; the others were not looked at.",
          "メッセージ追跡の先頭\(TraceIndex.maximumRows.grouped)行に、このメールはありません。残りは照合していません。")
    })
}

extension Finding {
  static let trace = TraceFindings()
}
