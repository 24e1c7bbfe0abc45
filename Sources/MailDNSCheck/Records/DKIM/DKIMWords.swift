extension DKIMKeyError {
  /// What is wrong with the record, and how to put it right where that is plain. The place is the caller's to show.
  var wording: Wording { reason.wording }
}

extension DKIMKeyError.Reason {
  var wording: Wording {
    switch self {
    case .tagList(let reason): reason.wording
    case .badVersion(let text):
      Wording(
        "The version is \"\(shown(text))\" and must be exactly \"DKIM1\".",
        "v= の値が「\(shown(text))」です。「DKIM1」と正確に書く必要があります。")
    case .missingKey:
      Wording("The record has no p= tag, and so no key.", "公開鍵を示す p= タグがありません。")
    case .missingSeparator(let name):
      Wording("A \";\" is missing before \(name)=.", "\(name)= の前に「;」がありません。")
    case .badBase64(let octet):
      Wording(
        "The key is not valid base64: \"\(shown(octet))\" must not be here.",
        "公開鍵がBase64として正しくありません。ここに「\(shown(octet))」は使えません。")
    case .base64Length(let count):
      Wording(
        "The key is cut off: \(count) base64 characters are not a whole number of groups of four.",
        "公開鍵が途中で切れています。Base64が\(count)文字で、4文字単位になっていません。")
    case .der(let error): error.wording
    case .notRSA:
      Wording(
        "The key is not an RSA key, and there is no k= tag that says so.", "RSA以外の公開鍵ですが、k= タグで示されていません。")
    case .badExponent:
      Wording("The RSA key has an exponent that is even or 1.", "RSA公開鍵の指数が偶数または1です。")
    case .ed25519AsRSA:
      Wording(
        "This is an Ed25519 key; the record needs k=ed25519.",
        "Ed25519の公開鍵です。レコードに k=ed25519 を指定する必要があります。")
    case .wrappedEd25519:
      Wording(
        "The Ed25519 key is wrapped as for a certificate; publish only its last 32 octets.",
        "Ed25519の公開鍵がSubjectPublicKeyInfo形式です。末尾の32オクテットだけをBase64にして公開してください。")
    case .ed25519Length(let count):
      Wording(
        "An Ed25519 key has 32 octets; this one has \(count).",
        "Ed25519の公開鍵は32オクテットですが、\(count)オクテットあります。")
    }
  }
}

extension DERError {
  var wording: Wording {
    switch reason {
    case .truncated:
      Wording(
        "The key is cut off after \(offset) octets. Was the text of the record split wrongly?",
        "公開鍵が\(offset)オクテット目で途切れています。TXTレコードの分割を誤っていないか確認してください。")
    case .trailingOctets:
      Wording(
        "Something follows the key, from octet \(offset) on.", "公開鍵の後ろ(\(offset)オクテット目以降)に余分なデータがあります。")
    case .unexpectedTag, .badLength, .badInteger:
      Wording(
        "The key is damaged at octet \(offset).", "公開鍵が壊れています(\(offset)オクテット目)。")
    }
  }
}

extension TagListError.Reason {
  var wording: Wording {
    switch self {
    case .emptyTag(isFirst: true):
      Wording("Nothing stands before the first \";\".", "最初の「;」の前にタグがありません。")
    case .emptyTag(isFirst: false):
      Wording("Two \";\" have nothing in between.", "「;」が続いており、間にタグがありません。")
    case .missingEquals:
      Wording("A tag has no \"=\".", "タグに「=」がありません。")
    case .badName(let name):
      Wording("\"\(shown(name))\" can't be the name of a tag.", "「\(shown(name))」はタグ名として使えません。")
    case .duplicate(let name):
      Wording("The tag \(shown(name))= is there more than once.", "\(shown(name))= タグが重複しています。")
    }
  }
}

extension DKIMSelectorError {
  /// Why what was given as a selector is none.
  var wording: Wording {
    switch self {
    case .empty: Wording("A selector can't be empty.", "セレクタが空です。")
    case .emptyLabel:
      Wording(
        "A selector can't begin or end with a dot, or have two in a row.", "セレクタの先頭・末尾のドットや、連続するドットは使えません。")
    case .labelTooLong:
      Wording(
        "A part of the selector is longer than \(DomainName.maximumLabelLength) characters.",
        "セレクタのラベルが\(DomainName.maximumLabelLength)文字を超えています。")
    case .tooLong: Wording("The selector is too long.", "セレクタが長すぎます。")
    case .badOctet(let octet, _):
      Wording(
        "\"\(shown(octet))\" can't be part of a selector.", "セレクタに「\(shown(octet))」は使えません。")
    case .containsDomainKeyLabel:
      Wording(
        "Give the selector alone, without \"._domainkey\".", "「._domainkey」を付けず、セレクタだけを指定してください。")
    }
  }
}

extension DKIMFacts {
  /// What can't be known of other selectors.
  var limits: Wording? {
    if isComplete { return Wording("The zone file has no others.", "ゾーンファイルにほかのセレクタはありません。") }
    return switch existence {
    case .none:
      Wording(
        "By RFC 8020 no other selector can exist; some name servers say so wrongly.",
        "RFC 8020に従えばほかのセレクタは存在し得ません(誤ってそう応答するDNSサーバもあります)。")
    case .exists:
      Wording(
        "Selectors can't be listed: there may be others.", "セレクタの一覧は取得できないため、ほかにも存在する可能性があります。")
    case .inconclusive:
      Wording(
        "Whether there are other selectors can't be known.", "ほかのセレクタの有無は判断できません。")
    case .unknown: nil
    }
  }
}

extension DKIMKeyStrength {
  var wording: Wording {
    switch self {
    case .unusable: Wording("unusable", "使用不可")
    case .weak: Wording("weak", "弱い")
    case .good: Wording("good", "良好")
    }
  }
}

private func shown(_ text: String) -> String { VisibleText.shortened(text) }
private func shown(_ octet: UInt8) -> String { VisibleText(CollectionOfOne(octet)).description }
