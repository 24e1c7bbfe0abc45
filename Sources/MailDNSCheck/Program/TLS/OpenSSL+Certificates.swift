import FoundationEssentials
import Glibc

extension OpenSSL {
  /// The elements of a stack of certificates or names.
  func elements(of stack: Handle, atMost maximum: Int) -> [Handle] {
    let count = max(0, min(Int(opensslSkNum(stack)), maximum))
    return (0..<count).compactMap { opensslSkValue(stack, CInt($0)) }
  }

  /// In the library's words.
  func words(ofVerification result: Int) -> String {
    x509VerifyCertErrorString(result).map { String(cString: $0) } ?? "\(result)"
  }

  /// What of an X509 matters; nil for one that can't be read.
  func certificate(_ handle: Handle) -> Certificate? {
    guard let whole = image({ i2dX509(handle, $0) }), let key = x509GetX509PUBKEY(handle),
      let publicKey = image({ i2dX509PUBKEY(key, $0) }),
      let notBefore = x509Get0NotBefore(handle).flatMap(date),
      let notAfter = x509Get0NotAfter(handle).flatMap(date)
    else { return nil }
    return Certificate(
      whole: whole, publicKey: publicKey, names: hostNames(of: handle), issuer: issuer(of: handle),
      notBefore: notBefore, notAfter: notAfter)
  }

  /// `write` is one of the functions i2d_…: without a place it returns the length, with one it writes there.
  private func image(
    _ write: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> CInt
  ) -> Certificate.Image? {
    let length = Int(write(nil))
    guard (1...Self.maximumLength).contains(length) else { return nil }
    let octets = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      var place = buffer.baseAddress
      count = Int(write(&place)) == length ? length : 0
    }
    guard octets.count == length, let sha256 = digest(octets, evpSha256(), 32),
      let sha512 = digest(octets, evpSha512(), 64)
    else { return nil }
    return Certificate.Image(octets: octets, sha256: sha256, sha512: sha512)
  }

  private func digest(_ octets: [UInt8], _ algorithm: UnsafeRawPointer?, _ length: Int) -> [UInt8]? {
    guard let algorithm else { return nil }
    // EVP_MAX_MD_SIZE.
    var result = [UInt8](repeating: 0, count: 64)
    var count: CUnsignedInt = 0
    let status = octets.withUnsafeBytes { area in
      area.baseAddress.map { evpDigest($0, area.count, &result, &count, algorithm, nil) } ?? 0
    }
    return status == 1 && Int(count) == length ? Array(result.prefix(length)) : nil
  }

  private func date(_ time: Handle) -> Date? {
    var parts = tm()
    guard asn1TIMEToTm(time, &parts) == 1 else { return nil }
    return Date(timeIntervalSince1970: Double(timegm(&parts)))
  }

  private func hostNames(of certificate: Handle) -> [CertificateName] {
    guard let names = x509GetExtD2i(certificate, Self.alternativeNames, nil, nil) else { return [] }
    defer { generalNAMESFree(names) }
    return elements(of: names, atMost: Self.maximumNames).compactMap { name in
      var kind: CInt = -1
      guard let value = generalNAMEGet0Value(name, &kind), kind == Self.hostName,
        let data = asn1STRINGGet0Data(value)
      else { return nil }
      let length = max(0, min(Int(asn1STRINGLength(value)), DomainName.maximumWireLength))
      return CertificateName(Array(UnsafeBufferPointer(start: data, count: length)))
    }
  }

  private func issuer(of certificate: Handle) -> [UInt8] {
    guard let name = x509GetIssuerName(certificate) else { return [] }
    for field in [Self.commonName, Self.organization] {
      var buffer = [UInt8](repeating: 0, count: 256)
      let length = Int(x509NAMEGetTextByNID(name, field, &buffer, CInt(buffer.count)))
      if length > 0 { return Array(buffer.prefix(min(length, buffer.count - 1))) }
    }
    return []
  }

  /// Octets of a certificate that is looked at.
  private static let maximumLength = 65_536
  /// Names of a certificate that are looked at; those of content networks have a hundred.
  private static let maximumNames = 1_000

  // Numbers of obj_mac.h and x509v3.h.
  private static let commonName: CInt = 13
  private static let organization: CInt = 17
  private static let alternativeNames: CInt = 85
  private static let hostName: CInt = 2
}
