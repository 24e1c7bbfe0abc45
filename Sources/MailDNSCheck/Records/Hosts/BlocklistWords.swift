extension BlocklistDoubt {
  /// Why the list's word does not count, in half a sentence.
  var wording: Wording {
    switch self {
    case .failed(let failure): failure.wording
    case .refused(let code): Self.refusal(code)
    case .outside(let address):
      Wording(
        "the answer is \(address), which no list gives: a resolver or filter that leads elsewhere, or a zone that was sold",
        "リストの回答ではない \(address) が返る(リゾルバやフィルターによる書き換え、または失効したゾーン)")
    case .testEntryMissing:
      Wording(
        "the entry for tests that every list has (127.0.0.2) is not there: the list is dead, or empty for this resolver",
        "必ずあるはずのテスト用の登録(127.0.0.2)がない(廃止されたか、このリゾルバには空の応答)")
    case .listsEverything:
      Wording(
        "it lists what no list has (127.0.0.1), and so everything", "登録されないはずの 127.0.0.1 まで登録されている(すべてを登録)")
    }
  }

  private static func refusal(_ code: IPv4Address) -> Wording {
    switch code.value & 0xFF {
    case 252: Wording("it says that its zone is misspelt (\(code))", "ゾーン名の誤りとの応答(\(code))")
    case 254:
      Wording("it does not answer public resolvers (\(code))", "公開リゾルバからの問い合わせを拒否(\(code))")
    case 255: Wording("it was asked too much (\(code))", "問い合わせ数の上限を超過(\(code))")
    default: Wording("it refuses to answer (\(code))", "応答を拒否(\(code))")
    }
  }

  /// What to do to learn it after all.
  var remedy: Wording {
    switch self {
    case .failed(let failure): failure.remedy
    case .refused:
      Wording(
        "Ask through a resolver of your own (--server), or leave the list out (--blocklist names those to ask).",
        "自前のリゾルバ(--server で指定)から問い合わせるか、このリストを除いてください(--blocklist で使うリストを指定)。")
    case .outside, .testEntryMissing, .listsEverything:
      Wording(
        "Ask another resolver (--server), or leave the list out (--blocklist names those to ask).",
        "別のリゾルバ(--server で指定)から問い合わせるか、このリストを除いてください(--blocklist で使うリストを指定)。")
    }
  }
}

extension BlocklistListing {
  /// The list, with the parts of it; in Japanese with the blanks around it.
  var wording: Wording {
    parts.isEmpty
      ? Wording("\(list)", " \(list) ")
      : Wording("\(list) (\(parts.joined(separator: ", ")))", " \(list)(\(parts.joined(separator: "、")))")
  }

  /// Behind the sentence on what to do.
  var place: Wording { page.map { Wording(" (\($0))", "(\($0))") } ?? Wording(verbatim: "") }
}
