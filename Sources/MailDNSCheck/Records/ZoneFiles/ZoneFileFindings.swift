/// What name servers make of a zone file (RFC 1035 §5), which is not always the same.
struct ZoneFileFindings: FindingGroup {
  /// A line that the zone's own server refuses, and the file with it.
  let lineRefused = FindingDeclaration<ZoneFileError>(
    "zone-line-refused", .critical, .domain, "RFC 1035 §5.1",
    title: Wording("A line of the zone file can't be read", "ゾーンファイルに解釈できない行がある"),
    samples: { [.init($0.shownPlace, $0.fault(.unknownType($0.shown)))] },
    statement: { _, error in
      Wording(
        "\(error.wholeWording.english). \(error.dialect.refuser.english) refuses the zone.",
        "\(error.wholeWording.japanese)。\(error.dialect.refuser.japanese)はこのゾーンを読み込みません。")
    },
    remedy: { place, _ in
      Wording("Mend \(place) before you load the zone.", "ゾーンを読み込ませる前に \(place) を修正してください。")
    })

  /// A line that servers read differently, or not all of them, so that mail is lost with some.
  let lineLost = FindingDeclaration<ZoneFileError>(
    "zone-line-lost", .warning, .domain, "RFC 1035 §5.1",
    title: Wording(
      "A line of the zone file is not read as it is meant, or not by every server",
      "ゾーンファイルに、意図どおりに読まれない行、またはサーバによって拒否される行がある"),
    otherwise: Wording("info where nothing of mail is lost", "メールに影響しない場合は情報"),
    samples: { [.init($0.shownPlace, $0.fault(.textCut($0.shown)))] },
    statement: { _, error in Wording("\(error.wholeWording.english).", "\(error.wholeWording.japanese)。") },
    remedy: { _, error in error.reason.remedy })

  /// Something that some servers refuse though nothing is lost.
  let lineUnportable = FindingDeclaration<ZoneFileError>(
    "zone-line-unportable", .info, .domain, "RFC 1035 §5.1",
    title: Wording("Not every name server reads the zone file", "ゾーンファイルを読み込めないネームサーバがある"),
    samples: { [.init($0.shownPlace, $0.fault(.carriageReturns))] },
    statement: { _, error in Wording("\(error.wholeWording.english).", "\(error.wholeWording.japanese)。") })

  /// A record that one program knows, and a type that this one does not.
  let lineUnread = FindingDeclaration<ZoneFileError>(
    "zone-line-unread", .info, .domain, "RFC 3597 §5",
    title: Wording("What a line of the zone file says is not known", "内容を判断できない行がゾーンファイルにある"),
    samples: { [.init($0.shownPlace, $0.fault(.genericFormNeeded(.any)))] },
    statement: { _, error in Wording("\(error.wholeWording.english).", "\(error.wholeWording.japanese)。") })

  /// What belongs to the zone and was not read here.
  let partUnknown = FindingDeclaration<ZoneFileError>(
    "zone-part-unknown", .unknown, .domain, "RFC 1035 §5.1",
    title: Wording("A part of the zone was not read", "ゾーンの一部が読み込まれていない"),
    samples: { specimens in
      [.includeOutside(specimens.shown), .generatesTooMuch(maximum: 65_536)].map {
        .init(specimens.shownPlace, specimens.fault($0))
      }
    },
    statement: { _, error in
      Wording(
        "\(error.wholeWording.english). What this part of the zone holds is unknown.",
        "\(error.wholeWording.japanese)。この部分の内容は不明です。")
    },
    remedy: { _, error in error.reason.remedy })

  /// With the file, the number of mistakes, and the first one.
  let refused = FindingDeclaration<(count: Int, first: ZoneFileError)>(
    "zone-file-refused", .critical, .domain, "RFC 1035 §5.1",
    title: Wording("The zone file has mistakes", "ゾーンファイルに誤りがある"),
    samples: { specimens in [.init(specimens.domain, (2, specimens.fault(.noStartOfAuthority)))] },
    statement: { domain, values in
      let file = VisibleText(values.first.file).description
      return Wording(
        "\(values.first.dialect.refuser.english) refuses \(file), which has \(domain), for \(values.count.grouped) \(values.count == 1 ? "mistake" : "mistakes"); the first: \(values.first.wording.english).",
        "\(domain) を含む \(file) に\(values.count.grouped)件の誤りがあり、\(values.first.dialect.refuser.japanese)はこのゾーンを読み込みません。最初の誤り: \(values.first.wording.japanese)。"
      )
    },
    remedy: { _, values in
      Wording(
        "Check the zone's own name: it lists them.", "ゾーン自体のドメイン名を検査すると、誤りを一覧できます。")
    })

  /// With the file, and where the origin comes from.
  let originAssumed = FindingDeclaration<(file: String, basis: AssumedOrigin.Basis)>(
    "zone-origin-assumed", .info, .domain, "RFC 1035 §5.1",
    title: Wording("The zone file does not say its origin", "ゾーンファイルにオリジンの記載がない"),
    samples: { specimens in
      [AssumedOrigin.Basis.fileName, .startOfAuthority, .checkedDomain].map {
        .init(specimens.domain, (specimens.text, $0))
      }
    },
    statement: { origin, values in
      let file = VisibleText(values.file).description
      return Wording(
        "\(file) does not say its origin: it is taken to be \(origin), \(values.basis.wording.english).",
        "\(file) にはオリジンの記載がありません。\(values.basis.wording.japanese)から \(origin) とみなしました。")
    },
    remedy: { origin, values in
      let file = VisibleText(values.file).description
      return Wording(
        "Where it is another one: --zone-file ORIGIN=\(file).", "異なる場合は --zone-file ORIGIN=\(file) で指定してください。"
      )
    })
}

extension Finding {
  static let zoneFile = ZoneFileFindings()
}

extension AssumedOrigin.Basis {
  fileprivate var wording: Wording {
    switch self {
    case .fileName: Wording("after the file's name", "ファイル名")
    case .startOfAuthority: Wording("after its SOA record", "SOAレコード")
    case .checkedDomain: Wording("the domain that is checked", "検査対象のドメイン")
    }
  }
}

extension ZoneFileError.Dialect {
  fileprivate var refuser: Wording {
    switch self {
    case .masterFile: Wording("A name server", "ネームサーバ")
    case .octoDNS: Wording("OctoDNS", "OctoDNS")
    }
  }
}

extension ZoneFileError.Reason {
  fileprivate var remedy: Wording? {
    switch self {
    case .octoDNS(let flaw): flaw.remedy
    case .stringTooLong:
      Wording(
        "Split the text into strings of at most 255 octets, each in quotation marks.",
        "テキストを255オクテット以下に分け、それぞれを引用符で囲んでください。")
    case .textCut: Wording("Put the text into quotation marks.", "テキストを引用符で囲んでください。")
    case .generateReadOtherwise:
      Wording("Write the records out, one a line.", "レコードを1行ずつ書いてください。")
    case .includeOutside:
      Wording(
        "Name the folder of that file: --include-path FOLDER.",
        "そのファイルのフォルダを --include-path フォルダ で指定してください。")
    case .includeUnreadable:
      Wording(
        "Let this user read that file, or ask DNS for its names (without --zone-file).",
        "そのファイルの読み取り権限を確認するか、--zone-file を外してDNSで確認してください。")
    case .includesTooMuch, .generatesTooMuch, .tooManyRecords, .tooManyNames, .tooManyFaults:
      Wording(
        "Ask DNS for the names of this part (without --zone-file).",
        "この部分の名前は、--zone-file を外してDNSで確認してください。")
    case .relativeOrigin, .finalDotMissing:
      Wording("Write the name with its final dot.", "名前の末尾にドットを付けてください。")
    default: nil
    }
  }
}

extension FindingSpecimens {
  fileprivate var shown: String { VisibleText.shortened(text) }
  fileprivate var shownPlace: String { "\(VisibleText(text)):3" }

  /// A mistake on a line of a file.
  fileprivate func fault(_ reason: ZoneFileError.Reason) -> ZoneFileError {
    var error = ZoneFileError(
      file: text, ZoneFileError.Fault(reason, at: ZoneFilePosition(line: 3, column: 5)))
    error.line = shown
    error.owner = name
    return error
  }
}
