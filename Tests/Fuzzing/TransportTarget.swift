/// One text as the records of MTA-STS, TLS-RPT and BIMI, as an MTA-STS policy, and as what mail and web servers say.
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
    demandVisible("\(CertificateName(octets))")
    demand(
      replies(in: [octets]) == replies(in: octets.map { [$0] }), "it does not matter how replies are cut")
    demand(answer(in: [octets]) == answer(in: octets.map { [$0] }), "it does not matter how answers are cut")
    _ = try? WebProxy(parsing: String(decoding: octets, as: UTF8.self))
  }

  /// Up to what is none.
  private static func replies(in pieces: [[UInt8]]) -> [SMTPReply] {
    var reader = SMTPReplyReader()
    var found: [SMTPReply] = []
    for piece in pieces {
      reader.append(piece)
      do throws(SMTPReplyFault) {
        while let reply = try reader.next() { found.append(reply) }
      } catch {
        return found
      }
    }
    for reply in found {
      demandVisible(VisibleText.shortened(reply.text))
      demand(reply.lines.count <= SMTPReplyReader.maximumLines, "replies have an end")
      _ = (SMTPCapabilities(reply), ExchangeOnlineReply(reply))
    }
    return found
  }

  /// Nil where it is none, or too large.
  private static func answer(in pieces: [[UInt8]]) -> HTTPSResponse? {
    var reader = HTTPResponseReader(maximumBody: 1_000)
    do throws(HTTPFault) {
      for piece in pieces { if let response = try reader.take(piece) { return response } }
      let response = try reader.finish()
      demand(response.body.count <= 1_000, "bodies have an end")
      return response
    } catch {
      return nil
    }
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
