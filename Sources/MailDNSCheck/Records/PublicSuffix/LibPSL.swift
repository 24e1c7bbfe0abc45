import Glibc

/// libpsl, the public suffix list as a library of the system, loaded when it is first needed.
struct LibPSL: Sendable {
  private typealias Latest = @convention(c) @Sendable (UnsafePointer<CChar>?) -> OpaquePointer?
  private typealias Registrable =
    @convention(c) @Sendable (OpaquePointer, UnsafePointer<CChar>) -> UnsafePointer<CChar>?

  /// Never freed: it lives as long as the program. Its address, since pointers are not Sendable; libpsl only reads it.
  private let list: UInt
  private let registrable: Registrable

  /// The library of this system, with the newest list that it finds; nil where there is none.
  static let shared = LibPSL(library: "libpsl.so.5")

  /// Nil where `library` can't be loaded, lacks one of the functions, or has no list.
  init?(library: String) {
    guard let handle = dlopen(library, RTLD_NOW), let latest = dlsym(handle, "psl_latest"),
      let registrable = dlsym(handle, "psl_registrable_domain")
    else { return nil }
    // The signatures are those of libpsl.h, unchanged since version 0.16.
    guard let list = unsafeBitCast(latest, to: Latest.self)(nil) else { return nil }
    self.list = UInt(bitPattern: list)
    self.registrable = unsafeBitCast(registrable, to: Registrable.self)
  }

  func organization(of domain: DomainName) -> DMARCLegacyOrganization {
    // Labels with other octets than a host's have no place in the list and could read as more labels than they are.
    guard domain.labels.allSatisfy({ $0.allSatisfy { $0.isLetterDigitHyphen || $0 == UInt8(ascii: "_") } }),
      let list = OpaquePointer(bitPattern: list)
    else { return .undetermined }
    // The result points into the name that was handed over.
    let labels = domain.description.asciiLowercased.withCString { name in
      registrable(list, name).map { found in String(cString: found).utf8.count { $0 == UInt8(ascii: ".") } + 1
      }
    }
    return labels.map { .domain(domain.suffix($0)) } ?? .publicSuffix
  }
}
