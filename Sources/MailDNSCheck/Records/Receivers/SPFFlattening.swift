/// rspamd's way: the whole tree of includes is looked up and laid flat, and then the list is gone through. Qualifiers of
/// includes, and `all` in them, do not count; `all` comes last wherever it stands; and what it can't use is passed over.
struct SPFFlattening {
  private let reader: SPFReader
  private let identity: SPFIdentity
  private let known: KnownAnswers
  private var lists: [List] = []
  private var queue: [(list: Int, record: [UInt8])] = []
  private var lookups = 0
  private var failed = (temporarily: false, permanently: false)
  /// Octets of an answer that still fits.
  private static let largestAnswer = 4_096

  private struct List {
    let domain: [UInt8]
    var elements: [Element] = []
    var isRedirected = false
  }

  private struct Element {
    let qualifier: SPFQualifier
    var content: Content

    enum Content {
      case all
      case networks([IPNetwork])
      case include(Int)
      case redirect(Int)
      case deadRedirect
    }
  }

  init(_ reader: SPFReader, _ identity: SPFIdentity, from known: KnownAnswers) {
    self.reader = reader
    self.identity = identity
    self.known = known
  }

  mutating func result(_ domain: DomainName) throws(SPFReaderRun.Stop) -> SPFResult {
    let answer = try answer(Question(domain, .txt))
    guard let answer, !answer.records.isEmpty else { return .none }
    guard answer.size <= Self.largestAnswer else { return .temperror }
    guard let record = Self.record(in: answer.textsAsSent) else { return .none }
    lists = [List(domain: identity.domain)]
    queue = [(0, record)]
    var next = 0
    while next < queue.count, next < SPFReaderRun.maximumRecords {
      try read(queue[next].record, into: queue[next].list)
      next += 1
    }
    var flat: [Element] = []
    flatten(0, isTop: true, depth: 0, into: &flat)
    return verdict(flat)
  }

  private func verdict(_ flat: [Element]) -> SPFResult {
    guard !flat.isEmpty else { return failed.permanently || !failed.temporarily ? .permerror : .temperror }
    for element in flat {
      if case .networks(let networks) = element.content,
        networks.contains(where: { $0.contains(identity.address) })
      {
        return SPFResult(element.qualifier)
      }
    }
    for element in flat {
      guard case .all = element.content else { continue }
      if failed.permanently { return .permerror }
      return failed.temporarily ? .temperror : SPFResult(element.qualifier)
    }
    return .neutral
  }

  private mutating func flatten(_ list: Int, isTop: Bool, depth: Int, into flat: inout [Element]) {
    // Names that lead around are read once for each term, as often as look-ups allow.
    guard depth < 64 else { return }
    for element in lists[list].elements {
      switch element.content {
      case .deadRedirect: failed.permanently = true
      case .redirect(let target):
        flatten(target, isTop: isTop, depth: depth + 1, into: &flat)
        return
      case .include(let target): flatten(target, isTop: false, depth: depth + 1, into: &flat)
      case .all: if isTop { flat.append(element) }
      case .networks: flat.append(element)
      }
    }
  }

  /// The first text that is one; its beginning is all that is looked at.
  private static func record(in texts: [CharacterStrings]) -> [UInt8]? {
    let texts = texts.map(\.joined.asCString)
    if let text = texts.first(where: { $0.starts(with: "v=spf1".utf8) }) { return text }
    return texts.first { text in
      let start = text.drop(while: \.isBlankToC)
      return start.startsIgnoringCase(with: "v=spf1") || start.startsIgnoringCase(with: "spf2.")
    }
  }

  private mutating func read(_ record: [UInt8], into list: Int) throws(SPFReaderRun.Stop) {
    let start = record.drop(while: \.isBlankToC)
    var body = start.dropFirst(6)
    if start.startsIgnoringCase(with: "spf2."), body.first == UInt8(ascii: "/") {
      body = body.dropFirst().drop { !$0.isBlankToC }
    }
    let words = body.drop(while: \.isBlankToC).split(separator: 0x20).map(Array.init)
    let hasAll = words.contains { $0.dropFirst().equalsIgnoringCase("all") }
    for word in words where !lists[list].isRedirected {
      let text = SPFLooseMacros.wordParts(of: word).map { expanded($0, list) } ?? word
      let (qualifier, _, rest) = SPFQualifier.splitting(text[...])
      guard let content = try content(Array(rest), qualifier, list, hasAll: hasAll) else { continue }
      lists[list].elements.append(Element(qualifier: qualifier, content: content))
    }
  }

  private func expanded(_ parts: [SPFLooseMacros.Part], _ list: Int) -> [UInt8] {
    let values = SPFMacroExpander(identity: identity, domain: lists[list].domain)
    return parts.flatMap { part -> [UInt8] in
      switch part {
      case .literal(let octets): return octets
      case .macro(let macro): return macro.transformed(values.value(ofLetter: macro.letter))
      }
    }
  }

  private mutating func content(
    _ word: [UInt8], _ qualifier: SPFQualifier, _ list: Int, hasAll: Bool
  ) throws(SPFReaderRun.Stop) -> Element.Content? {
    // Everybody is let pass by nobody.
    if word.startsIgnoringCase(with: "all") { return qualifier == .pass ? nil : .all }
    if word.startsIgnoringCase(with: "a") { return try hosts(word, list) }
    if word.startsIgnoringCase(with: "ip4") || word.startsIgnoringCase(with: "ipv4") {
      return Self.network(word, width: 32)
    }
    if word.startsIgnoringCase(with: "ip6") || word.startsIgnoringCase(with: "ipv6") {
      return Self.network(word, width: 128)
    }
    if word.startsIgnoringCase(with: "include") {
      return try reference(to: word.argument, isRedirect: false).map { .include($0) }
    }
    if word.startsIgnoringCase(with: "mx") { return try exchanges(word, list) }
    if word.startsIgnoringCase(with: "ptr") { return try pointer(word, list) }
    if word.startsIgnoringCase(with: "exists") { return try exists(word) }
    guard word.startsIgnoringCase(with: "redirect"), !hasAll, let argument = word.redirectArgument,
      mayLookUp()
    else { return nil }
    lists[list].isRedirected = true
    return try reference(to: argument, isRedirect: true).map { .redirect($0) } ?? .deadRedirect
  }

  /// A network of fewer than eight bits is taken for a mistake.
  private static func network(_ word: [UInt8], width: Int) -> Element.Content? {
    guard let value = word.argument else { return nil }
    let slash = value.firstIndex(of: UInt8(ascii: "/"))
    let text = String(decoding: value[..<(slash ?? value.endIndex)], as: UTF8.self)
    let address = width == 32 ? IPv4Address(text).map(IPAddress.v4) : IPv6Address(text).map(IPAddress.v6)
    let length = slash.map { Array(value[($0 + 1)...]) }.map {
      $0.first == UInt8(ascii: "-") ? width + 1 : $0.leadingNumber()
    }
    guard let address, let network = IPNetwork(address, length: length ?? width), network.length >= 8 else {
      return nil
    }
    return .networks([network])
  }

  private mutating func mayLookUp() -> Bool { lookups <= reader.course.lookupLimit }

  private mutating func reference(to argument: [UInt8]?, isRedirect: Bool) throws(SPFReaderRun.Stop) -> Int? {
    guard let argument, mayLookUp() else { return nil }
    lookups += 1
    guard let name = SPFDomainSpec.targetName(of: argument), let answer = try answer(Question(name, .txt)),
      let record = Self.record(in: answer.textsAsSent)
    else { return nil }
    lists.append(List(domain: argument))
    queue.append((lists.count - 1, record))
    return lists.count - 1
  }

  private mutating func hosts(_ word: [UInt8], _ list: Int) throws(SPFReaderRun.Stop) -> Element.Content? {
    guard mayLookUp() else { return nil }
    let (domain, length) = word.hostParts
    lookups += 1
    guard let name = SPFDomainSpec.targetName(of: domain ?? lists[list].domain) else { return nil }
    let found = try addresses(of: name, length)
    return found.isEmpty ? nil : .networks(found)
  }

  private mutating func exchanges(_ word: [UInt8], _ list: Int) throws(SPFReaderRun.Stop) -> Element.Content?
  {
    guard mayLookUp() else { return nil }
    let (domain, length) = word.hostParts
    lookups += 1
    guard let name = SPFDomainSpec.targetName(of: domain ?? lists[list].domain),
      let answer = try answer(Question(name, .mx))
    else { return nil }
    var networks: [IPNetwork] = []
    for record in answer.recordsAsSent.prefix(Self.maximumHosts) {
      guard case .mx(_, let host) = record.data, !host.isRoot else { continue }
      networks += try addresses(of: host, length)
    }
    return networks.isEmpty ? nil : .networks(networks)
  }

  /// It looks up as many as there are; what is beyond that is not worth a question.
  private static let maximumHosts = 50

  private mutating func pointer(_ word: [UInt8], _ list: Int) throws(SPFReaderRun.Stop) -> Element.Content? {
    guard mayLookUp() else { return nil }
    lookups += 1
    guard let domain = SPFDomainSpec.targetName(of: word.hostParts.domain ?? lists[list].domain),
      let answer = try answer(Question(identity.address.reverseName, .ptr))
    else { return nil }
    var networks: [IPNetwork] = []
    for record in answer.recordsAsSent.prefix(SPFEvaluator.maximumReverseNames) {
      guard case .ptr(let name) = record.data, name.isAtOrBelow(domain) else { continue }
      networks += try addresses(of: name, nil)
    }
    return networks.isEmpty ? nil : .networks(networks)
  }

  private mutating func exists(_ word: [UInt8]) throws(SPFReaderRun.Stop) -> Element.Content? {
    guard mayLookUp(), let argument = word.argument else { return nil }
    lookups += 1
    guard let name = SPFDomainSpec.targetName(of: argument), let answer = try answer(Question(name, .a)),
      !answer.records.isEmpty
    else { return nil }
    return .networks(
      [IPNetwork(.v4(IPv4Address(value: 0)), length: 0), IPNetwork(.v6(IPv6Address(value: 0)), length: 0)]
        .compactMap(\.self))
  }

  private mutating func addresses(of name: DomainName, _ length: Int?) throws(SPFReaderRun.Stop)
    -> [IPNetwork]
  {
    let questions = [RecordType.a, .aaaa].map { Question(name, $0) }
    do throws(MissingAnswers) { try known.require(questions) } catch { throw .missing(error) }
    var found: [IPNetwork] = []
    for question in questions {
      for address in try answer(question)?.records.compactMap(\.data.address) ?? [] {
        guard let network = IPNetwork(address, length: address.isIPv4 ? length ?? 32 : 128) else { continue }
        found.append(network)
      }
    }
    return found
  }

  /// Nil where DNS could not tell: it goes on without.
  private mutating func answer(_ question: Question) throws(SPFReaderRun.Stop) -> Answer? {
    do throws(MissingAnswers) {
      let answer = try known.answer(to: question)
      guard answer.failure != nil else { return answer }
    } catch {
      throw .missing(error)
    }
    failed.temporarily = true
    return nil
  }
}

extension [UInt8] {
  /// What stands behind the first `:`, or else the first `=`.
  fileprivate var argument: [UInt8]? {
    (firstIndex(of: UInt8(ascii: ":")) ?? firstIndex(of: UInt8(ascii: "="))).map { Array(self[($0 + 1)...]) }
  }

  fileprivate var redirectArgument: [UInt8]? {
    (firstIndex(of: UInt8(ascii: "=")) ?? firstIndex(of: UInt8(ascii: ":"))).map { Array(self[($0 + 1)...]) }
  }

  /// The domain of `a`, `mx` and `ptr`, and the length behind it: of anything but a number up to 32, none; zero is none.
  fileprivate var hostParts: (domain: [UInt8]?, length: Int?) {
    let start =
      firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "/") } ?? endIndex
    let hasDomain = start < endIndex && self[start] != UInt8(ascii: "/")
    let domain = hasDomain ? self[(start + 1)...].prefix { $0 != UInt8(ascii: "/") } : []
    let lengths = self[start...].drop { $0 != UInt8(ascii: "/") }.dropFirst()
    let digits = lengths.prefix { $0 != UInt8(ascii: "/") }.filter(\.isDigit)
    let number = Array(digits).leadingNumber()
    return (domain.isEmpty ? nil : Array(domain), (1...32).contains(number) ? number : nil)
  }
}
