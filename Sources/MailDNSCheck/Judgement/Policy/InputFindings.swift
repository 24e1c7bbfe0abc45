/// What a run was given and could not use.
struct InputFindings: FindingGroup {
  /// About the text of a line; with the line's place and what is wrong with it.
  let lineRefused = FindingDeclaration<(place: String, reason: Wording)>(
    "input-line-refused", .unknown, .domain, "docs/ci.md",
    title: Wording("A line of the list is no domain, and was not checked", "一覧の行がドメインではないため検査していない"),
    samples: { specimens in
      let error = MailDomainError(text: specimens.text, reason: .underscore)
      return [.init(VisibleText.shortened(specimens.text), (place: "domains.txt:2", reason: error.wording))]
    },
    statement: { _, values in
      Wording("\(values.place): \(values.reason.english).", "\(values.place): \(values.reason.japanese)。")
    })

  /// About a file; with what is wrong with it.
  let unusable = FindingDeclaration<Wording>(
    "input-unusable", .critical, .domain, "docs/ci.md",
    title: Wording(
      "A file that the run needs can't be used: nothing was checked", "必要なファイルを使えないため、何も検査していない"),
    samples: { specimens in
      let text = VisibleText.shortened(specimens.text)
      return [.init("policy.json", Wording(verbatim: "policy.json:3:5: " + text))]
    },
    statement: { _, reason in
      Wording("Nothing was checked: \(reason.english).", "検査を実行できませんでした: \(reason.japanese)。")
    })

  /// What ends a run over a list before its time.
  enum End: Hashable, Sendable {
    case deadline
    /// With the signal's name, as `SIGTERM`.
    case signal(String)
  }

  /// About a list; with how many domains have their report.
  let cutOff = FindingDeclaration<(count: Int, end: End)>(
    "input-cut-off", .unknown, .domain, "docs/ci.md",
    title: Wording(
      "The run ended before the end of the list: the rest was not checked", "一覧の途中で終了し、残りを検査していない"),
    samples: { _ in
      [.init("domains.txt", (1_200, .deadline)), .init("domains.txt", (1_200, .signal("SIGTERM")))]
    },
    statement: { _, values in
      switch values.end {
      case .deadline:
        Wording(
          "The deadline came after \(values.count.counting("domain", "domains")): the rest of the list was not checked.",
          "期限(--deadline)に達したため、\(values.count.grouped)ドメインで打ち切りました。一覧の残りは検査していません。")
      case .signal(let name):
        Wording(
          "\(name) ended the run after \(values.count.counting("domain", "domains")): the rest of the list was not checked.",
          "\(name)により、\(values.count.grouped)ドメインで終了しました。一覧の残りは検査していません。")
      }
    },
    remedy: { _, values in
      switch values.end {
      case .deadline:
        Wording(
          "Give the run more time (--deadline), or let the next one go on where it ended (--resume).",
          "--deadline を延ばすか、--resume で続きから検査してください。")
      case .signal:
        Wording(
          "Run it again; with --resume a run goes on where the one before ended.",
          "もう一度実行してください。--resume を使うと続きから検査できます。")
      }
    })
}

extension Finding {
  static let input = InputFindings()
}
