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
        "The message trace has it in \(values.rows.grouped) \(values.rows == 1 ? "row" : "rows"): \(status); handed over by \(values.host?.english ?? "a host that it does not name").",
        "メッセージ追跡に\(values.rows.grouped)行の記録があります: \(statusJa)。接続元: \(values.host?.japanese ?? "記録なし")。")
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
