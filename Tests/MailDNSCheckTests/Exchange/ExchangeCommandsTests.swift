import Testing

@testable import MailDNSCheck

@Suite("Exchange: commands for PowerShell")
struct ExchangeCommandsTests {
  @Test(
    "a string in single quotation marks ends where PowerShell says, and no name can end it",
    arguments: [
      ("a", "'a'"), ("O'Brien", "'O''Brien'"), ("‘’‚‛", "'‘‘’’‚‚‛‛'"),
      ("x'; Remove-Mailbox *; '", "'x''; Remove-Mailbox *; '''"), ("$(x) `n \"", "'$(x) `n \"'"),
      ("'\u{301}", "'''\u{301}'"), ("", "''"),
    ])
  func quoting(_ text: String, _ quoted: String) {
    #expect(PowerShellText.quoted(text).unicodeScalars.elementsEqual(quoted.unicodeScalars))
  }

  private func exclusion(
    _ addresses: [String], _ kind: RecipientKind = .securityGroup, keyword: String = "N'S",
    attribute: String = "CustomAttribute3", before: String? = nil
  ) throws -> ExclusionCommands {
    let candidates = addresses.map {
      RecipientTally.Candidate(
        address: $0, kind: kind, reason: kind.candidacy ?? .securityGroup, before: before)
    }
    return ExclusionCommands(
      candidates: candidates, exclusion: try #require(RecipientExclusion("\(attribute)=\(keyword)")),
      language: .english)
  }

  private func commands(_ addresses: [String], _ kind: RecipientKind = .securityGroup) throws -> [String] {
    try exclusion(addresses, kind).text.split(separator: "\n").map(String.init)
  }

  @Test("each kind has its cmdlet, and a line that undoes it")
  func cmdlets() throws {
    let kinds: [(RecipientKind, String)] = [
      (.securityGroup, "Set-DistributionGroup"), (.dynamicGroup, "Set-DynamicDistributionGroup"),
      (.unifiedGroup, "Set-UnifiedGroup"), (.discovery, "Set-Mailbox"), (.roomList, "Set-DistributionGroup"),
    ]
    for (kind, cmdlet) in kinds {
      let lines = try commands(["a'b@x.example"], kind)
      #expect(lines.contains("\(cmdlet) -Identity 'a''b@x.example' -CustomAttribute3 'N''S'"))
      #expect(lines.contains("# \(cmdlet) -Identity 'a''b@x.example' -CustomAttribute3 $null"))
    }
  }

  @Test("what undoes it puts back what stood there; a list gets the keyword, and loses only that")
  func undoing() throws {
    let text = try exclusion(["a@x.example"], before: "it's ‘old’").text
    #expect(
      text.contains("# Set-DistributionGroup -Identity 'a@x.example' -CustomAttribute3 'it''s ‘‘old’’'\n"))
    #expect(text.contains("1 of them has another value"))
    let list = try exclusion(["a@x.example"], attribute: "ExtensionCustomAttribute2", before: "other").text
    #expect(
      list.contains(
        "Set-DistributionGroup -Identity 'a@x.example' -ExtensionCustomAttribute2 @{Add='N''S'}\n"))
    #expect(
      list.contains(
        "# Set-DistributionGroup -Identity 'a@x.example' -ExtensionCustomAttribute2 @{Remove='N''S'}\n")
    )
  }

  @Test("what stood there is taken from the export")
  func before() {
    let text =
      "PrimarySmtpAddress,RecipientTypeDetails,CustomAttribute1\na@x.example,GroupMailbox,OTHER\nb@x.example,GroupMailbox,\n"
    let candidates = ExchangeFixtures.evidence(text, excluding: ["CustomAttribute1=X"]).recipients?.candidates
    #expect(candidates?.map(\.before) == ["OTHER", nil])
  }

  @Test("CSV parts have at most 1,000 rows, each a heading; one table has them all by its first column")
  func parts() throws {
    let exclusion = try exclusion((0..<2_001).map { "u\($0)@x.example" }, keyword: "NO,\"S", before: "b")
    let parts = exclusion.parts
    #expect(parts.map { $0.split(separator: "\r\n").count } == [1_001, 1_001, 2])
    let heading = "\u{FEFF}Part,Cmdlet,PrimarySmtpAddress,CustomAttribute3,Before"
    for part in parts { #expect(part.hasPrefix(heading + "\r\n")) }
    #expect(parts[2] == heading + "\r\n3,Set-DistributionGroup,u2000@x.example,\"NO,\"\"S\",b\r\n")
    let lines = exclusion.table.split(separator: "\r\n")
    #expect(lines.count == 2_002 && lines.filter { $0.hasPrefix("\u{FEFF}") }.count == 1)
    #expect(lines[1_001].hasPrefix("2,Set-DistributionGroup,u1000@x.example,"))
    let none = try self.exclusion([])
    #expect(none.parts == [heading + "\r\n"] && none.table == heading + "\r\n")
  }

  @Test(
    "what a spreadsheet would take for a formula is in no CSV part, and counted",
    arguments: [
      "=cmd|' /C calc'!A0@x.example", "+1@x.example", "-a@x.example", "@x.example", "＝1@x.example",
      "\u{1B}a@x.example",
    ])
  func formulas(_ address: String) throws {
    let exclusion = try exclusion([address, "b@x.example"])
    #expect(exclusion.unusableInTable == 1)
    #expect(exclusion.table.split(separator: "\r\n").count == 2)
    #expect(OutputRules.violations(exclusion.table, of: .csv) == [])
  }

  @Test("the lines that import the parts are comments, for the attribute that is asked for")
  func importing() throws {
    let lines = try commands(["a@x.example"]).filter { $0.contains("Import-Csv") }
    #expect(
      lines == [
        "#   Import-Csv exclude.csv -Encoding UTF8 | ForEach-Object { & $_.Cmdlet -Identity $_.PrimarySmtpAddress -CustomAttribute3 $_.CustomAttribute3 }",
        "#   Import-Csv exclude.csv -Encoding UTF8 | ForEach-Object { & $_.Cmdlet -Identity $_.PrimarySmtpAddress -CustomAttribute3 $(if ($_.Before) { $_.Before } else { $null }) }",
      ])
  }

  @Test("blocks have at most 1,000 lines")
  func blocks() throws {
    let lines = try commands((0..<2_001).map { "u\($0)@x.example" })
    #expect(lines.filter { $0.hasPrefix("Set-") }.count == 2_001)
    let headings = lines.filter { $0.hasSuffix(" of 2,001") }
    #expect(headings == ["# 1 to 1,000 of 2,001", "# 1,001 to 2,000 of 2,001", "# 2,001 to 2,001 of 2,001"])
  }

  @Test(
    "what a terminal or PowerShell could act on never comes out",
    arguments: ["\u{1B}[2J@x.example", "a\nRemove-Mailbox x@x.example", "a\r\nb@x", "\u{202E}a@x", "\u{0}@x"])
  func hostile(_ address: String) throws {
    let lines = try commands([address, "b@x.example"])
    #expect(lines.filter { $0.hasPrefix("Set-") }.count == 1)
    for line in lines {
      #expect(OutputRules.invisible(in: line) == [])
      #expect(line == "Connect-ExchangeOnline" || line.hasPrefix("#") || line.hasPrefix("Set-"), "\(line)")
    }
  }

  @Test(
    "the instructions are comments and cmdlets that read, in both languages", arguments: Language.allCases)
  func instructions(_ language: Language) {
    let text = ExportInstructions.text(language)
    #expect(OutputRules.invisible(in: text, except: ["\n"]) == [])
    for line in text.split(separator: "\n") {
      let starts = ["#", "Get-", "ConvertTo-Json", "$columns", "Connect-", "Disconnect-", "Install-Module"]
      #expect(starts.contains { line.hasPrefix($0) }, "\(line)")
    }
    expectGolden(text, "exchange-how-\(language.rawValue).ps1")
  }
}
