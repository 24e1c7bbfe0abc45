/// A selector that somebody named, and at which no key is.
struct MissingSelector: Sendable {
  /// The selector that has the key in use, where the two are used in turn.
  var other: DKIMSelector?
  /// Whether a text that is no key stands there.
  var hasText = false

  func statement(_ selector: String) -> Wording {
    switch other {
    case let other?:
      Wording(
        "There is no DKIM key at \(selector), the selector that was named: normal while \(other), which is used in turn with it, has the key.",
        "指定されたセレクタ \(selector) にDKIM鍵はありませんが、交互に使われる \(other) に鍵があるため正常です。")
    case nil where hasText:
      Wording(
        "The text at \(selector), the selector that was named, is not meant as a DKIM key.",
        "指定されたセレクタ \(selector) のTXTレコードはDKIM鍵ではありません。")
    case nil:
      Wording(
        "There is no DKIM key at \(selector), the selector that was named.",
        "指定されたセレクタ \(selector) にDKIM鍵がありません。")
    }
  }

  /// Nil where that is normal.
  var remedy: Wording? {
    switch other {
    case .some: nil
    case nil where hasText:
      Wording("Publish the key there as the signing system shows it.", "署名システムが示す値どおりに鍵を登録してください。")
    case nil:
      Wording("Check the spelling of the selector, or publish its key.", "セレクタの綴りを確認するか、鍵を登録してください。")
    }
  }
}
