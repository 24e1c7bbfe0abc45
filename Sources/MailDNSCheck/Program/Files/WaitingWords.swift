extension Wording {
  /// What a terminal shows while nobody answers.
  static func waiting(for server: String, others: Int, seconds: Int) -> Wording {
    let more = others > 0 ? Wording(" (and \(others) more)", "(ほか\(others)台)") : Wording("", " ")
    return Wording(
      "waiting for DNS server \(server)\(more.english), \(seconds) s",
      "DNSサーバ \(server)\(more.japanese)の応答を待っています(\(seconds)秒)")
  }
}
