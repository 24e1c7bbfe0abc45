@testable import MailDNSCheck

/// The domain x.test, whose every text a stranger chooses.
struct HostileDomain {
  /// Octets of the file's name, in UTF-8.
  var file: [UInt8] = []
  var spf: [UInt8] = []
  var include: [UInt8] = []
  var verification: [UInt8] = []
  var dmarc: [UInt8] = []
  var key: [UInt8] = []
  /// A label of the MX host; none where it is empty.
  var exchange: [UInt8] = []
  /// The first label of the name that selector2 is an alias of; there is none where this is empty.
  var alias: [UInt8] = []
  /// The label that names the tenant in it.
  var tenant: [UInt8] = []
  /// The text by which other.test allows reports.
  var authorization: [UInt8] = []

  /// The texts in the order of the properties; those that are missing are empty.
  init(pieces: [[UInt8]] = []) {
    let paths: [WritableKeyPath<HostileDomain, [UInt8]>] = [
      \.spf, \.dmarc, \.key, \.exchange, \.alias, \.include, \.verification, \.file, \.authorization,
      \.tenant,
    ]
    for (path, piece) in zip(paths, pieces) { self[keyPath: path] = piece }
  }

  var fileName: String { file.isEmpty ? "x.zone" : String(decoding: file, as: UTF8.self) }

  var masterFile: String {
    var lines = ["$ORIGIN .", "$TTL 3600", "@ SOA ns.test host.test 1 7200 1800 1209600 300"]
    let texts = [
      ("x.test", spf), ("x.test", verification), ("_dmarc.x.test", dmarc), ("inc.test", include),
      ("selector1._domainkey.x.test", key), ("x.test._report._dmarc.other.test", authorization),
    ]
    lines += texts.filter { !$0.1.isEmpty }.map { "\($0) TXT \(Self.text($1))" }
    let host = exchange.isEmpty ? "mx.x.test" : Self.label(exchange) + ".x.test"
    lines.append("x.test MX 10 \(host)")
    if let address = IPv4Address("192.0.2.25") { lines.append("\(host) A \(address)") }
    if !alias.isEmpty {
      let zone = (tenant.isEmpty ? "c" : Self.label(tenant)) + ".onmicrosoft.com"
      lines.append("selector2._domainkey.x.test CNAME \(Self.label(alias))._domainkey.\(zone)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func text(_ octets: [UInt8]) -> String {
    CharacterStrings(cutting: Array(octets.prefix(8_000))).strings.map { "\"\(escaped($0))\"" }
      .joined(separator: " ")
  }

  private static func label(_ octets: [UInt8]) -> String {
    escaped(octets.prefix(DomainName.maximumLabelLength))
  }

  /// Every octet as `\DDD`, whatever it is.
  static func escaped(_ octets: some Sequence<UInt8>) -> String {
    octets.map { String(decoding: $0.decimalEscape, as: UTF8.self) }.joined()
  }

  /// An empty report in `format`, as the program would begin it.
  static func document(
    _ format: ReportOptions.Format, _ setting: ReportSetting, isColored: Bool = false, verbosity: Int = 2
  ) -> any ReportDocument {
    switch format {
    case .text: TextDocument(setting, ink: Ink(isColored: isColored), width: 80, verbosity: verbosity)
    case .json: JSONDocument(setting)
    case .ndjson: NDJSONDocument(setting: setting)
    case .csv: CSVDocument(setting: setting)
    case .markdown: MarkdownDocument(setting)
    case .html: PageDocument(setting)
    case .junit: JUnitDocument(setting: setting)
    case .sarif: SARIFDocument(setting)
    case .prometheus: PrometheusDocument()
    case .zabbix: ZabbixDocument(setting.language)
    case .github: GitHubDocument(setting: setting)
    }
  }
}
