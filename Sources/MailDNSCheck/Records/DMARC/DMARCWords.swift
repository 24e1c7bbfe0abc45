extension DMARCProblem {
  /// What is wrong, and how to put it right where that is plain. The place is the caller's to show.
  var wording: Wording { kind.wording }
}

extension DMARCProblem.Kind {
  var wording: Wording {
    switch self {
    case .missingPolicy:
      Wording(
        "There is no p= tag: add p=none, p=quarantine or p=reject.",
        "p= タグがありません。p=none、p=quarantine、p=reject のいずれかを追加してください。")
    case .invalidPolicy(let tag, let value, let nearest):
      Self.suggesting(
        nearest?.rawValue,
        Wording(
          "\(tag.rawValue)=\(shown(value)) is not a policy (none, quarantine or reject)",
          "\(tag.rawValue)=\(shown(value)) はポリシーとして無効です(none、quarantine、reject のいずれか)"),
        then: Self.readings(ofBad: tag))
    case .invalidValue(let tag, let value, let allowed, let nearest):
      Self.suggesting(
        nearest,
        Wording(
          "\(tag)=\(shown(value)) is not valid (\(Self.list(allowed, ", ")))",
          "\(tag)=\(shown(value)) は無効です(指定できる値: \(Self.list(allowed, "、")))"),
        then: Self.whatIsVoid(by: tag, value))
    case .invalidNumber(let tag, let value):
      Self.suggesting(
        nil,
        Wording(
          "\(tag)=\(shown(value)) is not a number from 0 to \(tag == "pct" ? "100" : "4294967295"), and the tag is not part of DMARC any more (RFC 9989); remove it",
          "\(tag)=\(shown(value)) は無効です(0〜\(tag == "pct" ? "100" : "4294967295")の数値ではありません)。タグ自体もRFC 9989で廃止されているため、削除してください"
        ), then: Self.whatIsVoid(by: tag, value))
    case .blanksInVersion:
      Wording(
        "There is white space around the \"=\" of \"v=DMARC1\": RFC 9989 allows it, but to OpenDMARC, SpamAssassin and others this is no DMARC record. Write \"v=DMARC1\".",
        "「v=DMARC1」の「=」の前後に空白があります。RFC 9989では認められますが、OpenDMARCやSpamAssassinなどはDMARCレコードとみなしません。「v=DMARC1」と続けて書いてください。"
      )
    case .controlCharacter(let octet):
      Wording(
        "The record holds a control character (\(VisibleText([octet]))), which no tag may hold; take it out.",
        "レコードに、使えない制御文字(\(VisibleText([octet])))が含まれています。削除してください。")
    case .missingSeparator(let name):
      Wording("A \";\" is missing before \(name)=.", "\(name)= の前に「;」がありません。")
    case .emptyTag(isBeforePolicy: true):
      Wording(
        "Two \";\" before p= have nothing in between: a syntax error, with which rspamd finds no policy, and other programs do not mind. Leave one.",
        "p= より前で「;」が続いており、間にタグがありません。構文エラーで、rspamdはポリシーを読み取れません(読み取るプログラムもあります)。1つにしてください。")
    case .emptyTag(isBeforePolicy: false):
      Wording(
        "Two \";\" have nothing in between: a syntax error by RFC 6376 §3.2, which the programs that receivers use do not mind. Leave one.",
        "「;」が続いており、間にタグがありません。RFC 6376 §3.2では構文エラーですが、受信側のプログラムは受け付けます。1つにしてください。")
    case .invalidFormat(let value):
      Wording(
        "rf=\(shown(value)) is no format of reports, and the tag is not part of DMARC any more (RFC 9989): most programs ignore it, but OpenDMARC then uses nothing of the record. Remove it.",
        "rf=\(shown(value)) は無効で、タグ自体もRFC 9989で廃止されています。多くのプログラムは無視しますが、OpenDMARCではレコード全体が無効になります。削除してください。"
      )
    case .missingEquals(let text): Self.missingEquals(text)
    case .badName(let name):
      Wording("\"\(shown(name))\" can't be the name of a tag.", "「\(shown(name))」はタグ名として使えません。")
    case .duplicateTag(let name):
      Wording(
        "The tag \(shown(name))= is there more than once: the programs that receivers use take the last one, and by RFC 6376 §3.2 none of the record counts. Leave one.",
        "\(shown(name))= タグが重複しています。受信側のプログラムは最後の値を使いますが、RFC 6376 §3.2ではレコード全体が無効です。1つだけ残してください。")
    case .tagCase(let name):
      Wording(
        "The tag \(shown(name))= is in upper case: the programs that receivers use read it all the same, but by RFC 6376 §3.2 the case of a name counts. Write \(shown(name.asciiLowercased))=.",
        "タグ名 \(shown(name))= に大文字が含まれています。受信側のプログラムはそのまま読み取りますが、RFC 6376 §3.2ではタグ名の大文字・小文字が区別されます。\(shown(name.asciiLowercased))= と書いてください。"
      )
    case .unknownTag(let name, let nearest):
      Self.suggesting(
        nearest, Wording("DMARC has no tag \(shown(name))=", "DMARCに \(shown(name))= というタグはありません"))
    case .removedTag(let name):
      Wording(
        "The tag \(name)= is not part of DMARC any more (RFC 9989); remove it.",
        "\(name)= タグはRFC 9989で廃止されました。削除してください。")
    case .invalidURI(let tag, let text, let error): error.wording(tag: tag, text: text)
    case .obsoleteSize(let size):
      Wording(
        "A size limit such as \(shown(size)) is not part of DMARC any more (RFC 9989); remove it.",
        "「\(shown(size))」のようなサイズ制限はRFC 9989で廃止されました。削除してください。")
    case .failureOptionsWithoutAddress:
      Wording(
        "fo= has no effect without a ruf= address.", "ruf= の宛先がないため、fo= は意味を持ちません。")
    case .policyNotSecond:
      Wording(
        "Receivers that follow RFC 7489 may expect p= directly behind v=DMARC1.",
        "RFC 7489に従う受信側は、v=DMARC1 の直後に p= があることを前提にする場合があります。")
    }
  }

  /// What programs make of a bad policy there, where they do not agree with RFC 9989.
  private static func readings(ofBad tag: DMARCPolicyTag) -> Wording? {
    switch tag {
    case .domain: nil
    case .subdomains:
      Wording(
        "Programs differ: OpenDMARC uses nothing of the record, rspamd applies p=, Mail::DMARC no policy.",
        "プログラムによって扱いが異なります(OpenDMARCはレコード全体を無効とし、rspamdは p= を適用し、Mail::DMARCはポリシーなしとします)。")
    case .nonexistentSubdomains:
      Wording(
        "The programs in use do not know np, and take no notice of it.",
        "現在使われているプログラムは np を知らず、無視します。")
    }
  }

  private static func missingEquals(_ text: String) -> Wording {
    if text.utf8.startsIgnoringCase(with: "mailto:") {
      return Wording(
        "\"\(shown(text))\" is no tag; several addresses are separated by commas.",
        "「\(shown(text))」はタグではありません。複数の宛先はカンマで区切ってください。")
    }
    return Wording("\"\(shown(text))\" has no \"=\".", "「\(shown(text))」に「=」がありません。")
  }

  private static func suggesting(_ word: String?, _ wording: Wording, then more: Wording? = nil) -> Wording {
    var wording = Wording(wording.english + ".", wording.japanese + "。")
    if let word {
      wording = Wording(
        "\(wording.english) Did you mean \"\(word)\"?", "\(wording.japanese)もしかして「\(word)」ですか。")
    }
    guard let more else { return wording }
    return Wording("\(wording.english) \(more.english)", wording.japanese + more.japanese)
  }

  /// What becomes of a record because of a bad value in that tag with some programs, those named that were seen to do
  /// so; nil for tags that they do not know.
  private static func whatIsVoid(by tag: String, _ value: String) -> Wording? {
    let programs: [String]
    switch tag {
    // OpenDMARC takes a part of the word for it.
    case "adkim", "aspf":
      let isAbbreviation = ["relaxed", "strict"].contains { $0.hasPrefix(value.asciiLowercased) }
      programs = isAbbreviation || value.isEmpty ? [] : ["OpenDMARC", "rspamd"]
    case "fo" where !value.isEmpty: programs = ["OpenDMARC"]
    // What is no number at all is 0 or the default to OpenDMARC.
    case "pct": programs = Int(value) == nil ? [] : ["OpenDMARC"]
    case "ri": programs = value.isEmpty ? [] : ["OpenDMARC"]
    default: return nil
    }
    let named =
      programs.isEmpty
      ? Wording(verbatim: "")
      : Wording(" (\(Self.list(programs, ", ")))", "(\(Self.list(programs, "、")))")
    return Wording(
      "RFC 9989 has receivers ignore it, but some programs\(named.english) then use nothing of the record.",
      "RFC 9989ではこのタグだけが無視されますが、レコード全体を無効とするプログラムもあります\(named.japanese)。")
  }

  private static func list(_ words: [String], _ separator: String) -> String {
    words.joined(separator: separator)
  }
}

extension DMARCReportURIError {
  func wording(tag: String, text: String) -> Wording {
    let address = shown(text)
    return switch self {
    case .empty:
      Wording("An address is missing in \(tag)=.", "\(tag)= の宛先が空です。")
    case .missingMailto:
      Wording(
        "\(tag)= needs mailto: before an address: mailto:\(address)",
        "\(tag)= の宛先には mailto: が必要です: mailto:\(address)")
    case .missingScheme, .missingTarget:
      Wording("\"\(address)\" in \(tag)= is not a URI.", "\(tag)= の「\(address)」はURIではありません。")
    case .badOctet(0x80...):
      Wording(
        "\"\(address)\" in \(tag)= holds characters other than ASCII: write its domain in the form that begins with xn--.",
        "\(tag)= の「\(address)」にASCII以外の文字が含まれています。ドメインは xn-- で始まる形式で書いてください。")
    case .badOctet(let octet):
      Wording(
        "\"\(address)\" in \(tag)= holds \"\(VisibleText([octet]))\", which must be percent-encoded.",
        "\(tag)= の「\(address)」に、そのままでは使えない「\(VisibleText([octet]))」が含まれています(パーセントエンコードが必要)。")
    case .badEscape:
      Wording(
        "\"\(address)\" in \(tag)= holds a \"%\" without two hexadecimal digits.",
        "\(tag)= の「\(address)」に、16進数2桁の続かない「%」があります。")
    case .badAddress:
      Wording(
        "\"\(address)\" in \(tag)= is not a mail address.", "\(tag)= の「\(address)」はメールアドレスとして正しくありません。")
    }
  }
}

extension DMARCNearMiss.Reason {
  /// Why receivers don't see a DMARC record, and what to write.
  var wording: Wording {
    switch self {
    case .versionCase:
      Wording(
        "Receivers ignore the record: \"v=DMARC1\" must be written with exactly these letters.",
        "受信側に無視されます。「v=DMARC1」は大文字・小文字もこのとおりに書く必要があります。")
    case .missingSemicolon:
      Wording(
        "Receivers ignore the record: a \";\" is missing behind \"v=DMARC1\".",
        "受信側に無視されます。「v=DMARC1」の直後に「;」がありません。")
    case .wrongVersion(let version):
      Wording(
        "Receivers ignore the record: the version is \"\(shown(version))\" and must be \"DMARC1\".",
        "受信側に無視されます。バージョンが「\(shown(version))」です。「DMARC1」と書いてください。")
    case .versionNotFirst:
      Wording(
        "Receivers ignore the record: \"v=DMARC1\" must be the first tag.",
        "受信側に無視されます。「v=DMARC1」をレコードの先頭に置いてください。")
    case .missingVersion:
      Wording(
        "Receivers ignore the record: it must begin with \"v=DMARC1;\".",
        "受信側に無視されます。レコードは「v=DMARC1;」で始める必要があります。")
    case .leadingWhitespace:
      Wording(
        "Receivers may ignore the record: there is white space before \"v=DMARC1\".",
        "受信側に無視されることがあります。「v=DMARC1」の前に空白があります。")
    case .leadingQuote:
      Wording(
        "Receivers ignore the record: a quotation mark or backslash has become part of it.",
        "受信側に無視されます。引用符またはバックスラッシュがレコードの内容に含まれています。")
    case .leadingOctets:
      Wording(
        "Receivers ignore the record: something stands before \"v=DMARC1\".",
        "受信側に無視されます。「v=DMARC1」の前に余分な文字があります。")
    }
  }
}

private func shown(_ text: String) -> String { VisibleText.shortened(text) }
