extension String {
  /// The text with what `escape` returns in place of each code point; nil leaves it as it is.
  ///
  /// `replacing(_:with:)` compares whole characters. A bar with a combining mark behind it is another character to Swift,
  /// and a bar to whoever reads the output.
  func escapingScalars(_ escape: (Unicode.Scalar) -> String?) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let text = escape(scalar) {
        result.append(contentsOf: text.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
