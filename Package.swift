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
        "Check/Golden", "CommandLine/Golden", "Exchange/Golden", "Findings/Zones", "Lookup/Golden",
        "Messages/Golden", "Plan/Golden", "Propagation/Golden", "Report/Golden", "Report/Pages/Golden",
        "Report/Formats/Golden",
        "Report/Schemas",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
