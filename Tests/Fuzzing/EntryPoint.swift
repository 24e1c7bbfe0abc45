/// What libFuzzer calls with each input: the target of the name by which the program was called.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // Straight from libFuzzer, which has it in memory of just that size: an octet too far is seen.
  target(UnsafeRawBufferPointer(start: start, count: count))
  return 0
}

private let target: @Sendable (UnsafeRawBufferPointer) -> Void = {
  let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? ""
  guard let target = FuzzTarget(rawValue: name) else { fatalError("no target is called \(name)") }
  return target.run
}()

/// What is fuzzed; the raw value is the name of the program.
enum FuzzTarget: String {
  case message
  case zoneFile = "zone-file"
  case spf, dkim, dmarc, readers, policy, providers
  case commandLine = "command-line"
  case resumedFile = "resumed-file"
  case report, exchange
  case diff
  case mailHeader = "mail-header"
  case outlook, transport

  @Sendable func run(_ octets: UnsafeRawBufferPointer) {
    switch self {
    case .message: MessageTarget.run(octets)
    case .zoneFile: ZoneFileTarget.run(Array(octets))
    case .spf: SPFTarget.run(Array(octets))
    case .dkim: DKIMTarget.run(Array(octets))
    case .dmarc: DMARCTarget.run(Array(octets))
    case .readers: ReadersTarget.run(Array(octets))
    case .policy: PolicyTarget.run(Array(octets))
    case .providers: ProvidersTarget.run(Array(octets))
    case .commandLine: CommandLineTarget.run(Array(octets))
    case .resumedFile: ResumedFileTarget.run(Array(octets))
    case .report: ReportTarget.run(Array(octets))
    case .diff: DiffTarget.run(Array(octets))
    case .exchange: ExchangeTarget.run(Array(octets))
    case .mailHeader: MailHeaderTarget.run(Array(octets))
    case .outlook: OutlookTarget.run(Array(octets))
    case .transport: TransportTarget.run(Array(octets))
    }
  }
}
