extension ZoneFileError {
  /// `example.zone:12:7: TXT string longer than 255 octets`, as compilers have it.
  var wording: Wording {
    let place = "\(VisibleText(file)):\(position.line):\(position.column): "
    return Wording(place + reason.wording.english, place + reason.wording.japanese)
  }
}

extension ZoneFileError {
  /// The same with the line itself, where one is meant.
  var wholeWording: Wording {
    line.isEmpty
      ? wording : Wording("\(wording.english). The line: \(line)", "\(wording.japanese)。該当行: \(line)")
  }
}

extension ZoneFileError.Reason {
  var wording: Wording {
    switch self {
    case .fileTooLarge(let maximum):
      Wording("file larger than \(maximum.grouped) octets", "ファイルが\(maximum.grouped)オクテットを超えています")
    case .tooManyRecords(let maximum):
      Wording("more than \(maximum.grouped) records in one file", "1ファイルのレコードが\(maximum.grouped)件を超えています")
    case .tooManyNames(let maximum):
      Wording("more than \(maximum.grouped) names in one zone", "1ゾーンの名前が\(maximum.grouped)個を超えています")
    case .entryTooLong: Wording("entry too long for any record", "1つのレコードとしては長すぎます")
    case .encodedInUTF16:
      Wording("the file is UTF-16: save it as UTF-8", "ファイルがUTF-16です。UTF-8で保存し直してください")
    case .unterminatedString: Wording("no closing quotation mark on this line", "引用符がこの行で閉じられていません")
    case .unclosedParenthesis: Wording("parenthesis never closed", "括弧が閉じられていません")
    case .unopenedParenthesis:
      Wording("closing parenthesis without an opening one", "対応する開き括弧がありません")
    case .badEscape:
      Wording(
        "backslash not followed by a character or by three digits up to 255",
        "バックスラッシュの後に、1文字または255以下の3桁の数字がありません")
    case .unexpectedQuotes(let text):
      Wording("quotation marks around \"\(text)\" have no place here", "ここでは「\(text)」を引用符で囲めません")
    case .unknownDirective(let text): Wording("unknown directive \"\(text)\"", "未知のディレクティブ「\(text)」です")
    case .includeOutside(let text):
      Wording(
        "\"\(text)\" lies outside the zone file's folder: name its folder with --include-path",
        "「\(text)」はゾーンファイルのフォルダの外にあります。--include-path でフォルダを指定してください")
    case .includeUnreadable(let text, let error):
      Wording("can't read \"\(text)\": \(error)", "「\(text)」を読み込めません: \(error.wording.japanese)")
    case .includeIsNoZone:
      Wording(
        "the included file begins with something else than a record: it is not read",
        "読み込まれたファイルの先頭がレコードではないため、このファイルは読みません")
    case .includesTooMuch(let maximum):
      Wording("$INCLUDE beyond the bound of \(maximum)", "$INCLUDE が上限(\(maximum))を超えています")
    case .generatesTooMuch(let maximum):
      Wording(
        "$GENERATE makes more than \(maximum.grouped) lines", "$GENERATE が生成する行が\(maximum.grouped)行を超えています")
    case .changedWhileRead:
      Wording("the file was changed while it was read", "読み込み中にファイルが変更されました")
    case .binaryZone:
      Wording(
        "a binary file of BIND: named-compilezone -f raw -F text makes a zone file of it; for a journal there is named-journalprint",
        "BINDのバイナリファイルです。named-compilezone -f raw -F text でテキストに変換してください(ジャーナルは named-journalprint)")
    case .tooManyFaults(let maximum):
      Wording(
        "more than \(maximum) entries never end: the rest of the file was not read",
        "終わりのない項目が\(maximum)個を超えたため、以降は読んでいません")
    case .byteOrderMark:
      Wording(
        "the file begins with a byte order mark, which every name server refuses: save it as UTF-8 without BOM",
        "ファイルの先頭にBOMがあり、どのネームサーバも読み込みません。BOMなしのUTF-8で保存してください")
    case .carriageReturns:
      Wording(
        "lines end in CR LF, as on Windows: Knot and gdnsd refuse the file",
        "行末がWindowsのCR LFです。Knotとgdnsdはこのファイルを読み込みません")
    case .carriageReturnsAlone:
      Wording(
        "lines end in CR alone, as on old Macs: BIND reads them, NSD only in part, PowerDNS and ldns nothing. Save the file with LF",
        "行末が旧MacのCRのみです。読み込めるのはBINDだけで、NSDは一部しか、PowerDNSとldnsはまったく読み込みません。改行をLFにして保存し直してください")
    case .originLost:
      Wording(
        "the $ORIGIN above can't be read: what the relative names from here to the next $ORIGIN say is unknown",
        "直前の $ORIGIN を解釈できないため、ここから次の $ORIGIN までの相対名のレコードは不明です")
    case .automaticTimeToLive(let seconds):
      Wording(
        "the TTL 1 is Cloudflare's \"automatic\": it is read as \(seconds) seconds, and other servers read one second",
        "TTL 1はCloudflareの「自動」です。ここでは\(seconds)秒とみなしますが、ほかのサーバでは1秒になります")
    case .noFinalNewline:
      Wording("the last line has no line feed: gdnsd refuses the file", "最終行に改行がありません。gdnsdはこのファイルを読み込みません")
    case .compoundTimeToLive(let text):
      Wording(
        "PowerDNS reads \"\(text)\" as another TTL or refuses it: write the seconds",
        "PowerDNSは「\(text)」を別のTTLとして読むか、拒否します。秒数で書いてください")
    case .timeToLiveUnstated(let seconds):
      Wording(
        "neither this record nor a $TTL above has its TTL: it is read as \(seconds) second\(seconds == 1 ? "" : "s"), as by BIND; NSD and Knot take 3600, gdnsd 86400. Put a $TTL at the top",
        "このレコードにもこれより上の $TTL にもTTLの指定がありません。BINDと同じく\(seconds)秒とみなしますが、NSDとKnotは3600秒、gdnsdは86400秒になります。ファイルの先頭に $TTL を書いてください"
      )
    case .textCut(let text):
      Wording(
        "text without quotation marks: a comment begins at \";\", and this is lost: \(text)",
        "引用符がないため「;」以降はコメントになり、次の部分が失われます: \(text)")
    case .relativeOrigin(let text, let read):
      Wording(
        "$ORIGIN \"\(text)\" has no final dot: here it is \(read); NSD and Knot refuse it, BIND and PowerDNS differ on where it belongs",
        "$ORIGIN「\(text)」の末尾にドットがありません。ここでは \(read) とみなします。NSDとKnotは拒否し、BINDとPowerDNSでは解釈が異なります")
    case .generateNotEverywhere:
      Wording("NSD, Knot and gdnsd refuse $GENERATE", "NSD、Knot、gdnsdは $GENERATE を読み込みません")
    case .generateReadOtherwise(.severalWords, let text):
      Wording(
        "BIND takes one word for the right side of $GENERATE, and refuses the file; PowerDNS takes all of it: \(text)",
        "$GENERATE の右辺が複数の語です。BINDは1語しか受け付けず、このファイルを拒否します。PowerDNSはすべて読みます: \(text)")
    case .generateReadOtherwise(.textReadAnew, let text):
      Wording(
        "BIND takes the quotation marks of the right side of $GENERATE away and reads the text once more, in which a blank ends a string and \";\" begins a comment; PowerDNS takes it as it stands: \(text)",
        "$GENERATE の右辺のテキストを、BINDは引用符を外して読み直すため、空白で文字列が分かれ、「;」以降はコメントになります。PowerDNSはそのまま読みます: \(text)")
    case .generateReadOtherwise(.quotedFields, let text):
      Wording(
        "BIND takes the quotation marks of the right side of $GENERATE away; PowerDNS takes them for a part of the record, and refuses the file: \(text)",
        "$GENERATE の右辺の引用符を、BINDは外して読みます。PowerDNSはレコードの一部とみなし、このファイルを拒否します: \(text)")
    case .generateReadOtherwise(.escaped, let text):
      Wording(
        "on the right side of $GENERATE PowerDNS leaves out the backslash, and puts the number in twice for \"$$\", as BIND does not: \(text)",
        "$GENERATE の右辺で、PowerDNSはバックスラッシュを読み飛ばし、「$$」には番号を2回入れます。BINDの解釈とは異なります: \(text)")
    case .generateReadOtherwise(.carriedOffset, let text):
      Wording(
        "behind ${…} BIND adds the offset to every further $ of the word, and PowerDNS does not: \(text)",
        "${…} より後ろの $ にも、BINDは同じ語の中では同じオフセットを加えますが、PowerDNSは加えません: \(text)")
    case .generateReadOtherwise(.parentheses, let text):
      Wording(
        "BIND refuses parentheses in $GENERATE, and the file: \(text)",
        "$GENERATE の中の括弧をBINDは受け付けず、このファイルを拒否します: \(text)")
    case .finalDotMissing(let name):
      Wording(
        "the final dot is missing, so that the origin is there twice: \(name)",
        "末尾のドットがないため、オリジンが重複しています: \(name)")
    case .foreignRecord(let record):
      Wording(
        "\(record.name) is a record of \(record.program.rawValue) alone: what it answers with can't be told from the file",
        "\(record.name) は \(record.program.rawValue) 独自のレコードです。応答の内容はファイルからは分かりません")
    case .noOrigin("@"):
      Wording(
        "\"@\" stands for the origin, and none is set yet: put a line like \"$ORIGIN example.com.\" above",
        "「@」が表すオリジンがまだ決まっていません。この行より前に「$ORIGIN example.com.」のような行を加えてください")
    case .noOrigin(let name):
      Wording(
        "relative name \"\(name)\" without an origin: put a line like \"$ORIGIN example.com.\" above, or end the name in a dot",
        "相対名「\(name)」の基準になるオリジンがまだ決まっていません。この行より前に「$ORIGIN example.com.」のような行を加えるか、名前の末尾にドットを付けてください"
      )
    case .noPreviousOwner:
      Wording("no owner name, and no record before to take it from", "所有者名がなく、引き継ぐ直前のレコードもありません")
    case .missingField(let field):
      Wording("\(field.wording.english) missing", "\(field.wording.japanese)がありません")
    case .unexpectedField(let text):
      Wording("\"\(text)\" is one field too many", "余分なフィールド「\(text)」があります")
    case .refusedClass(let text):
      Wording("class \(text) is not supported, only IN", "クラス「\(text)」には対応していません(INのみ)")
    case .unknownType(let text): Wording("unknown record type \"\(text)\"", "未知のレコードタイプ「\(text)」です")
    case .pseudoType(let type):
      Wording("\(type) can't be a record of a zone", "\(type)はゾーンのレコードにできません")
    case .genericFormNeeded(let type):
      Wording(
        "data of \(type) must be in the generic form \"\\# length hexadecimal\"",
        "\(type)のデータは汎用形式「\\# <長さ> <16進数>」で書いてください")
    case .badTimeToLive(let text):
      Wording(
        "\"\(text)\" is no TTL: 0 to 2147483647 seconds, or units as in 1h30m",
        "「\(text)」はTTLではありません(0〜2147483647秒、または 1h30m のような単位付き)")
    case .missingTimeToLive:
      Wording(
        "no TTL: put a line like \"$TTL 3600\" above",
        "TTLがありません。この行より前に「$TTL 3600」のような行を加えてください")
    case .badName(let text, let error):
      Wording(
        "\"\(text)\" is no domain name: \(error.flaw.english)",
        "「\(text)」はドメイン名ではありません: \(error.flaw.japanese)")
    case .badIPv4Address(let text):
      Wording("\"\(text)\" is no IPv4 address", "「\(text)」はIPv4アドレスではありません")
    case .badIPv6Address(let text):
      Wording("\"\(text)\" is no IPv6 address", "「\(text)」はIPv6アドレスではありません")
    case .badNumber(let text, let maximum):
      Wording("\"\(text)\" is no number from 0 to \(maximum)", "「\(text)」は0〜\(maximum)の数ではありません")
    case .badTime(let text):
      Wording(
        "\"\(text)\" is no time in seconds or with units as in 1h30m",
        "「\(text)」は時間(秒数、または 1h30m のような単位付き)ではありません")
    case .badPropertyTag(let text):
      Wording("\"\(text)\" is no property tag: letters and digits only", "「\(text)」はプロパティタグではありません(英数字のみ)")
    case .badField(let field, let text):
      Wording(
        "\"\(text)\" is no \(field.wording.english)", "「\(text)」は\(field.wording.japanese)として読めません")
    case .unknownParameter(let text):
      Wording("unknown service parameter \"\(text)\"", "未知のサービスパラメータ「\(text)」です")
    case .repeatedParameter(let key):
      Wording("service parameter \(key) given twice", "サービスパラメータ \(key) が2回指定されています")
    case .badParameterValue(let key):
      Wording("service parameter \(key) can't have this value", "サービスパラメータ \(key) の値が不正です")
    case .missingMandatoryParameter(let key):
      Wording(
        "service parameter \(key) is mandatory and missing",
        "必須(mandatory)とされたサービスパラメータ \(key) がありません")
    case .badHexadecimal(let text):
      Wording("\"\(text)\" is no octets in hexadecimal", "「\(text)」は16進数のオクテット列ではありません")
    case .badBase64(let text): Wording("\"\(text)\" is no Base 64", "「\(text)」はBase64ではありません")
    case .stringTooLong(let type):
      Wording("\(type) string longer than 255 octets", "\(type)の文字列が255オクテットを超えています")
    case .dataTooLong(let type):
      Wording("\(type) data longer than 65,535 octets", "\(type)のデータが65,535オクテットを超えています")
    case .genericLength(let stated, let actual):
      Wording(
        "\(stated) octets announced, \(actual) given", "長さは\(stated)オクテットとありますが、実際は\(actual)オクテットです")
    case .genericData(let type):
      Wording("the data do not fit type \(type)", "データが\(type)の形式に合いません")
    case .noStartOfAuthority: Wording("no SOA record in the file", "ファイルにSOAレコードがありません")
    case .outsideEveryZone(let owner):
      Wording("\(owner) lies outside every zone of the file", "\(owner) はファイル内のどのゾーンにも属しません")
    case .secondStartOfAuthority(let origin, let line):
      Wording(
        "second SOA record for \(origin), the first is on line \(line)",
        "\(origin) のSOAレコードが2つあります(1つ目は\(line)行目)")
    case .secondCNAME(let owner, let line):
      Wording(
        "second CNAME record at \(owner), the first is on line \(line)",
        "\(owner) のCNAMEレコードが2つあります(1つ目は\(line)行目)")
    case .cnameBesideOtherData(let owner, let type, let earlier, let line):
      Wording(
        "\(type) record at \(owner) beside the \(earlier) record on line \(line): a CNAME allows no other data",
        "\(owner) の\(type)レコードは\(line)行目の\(earlier)レコードと共存できません(CNAMEはほかのデータと共存できません)"
      )
    case .originInTwoFiles(let origin, let file, let line):
      Wording(
        "zone \(origin) is also in \(VisibleText(file)) on line \(line)",
        "ゾーン \(origin) は \(VisibleText(file)) の\(line)行目にもあります")
    case .yaml(let reason): reason.wording
    case .octoDNS(let flaw): flaw.wording
    }
  }
}

extension DomainNameError {
  fileprivate var flaw: Wording {
    switch self {
    case .empty: Wording("it is empty", "空です")
    case .emptyLabel: Wording("empty label", "空のラベルがあります")
    case .labelTooLong: Wording("label longer than 63 octets", "ラベルが63オクテットを超えています")
    case .nameTooLong: Wording("longer than 255 octets", "255オクテットを超えています")
    case .badEscape: Wording("broken escape", "エスケープが不正です")
    }
  }
}

extension MasterFileField {
  fileprivate var wording: Wording {
    switch self {
    case .type: Wording("record type", "レコードタイプ")
    case .timeToLive: Wording("TTL", "TTL")
    case .origin: Wording("origin", "オリジン")
    case .address: Wording("address", "アドレス")
    case .domainName: Wording("domain name", "ドメイン名")
    case .string: Wording("string", "文字列")
    case .number: Wording("number", "数値")
    case .algorithm: Wording("algorithm", "アルゴリズム")
    case .hexadecimal: Wording("hexadecimal data", "16進数のデータ")
    case .base64: Wording("Base 64 data", "Base64のデータ")
    case .primaryServer: Wording("primary name server", "プライマリネームサーバ")
    case .mailbox: Wording("mailbox name", "メールボックス名")
    case .serial: Wording("serial number", "シリアル番号")
    case .refresh: Wording("refresh time", "リフレッシュ時間")
    case .retry: Wording("retry time", "リトライ時間")
    case .expire: Wording("expire time", "有効期限")
    case .minimum: Wording("minimum (negative TTL)", "最小値(ネガティブTTL)")
    case .preference: Wording("preference", "優先度")
    case .exchange: Wording("mail exchange host", "メール配送先ホスト名")
    case .priority: Wording("priority", "優先度")
    case .weight: Wording("weight", "重み")
    case .port: Wording("port", "ポート番号")
    case .target: Wording("target host", "ターゲットホスト名")
    case .propertyTag: Wording("property tag", "プロパティタグ")
    case .propertyValue: Wording("value", "値")
    case .dataLength: Wording("data length", "データ長")
    case .signatureTime:
      Wording("time as in 20261201000000 or in seconds", "時刻(「20261201000000」のような形式、または秒数)")
    case .salt: Wording("salt in hexadecimal or \"-\"", "ソルト(16進数または「-」)")
    case .hashedName: Wording("hashed name in Base 32", "ハッシュ化された名前(Base32)")
    case .certificateType: Wording("certificate type", "証明書の種類")
    case .hardwareAddress:
      Wording("hardware address of this type", "このタイプのハードウェアアドレス")
    case .addressPrefix:
      Wording("address prefix as in 1:192.0.2.0/24", "アドレスプレフィックス(1:192.0.2.0/24 のような形式)")
    case .fileName: Wording("file name", "ファイル名")
    case .modifiers: Wording("modifiers as in ${1,3,x}", "修飾子(${1,3,x} のような形式)")
    case .range: Wording("range as in 1-254 or 0-15/2", "範囲(1-254 や 0-15/2 のような形式)")
    case .latitude: Wording("latitude as in 35 41 0 N", "緯度(35 41 0 N のような形式)")
    case .longitude: Wording("longitude as in 139 41 0 E", "経度(139 41 0 E のような形式)")
    case .altitude: Wording("altitude in metres", "高度(メートル)")
    case .size: Wording("size in metres", "大きさ(メートル)")
    }
  }
}
