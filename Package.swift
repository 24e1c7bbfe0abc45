// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "maildnscheck",
  products: [
    .executable(name: "maildnscheck", targets: ["MailDNSCheck"])
  ],
  targets: [
    .target(name: "CResolv", linkerSettings: [.linkedLibrary("resolv")]),
    .executableTarget(
      name: "MailDNSCheck", dependencies: ["CResolv"], exclude: ["Routing/Providers/providers.json"]),
    .testTarget(
      name: "MailDNSCheckTests", dependencies: ["MailDNSCheck"],
      exclude: [
        "CommandLine/Golden", "Exchange/Golden", "Findings/Zones", "Lookup/Golden", "Messages/Golden",
        "Plan/Golden",
        "Report/Golden",
        "Report/Schemas",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
