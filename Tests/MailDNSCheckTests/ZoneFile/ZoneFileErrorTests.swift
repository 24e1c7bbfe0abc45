import Testing

@testable import MailDNSCheck

@Suite("Errors of zone files: place and words")
struct ZoneFileErrorTests {
  private static let longLabel = String(repeating: "x", count: 64)
  private static let longString = String(repeating: "x", count: 256)

  @Test(
    "errors behind an SOA record",
    arguments: [
      ("a A \"192.0.2.1", "3:5", "no closing quotation mark on this line", "引用符がこの行で閉じられていません"),
      ("a A (192.0.2.1", "3:5", "parenthesis never closed", "括弧が閉じられていません"),
      ("a A 192.0.2.1 )", "3:15", "closing parenthesis without an opening one", "対応する開き括弧がありません"),
      (
        "a TXT \"é\\256\"", "3:9", "backslash not followed by a character or by three digits up to 255",
        "バックスラッシュの後に、1文字または255以下の3桁の数字がありません"
      ),
      (
        "\\12 TXT x", "3:1", "backslash not followed by a character or by three digits up to 255",
        "バックスラッシュの後に、1文字または255以下の3桁の数字がありません"
      ),
      ("\"a\" TXT x", "3:1", "quotation marks around \"a\" have no place here", "ここでは「a」を引用符で囲めません"),
      ("a MX \"10\" b", "3:6", "quotation marks around \"10\" have no place here", "ここでは「10」を引用符で囲めません"),
      (
        "$INCLUDE other.zone", "3:10",
        "\"other.zone\" lies outside the zone file's folder: name its folder with --include-path",
        "「other.zone」はゾーンファイルのフォルダの外にあります。--include-path でフォルダを指定してください"
      ),
      (
        "$GENERATE 9-1 h$ A 192.0.2.$", "3:11", "\"9-1\" is no range as in 1-254 or 0-15/2",
        "「9-1」は範囲(1-254 や 0-15/2 のような形式)として読めません"
      ),
      ("$FOO", "3:1", "unknown directive \"$FOO\"", "未知のディレクティブ「$FOO」です"),
      ("$TTL", "3:5", "TTL missing", "TTLがありません"),
      ("$ORIGIN ; none", "3:8", "origin missing", "オリジンがありません"),
      ("$TTL 1 2", "3:8", "\"2\" is one field too many", "余分なフィールド「2」があります"),
      (
        "$TTL 2147483648", "3:6", "\"2147483648\" is no TTL: 0 to 2147483647 seconds, or units as in 1h30m",
        "「2147483648」はTTLではありません(0〜2147483647秒、または 1h30m のような単位付き)"
      ),
      (
        "a 1y A 192.0.2.1", "3:3", "\"1y\" is no TTL: 0 to 2147483647 seconds, or units as in 1h30m",
        "「1y」はTTLではありません(0〜2147483647秒、または 1h30m のような単位付き)"
      ),
      ("a", "3:2", "record type missing", "レコードタイプがありません"),
      ("a IN", "3:5", "record type missing", "レコードタイプがありません"),
      ("a CH A 192.0.2.1", "3:3", "class CH is not supported, only IN", "クラス「CH」には対応していません(INのみ)"),
      ("a hs A 192.0.2.1", "3:3", "class hs is not supported, only IN", "クラス「hs」には対応していません(INのみ)"),
      (
        "a CLASS3 A 192.0.2.1", "3:3", "class CLASS3 is not supported, only IN",
        "クラス「CLASS3」には対応していません(INのみ)"
      ),
      ("a IN FOO x", "3:6", "unknown record type \"FOO\"", "未知のレコードタイプ「FOO」です"),
      ("a 5 6 A 192.0.2.1", "3:5", "unknown record type \"6\"", "未知のレコードタイプ「6」です"),
      ("a \u{1B}[1m x", "3:3", "unknown record type \"\\027[1m\"", "未知のレコードタイプ「\\027[1m」です"),
      ("a ANY", "3:3", "ANY can't be a record of a zone", "ANYはゾーンのレコードにできません"),
      ("a TYPE41 \\# 0", "3:3", "TYPE41 can't be a record of a zone", "TYPE41はゾーンのレコードにできません"),
      (
        "a TYPE65280 x", "3:3", "data of TYPE65280 must be in the generic form \"\\# length hexadecimal\"",
        "TYPE65280のデータは汎用形式「\\# <長さ> <16進数>」で書いてください"
      ),
      (
        "a HIP 2 200100107B1A74DF365639CC39F1D578 AQID", "3:3",
        "data of HIP must be in the generic form \"\\# length hexadecimal\"",
        "HIPのデータは汎用形式「\\# <長さ> <16進数>」で書いてください"
      ),
      ("a A", "3:4", "address missing", "アドレスがありません"),
      ("a MX 10", "3:8", "mail exchange host missing", "メール配送先ホスト名がありません"),
      ("a TXT ; none", "3:6", "string missing", "文字列がありません"),
      ("@ SOA ns h 1 2 3 4", "3:19", "minimum (negative TTL) missing", "最小値(ネガティブTTL)がありません"),
      ("a A 192.0.2.1 192.0.2.2", "3:15", "\"192.0.2.2\" is one field too many", "余分なフィールド「192.0.2.2」があります"),
      ("a A 192.0.2.256", "3:5", "\"192.0.2.256\" is no IPv4 address", "「192.0.2.256」はIPv4アドレスではありません"),
      (
        "a A 192.0.2.1\0x", "3:5", "\"192.0.2.1\\000x\" is no IPv4 address",
        "「192.0.2.1\\000x」はIPv4アドレスではありません"
      ),
      ("a AAAA 192.0.2.1", "3:8", "\"192.0.2.1\" is no IPv6 address", "「192.0.2.1」はIPv6アドレスではありません"),
      ("a MX mail", "3:6", "\"mail\" is no number from 0 to 65535", "「mail」は0〜65535の数ではありません"),
      ("a MX 65536 b", "3:6", "\"65536\" is no number from 0 to 65535", "「65536」は0〜65535の数ではありません"),
      (
        "a CAA 256 issue x", "3:7", "\"256\" is no number from 0 to 255", "「256」は0〜255の数ではありません"
      ),
      (
        "a CAA 0 is-sue x", "3:9", "\"is-sue\" is no property tag: letters and digits only",
        "「is-sue」はプロパティタグではありません(英数字のみ)"
      ),
      (
        "@ SOA ns h 1 2 x 4 5", "3:16", "\"x\" is no time in seconds or with units as in 1h30m",
        "「x」は時間(秒数、または 1h30m のような単位付き)ではありません"
      ),
      ("a MX 10 b..c", "3:11", "\"b..c\" is no domain name: empty label", "「b..c」はドメイン名ではありません: 空のラベルがあります"),
      (
        "a NS \(longLabel)", "3:6",
        "\"\(longLabel.prefix(60))…\" is no domain name: label longer than 63 octets",
        "「\(longLabel.prefix(60))…」はドメイン名ではありません: ラベルが63オクテットを超えています"
      ),
      ("a TLSA 3 1 1 abc", "3:14", "\"abc\" is no octets in hexadecimal", "「abc」は16進数のオクテット列ではありません"),
      ("a DS 1 8 2 xy", "3:12", "\"xy\" is no octets in hexadecimal", "「xy」は16進数のオクテット列ではありません"),
      ("a DNSKEY 1 3 8 AQI", "3:16", "\"AQI\" is no Base 64", "「AQI」はBase64ではありません"),
      ("a DNSKEY 1 3 8 A===", "3:16", "\"A===\" is no Base 64", "「A===」はBase64ではありません"),
      (
        "a TXT y \"\(longString)\"", "3:9", "TXT string longer than 255 octets", "TXTの文字列が255オクテットを超えています"
      ),
      (
        "a TYPE65280 \\# 2 aabbcc", "3:16", "2 octets announced, 3 given", "長さは2オクテットとありますが、実際は3オクテットです"
      ),
      (
        "a TYPE65280 \\# 65536 aa", "3:16", "\"65536\" is no number from 0 to 65535",
        "「65536」は0〜65535の数ではありません"
      ),
      ("a A \\# 3 aabbcc", "3:5", "the data do not fit type A", "データがAの形式に合いません"),
      (
        "a.example.org. A 192.0.2.1", "3:1", "a.example.org lies outside every zone of the file",
        "a.example.org はファイル内のどのゾーンにも属しません"
      ),
      (
        "@ SOA ns hostmaster 2 2h 30m 2w 300", "3:1",
        "second SOA record for example.com, the first is on line 2",
        "example.com のSOAレコードが2つあります(1つ目は2行目)"
      ),
      (
        "a CNAME b\na CNAME c", "4:1", "second CNAME record at a.example.com, the first is on line 3",
        "a.example.com のCNAMEレコードが2つあります(1つ目は3行目)"
      ),
      (
        "a CNAME b\n  MX 10 c", "4:3",
        "MX record at a.example.com beside the CNAME record on line 3: a CNAME allows no other data",
        "a.example.com のMXレコードは3行目のCNAMEレコードと共存できません(CNAMEはほかのデータと共存できません)"
      ),
      (
        "a RRSIG A 13 3 60 20261201000000 20261101000000 1 example.com. AAAA\na TXT x\na CNAME b", "5:1",
        "CNAME record at a.example.com beside the TXT record on line 4: a CNAME allows no other data",
        "a.example.com のCNAMEレコードは4行目のTXTレコードと共存できません(CNAMEはほかのデータと共存できません)"
      ),
      (
        "@ CNAME b", "3:1",
        "CNAME record at example.com beside the SOA record on line 2: a CNAME allows no other data",
        "example.com のCNAMEレコードは2行目のSOAレコードと共存できません(CNAMEはほかのデータと共存できません)"
      ),
    ])
  func behindHead(text: String, place: String, english: String, japanese: String) {
    #expect(zoneFileErrorText(zoneHead + text) == "example.zone:\(place): \(english)")
    #expect(zoneFileErrorText(zoneHead + text, .japanese) == "example.zone:\(place): \(japanese)")
  }

  @Test(
    "errors of a whole file or its beginning",
    arguments: [
      ("", "1:1", "no SOA record in the file", "ファイルにSOAレコードがありません"),
      ("a. 1 A 192.0.2.1\n", "1:1", "no SOA record in the file", "ファイルにSOAレコードがありません"),
      (
        "@ SOA ns h 1 2 3 4 5", "1:1",
        "\"@\" stands for the origin, and none is set yet: put a line like \"$ORIGIN example.com.\" above",
        "「@」が表すオリジンがまだ決まっていません。この行より前に「$ORIGIN example.com.」のような行を加えてください"
      ),
      (
        "$TTL 1\nwww A 192.0.2.1", "2:1",
        "relative name \"www\" without an origin: put a line like \"$ORIGIN example.com.\" above, or end the name in a dot",
        "相対名「www」の基準になるオリジンがまだ決まっていません。この行より前に「$ORIGIN example.com.」のような行を加えるか、名前の末尾にドットを付けてください"
      ),
      (
        "$ORIGIN com", "1:9",
        "relative name \"com\" without an origin: put a line like \"$ORIGIN example.com.\" above, or end the name in a dot",
        "相対名「com」の基準になるオリジンがまだ決まっていません。この行より前に「$ORIGIN example.com.」のような行を加えるか、名前の末尾にドットを付けてください"
      ),
      (
        " A 192.0.2.1", "1:2", "no owner name, and no record before to take it from",
        "所有者名がなく、引き継ぐ直前のレコードもありません"
      ),
      (
        "a. IN A 192.0.2.1", "1:7", "no TTL: put a line like \"$TTL 3600\" above",
        "TTLがありません。この行より前に「$TTL 3600」のような行を加えてください"
      ),
    ])
  func ofFile(text: String, place: String, english: String, japanese: String) {
    #expect(zoneFileErrorText(text) == "example.zone:\(place): \(english)")
    #expect(zoneFileErrorText(text, .japanese) == "example.zone:\(place): \(japanese)")
  }

  @Test(
    "reasons that take a huge or a second file to see",
    arguments: [
      (.fileTooLarge(maximum: 9), "file larger than 9 octets", "ファイルが9オクテットを超えています"),
      (.tooManyRecords(maximum: 9), "more than 9 records in one file", "1ファイルのレコードが9件を超えています"),
      (.tooManyNames(maximum: 9), "more than 9 names in one zone", "1ゾーンの名前が9個を超えています"),
      (
        .carriageReturnsAlone,
        "lines end in CR alone, as on old Macs: BIND reads them, NSD only in part, PowerDNS and ldns nothing. Save the file with LF",
        "行末が旧MacのCRのみです。読み込めるのはBINDだけで、NSDは一部しか、PowerDNSとldnsはまったく読み込みません。改行をLFにして保存し直してください"
      ),
      (.entryTooLong, "entry too long for any record", "1つのレコードとしては長すぎます"),
      (.encodedInUTF16, "the file is UTF-16: save it as UTF-8", "ファイルがUTF-16です。UTF-8で保存し直してください"),
      (.dataTooLong(.txt), "TXT data longer than 65,535 octets", "TXTのデータが65,535オクテットを超えています"),
      (
        .originInTwoFiles(fqdn("example.com"), file: "a\u{1B}", line: 2),
        "zone example.com is also in a\\027 on line 2", "ゾーン example.com は a\\027 の2行目にもあります"
      ),
    ] as [(ZoneFileError.Reason, String, String)])
  func words(reason: ZoneFileError.Reason, english: String, japanese: String) {
    #expect(reason.wording == Wording(english, japanese))
  }

  @Test("a name that is too long together with its origin is refused")
  func nameTooLong() {
    let origin = Array(repeating: String(repeating: "o", count: 49), count: 5).joined(separator: ".")
    let text = "$ORIGIN \(origin).\n$TTL 1\nabcdef A 192.0.2.1"
    #expect(
      zoneFileErrorText(text) == "example.zone:3:1: \"abcdef\" is no domain name: longer than 255 octets")
  }

  @Test("TXT data that no message can carry are refused")
  func dataTooLong() {
    let strings = String(repeating: " " + String(repeating: "x", count: 255), count: 256)
    #expect(
      zoneFileErrorText(zoneHead + "a TXT" + strings)
        == "example.zone:3:3: TXT data longer than 65,535 octets"
    )
  }

  @Test("a string of 255 octets is allowed, escapes counted as what they stand for")
  func longestString() throws {
    let zone = try parsedZone("a TXT \"" + String(repeating: "\\120", count: 255) + "\"")
    let expected = txt(String(repeating: "x", count: 255))
    #expect(zone.records(at: fqdn("a.example.com")).map(\.record.data) == [expected])
  }

  @Test("the file's name is made safe to show")
  func fileName() {
    let error = ZoneFileError(file: "a\u{1B}[2J", ZoneFileError.Fault(.noStartOfAuthority, at: .start))
    #expect(error.wording.english == "a\\027[2J:1:1: no SOA record in the file")
  }
}
