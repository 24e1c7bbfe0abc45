/// Programs that make something else of a record than its owner meant (docs/receivers.md).
struct ReceiverFindings: FindingGroup {
  let dmarc = FindingDeclaration<ReceiverDifference<DMARCReceiverResult>>(
    "dmarc-receivers-differ", .warning, .dmarc, "RFC 9989 §4.7",
    title: Wording("Programs read the DMARC record in different ways", "プログラムによりDMARCレコードの解釈が異なる"),
    otherwise: .infoWhereRare,
    samples: {
      [
        .init(
          $0.recordName, .sample(.reject, DMARCReader.all.map(\.receiver), [.ignored, .none]), severity: nil)
      ]
    },
    statement: { name, difference in
      Wording(
        "Not every program reads the DMARC record at \(name) as \(difference.meant.rawValue), as it is meant. \(difference.list.english).",
        "\(name) のDMARCレコードを意図どおり(\(difference.meant.rawValue))に解釈しないプログラムがあります。\(difference.list.japanese)。")
    },
    remedy: { name, difference in .publishPlain(at: name, difference.plain) ?? .mendTheRest })

  let dkim = FindingDeclaration<ReceiverDifference<DKIMReceiverResult>>(
    "dkim-receivers-differ", .warning, .dkim, "RFC 6376 §3.6.1",
    title: Wording("Programs read the DKIM key in different ways", "プログラムによりDKIM鍵の解釈が異なる"),
    otherwise: .infoWhereRare,
    samples: {
      [.init($0.below("selector1._domainkey"), .sample(.pass, DKIMReader.all.map(\.receiver), [.fail]))]
    },
    statement: { name, difference in
      Wording(
        "A good signature by the DKIM key at \(name) is not good to every program. \(difference.list.english).",
        "\(name) のDKIM鍵による正しい署名を検証できないプログラムがあります。\(difference.list.japanese)。")
    },
    remedy: { name, difference in .publishPlain(at: name, difference.plain) })

  let spf = FindingDeclaration<ReceiverDifference<SPFResult>>(
    "spf-receivers-differ", .warning, .spf, "RFC 7208 §4.6",
    title: Wording("Programs read the SPF record in different ways", "プログラムによりSPFレコードの解釈が異なる"),
    otherwise: .infoWhereRare,
    samples: { [.init($0.name, .sample(.fail, SPFReader.all.map(\.receiver), [.pass, .permerror]))] },
    statement: { name, difference in
      Wording(
        "For some senders programs come to another result by the SPF record at \(name) than RFC 7208 (\(difference.meant.rawValue)). \(difference.list.english).",
        "\(name) のSPFレコードの判定が、RFC 7208(\(difference.meant.rawValue))と異なるプログラムがあります。\(difference.list.japanese)。"
      )
    },
    remedy: { name, difference in
      difference.plain.map { .publishPlain(at: name, $0) }
        ?? Wording.mendTheRest.followed(
          by: Wording(
            " If there are none, write no more than about 60 terms in one record.",
            "ほかになければ、1レコードの項を60個程度までに減らしてください。"))
    })
}

extension Finding {
  static let receivers = ReceiverFindings()
}

extension Wording {
  fileprivate static let infoWhereRare = Wording(
    "info where no program in wide use does", "広く使われているプログラムでない場合は情報")

  fileprivate static let mendTheRest = Wording(
    "Mend what the other findings on the record name: then programs agree.",
    "このレコードに関するほかの検出事項を解消してください。プログラム間の違いもなくなります。")

  fileprivate static func publishPlain(at name: String, _ text: [UInt8]?) -> Wording? {
    text.map { publishPlain(at: name, $0) }
  }

  fileprivate static func publishPlain(at name: String, _ text: [UInt8]) -> Wording {
    let text = VisibleText(text).description
    return Wording(
      "So that all agree, publish this as the only TXT record of its kind at \(name): \"\(text)\"",
      "すべてのプログラムで同じ解釈になるよう、\(name) のレコードを次の1つにしてください: \"\(text)\"")
  }
}

extension ReceiverDifference {
  /// What the first programs make of a record, in turn.
  fileprivate static func sample(_ meant: Result, _ receivers: [Receiver], _ results: [Result])
    -> ReceiverDifference
  {
    let readings = receivers.prefix(results.count).enumerated().map { index, receiver in
      ReceiverReading(receiver: receiver, result: results[index])
    }
    return ReceiverDifference(meant: meant, readings: readings, plain: Array("v=…; …".utf8))
  }
}
