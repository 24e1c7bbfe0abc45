import CResolv
import Glibc

/// libcurl, which speaks HTTPS by whatever TLS library the system has chosen for it, loaded when it is first needed.
struct LibCurl: Sendable {
  private typealias GlobalInit = @convention(c) @Sendable (CLong) -> CInt
  private typealias Init = @convention(c) @Sendable () -> UnsafeMutableRawPointer?
  private typealias Perform = @convention(c) @Sendable (UnsafeMutableRawPointer) -> CInt
  private typealias Cleanup = @convention(c) @Sendable (UnsafeMutableRawPointer) -> Void
  private typealias Describe = @convention(c) @Sendable (CInt) -> UnsafePointer<CChar>?
  private typealias Append =
    @convention(c) @Sendable (UnsafeMutableRawPointer?, UnsafePointer<CChar>) -> UnsafeMutableRawPointer?
  private typealias FreeList = @convention(c) @Sendable (UnsafeMutableRawPointer?) -> Void

  private let make: Init
  private let perform: Perform
  private let cleanup: Cleanup
  private let describe: Describe
  private let append: Append
  private let freeList: FreeList
  /// Addresses of the two that take a variable argument; pointers are not Sendable.
  private let set: UInt
  private let get: UInt

  /// The library of this system; nil where there is none.
  static let shared = LibCurl(library: "libcurl.so.4") ?? LibCurl(library: "libcurl-gnutls.so.4")

  /// Nil where `library` can't be loaded, lacks one of the functions, or does not get ready.
  init?(library: String) {
    guard let handle = dlopen(library, RTLD_NOW), let global = dlsym(handle, "curl_global_init"),
      let make = dlsym(handle, "curl_easy_init"), let perform = dlsym(handle, "curl_easy_perform"),
      let cleanup = dlsym(handle, "curl_easy_cleanup"), let describe = dlsym(handle, "curl_easy_strerror"),
      let append = dlsym(handle, "curl_slist_append"), let freeList = dlsym(handle, "curl_slist_free_all"),
      let set = dlsym(handle, "curl_easy_setopt"), let get = dlsym(handle, "curl_easy_getinfo")
    else { return nil }
    // The signatures are those of curl.h, unchanged since version 7.12. 3 is CURL_GLOBAL_ALL.
    guard unsafeBitCast(global, to: GlobalInit.self)(3) == 0 else { return nil }
    self.make = unsafeBitCast(make, to: Init.self)
    self.perform = unsafeBitCast(perform, to: Perform.self)
    self.cleanup = unsafeBitCast(cleanup, to: Cleanup.self)
    self.describe = unsafeBitCast(describe, to: Describe.self)
    self.append = unsafeBitCast(append, to: Append.self)
    self.freeList = unsafeBitCast(freeList, to: FreeList.self)
    self.set = UInt(bitPattern: set)
    self.get = UInt(bitPattern: get)
  }

  /// What one transfer came to.
  struct Outcome {
    /// CURLcode.
    let result: CInt
    /// Of HTTP; 0 where there was no answer.
    let status: Int
    let mediaType: [UInt8]?
    let body: [UInt8]
    /// Whether the body was larger than allowed; the transfer was then ended.
    let isCutShort: Bool
    /// What the TLS library says of the certificate: X509_V_ERR_… of OpenSSL, a set of bits of GnuTLS.
    let verification: Int
    /// In the library's words.
    let text: String
  }

  struct Request {
    let url: String
    /// `host:443:address,…`: what the name stands for, so that nobody asks for it again. Nil leaves it to the system.
    let resolution: String?
    let timeout: Duration
    let maximumSize: Int
    let userAgent: String
    /// Certificates of authorities to trust in place of the system's.
    let authorities: String?
  }

  /// Gets `request.url` by HTTPS, without following redirects. Blocks. Nil for want of memory.
  func transfer(_ request: Request) -> Outcome? {
    let collector = Collector(maximum: request.maximumSize)
    let message = UnsafeMutablePointer<CChar>.allocate(capacity: Self.messageSize)
    message.initialize(repeating: 0, count: Self.messageSize)
    defer { message.deallocate() }
    var list: UnsafeMutableRawPointer?
    defer { freeList(list) }
    // Behind the others, so that it comes before them: the handle writes to what they free.
    guard let handle = make() else { return nil }
    defer { cleanup(handle) }
    if let resolution = request.resolution {
      list = append(nil, resolution)
      setPointer(handle, .resolve, list)
    }
    setPointer(handle, .errorBuffer, message)
    setPointer(handle, .writeFunction, unsafeBitCast(Collector.write, to: UnsafeRawPointer.self))
    setPointer(handle, .writeData, Unmanaged.passUnretained(collector).toOpaque())
    setText(handle, .url, request.url)
    setText(handle, .userAgent, request.userAgent)
    if let authorities = request.authorities { setText(handle, .authorityFile, authorities) }
    let milliseconds = max(1, Int(request.timeout / .milliseconds(1)))
    for (option, value) in [
      (Option.timeout, milliseconds), (.noSignal, 1), (.followsRedirects, 0), (.protocols, 2),
      (.tlsVersion, 6), (.verifiesPeer, 1), (.verifiesHost, 2),
    ] { setNumber(handle, option, value) }
    let result = withExtendedLifetime(collector) { perform(handle) }
    let text = String(cString: message)
    return Outcome(
      result: result, status: number(handle, .status), mediaType: octets(handle, .mediaType),
      body: collector.octets, isCutShort: collector.isFull, verification: number(handle, .verification),
      text: text.isEmpty ? describe(result).map { String(cString: $0) } ?? "\(result)" : text)
  }

  /// Where the library looks for the certificates of authorities if nobody says: a file, and a folder. Nil for what it does
  /// not have, and for both where it is too old to tell.
  var authorities: (file: String?, folder: String?) {
    guard let handle = make() else { return (nil, nil) }
    defer { cleanup(handle) }
    func path(_ info: Info) -> String? {
      octets(handle, info).map { String(decoding: $0, as: UTF8.self) }
    }
    return (path(.authorityFile), path(.authorityFolder))
  }

  /// CURL_ERROR_SIZE.
  private static let messageSize = 256

  /// CURLOPT_… of curl.h.
  private enum Option: CInt {
    case writeData = 10_001
    case url = 10_002
    case errorBuffer = 10_010
    case userAgent = 10_018
    case authorityFile = 10_065
    case resolve = 10_203
    case writeFunction = 20_011
    case tlsVersion = 32
    case followsRedirects = 52
    case verifiesPeer = 64
    case verifiesHost = 81
    case noSignal = 99
    case timeout = 155
    /// A set of bits: 2 is HTTPS.
    case protocols = 181
  }

  /// CURLINFO_… of curl.h.
  private enum Info: CInt {
    case mediaType = 0x10_0012
    case authorityFile = 0x10_003D
    case authorityFolder = 0x10_003E
    case status = 0x20_0002
    case verification = 0x20_000D
  }

  private func setPointer(_ handle: UnsafeMutableRawPointer, _ option: Option, _ value: UnsafeRawPointer?) {
    _ = cresolv_curl_set_pointer(UnsafeRawPointer(bitPattern: set), handle, option.rawValue, value)
  }

  /// The library makes a copy.
  private func setText(_ handle: UnsafeMutableRawPointer, _ option: Option, _ text: String) {
    text.withCString { setPointer(handle, option, UnsafeRawPointer($0)) }
  }

  private func setNumber(_ handle: UnsafeMutableRawPointer, _ option: Option, _ value: Int) {
    _ = cresolv_curl_set_number(UnsafeRawPointer(bitPattern: set), handle, option.rawValue, value)
  }

  private func number(_ handle: UnsafeMutableRawPointer, _ info: Info) -> Int {
    var value = 0
    let result = cresolv_curl_get_number(UnsafeRawPointer(bitPattern: get), handle, info.rawValue, &value)
    return result == 0 ? value : 0
  }

  private func octets(_ handle: UnsafeMutableRawPointer, _ info: Info) -> [UInt8]? {
    var value: UnsafePointer<CChar>?
    let result = cresolv_curl_get_text(UnsafeRawPointer(bitPattern: get), handle, info.rawValue, &value)
    guard result == 0, let value else { return nil }
    return Array(UnsafeRawBufferPointer(start: value, count: min(strlen(value), 1024)))
  }
}

/// Takes what comes, up to a limit: an announced length is not to be believed.
private final class Collector {
  private(set) var octets: [UInt8] = []
  private(set) var isFull = false
  private let maximum: Int

  init(maximum: Int) { self.maximum = maximum }

  /// In the form that libcurl calls. Anything but the number of octets ends the transfer.
  static let write: @convention(c) (UnsafePointer<UInt8>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
    data, size, count, target in
    guard let data, let target else { return 0 }
    let collector = Unmanaged<Collector>.fromOpaque(target).takeUnretainedValue()
    return collector.take(UnsafeBufferPointer(start: data, count: size * count))
  }

  private func take(_ data: UnsafeBufferPointer<UInt8>) -> Int {
    guard octets.count + data.count <= maximum else {
      isFull = true
      return 0
    }
    octets += data
    return data.count
  }
}
