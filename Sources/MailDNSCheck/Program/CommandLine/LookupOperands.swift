/// The operands of `lookup`: names and addresses, and the types to ask for. The first is a name; of the
/// others, those that are the mnemonic of a record type are types, wherever they stand, and the rest are
/// names. A type may also stand before the first name, where one follows that is none.
enum LookupOperands {
  /// What is asked of a name where no type is given: what a domain publishes for mail and who serves it.
  static let standardTypes: [RecordType] = [.a, .aaaa, .mx, .txt, .ns, .soa]
  /// What is asked of an address where no type is given.
  static let standardAddressTypes: [RecordType] = [.ptr]

  /// - Parameters:
  ///   - types: those of `-t`.
  ///   - addresses: those of `-x`.
  static func questions(
    _ operands: [String], types given: [RecordType] = [], addresses: [IPAddress] = [], _ idna: () -> LibIDN2?
  ) throws(UsageError) -> [Question] {
    var types = given
    var subjects = addresses.map { (name: $0.reverseName, types: standardAddressTypes) }
    var rest = operands[...]
    while let word = rest.first, let type = RecordType(word) {
      guard rest.contains(where: { RecordType($0) == nil }) || !subjects.isEmpty else {
        throw .typeWithoutName(word)
      }
      types.append(type)
      rest.removeFirst()
    }
    if let first = rest.popFirst() { subjects.append(try subject(first, idna)) }
    guard !subjects.isEmpty else { throw .missingName }
    for operand in rest {
      if let type = RecordType(operand) {
        types.append(type)
      } else if let meant = mistypedType(operand) {
        throw .unknownType(operand, suggestion: meant)
      } else if isShouted(operand) {
        throw .unknownType(operand, suggestion: nil)
      } else {
        subjects.append(try subject(operand, idna))
      }
    }
    var seen: Set<Question> = []
    return subjects.flatMap { subject in
      (types.isEmpty ? subject.types : types).map { Question(subject.name, $0) }
    }.filter { seen.insert($0).inserted }
  }

  private static func subject(
    _ text: String, _ idna: () -> LibIDN2?
  ) throws(UsageError) -> (name: DomainName, types: [RecordType]) {
    if let address = IPAddress(text) { return (address.reverseName, standardAddressTypes) }
    do throws(UsageError.NameProblem) {
      return (try name(text, idna), standardTypes)
    } catch {
      throw .badName(text, error)
    }
  }

  /// Any name of DNS, underscores and escapes included. U-labels go through IDNA.
  private static func name(_ text: String, _ idna: () -> LibIDN2?) throws(UsageError.NameProblem)
    -> DomainName
  {
    var ascii = text
    if !text.utf8.allSatisfy({ $0 < 0x80 }) {
      guard let idna = idna() else { throw .idnaUnavailable }
      do {
        ascii = try idna.aLabels(of: text)
      } catch {
        switch error {
        case .labelTooLong: throw .syntax(.labelTooLong)
        case .nameTooLong: throw .syntax(.nameTooLong)
        case .refused(let reason): throw .idna(reason)
        }
      }
    }
    do { return try DomainName(parsing: ascii) } catch { throw .syntax(error) }
  }

  /// Whether `word` is written as types are: one label in capitals. A name that is can be given with its final dot.
  private static func isShouted(_ word: String) -> Bool {
    word.utf8.count >= 2 && word.utf8.allSatisfy { $0.isUpperCaseLetter || $0.isDigit }
      && word.utf8.contains(where: \.isUpperCaseLetter)
  }

  /// The type that `word` may have been meant for: one label without a final dot, close to a mnemonic. Names
  /// are absolute, so that a host name of one label is hardly ever meant.
  private static func mistypedType(_ word: String) -> RecordType? {
    guard word.utf8.count >= 2, word.utf8.allSatisfy({ $0.isLetter || $0.isDigit }) else { return nil }
    return nearestType(to: word)
  }

  /// The type with the mnemonic that `word` is close to.
  static func nearestType(to word: String) -> RecordType? {
    NearestWord.nearest(to: word, among: RecordType.mnemonics).flatMap { RecordType($0) }
  }
}
