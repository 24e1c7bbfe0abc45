import Glibc

/// libidn2, the IDNA2008 library that glibc itself uses (RFC 5891, UTS #46), loaded when it is first needed,
/// because nothing but internationalized names needs it.
struct LibIDN2: Sendable {
  private typealias Convert =
    @convention(c) @Sendable (
      UnsafePointer<CChar>, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, CInt
    ) -> CInt
  private typealias Describe = @convention(c) @Sendable (CInt) -> UnsafePointer<CChar>?
  private typealias Free = @convention(c) @Sendable (UnsafeMutableRawPointer?) -> Void

  private let lookup: Convert
  private let toUnicode: Convert
  private let describe: Describe
  private let free: Free

  /// Longest text that is handed over, in octets of UTF-8: no name of 253 octets needs more.
  private static let maximumLength = 1024

  /// The library of this system; nil where there is none.
  static let shared = LibIDN2(library: "libidn2.so.0")

  /// Nil where `library` can't be loaded or lacks one of the functions.
  init?(library: String) {
    guard let handle = dlopen(library, RTLD_NOW), let lookup = dlsym(handle, "idn2_lookup_u8"),
      let toUnicode = dlsym(handle, "idn2_to_unicode_8z8z"), let describe = dlsym(handle, "idn2_strerror"),
      let free = dlsym(handle, "idn2_free")
    else { return nil }
    // The signatures are those of idn2.h, unchanged since version 2.0.
    self.lookup = unsafeBitCast(lookup, to: Convert.self)
    self.toUnicode = unsafeBitCast(toUnicode, to: Convert.self)
    self.describe = unsafeBitCast(describe, to: Describe.self)
    self.free = unsafeBitCast(free, to: Free.self)
  }

  /// Why a text is no internationalized domain name.
  enum Failure: Error, Equatable {
    case labelTooLong
    case nameTooLong
    case refused(IDNARefusal)
  }

  /// The A-label form of `name`, as it is looked up (RFC 5891 §5; UTS #46 non-transitional mapping).
  func aLabels(of name: String) throws(Failure) -> String {
    guard name.utf8.count <= Self.maximumLength else { throw .nameTooLong }
    // IDN2_NFC_INPUT, IDN2_NONTRANSITIONAL
    return try convert(name, with: lookup, flags: 1 | 8)
  }

  /// The U-label form of `name`, a name in A-labels; nil unless looking it up again gives `name`.
  func uLabels(of name: String) -> String? {
    guard name.utf8.count <= Self.maximumLength,
      let unicode = try? convert(name, with: toUnicode, flags: 0), (try? aLabels(of: unicode)) == name
    else { return nil }
    return unicode
  }

  private func convert(_ name: String, with function: Convert, flags: CInt) throws(Failure) -> String {
    var result: UnsafeMutablePointer<CChar>?
    let status = name.withCString { function($0, &result, flags) }
    defer { free(result) }
    switch status {
    case 0: break
    case -205: throw .nameTooLong  // IDN2_TOO_BIG_DOMAIN
    case -206, -203: throw .labelTooLong  // IDN2_TOO_BIG_LABEL, IDN2_PUNYCODE_BIG_OUTPUT
    default:
      let text = describe(status).map { String(cString: $0) } ?? "\(status)"
      throw .refused(IDNARefusal(code: status, text: text))
    }
    return result.map { String(cString: $0) } ?? ""
  }
}
