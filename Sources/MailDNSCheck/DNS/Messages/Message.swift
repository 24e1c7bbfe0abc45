import CResolv

/// A response taken apart by libresolv (RFC 1035 §4.1): its answer section, what denies or refers in its authority section, and
/// what EDNS adds.
struct Message: Sendable {
  let head: MessageHead
  /// With the upper eight bits that the OPT record carries (RFC 6891 §6.1.3).
  let responseCode: ResponseCode
  let answers: [ResourceRecord]
  /// What the SOA records of the authority section deny, in their order (RFC 2308 §2, §5).
  let denials: [Answer.Denial]
  /// Whether the authority section names servers.
  let namesServers: Bool
  /// Empty unless they were asked for: only who walks down from the root looks at more of them than what they deny.
  let authority: [ResourceRecord]
  /// The same: what servers add unasked.
  let additional: [ResourceRecord]
  /// The signatures in the answer and authority sections.
  let signatures: [RecordSignature]
  /// Whether the server knows EDNS(0): it has sent an OPT record (RFC 6891 §6.1.1).
  let hasEDNS: Bool
  let extendedErrors: [ExtendedError]

  /// Throws where the octets are not one whole message; `head` is that of the same octets.
  ///
  /// - Parameters:
  ///   - name: One that most records are expected to belong to: it is not made anew for them.
  ///   - zone: The same for those that deny.
  init(
    _ octets: UnsafeRawBufferPointer, head: MessageHead, about name: DomainName? = nil,
    in zone: DomainName? = nil, withAdditional: Bool = false
  ) throws(MalformedMessage) {
    guard let base = octets.baseAddress?.assumingMemoryBound(to: UInt8.self) else { throw .sections }
    var handle = ns_msg()
    guard ns_initparse(base, Int32(octets.count), &handle) == 0 else { throw .sections }
    self.head = head
    answers = try Self.records(in: ns_s_an, of: &handle, mostlyOf: name)
    var signatures = answers.compactMap { RecordSignature($0) }
    authority = withAdditional ? try Self.records(in: ns_s_ns, of: &handle) : []
    additional = withAdditional ? try Self.records(in: ns_s_ar, of: &handle).filter { $0.type != .opt } : []
    var denials: [Answer.Denial] = []
    var namesServers = false
    let reader = RecordDataReader(handle)
    try Self.forEachRecord(in: ns_s_ns, of: &handle) { record throws(MalformedMessage) in
      guard record.class_ == Int32(ns_c_in.rawValue) else { return }
      let data = UnsafeRawBufferPointer(start: record.data, count: Int(record.data_length))
      switch RecordType(rawValue: UInt16(truncatingIfNeeded: record.type)) {
      case .soa:
        // Nobody asks for the names in it, and nearly every denial has one.
        guard let minimum = reader.minimum(inSOA: data) else { throw .recordData(.soa) }
        let seconds = min(Self.timeToLive(record), minimum)
        denials.append(Answer.Denial(zone: try Self.owner(of: record, expecting: zone), timeToLive: seconds))
      case let type:
        namesServers = namesServers || type == .ns
        let data = try reader.read(data, as: type)
        guard type == .rrsig else { return }
        let owner = try Self.owner(of: record)
        let signed = ResourceRecord(owner: owner, timeToLive: Self.timeToLive(record), data: data)
        RecordSignature(signed).map { signatures.append($0) }
      }
    }
    self.denials = denials
    self.namesServers = namesServers
    self.signatures =
      signatures.count > RecordSignature.maximumCount
      ? Array(signatures.prefix(RecordSignature.maximumCount)) : signatures
    var extendedCode: UInt16 = 0
    var errors: [ExtendedError] = []
    var hasOptions = false
    try Self.forEachRecord(in: ns_s_ar, of: &handle) { record throws(MalformedMessage) in
      guard record.type == Int32(RecordType.opt.rawValue) else { return }
      hasOptions = true
      extendedCode = UInt16(record.ttl >> 24) << 4
      errors = Self.extendedErrors(UnsafeRawBufferPointer(start: record.data, count: Int(record.data_length)))
    }
    responseCode = ResponseCode(rawValue: extendedCode | head.responseCode.rawValue)
    extendedErrors = errors
    hasEDNS = hasOptions
  }

  private static func records(
    in section: ns_sect, of handle: inout ns_msg, mostlyOf name: DomainName? = nil
  ) throws(MalformedMessage) -> [ResourceRecord] {
    guard cresolv_count(&handle, section) > 0 else { return [] }
    var records: [ResourceRecord] = []
    var owner = name
    var isForeign = false
    let message = RecordDataReader(handle)
    try forEachRecord(in: section, of: &handle) { raw throws(MalformedMessage) in
      guard raw.class_ == Int32(ns_c_in.rawValue) else {
        isForeign = true
        return
      }
      // The records of one set share their owner; taking its name apart once is enough.
      let name = try Self.owner(of: raw, expecting: owner)
      owner = name
      let type = RecordType(rawValue: UInt16(truncatingIfNeeded: raw.type))
      let data = UnsafeRawBufferPointer(start: raw.data, count: Int(raw.data_length))
      records.append(
        ResourceRecord(
          owner: name, timeToLive: Self.timeToLive(raw), data: try message.read(data, as: type)))
    }
    // Passed over, such an answer would be an absence.
    if section == ns_s_an, records.isEmpty, isForeign { throw .recordClass }
    return records
  }

  private static func owner(
    of record: cresolv_record, expecting name: DomainName? = nil
  ) throws(MalformedMessage) -> DomainName {
    let owner = withUnsafeBytes(of: record.owner) { wire -> DomainName? in
      let octets = UnsafeRawBufferPointer(rebasing: wire.prefix(Int(record.owner_length)))
      if let name, name.hasWire(octets) { return name }
      return DomainName(wire: octets)
    }
    guard let owner else { throw .sections }
    return owner
  }

  /// Seconds; a value with the highest bit set counts as 0 (RFC 2181 §8).
  private static func timeToLive(_ record: cresolv_record) -> UInt32 {
    record.ttl > UInt32(Int32.max) ? 0 : record.ttl
  }

  private static func forEachRecord(
    in section: ns_sect, of handle: inout ns_msg,
    _ body: (cresolv_record) throws(MalformedMessage) -> Void
  ) throws(MalformedMessage) {
    var position = cresolv_section(&handle, section)
    var record = cresolv_record()
    for _ in 0..<cresolv_count(&handle, section) {
      // libresolv takes a count with nothing behind it for success.
      guard position != nil, cresolv_next_record(&handle, &position, 0, &record) == 0 else { throw .sections }
      try body(record)
    }
  }

  /// The extended errors among the options of an OPT record (RFC 8914 §2); a broken list ends where it breaks.
  private static func extendedErrors(_ options: UnsafeRawBufferPointer) -> [ExtendedError] {
    var errors: [ExtendedError] = []
    var rest = options[...]
    while rest.count >= 4 {
      let header = Array(rest.prefix(4))
      let code = Int(header[0]) << 8 | Int(header[1])
      let length = Int(header[2]) << 8 | Int(header[3])
      let body = rest.dropFirst(4).prefix(length)
      guard body.count == length else { break }
      if code == 15, length >= 2 {
        let value = Array(body)
        errors.append(
          ExtendedError(
            code: UInt16(value[0]) << 8 | UInt16(value[1]),
            text: Array(value[2...].prefix(ExtendedError.maximumTextLength))))
      }
      rest = rest.dropFirst(4 + length)
    }
    return errors
  }
}
