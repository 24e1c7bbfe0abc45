/// What one TXT record at a selector's name turns out to be.
enum DKIMKeyReading: Hashable, Sendable {
  case key(DKIMKeyRecord)
  case malformed(DKIMKeyError)
  /// Not meant as a DKIM key: the text of a wildcard, an SPF record, a verification code.
  case unrelated

  /// Reads the joined strings of one TXT record.
  ///
  /// A text is meant as a key when it has a `p=`, a `v=` that begins with `DKIM` in any case, or a `k=` that begins with
  /// a known key type, and its version is not that of another protocol (`v=DMARC1; p=none` is no key).
  init(_ text: [UInt8]) {
    let list = TagList(text)
    guard list.isMeantAsKey else {
      self = .unrelated
      return
    }
    do throws(DKIMKeyError) {
      self = .key(try DKIMKeyRecord(list, end: text.count))
    } catch {
      self = .malformed(error)
    }
  }
}

extension TagList {
  /// Versions of the other records that are found in TXT: SPF, Sender ID, DMARC, MTA-STS, TLSRPT, BIMI.
  private static let otherProtocols: [StaticString] = ["spf", "DMARC", "STS", "TLSRPT", "BIMI"]

  fileprivate var isMeantAsKey: Bool {
    if let first = tags.first, first.name == "v",
      Self.otherProtocols.contains(where: { first.value.startsIgnoringCase(with: $0) })
    {
      return false
    }
    return tags.contains { tag in
      switch tag.name {
      case "p": true
      case "k":
        tag.value.startsIgnoringCase(with: "rsa") || tag.value.startsIgnoringCase(with: "ed25519")
      // Also behind a quotation mark that got into the text.
      default: tag.name.asciiLowercased.hasSuffix("v") && tag.value.startsIgnoringCase(with: "DKIM")
      }
    }
  }
}
