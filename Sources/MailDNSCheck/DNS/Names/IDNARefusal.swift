/// Why libidn2 takes a text for no internationalized domain name.
struct IDNARefusal: Hashable, Sendable {
  /// The library's number, below 0 (idn2.h).
  let code: Int32
  /// What the library says about it, in English.
  let text: String
}

extension IDNARefusal {
  /// The same in Japanese; what has no words of its own stays in English, with its number.
  var japanese: String {
    switch code {
    case -304: "日本語ドメイン名に使えない文字が含まれています"
    case -309: "日本語ドメイン名に未割り当ての文字が含まれています"
    case -305 ... -303, -308 ... -306: "日本語ドメイン名に使えない文字の並びがあります"
    case -310: "日本語ドメイン名に、左から書く文字と右から書く文字が正しくない順で含まれています"
    case -311: "日本語ドメイン名のラベルにドットが含まれています"
    case -302: "日本語ドメイン名のラベルが、ハイフンで始まるか終わっています"
    case -301: "日本語ドメイン名のラベルの3文字目と4文字目がハイフンです"
    case -300, -201: "日本語ドメイン名の文字が正規化(NFC)されていません"
    case -314, -208, -207: "Punycode(xn--)が日本語ドメイン名に対応していません"
    case -204, -202: "Punycode(xn--)が正しくありません"
    case -200, -102, -101: "文字コードが正しくありません"
    case -100: "メモリが不足しています"
    default: "日本語ドメイン名として認められません(\(VisibleText(text))、エラー番号\(code))"
    }
  }
}
