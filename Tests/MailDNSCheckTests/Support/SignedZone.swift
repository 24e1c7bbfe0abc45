import Testing

/// A zone signed with a fresh key by ldns, and what a validator needs to trust it.
struct SignedZone {
  let zone: TestZone
  /// The DNSKEY record, as Unbound's `trust-anchor` takes it.
  let trustAnchor: String

  init(_ zone: TestZone) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(zone.text, to: "zone")
    let script = """
      set -e
      key=$(ldns-keygen -a ED25519 -k "$1")
      ldns-signzone -n -o "$1" zone "$key"
      tr '\\t' ' ' < "$key.key" > anchor
      """
    let result = try await ChildProcess.run(
      "/bin/sh", ["-c", script, "sign", zone.origin], environment: ["PATH": "/usr/bin:/bin"],
      directory: directory.path)
    try #require(
      result.status == 0, "ldnsutils fail or are missing (Scripts/install-test-tools): \(result.stderr)")
    let anchor = String(decoding: directory.read("anchor"), as: UTF8.self)
    trustAnchor = String(anchor.prefix { $0 != ";" && $0 != "\n" })
    self.zone = TestZone(zone.origin, String(decoding: directory.read("zone.signed"), as: UTF8.self))
  }
}
