import Testing

@testable import MailDNSCheck

@Suite("A command line that can't be carried out")
struct UsageErrorTests {
  @Test(
    "one line that names what is wrong, in both languages",
    arguments: [
      (
        "--sever x", "unknown option '--sever'; did you mean '--server'?",
        "オプション '--sever' はありません。もしかして '--server' ですか"
      ),
      ("--xyzzy=1", "unknown option '--xyzzy'", "オプション '--xyzzy' はありません"),
      ("a.jp -x", "option '-x' needs a value", "オプション '-x' には値が必要です"),
      ("-tcp a.jp", "unknown option '-tcp'; did you mean '--tcp'?", "オプション '-tcp' はありません。もしかして '--tcp' ですか"),
      ("a.jp --timeout", "option '--timeout' needs a value", "オプション '--timeout' には値が必要です"),
      ("a.jp --tcp=yes", "option '--tcp' takes no value", "オプション '--tcp' に値は指定できません"),
      (
        "mx a.jp --expect other", "option '--expect' is not for the command 'mx'",
        "オプション '--expect' はコマンド 'mx' では使えません"
      ),
      (
        "providers -v @192.0.2.1", "option '--server' is not for the command 'providers'",
        "オプション '--server' はコマンド 'providers' では使えません"
      ),
      ("help -v", "option '-v' is not for the command 'help'", "オプション '-v' はコマンド 'help' では使えません"),
      (
        "a.jp --server ns.a.jp", "option '--server': 'ns.a.jp' is not an IP address with or without a port",
        "オプション '--server': 'ns.a.jp' は指定できません。IPアドレス(ポート番号は省略可)を指定してください"
      ),
      (
        "@a.jp", "option '--server': '@a.jp' is not an IP address with or without a port",
        "オプション '--server': '@a.jp' は指定できません。IPアドレス(ポート番号は省略可)を指定してください"
      ),
      (
        "a.jp --query-timeout 0",
        "option '--query-timeout': '0' is not a number of seconds above 0 and at most 3600",
        "オプション '--query-timeout': '0' は指定できません。0より大きく3600以下の秒数を指定してください"
      ),
      (
        "a.jp --attempts 101", "option '--attempts': '101' is not a whole number from 1 to 100",
        "オプション '--attempts': '101' は指定できません。1〜100の整数を指定してください"
      ),
      (
        "a.jp --format jsno",
        "option '--format': 'jsno' is not one of text, json, ndjson, csv, markdown, html, junit, sarif, prometheus, zabbix, github; did you mean 'json'?",
        "オプション '--format': 'jsno' は指定できません。text、json、ndjson、csv、markdown、html、junit、sarif、prometheus、zabbix、github のいずれかを指定してください。もしかして 'json' ですか"
      ),
      (
        "lookup a.jp --format ndjson", "option '--format': 'ndjson' is not one of text, json",
        "オプション '--format': 'ndjson' は指定できません。text、json のいずれかを指定してください"
      ),
      (
        "a.jp --expect secure-mx",
        """
        option '--expect': 'secure-mx' is not one of securemx-office365, securemx, office365, mixed, gateway, other, \
        implicit, none; did you mean 'securemx'?
        """,
        """
        オプション '--expect': 'secure-mx' は指定できません。securemx-office365、securemx、office365、mixed、gateway、other、\
        implicit、none のいずれかを指定してください。もしかして 'securemx' ですか
        """
      ),
      (
        "a.jp --selector s1._domainkey.a.jp",
        "option '--selector': 's1._domainkey.a.jp' is not a DKIM selector, what stands before '._domainkey'",
        "オプション '--selector': 's1._domainkey.a.jp' は指定できません。DKIMセレクタ('._domainkey' の前の部分)を指定してください"
      ),
      (
        "a.jp --sarif-file zones/a.zone", "option '--sarif-file' needs '--format sarif' beside it",
        "オプション '--sarif-file' には '--format sarif' も必要です"
      ),
      (
        "a.jp --output a --output b",
        "no '--format' is left for '--output' 'b': each output belongs to a format, in the order given",
        "'--output' 'b' に対応する '--format' がありません(出力先と形式は指定順に対応します)"
      ),
      (
        "a.jp --format json --format csv",
        "only one format can go to standard output: give each other one an '--output', in the order of the formats",
        "標準出力に書ける形式は1つだけです。ほかの形式には、形式の順に '--output' を指定してください"
      ),
      (
        "a.jp --format json --format csv --output a --output a", "two formats can't go to one file: 'a'",
        "1つのファイルに2つの形式は書けません: 'a'"
      ),
      (
        "spf --ip 192.0.2.1 a.jp --format csv",
        "option '--format': 'csv' is not one of text, json, ndjson",
        "オプション '--format': 'csv' は指定できません。text、json、ndjson のいずれかを指定してください"
      ),
      ("a.jp --output=", "option '--output': the file name is empty", "オプション '--output': ファイル名が空です"),
      (
        "chekc a.jp", "unknown command 'chekc'; did you mean 'check'? (a domain is written 'chekc.')",
        "コマンド 'chekc' はありません。もしかして 'check' ですか(ドメインの場合は 'chekc.')"
      ),
      (
        "help dmrac", "unknown command 'dmrac'; did you mean 'dmarc'?",
        "コマンド 'dmrac' はありません。もしかして 'dmarc' ですか"
      ),
      ("help route", "unknown command 'route'", "コマンド 'route' はありません"),
      ("help mx spf", "the command 'help' does not take 'spf'", "コマンド 'help' に 'spf' は指定できません"),
      (
        "", "no domain given: type 'maildnscheck check DOMAIN', or --help",
        "ドメインが指定されていません。「maildnscheck check DOMAIN」のように指定してください(説明は --help)"
      ),
      (
        "spf --tcp", "no domain given: type 'maildnscheck spf DOMAIN', or --help",
        "ドメインが指定されていません。「maildnscheck spf DOMAIN」のように指定してください(説明は --help)"
      ),
      (
        "lookup", "no name given: type 'maildnscheck lookup NAME [TYPE...]', or --help",
        "名前が指定されていません。「maildnscheck lookup NAME [TYPE...]」のように指定してください(説明は --help)"
      ),
      (
        "lookup a.jp FOO",
        "unknown record type 'FOO' (a name is written 'FOO.')",
        "レコードタイプ 'FOO' はありません(名前の場合は 'FOO.')"
      ),
      (
        "lookup a.jp TXTT",
        "unknown record type 'TXTT'; did you mean 'TXT'? (a name is written 'TXTT.')",
        "レコードタイプ 'TXTT' はありません。もしかして 'TXT' ですか(名前の場合は 'TXTT.')"
      ),
      (
        "lookup a..jp",
        "'a..jp' is not a name in DNS: a label is empty (two dots in a row, or one at the start)",
        "'a..jp' はDNSの名前ではありません: 空のラベルがあります(ドットの連続、または先頭のドット)"
      ),
      (
        #"lookup a\256"#,
        #"'a\256' is not a name in DNS: a backslash without a character or three digits up to 255 after it"#,
        #"'a\256' はDNSの名前ではありません: バックスラッシュの後に文字または255以下の3桁の数字がありません"#
      ),
      (
        "lookup ☃.jp",
        "'☃.jp' is not a name in DNS: not allowed as an internationalized name (string contains a disallowed character)",
        "'☃.jp' はDNSの名前ではありません: 日本語ドメイン名に使えない文字が含まれています"
      ),
    ])
  func wording(line: String, english: String, japanese: String) throws {
    let error = try #require(ParsedArguments(words(line)).error)
    #expect(error.wording.english == english)
    #expect(error.wording.japanese == japanese)
  }

  @Test("the first of several errors is the one that is told")
  func firstError() {
    #expect(ParsedArguments(words("--aaaaa --bbbbb")).error == .unknownOption("--aaaaa", suggestion: nil))
  }

  @Test("an empty operand of lookup is no name")
  func emptyName() {
    #expect(ParsedArguments(["lookup", ""]).error == .badName("", .syntax(.empty)))
  }

  @Test("without libidn2 lookup asks for the A-label")
  func withoutLibrary() {
    #expect(
      ParsedArguments(["lookup", "日本語.jp"], idna: nil).error == .badName("日本語.jp", .idnaUnavailable))
  }

  @Test(
    "what is no number of seconds",
    arguments: [
      "0", "0.0", "", ".", "-1", "+1", "1e3", "5s", "3600.1", "3601", "1.2.3", "0.0000000001", "５", "0x5",
      "inf",
    ])
  func seconds(text: String) {
    #expect(
      ParsedArguments(["a.jp", "--timeout=" + text]).error
        == .badValue(option: "--timeout", value: text, .notSeconds(maximum: 3600)))
  }

  @Test(
    "what is no whole number",
    arguments: ["0", "", "1001", "-1", "+1", "1.0", "99999999999999999999999", "１"])
  func integer(text: String) {
    #expect(
      ParsedArguments(["a.jp", "--concurrency=" + text]).error
        == .badValue(option: "--concurrency", value: text, .notInteger(1...1000)))
  }

  @Test(
    "what is no selector",
    arguments: [
      "", ".", "a.", ".a", "a..b", "a b", "a/b", "日本", "_domainkey", String(repeating: "a", count: 64),
    ])
  func selector(text: String) {
    #expect(
      ParsedArguments(["a.jp", "--selector=" + text]).error
        == .badValue(option: "--selector", value: text, .notSelector))
  }

  @Test("what was typed is shown escaped and cut to 80 characters")
  func hostile() throws {
    let escape = try #require(ParsedArguments(["--\u{1B}]0;title\u{7}"]).error)
    #expect(escape.wording.english == #"unknown option '--\027]0;title\007'"#)
    let long = try #require(ParsedArguments(["--" + String(repeating: "x", count: 100_000)]).error)
    #expect(long.wording.english == "unknown option '--\(String(repeating: "x", count: 78))…'")
    let lines = try #require(ParsedArguments(["a.jp", "--format=a\nb"]).error)
    #expect(!lines.wording.japanese.contains("\n"))
  }

  @Test("no arguments make it trap, and every error is one line in both languages")
  func anyArguments() {
    var random = SystemRandomNumberGenerator()
    let options = OptionSpecification.allLongNames.flatMap {
      ["--" + $0, "--\($0)=", "--\($0)=1", "--\($0)x"]
    }
    let pieces =
      options + Command.allCases.map(\.rawValue) + [
        "", "-", "--", "---", "-=", "--=", "-v", "-vvq", "-hV", "-é", "-\u{301}", "--\u{301}", "@", "@::1",
        "@@", "=",
        "a.jp", "日本語.jp", "☃", "MX", "TXTT", "192.0.2.1", "::", "\u{1B}[2J", "a\nb", "1", "0.5", "json", "ja",
        "never",
        "\\", "\\25", ".", "..", String(repeating: "v", count: 3_000),
        "-" + String(repeating: "v", count: 3_000),
      ]
    for _ in 0..<5_000 {
      let arguments = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }
      guard let error = ParsedArguments(arguments).error else { continue }
      for text in [error.wording.english, error.wording.japanese] {
        #expect(!text.isEmpty && !text.unicodeScalars.contains { $0.properties.generalCategory == .control })
      }
    }
  }
}
