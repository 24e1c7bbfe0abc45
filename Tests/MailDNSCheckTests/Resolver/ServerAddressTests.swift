import Glibc
import Testing

@testable import MailDNSCheck

@Suite("Server addresses")
struct ServerAddressTests {
  @Test(
    "an address with or without a port",
    arguments: [
      ("192.0.2.1", "192.0.2.1:53"), ("192.0.2.1:5353", "192.0.2.1:5353"), ("@192.0.2.1", "192.0.2.1:53"),
      ("@192.0.2.1:1", "192.0.2.1:1"), ("2001:db8::1", "[2001:db8::1]:53"),
      ("[2001:db8::1]", "[2001:db8::1]:53"),
      ("[::1]:5353", "[::1]:5353"), ("@[::1]:65535", "[::1]:65535"), ("@::1", "[::1]:53"),
      ("2001:db8::1:5353", "[2001:db8::1:5353]:53"),
    ])
  func written(_ text: String, _ expected: String) {
    #expect(ServerAddress(text)?.description == expected)
    #expect(ServerAddress(expected)?.description == expected)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "@", "@@192.0.2.1", "ns.example.jp", "localhost", "192.0.2.1:", "192.0.2.1:0", "192.0.2.1:65536",
      "192.0.2.1:-1", "192.0.2.1:+53", "192.0.2.1:53x", "192.0.2.1:５３", "192.0.2.1:53:53", "192.0.2.256",
      "192.0.2",
      "[::1", "::1]", "[]", "[]:53", "[::1]5353", "[::1]:", "[::1]:0", "[::1]:99999", "[[::1]]", " 192.0.2.1",
      "192.0.2.1 ", "192.0.2.1\0", "192.0.2.1:53\0", "fe80::1%nosuchinterface", "fe80::1%", "%lo",
      "fe80::1%lo\0x",
      "192.0.2.1%lo", "https://192.0.2.1",
    ])
  func refused(_ text: String) {
    #expect(ServerAddress(text) == nil)
  }

  @Test("a link-local address names its interface")
  func scope() {
    #expect(ServerAddress("fe80::1%lo")?.scope == if_nametoindex("lo"))
    #expect(ServerAddress("[fe80::1%lo]:5353")?.port == 5353)
    #expect(ServerAddress("2001:db8::1")?.scope == 0)
  }

  @Test(
    "loopback is what never leaves the machine",
    arguments: [
      ("127.0.0.1", true), ("127.255.255.254", true), ("::1", true), ("::ffff:127.0.0.1", true),
      ("128.0.0.1", false),
      ("126.255.255.255", false), ("192.0.2.1", false), ("::2", false), ("::", false), ("0.0.0.0", false),
      ("::ffff:192.0.2.1", false), ("::127.0.0.1", false),
    ])
  func loopback(_ text: String, _ expected: Bool) {
    #expect(ServerAddress(text)?.isLoopback == expected)
  }

  @Test(
    "the form of the socket functions reads back",
    arguments: ["192.0.2.1:5353", "[2001:db8::1]:53", "fe80::1%lo"])
  func socketAddress(_ text: String) throws {
    let address = try #require(ServerAddress(text))
    let copy = address.withSocketAddress { pointer, length in
      var storage = sockaddr_storage()
      withUnsafeMutableBytes(of: &storage) {
        $0.copyMemory(from: UnsafeRawBufferPointer(start: pointer, count: Int(length)))
      }
      return ServerAddress(storage)
    }
    #expect(copy == address)
  }

  @Test("a socket address of another family is none")
  func otherFamily() {
    var storage = sockaddr_storage()
    storage.ss_family = sa_family_t(AF_UNIX)
    #expect(ServerAddress(storage) == nil)
  }
}
