extension TransportRecordError {
  /// What is wrong, as a sentence.
  var wording: Wording {
    switch reason {
    case .emptyField:
      Wording("There is nothing between two semicolons.", "セミコロンの間が空です。")
    case .missingEquals:
      Wording("A field has no \"=\".", "「=」のない項目があります。")
    case .badName:
      Wording(
        "The name of a field is not 1 to 32 letters, digits, \"_\", \"-\" and \".\".",
        "項目名に使えるのは英数字、「_」、「-」、「.」で、32文字までです。")
    case .emptyValue:
      Wording("A field has no value.", "値が空の項目があります。")
    case .badOctet(let octet):
      Wording(
        "A value holds \"\(VisibleText([octet]))\", which it must not have.",
        "値に、使えない文字「\(VisibleText([octet]))」が含まれています。")
    case .missingID:
      Wording("The field id= is missing.", "id= がありません。")
    case .badID:
      Wording("id= is not 1 to 32 letters and digits.", "id= に使えるのは英数字だけで、1〜32文字です。")
    case .missingAddresses:
      Wording("The field rua= is missing.", "rua= がありません。")
    }
  }
}

extension TLSRPTRecord.UnusableAddress {
  func wording(_ text: [UInt8]) -> Wording {
    let address = String(decoding: text[place], as: UTF8.self)
    return error.map { $0.wording(tag: "rua", text: address).asSentence }
      ?? Wording(
        "\"\(VisibleText.shortened(address))\" in rua= is neither a mailto: nor an https: address.",
        "rua= の「\(VisibleText.shortened(address))」は mailto: でも https: でもありません。")
  }
}

extension Wording {
  /// With a full stop, where there is none: an address to copy stands at the end of some.
  fileprivate var asSentence: Wording {
    english.hasSuffix(".") ? self : followed(by: Wording(".", "。"))
  }
}
