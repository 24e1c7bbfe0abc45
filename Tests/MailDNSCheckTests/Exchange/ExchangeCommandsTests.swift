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

  private func commands(
    _ addresses: [String], _ kind: RecipientKind = .securityGroup, keyword: String = "N'S"
  )
    throws -> [String]
  {
    let exclusion = try #require(RecipientExclusion("CustomAttribute3=\(keyword)"))
    let candidates = addresses.map {
      RecipientTally.Candidate(address: $0, kind: kind, reason: kind.candidacy ?? .securityGroup)
    }
    return ExclusionCommands(candidates: candidates, exclusion: exclusion, language: .english).text
      .split(separator: "\n").map(String.init)
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

  @Test("blocks have at most 1,000 lines")
  func blocks() throws {
    let lines = try commands((0..<2_001).map { "u\($0)@x.example" })
    #expect(lines.filter { $0.hasPrefix("Set-") }.count == 2_001)
    let headings = lines.filter { $0.hasSuffix(" of 2001") }
    #expect(headings == ["# 1 to 1000 of 2001", "# 1001 to 2000 of 2001", "# 2001 to 2001 of 2001"])
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
