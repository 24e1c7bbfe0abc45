/// One text as the records of MTA-STS, TLS-RPT and BIMI, and as an MTA-STS policy.
enum TransportTarget {
  static func run(_ octets: [UInt8]) {
    let strings = CharacterStrings(cutting: Array(octets.prefix(65_000)))
    check(TransportRecordSelection<MTASTSRecord>([strings]))
    check(TransportRecordSelection<TLSRPTRecord>([strings]))
    if let record = TransportRecordSelection<TLSRPTRecord>([strings]).record {
      for address in record.unusable {
        demandExcerpt(of: record.text, at: address.place)
        demandVisible(address.wording(record.text))
      }
    }
    if case .invalid(let text, let error) = BIMISelection([strings]).outcome {
      demandExcerpt(of: text, at: error.place)
    }
    do throws(MTASTSPolicyError) { check(try MTASTSPolicy(parsing: octets)) } catch {
      demandVisible(error.wording)
    }
    if let record = TLSARecord(octets) { demandVisible("\(record)") }
    checkSignature(octets)
  }

  /// The same text as the data of records of DNSSEC.
  private static func checkSignature(_ octets: [UInt8]) {
    guard let owner = DomainName("mail.example.jp") else { return }
    _ = DelegationSigner(.other(.ds, octets))
    _ = ZoneKey(.other(.dnskey, Array(octets.prefix(65_535))))
    let record = ResourceRecord(owner: owner, timeToLive: 0, data: .other(.rrsig, octets))
    guard let signature = RecordSignature(record) else { return }
    demand(owner.isAtOrBelow(signature.signer), "a zone signs what is in it")
    demand(abs(signature.secondsLeft(at: 0)) <= 1 << 31, "what is left is within 68 years")
  }

  private static func check<Record>(_ selection: TransportRecordSelection<Record>) {
    guard case .invalid(let text, let error) = selection.outcome else { return }
    demandExcerpt(of: text, at: error.place)
    demandVisible(error.wording)
  }

  private static func check(_ policy: MTASTSPolicy) {
    demand(policy.mode == .none || !policy.patterns.isEmpty, "a policy that asks for something names hosts")
    for pattern in policy.patterns {
      demandVisible("\(pattern)")
      demand(MXPattern(Array(pattern.description.utf8)[...]) == pattern, "\(pattern) is read back")
      demand(!pattern.isWildcard || !pattern.matches(pattern.name), "* is a label")
    }
  }
}
