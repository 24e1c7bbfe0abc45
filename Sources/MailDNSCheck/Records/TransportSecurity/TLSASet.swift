/// The TLSA records of a mail host that mean something on port 25; at least one.
///
/// Of several digests of the same part of a certificate only the strongest count, as senders take them (digest agility, RFC 7671 §9).
struct TLSASet: Hashable, Sendable {
  let records: [TLSARecord]

  /// Takes those of `records` that can be used. Nil where none can.
  init?(_ records: [TLSARecord]) {
    let usable = records.filter(\.isUsable).uniqued
    self.records = usable.filter { record in
      record.matching == 0
        || !usable.contains {
          $0.usage == record.usage && $0.selector == record.selector && $0.matching > record.matching
        }
    }
    if self.records.isEmpty { return nil }
  }

  /// Whether the host's certificate can be changed without a moment in which no record matches: there are two that say the same
  /// thing of different data, one for now and one for later (RFC 7671 §8.1), or a trust anchor beside the host's own (§8.2). Which of
  /// them matches today, only the certificate shows.
  var isReadyForRollover: Bool {
    let hosts = records.filter { $0.usage == TLSARecord.hostUsage }
    if !hosts.isEmpty, hosts.count < records.count { return true }
    return Dictionary(grouping: records) { [$0.usage, $0.selector, $0.matching] }.values.contains {
      $0.count > 1
    }
  }

  /// What comes of the records when a host shows a certificate.
  enum Match: Hashable, Sendable {
    /// At least one record matches; the others, if any, are of certificates that were or are to come.
    case matched([TLSARecord], others: [TLSARecord])
    /// No record matches: senders that use DANE put the mail off (RFC 7672 §2.2).
    case unmatched

    /// Whether the certificate must be for the host's name and of today, too: only a record of the host's own key makes up for both
    /// (RFC 7672 §3.1.1, §3.2).
    var needsNameAndDates: Bool? {
      switch self {
      case .matched(let records, _): !records.contains { $0.usage == TLSARecord.hostUsage }
      case .unmatched: nil
      }
    }
  }

  /// Holds the records against what a host shows: its own certificate, and then those of the authorities that it sends along.
  /// Usage 3 means the first one, usage 2 one of the others (RFC 7672 §3.1.1, §3.1.2).
  func match(_ chain: [CertificateDigests]) -> Match {
    let matched = records.filter { record in
      let candidates = record.usage == TLSARecord.hostUsage ? chain.prefix(1) : chain.dropFirst()
      return candidates.contains { $0.data(of: record) == record.data }
    }
    return matched.isEmpty
      ? .unmatched : .matched(matched, others: records.filter { !matched.contains($0) })
  }
}

/// A certificate as TLSA records may name it (RFC 6698 §2.1).
struct CertificateDigests: Hashable, Sendable {
  /// The whole certificate, DER (selector 0).
  let certificate: Forms
  /// Its SubjectPublicKeyInfo, DER (selector 1).
  let publicKey: Forms

  struct Forms: Hashable, Sendable {
    /// Matching type 0.
    let octets: [UInt8]
    /// Matching type 1: 32 octets.
    let sha256: [UInt8]
    /// Matching type 2: 64 octets.
    let sha512: [UInt8]
  }

  /// What a record that means this certificate has; nil for selectors and matching types that nobody knows.
  func data(of record: TLSARecord) -> [UInt8]? {
    let forms: Forms
    switch record.selector {
    case 0: forms = certificate
    case 1: forms = publicKey
    default: return nil
    }
    return switch record.matching {
    case 0: forms.octets
    case 1: forms.sha256
    case 2: forms.sha512
    default: nil
    }
  }
}
