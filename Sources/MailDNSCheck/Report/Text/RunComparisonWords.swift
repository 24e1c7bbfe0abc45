extension RunComparison {
  /// What all comes to, the most important first.
  func lines(_ language: Language) -> [String] {
    var lines: [Wording] = []
    if isSudden { lines.append(sudden) }
    lines.append(sum)
    if isSudden {
      for (group, domains) in commonChanges(Self.commonShown) {
        let change = DomainChanges.Change(
          subject: ChangeSubject(kind: group.kind), removed: group.removed, added: group.added,
          weight: .change)
        lines.append(
          Wording("At \(domains.grouped) domains: ", "\(domains.grouped)件のドメインで: ")
            + group.kind.groupWording + Wording(verbatim: ": ") + change.values)
      }
    }
    if unseen > 0 {
      lines.append(
        Wording(
          "\(Self.domains(unseen)) with something that could not be seen this time; the last known value stands.",
          "今回確認できない項目のあるドメイン: \(unseen.grouped)件。最後に確認した値のままとみなします。"))
    }
    if infos > 0 {
      lines.append(
        Wording(
          "\(Self.domains(infos)) with nothing but what is worth knowing.",
          "参考情報だけのドメイン: \(infos.grouped)件。"))
    }
    if added > 0 {
      lines.append(
        Wording("Only in the later run: \(Self.domains(added)).", "新しい実行だけにあるドメイン: \(added.grouped)件。"))
    }
    if gone > 0 {
      lines.append(
        Wording("Only in the earlier run: \(Self.domains(gone)).", "以前の実行だけにあるドメイン: \(gone.grouped)件。"))
    }
    return lines.map { $0[language] }
  }

  private static let commonShown = 3

  private static func domains(_ count: Int) -> String { count.counting("domain", "domains") }

  private var sum: Wording {
    let since = before.flatMap { RunTime($0) }
    let (english, japanese) = (since.map { " since \($0)" } ?? "", since.map { "\($0)以降、" } ?? "")
    guard changed > 0 else {
      return Wording(
        "Nothing has changed\(english) at \(Self.domains(compared)).",
        "\(japanese)\(compared.grouped)件のドメインに変化はありません。")
    }
    return Wording(
      "\(changed.grouped) of \(Self.domains(compared)) \(changed == 1 ? "has" : "have") changed\(english)"
        + (critical > 0 ? ", \(critical.grouped) of them in an area that is critical now." : "."),
      "\(japanese)\(compared.grouped)件のうち\(changed.grouped)件のドメインが変化しました"
        + (critical > 0 ? "(変化した検査項目が現在「重大」: \(critical.grouped)件)。" : "。"))
  }

  /// Said before all else.
  private var sudden: Wording {
    let percentage = changed * 100 / max(1, compared)
    return Wording(
      "\(percentage) % of the domains have changed at once: rather a fault of the resolver or a provider's move than a change at each.",
      "ドメインの\(percentage)%が一度に変化しています。個々の変更よりも、リゾルバの障害や事業者側の移行が疑われます。")
  }
}

extension ChangeKind {
  /// Without the name of one selector or host.
  fileprivate var groupWording: Wording {
    switch self {
    case .dkim: Wording("DKIM key", "DKIM鍵")
    case .dkimName: Wording("CNAME of a DKIM key", "DKIM鍵のCNAME")
    case .tlsa: Wording(verbatim: "TLSA")
    default: ChangeSubject(kind: self).wording
    }
  }
}

extension Wording {
  static let changesColumn = Wording("What has changed", "変化")
  static let onlyLater = Wording("Only in the later run", "新しい実行だけにあるドメイン")
  static let onlyEarlier = Wording("Only in the earlier run", "以前の実行だけにあるドメイン")
}
