import Testing

/// A zone signed with a fresh key by ldns, and what a validator needs to trust it.
struct SignedZone {
  let zone: TestZone
  /// The DNSKEY record, as Unbound's `trust-anchor` takes it.
  let trustAnchor: String
  /// The DS record, for the zone above.
  let delegation: String

  /// When signatures begin and end to hold: `YYYYMMDDHHmmSS` in UTC.
  typealias Validity = (from: String, until: String)

  /// Without `validity` the signatures hold for four weeks from now. `tamper` changes what is served after it has been signed.
  init(
    _ zone: TestZone, validity: Validity? = nil, tampering tamper: (String) -> String = { $0 }
  ) async throws {
    let directory = try TemporaryDirectory()
    try directory.write(zone.text, to: "zone")
    let script = """
      set -e
      origin=$1
      shift
      key=$(ldns-keygen -a ED25519 -k "$origin")
      ldns-signzone -n "$@" -o "$origin" zone "$key"
      tr '\\t' ' ' < "$key.key" > anchor
      tr '\\t' ' ' < "$key.ds" > delegation
      """
    let dates = validity.map { ["-i", $0.from, "-e", $0.until] } ?? []
    let result = try await ChildProcess.run(
      "/bin/sh", ["-c", script, "sign", zone.origin] + dates, environment: ["PATH": "/usr/bin:/bin"],
      directory: directory.path)
    try #require(
      result.status == 0, "ldnsutils fail or are missing (Scripts/install-test-tools): \(result.stderr)")
    trustAnchor = Self.record(directory.read("anchor"))
    delegation = Self.record(directory.read("delegation"))
    let signed = String(decoding: directory.read("zone.signed"), as: UTF8.self)
    let served = tamper(signed)
    self.zone = TestZone(zone.origin, served)
  }

  /// A record in a file of one line, without the comment behind it.
  private static func record(_ octets: [UInt8]) -> String {
    String(String(decoding: octets, as: UTF8.self).prefix { $0 != ";" && $0 != "\n" })
  }
}
