extension SPFSyntaxError.Reason {
  /// What is wrong, and how to put it right where that is plain.
  var wording: Wording {
    switch self {
    case .tooLong(let limit):
      Wording("The record is longer than \(limit.grouped) octets.", "レコードが\(limit.grouped)オクテットを超えています。")
    case .tooManyTerms(let limit):
      Wording("The record has more than \(limit.grouped) terms.", "レコードの項が\(limit.grouped)個を超えています。")
    case .missingVersion:
      Wording(
        "The record must begin with \"v=spf1\", followed by a space or the end.",
        "レコードは「v=spf1」で始まり、その直後は空白または末尾でなければなりません。")
    case .illegalCharacter(let octets, let lookalike): Self.illegalCharacter(octets, lookalike)
    case .missingName:
      Wording("A mechanism or modifier name is missing here.", "メカニズム名または修飾子名がありません。")
    case .missingMechanism:
      Wording(
        "A qualifier must be followed directly by its mechanism, without a space.",
        "限定子の直後には、空白を入れずにメカニズムを書きます。")
    case .qualifiedModifier:
      Wording("A modifier takes no qualifier (+ - ~ ?).", "修飾子には限定子(+ - ~ ?)を付けられません。")
    case .unknownMechanism(let name, let suggestion):
      Self.suggesting(
        suggestion, Wording("\(Self.quoted(name)) is not a mechanism", "\(Self.cited(name))というメカニズムはありません"))
    case .repeatedModifier(let name):
      Wording("\"\(name)=\" may appear only once.", "「\(name)=」は1回しか書けません。")
    case .missingArgument(let name): Self.missingArgument(name)
    case .separatedArgument(let name, let argument):
      Wording(
        "No space may separate a name from its value: write \(Self.quoted(Array(name.utf8) + argument)).",
        "名前と値の間に空白は入れられません。\(Self.cited(Array(name.utf8) + argument))と書いてください。")
    case .unexpectedArgument(let name):
      Wording("Nothing may follow \"\(name)\".", "「\(name)」の後ろには何も書けません。")
    case .missingSpace(let term):
      Wording("A space is missing before \(Self.quoted(term)).", "\(Self.cited(term))の前に空白がありません。")
    case .separator(let octet):
      Wording(
        "Terms are separated by spaces: write a space in place of \(Self.quoted([octet])).",
        "項は空白で区切ります。\(Self.cited([octet]))を空白に置き換えてください。")

    case .singleLabelDomain:
      Wording(
        "A domain must have a dot in it: write the whole name.", "ドメイン名にドットがありません。完全な名前を書いてください。")
    case .numericTopLabel:
      Wording("A domain can't end in a label of digits only.", "数字だけのラベルで終わるドメイン名は使えません。")
    case .invalidTopLabel:
      Wording("This can't stand at the end of a domain.", "ドメイン名の末尾に使えない文字です。")
    case .addressAsDomain(let suggestion):
      Self.suggesting(
        suggestion, Wording("An address can't stand for a domain", "ドメイン名の代わりにIPアドレスは書けません"))
    case .invalidIPv4Address(let suggestion):
      Self.suggesting(
        suggestion, Wording("This is not a whole IPv4 address", "IPv4アドレスとして正しくありません"))
    case .shortIPv4Address(0):
      Wording("The address is missing before the prefix length.", "プレフィックス長の前にアドレスがありません。")
    case .shortIPv4Address(let count):
      Wording(
        "An IPv4 address has four parts, and this has only \(count): write all of them, also for a network (192.0.2.0/24).",
        "IPv4アドレスは4つの部分からなりますが、\(count)つしかありません。ネットワークでもすべて書いてください(192.0.2.0/24)。")
    case .invalidIPv4Part:
      Wording(
        "Each part of an IPv4 address is a number from 0 to 255 without leading zeros.",
        "IPv4アドレスの各部は、先頭に余分な0のない0から255までの数です。")
    case .invalidIPv6Address(let suggestion):
      Self.suggesting(suggestion, Wording("This is not an IPv6 address", "IPv6アドレスとして正しくありません"))
    case .missingPrefixLength:
      Wording("The prefix length after \"/\" is missing.", "「/」の後ろにプレフィックス長がありません。")
    case .malformedPrefixLength:
      Wording("A prefix length consists of digits only.", "プレフィックス長は数字だけで書きます。")
    case .zeroPaddedPrefixLength:
      Wording("A prefix length has no leading zeros.", "プレフィックス長の先頭に余分な0は付けられません。")
    case .prefixLengthTooLarge(let maximum):
      Wording("A prefix length here is at most \(maximum).", "ここのプレフィックス長は\(maximum)以下です。")
    case .singleSlashPrefixLength:
      Wording(
        "The IPv6 prefix length takes two slashes: \"//64\".", "IPv6のプレフィックス長は「//64」のようにスラッシュ2つで書きます。")
    case .doubleSlashPrefixLength:
      Wording(
        "\"ip4\" and \"ip6\" take one slash and one prefix length.",
        "「ip4」「ip6」のプレフィックス長はスラッシュ1つで1個だけ書きます。")
    case .prefixLengthNotAllowed(let name):
      Wording("\"\(name)\" takes no prefix length.", "「\(name)」にプレフィックス長は付けられません。")

    case .strayPercent:
      Wording(
        "\"%\" begins a macro: write \"%%\" for the sign itself.", "「%」はマクロの始まりです。文字としての % は「%%」と書きます。")
    case .unterminatedMacro:
      Wording("The macro has no closing \"}\".", "マクロを閉じる「}」がありません。")
    case .unknownMacroLetter(let octet):
      Wording("There is no macro letter \(Self.quoted([octet])).", "\(Self.cited([octet]))というマクロ文字はありません。")
    case .explanationMacroLetter(let octet):
      Wording(
        "The macro letter \(Self.quoted([octet])) is allowed only in the text that \"exp=\" points to.",
        "マクロ文字\(Self.cited([octet]))は、「exp=」が指す説明文の中でだけ使えます。")
    case .zeroMacroParts:
      Wording("The number in a macro is at least 1.", "マクロの数は1以上です。")
    case .unexpectedInMacro(let octet):
      Wording(
        "\(Self.quoted([octet])) can't stand here in a macro.", "\(Self.cited([octet]))はマクロのこの位置に書けません。")
    }
  }

  /// `name` closes with its `:` or `=`.
  private static func missingArgument(_ name: String) -> Wording {
    switch name {
    case "ip4:", "ip6:":
      let family = name == "ip4:" ? "IPv4" : "IPv6"
      return Wording(
        "An \(family) address or network is missing behind \"\(name)\".",
        "「\(name)」の後ろに\(family)アドレスまたはネットワークがありません。")
    case "a:", "mx:", "ptr:":
      let bare = name.dropLast()
      return Wording(
        "A domain name is missing behind \"\(name)\"; for the domain itself write \"\(bare)\" alone.",
        "「\(name)」の後ろにドメイン名がありません。ドメイン自身を指す場合は「\(bare)」とだけ書きます。")
    default:
      return Wording(
        "A domain name is missing behind \"\(name.dropLast())\": write \(name)<name>.",
        "「\(name.dropLast())」にドメイン名がありません。\(name)<名前> と書いてください。")
    }
  }

  private static func illegalCharacter(_ octets: [UInt8], _ lookalike: String?) -> Wording {
    switch lookalike {
    case " "?:
      Wording(
        "This is not a plain space: terms are separated by spaces (0x20) only.",
        "通常の空白ではありません。項の区切りに使えるのは半角スペース(0x20)だけです。")
    case let character?:
      Wording(
        "\(quoted(octets)) is not ASCII: write \"\(character)\".",
        "\(cited(octets))はASCII文字ではありません。半角の「\(character)」を使ってください。")
    case nil where octets.count > 1:
      Wording(
        "\(quoted(octets)) is not allowed: a record consists of visible ASCII characters and spaces. Write a domain name in the form that begins with xn--.",
        "\(cited(octets))は使えません。レコードに使えるのはASCIIの表示可能な文字と空白だけです。ドメイン名は xn-- で始まる形式で書いてください。")
    case nil:
      Wording(
        "\(quoted(octets)) is not allowed: a record consists of visible ASCII characters and spaces.",
        "\(cited(octets))は使えません。レコードに使えるのはASCIIの表示可能な文字と空白だけです。")
    }
  }

  /// `problem`, which ends without a full stop, and the text to write instead.
  private static func suggesting(_ suggestion: String?, _ problem: Wording) -> Wording {
    guard let suggestion else { return Wording("\(problem.english).", "\(problem.japanese)。") }
    let text = VisibleText(suggestion)
    return Wording("\(problem.english): write \"\(text)\".", "\(problem.japanese)。「\(text)」と書いてください。")
  }

  /// A text of the record, in quotation marks, safe to show and not too long.
  private static func quoted(_ octets: [UInt8]) -> String { "\"\(shown(octets))\"" }
  /// The same in those of Japanese.
  private static func cited(_ octets: [UInt8]) -> String { "「\(shown(octets))」" }

  private static func shown(_ octets: [UInt8]) -> String {
    let limit = 60
    return "\(VisibleText(octets.prefix(limit)))\(octets.count > limit ? "..." : "")"
  }
}

extension SPFNearMiss.Reason {
  /// Why the text is not taken for an SPF record.
  var wording: Wording {
    switch self {
    case .leadingCharacters:
      Wording(
        "Something stands before \"v=spf1\" (a space, a quotation mark): this is not an SPF record.",
        "「v=spf1」の前に空白や引用符などがあるため、SPFレコードとして扱われません。")
    case .versionGoesOn(let octet):
      Wording(
        "\"v=spf1\" is followed by \"\(VisibleText([octet]))\" instead of a space: this is no SPF record.",
        "「v=spf1」の直後が空白ではなく「\(VisibleText([octet]))」であるため、SPFレコードとして扱われません。")
    case .missingVersionTag:
      Wording(
        "An SPF record begins with \"v=spf1\": the \"v=\" is missing.", "SPFレコードは「v=spf1」で始まります。「v=」がありません。")
    case .misspeltVersion:
      Wording("An SPF record begins with exactly \"v=spf1\".", "SPFレコードの先頭は正確に「v=spf1」でなければなりません。")
    }
  }
}

extension SPFSyntaxError {
  /// The term of the record `text` in which the error lies, made visible, of a long one the beginning; nil where it lies
  /// between terms.
  func term(in text: [UInt8]) -> String? {
    let space = UInt8(ascii: " ")
    let place = min(range.lowerBound, text.count)
    let start = text[..<place].lastIndex(of: space).map { $0 + 1 } ?? 0
    let term = text[start...].prefix { $0 != space }
    return term.isEmpty ? nil : VisibleText.shortened(term)
  }
}
