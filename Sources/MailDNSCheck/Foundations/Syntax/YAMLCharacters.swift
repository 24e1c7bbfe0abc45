extension YAMLReader {
  /// The first character that makes PyYAML refuse the file, wherever it stands, also in a comment
  /// (https://yaml.org/spec/1.1/#c-printable; measured with PyYAML 6.0.4); nil where there is none.
  static func badCharacter(in octets: [UInt8]) -> YAMLFault? {
    guard octets.contains(where: { !$0.isPlainInYAML }) else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = octets.makeIterator()
    var (line, column) = (1, 1)
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return nil
      case .error: return YAMLFault(place: FilePlace(line: line, column: column), reason: .notUTF8)
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        guard scalar.isAllowedInYAML else {
          return YAMLFault(
            place: FilePlace(line: line, column: column), reason: .badCharacter(scalar.value))
        }
        if scalar == "\n" {
          (line, column) = (line + 1, 1)
        } else if scalar != "\u{FEFF}" || (line, column) != (1, 1) {
          column += 1
        }
      }
    }
  }
}

extension UInt8 {
  /// ASCII that any YAML file may have.
  fileprivate var isPlainInYAML: Bool {
    (0x20...0x7E).contains(self) || self == 0x0A || self == 0x0D || self == 0x09
  }
}

extension Unicode.Scalar {
  fileprivate var isAllowedInYAML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x1_0000...: true
    default: false
    }
  }
}
