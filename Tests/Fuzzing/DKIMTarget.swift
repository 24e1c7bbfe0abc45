/// The text at a DKIM selector.
enum DKIMTarget {
  static func run(_ text: [UInt8]) {
    let list = TagList(text)
    for tag in list.tags {
      demandPlace(tag.place, within: text.count)
      demand(Array(text[tag.valuePlace]) == tag.value, "a value stands where it says")
    }
    for error in list.errors { demandPlace(error.place, within: text.count) }
    do throws(DKIMKeyError) {
      let key = try DKIMKeyRecord(parsing: text)
      demandVisible(key.publicKey.label)
      if case .rsa(let bits, _) = key.publicKey {
        demand(bits > 0 && bits <= 8 * text.count, "\(bits) bits are in the text")
      }
      if DKIMKeyReading(text) != .unrelated { demand(DKIMKeyReading(text) == .key(key), "a key is a key") }
    } catch {
      demandVisible(error.wording)
      demandExcerpt(of: text, at: error.place)
    }
    if let selector = DKIMSelector(String(decoding: text, as: UTF8.self)) { demandVisible(selector.text) }
  }
}
