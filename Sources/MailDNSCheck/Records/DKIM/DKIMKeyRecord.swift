/// A DKIM key record (RFC 6376 §3.6.1).
struct DKIMKeyRecord: Hashable, Sendable {
  let publicKey: DKIMPublicKey
  /// `h=`, as far as known; without it, every algorithm. Only SHA-256 is of use (RFC 8301 §3.1).
  let acceptedHashes: CaseSet<Hash>
  /// `s=`, as far as known; without it, every service.
  let services: CaseSet<Service>
  /// `t=y`: verifiers treat mail as if it were not signed.
  let isTesting: Bool
  /// `t=s`: the `i=` of a signature must have the very domain of its `d=`, no subdomain.
  let isStrictAboutSubdomains: Bool
  /// Whether `v=`, where it is there, is the first tag, as RFC 6376 §3.6.1 wants it. Verifiers do not mind.
  let isVersionFirst: Bool
  /// The tags by which the key is not for mail.
  let exclusions: [Exclusion]
  /// The value for `p=` that all verifiers read, where the key is published in the form that most of them refuse: a bare
  /// RSAPublicKey (PKCS#1) in place of a SubjectPublicKeyInfo.
  let wrappedKey: String?

  /// A tag whose value shuts mail out as it is signed today.
  struct Exclusion: Hashable, Sendable {
    let tag: Tag
    let value: [UInt8]

    enum Tag: String, Hashable, Sendable {
      /// It does not have SHA-256 among the hash algorithms.
      case hashes = "h"
      /// It does not have e-mail among the services.
      case services = "s"
    }
  }

  enum Hash: String, CaseIterable, Hashable, Sendable {
    case sha1
    case sha256
  }

  enum Service: String, CaseIterable, Hashable, Sendable {
    case all = "*"
    case email
  }

  /// Whether signatures as they may be made today, with SHA-256, can be verified with it (RFC 8301 §3.1).
  var acceptsSHA256: Bool { acceptedHashes.contains(.sha256) }
  /// Whether a verifier can use it for mail: not revoked, long enough, of a known type, for mail and with SHA-256.
  var isUsable: Bool {
    acceptsSHA256 && isForEmail && publicKey.strength.map { $0 != .unusable } ?? false
  }
  /// Whether it is meant for mail at all.
  var isForEmail: Bool { !services.isEmpty }
}

extension DKIMKeyRecord {
  /// The record that `text`, the joined strings of one TXT record, spells.
  init(parsing text: [UInt8]) throws(DKIMKeyError) {
    try self.init(TagList(text), end: text.count)
  }

  /// `end` is the length of the text in octets, where whatever is missing would have to go.
  init(_ list: TagList, end: Int) throws(DKIMKeyError) {
    if let error = list.errors.first {
      throw DKIMKeyError(reason: .tagList(error.reason), place: error.place)
    }
    for tag in list.tags {
      if let (name, place) = tag.unseparated {
        throw DKIMKeyError(reason: .missingSeparator(before: name), place: place)
      }
    }
    if let version = list["v"] {
      guard version.value.elementsEqual("DKIM1".utf8) else {
        throw DKIMKeyError(
          reason: .badVersion(String(decoding: version.value, as: UTF8.self)), place: version.valuePlace)
      }
    }
    guard let key = list["p"] else { throw DKIMKeyError(reason: .missingKey, place: end..<end) }
    isVersionFirst = list["v"] == nil || list.tags.first?.name == "v"
    (publicKey, wrappedKey) = try Self.publicKey(key, type: list["k"]?.value)
    var exclusions: [Exclusion] = []
    if let tag = list["h"] {
      acceptedHashes = CaseSet(tag.elements.compactMap(Hash.init))
      if !acceptedHashes.contains(.sha256) { exclusions.append(Exclusion(tag: .hashes, value: tag.value)) }
    } else {
      acceptedHashes = Self.allHashes
    }
    if let tag = list["s"] {
      services = CaseSet(tag.elements.compactMap(Service.init))
      if services.isEmpty { exclusions.append(Exclusion(tag: .services, value: tag.value)) }
    } else {
      services = Self.allServices
    }
    self.exclusions = exclusions
    let flags = list["t"]?.elements ?? []
    isTesting = flags.contains("y")
    isStrictAboutSubdomains = flags.contains("s")
  }

  private static let allHashes = CaseSet(Hash.allCases)
  private static let allServices: CaseSet<Service> = [.all]

  private static func publicKey(
    _ tag: TagList.Tag, type: [UInt8]?
  ) throws(DKIMKeyError) -> (key: DKIMPublicKey, wrapped: String?) {
    if tag.value.isEmpty { return (.revoked, nil) }
    let type = type.map { String(decoding: $0, as: UTF8.self) } ?? "rsa"
    guard type == "rsa" || type == "ed25519" else { return (.unknownType(type), nil) }
    let octets = try Base64Value.decode(tag.value, at: tag.valuePlace.lowerBound)
    do throws(DKIMKeyError.Reason) {
      guard type == "rsa" else { return (try DKIMPublicKey(ed25519: octets), nil) }
      return (
        try DKIMPublicKey(rsa: octets), DKIMPublicKey.subjectPublicKeyInfo(ofBare: octets)?.base64Digits
      )
    } catch {
      throw DKIMKeyError(reason: error, place: tag.valuePlace)
    }
  }
}

extension TagList.Tag {
  /// The elements of a list with colons in between (RFC 6376 §3.6.1), compared with case.
  fileprivate var elements: [String] {
    value.split(separator: UInt8(ascii: ":")).map { String(decoding: $0.trimmingWhitespace, as: UTF8.self) }
  }

  /// A known tag within this one's value, behind white space in place of a `;`: its name and where that stands.
  ///
  /// Notes are free text. A `=` at the very end, or doubled, is how base64 ends.
  fileprivate var unseparated: (name: String, place: Range<Int>)? {
    guard name != "n", value.withUnsafeBytes(\.hasControlOrSpace) else { return nil }
    for index in value.indices.dropFirst().dropLast(2)
    where value[index - 1].isWhitespace && value[index + 1] == UInt8(ascii: "=")
      && value[index + 2] != UInt8(ascii: "=") && "vkhpstn".utf8.contains(value[index])
    {
      let start = valuePlace.lowerBound + index
      return (String(decoding: [value[index]], as: UTF8.self), start..<start + 1)
    }
    return nil
  }
}
