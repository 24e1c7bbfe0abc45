extension OctoDNSFlaw {
  var wording: Wording {
    switch self {
    case .noZone:
      Wording(
        "a YAML file without a record of OctoDNS: expected \"name: {type: …, value: …}\"",
        "OctoDNSのレコードがないYAMLファイルです(「名前: {type: …, value: …}」が必要です)")
    case .noOrigin:
      Wording(
        "the zone's name is not known: name the file after it (example.co.jp.yaml), or give it with --zone-file ORIGIN=FILE",
        "ゾーン名が分かりません。ファイル名をゾーン名(example.co.jp.yaml)にするか、--zone-file ORIGIN=ファイル で指定してください")
    case .partOfZone:
      Wording(
        "one of several files of a zone of OctoDNS: name the folder that they are in",
        "OctoDNSのゾーンを構成する複数のファイルの1つです。ファイルのあるフォルダを指定してください")
    case .noRecord:
      Wording(
        "expected a record, with type and value or values, or a list of them",
        "ここにはレコード(type と、value または values)か、その一覧が必要です")
    case .noName(let text):
      Wording(
        "\"\(text)\" is no name within the zone: without the zone's name and without a dot at the end; \"\" is the zone itself",
        "「\(text)」はゾーン内の名前ではありません。ゾーン名も末尾のドットも付けずに書きます(ゾーン自身は '')")
    case .repeatedOrigin(let name):
      Wording(
        "names are without the zone's own: OctoDNS publishes \(name)",
        "名前にゾーン名は付けません。OctoDNSは \(name) として公開します")
    case .unquotedName(let text):
      Wording(
        "\(text) without quotation marks is no text to YAML, and OctoDNS may publish it under another name",
        "引用符のない \(text) はYAMLではテキストにならず、OctoDNSは別の名前で公開することがあります")
    case .unknownType(let text):
      Wording(
        "OctoDNS knows no record type \"\(text)\": types are in capitals, and SOA is the service's own",
        "「\(text)」はOctoDNSのレコードタイプではありません(大文字で書きます。SOAは書けません)")
    case .unknownKey(let text, let known):
      Wording(
        "unknown key \"\(text)\", which OctoDNS passes over: expected \(known.joined(separator: ", "))",
        "未知のキー「\(text)」です。OctoDNSはこのキーを無視します(使えるキー: \(known.joined(separator: "、")))")
    case .missingKey(let key): Wording("\(key) missing", "\(key) がありません")
    case .notSingle(let key):
      Wording("expected one value for \(key)", "\(key) には1つの値が必要です")
    case .noFields(let keys):
      Wording("expected a mapping with \(keys)", "ここには \(keys) を持つマッピングが必要です")
    case .repeatedKey(let key, let line):
      Wording(
        "\"\(key)\" is there once more on line \(line): OctoDNS takes the last and loses this one",
        "「\(key)」は\(line)行目にもあります。OctoDNSは最後のものだけを使い、ここの内容は失われます")
    case .repeatedType(let type, let file, let line):
      Wording(
        "second \(type) record of this name, the first is on line \(line)\(file.map { " of \($0)" } ?? ""): put all values into one",
        "この名前に\(type)レコードが2つあります(1つ目は\(file.map { "\($0)の" } ?? "")\(line)行目)。値を1つのレコードにまとめてください")
    case .badSeconds(let text):
      Wording(
        "\"\(text)\" is no TTL: OctoDNS takes seconds only", "「\(text)」はTTLではありません(OctoDNSでは秒数だけが使えます)")
    case .numberOutOfRange(let text, let maximum):
      Wording(
        "\(text) is beyond what a record holds (0 to \(maximum)): OctoDNS passes it on, and the DNS service has to refuse it",
        "\(text) はレコードに登録できる範囲(0〜\(maximum))を超えています。OctoDNSはそのままDNSサービスに渡します")
    case .octalNumber(let text, let value):
      Wording(
        "\(text) is octal to OctoDNS, which takes it for \(value)", "\(text) はOctoDNSでは8進数の \(value) として扱われます"
      )
    case .badHost(let text): Wording("\"\(text)\" is no host name", "「\(text)」はホスト名ではありません")
    case .noFinalDot(let text):
      Wording(
        "\"\(text)\" has no dot at the end: OctoDNS 1.16 refuses it, and 1.22 leaves to the DNS service what it means",
        "「\(text)」の末尾にドットがありません。OctoDNS 1.16は拒否し、1.22では解釈がDNSサービスによって異なります")
    case .unquotedText(let text):
      Wording(
        "\(text) without quotation marks is no text to YAML: put it into quotation marks",
        "引用符のない \(text) はYAMLではテキストになりません。引用符で囲んでください")
    case .textNotASCII:
      Wording("OctoDNS takes texts in ASCII only", "OctoDNSではASCII以外の文字をテキストに使えません")
    case .semicolon:
      Wording(
        "a semicolon is written \"\\;\", or with escaped_semicolons: false in OctoDNS's configuration \";\", and everywhere alike",
        "セミコロンは「\\;」と書きます(OctoDNSの設定が escaped_semicolons: false なら「;」)。ファイル内で統一してください")
    case .included(let file):
      Wording(
        "\(file) is not read: !include is not followed", "!include には対応していないため、\(file) は読みません")
    }
  }

  /// What mends it; nil where the sentence itself says it.
  var remedy: Wording? {
    switch self {
    case .noFinalDot:
      Wording("Write the name with its final dot.", "名前の末尾にドットを付けてください。")
    case .octalNumber:
      Wording("Write the number without the zero in front.", "数値の先頭の0を取り除いてください。")
    case .repeatedOrigin:
      Wording("Write the name without the zone's own.", "名前からゾーン名を取り除いてください。")
    case .unquotedName:
      Wording("Put the name into quotation marks.", "名前を引用符で囲んでください。")
    case .repeatedKey:
      Wording(
        "Put the records of one name into one list.", "同じ名前のレコードは1つの一覧にまとめてください。")
    case .partOfZone:
      Wording(
        "Name the folder that the zone's files are in: --zone-file FOLDER.",
        "ゾーンのファイルがあるフォルダを --zone-file フォルダ で指定してください。")
    case .included:
      Wording(
        "Ask DNS for the names of this part (without --zone-file).",
        "この部分の名前は、--zone-file を外してDNSで確認してください。")
    default: nil
    }
  }
}
