import FoundationEssentials
import Glibc

/// The proxy that HTTPS goes through, as curl finds it in the environment.
struct WebProxy: Hashable, Sendable {
  let host: String
  let port: UInt16
  /// `user:password`; nil where the proxy is not to know who asks.
  let credentials: String?

  /// Why the environment names no proxy that can be used.
  enum Fault: Error, Hashable, Sendable {
    /// SOCKS, or a proxy that speaks TLS itself.
    case unsupported(scheme: String)
    case malformed
  }

  /// The proxy for `host` and its addresses; nil where there is none for it. Of variables the first that is not empty counts:
  /// `https_proxy`, `HTTPS_PROXY`, `all_proxy`, `ALL_PROXY`; `no_proxy` names exceptions.
  static func named(
    for host: String, at addresses: [IPAddress], in environment: (String) -> String?
  ) throws(Fault) -> WebProxy? {
    func value(_ names: String...) -> String? { names.lazy.compactMap(environment).first { !$0.isEmpty } }
    guard let text = value("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY") else { return nil }
    if let exceptions = value("no_proxy", "NO_PROXY"), isException(host, addresses, exceptions) { return nil }
    return try WebProxy(parsing: text)
  }

  /// `proxy.example.jp:3128`, with `http://` in front or not, and with `user:password@`.
  init(parsing text: String) throws(Fault) {
    var rest = Substring(text)
    if let range = rest.firstRange(of: "://") {
      let scheme = rest[..<range.lowerBound].asciiLowercased
      guard scheme == "http" else { throw .unsupported(scheme: scheme) }
      rest = rest[range.upperBound...]
    }
    rest = rest.prefix { $0 != "/" }
    if let mark = rest.lastIndex(of: "@") {
      guard let decoded = rest[..<mark].removingPercentEscapes else { throw .malformed }
      credentials = decoded
      rest = rest[rest.index(after: mark)...]
    } else {
      credentials = nil
    }
    var name = rest
    var number: Substring?
    if rest.first == "[", let end = rest.firstIndex(of: "]") {
      name = rest[rest.index(after: rest.startIndex)..<end]
      let tail = rest[rest.index(after: end)...]
      guard tail.isEmpty || tail.first == ":" else { throw .malformed }
      number = tail.isEmpty ? nil : tail.dropFirst()
    } else if let colon = rest.lastIndex(of: ":") {
      name = rest[..<colon]
      number = rest[rest.index(after: colon)...]
    }
    // 1080 is what curl takes where nobody says.
    guard let port = number.map({ UInt16($0) }) ?? 1080, port > 0, !name.isEmpty,
      name.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw .malformed }
    host = String(name)
    self.port = port
  }

  /// `*` is everybody; a name stands for itself and all below it; addresses and networks (`192.0.2.0/24`) for what lies in
  /// them.
  private static func isException(_ host: String, _ addresses: [IPAddress], _ list: String) -> Bool {
    let host = host.asciiLowercased
    let entries = list.split { $0 == "," || $0 == " " || $0 == "\t" }
    return entries.contains { entry in
      if entry == "*" { return true }
      if let network = IPNetwork(String(entry)) { return addresses.contains(where: network.contains) }
      if let address = IPAddress(String(entry)) { return addresses.contains(address) }
      let name = entry.drop { $0 == "." }.asciiLowercased
      return !name.isEmpty && (host == name || host.hasSuffix("." + name))
    }
  }

  /// What the client says to have a way to `authority`, host and port (RFC 9110 §9.3.6).
  func request(for authority: String, userAgent: String) -> [UInt8] {
    let proof =
      credentials.map { "Proxy-Authorization: Basic \(Data($0.utf8).base64EncodedString())\r\n" } ?? ""
    return Array(
      "CONNECT \(authority) HTTP/1.1\r\nHost: \(authority)\r\n\(proof)User-Agent: \(userAgent)\r\n\r\n".utf8)
  }
}

extension Substring {
  /// `%40` is `@`; nil where a sign of percent is no escape.
  fileprivate var removingPercentEscapes: String? {
    var octets: [UInt8] = []
    var rest = utf8[...]
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "%") else {
        octets.append(octet)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.allSatisfy(\.isHexadecimalDigit),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      octets.append(value)
      rest = rest.dropFirst(2)
    }
    return String(decoding: octets, as: UTF8.self)
  }
}
