import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Hostile text in complaints")
struct HostileComplaintTests {
  private func expectHarmless(
    _ wording: Wording?, _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let wording = try #require(wording, "\(what) is refused", sourceLocation: sourceLocation)
    for language in Language.allCases {
      #expect(OutputRules.invisible(in: wording[language]) == [], "\(what)", sourceLocation: sourceLocation)
      let line = PluginReport.problem(wording, language)
      #expect(OutputRules.violations(inPlugin: line) == [], "\(what)", sourceLocation: sourceLocation)
    }
  }

  /// `text` as a string of JSON.
  private func quoted(_ text: String) throws -> String {
    String(
      decoding: try JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed), as: UTF8.self)
  }

  @Test("about the command line is written out", arguments: HostilePayload.all)
  func commandLine(payload: HostilePayload) throws {
    let text = payload.text
    let lines = [
      ["--" + text], ["-" + text], ["--server", text, "a.jp"], ["--format", text, "a.jp"],
      ["--selector", text, "a.jp"], ["lookup", text + ".."], ["help", text], ["completion", text],
      ["plan", "--target", text, "a.jp"], ["plan", "--target", "securemx", "a..\(text)"],
      ["spf", "--ip", text], ["spf", "--ip", "192.0.2.1", "a..\(text)"],
      ["nagios", "-w", text, "-H", "a.jp"], ["nagios", "--on-unknown", text, "-H", "a.jp"],
      ["--tcp=" + text, "a.jp"], ["--lang", text, "a.jp"],
    ]
    for line in lines {
      guard case .failure(let error) = ParsedArguments(line).invocation else {
        Issue.record("\(line) is taken")
        continue
      }
      try expectHarmless(error.wording, "\(line)")
    }
  }

  @Test("about a domain is written out, on a terminal and in the plugin", arguments: HostilePayload.all)
  func domains(payload: HostilePayload) throws {
    for text in [payload.text, "a..\(payload.text)", "https://\(payload.text)_.jp/", "x@\(payload.text)_.jp"]
    {
      do throws(MailDomainError) {
        let domain = try MailDomain(pasted: text)
        #expect(OutputRules.invisible(in: domain.unicode) == [])
      } catch {
        try expectHarmless(error.wording, text)
        let report = PluginReport([], refused: [error], duration: .zero, policy: PluginPolicy())
        #expect(OutputRules.violations(inPlugin: report.text(verbosity: 3)) == [])
      }
    }
  }

  @Test("about a zone file is written out, its name too", arguments: HostilePayload.all)
  func zoneFiles(payload: HostilePayload) throws {
    let text = payload.marked
    let pieces = [
      "x.", "$", "$ORIGIN a..", "@ 5 SOA a. b. 1 2 3 4 ", "x. 5 A ", "x. 5 TYPE", "\"", "x. 5 CAA 0 ",
    ]
    for piece in pieces {
      let error = #expect(throws: ZoneFileError.self) {
        _ = try ZoneFile(name: payload.text, octets: Array(piece.utf8) + text)
      }
      try expectHarmless(error?.wording, piece)
    }
  }

  @Test("about a policy and a file of providers is written out, its name too", arguments: HostilePayload.all)
  func settings(payload: HostilePayload) throws {
    let (text, long) = (try quoted(payload.text), try quoted(payload.text + ".."))
    let policies = [
      "{\(text): 1}", "{\"domains\": {\(long): {}}}", "{\"default\": {\"route\": \(text)}}",
      "{\"default\": {\(text): 1}}", "{\"default\": {\"dkim\": {\"selectors\": {\(long): {}}}}}",
      "{\"default\": {\"severity\": {\(text): \"info\"}}}",
      "{\"default\": {\"spf\": {\"authorize\": [\(text)]}}}",
      "{\"default\": {\"ignore\": [{\"finding\": \(text), \"reason\": \"x\", \"until\": \"x\"}]}}",
      "{\"default\": {\"ignore\": [{\"finding\": \"dmarc-missing\", \"reason\": \"x\", \"until\": \(text)}]}}",
    ]
    for policy in policies {
      let error = #expect(throws: SettingsError.self) {
        _ = try PolicyFile.read(name: payload.text, octets: Array(policy.utf8), in: .builtIn)
      }
      try expectHarmless(error?.wording, policy)
    }
    let providers = [
      "\"id\": \(text)", "\"id\": \"x\", \(text): 1", "\"id\": \"x\", \"kinds\": [\(text)]",
      "\"id\": \"x\", \"mx\": [\(long)]", "\"id\": \"x\", \"networks\": [\(text)]",
      "\"id\": \"x\", \"selectors\": [\(long)]",
    ]
    for provider in providers {
      let octets = Array("{\"providers\": [{\(provider)}]}".utf8)
      let error = #expect(throws: SettingsError.self) {
        _ = try ProviderFile(name: payload.text, octets: octets)
      }
      try expectHarmless(error?.wording, provider)
    }
    // Not as JSON has it, but as it is.
    for head in ["{ \"", "[ ", "{ \"domains\": { } ", "// x\n"] {
      let error = #expect(throws: SettingsError.self) {
        _ = try PolicyFile.read(name: payload.text, octets: Array(head.utf8) + payload.marked, in: .builtIn)
      }
      try expectHarmless(error?.wording, head)
    }
  }

  @Test("and what a sender says of itself is written out", arguments: HostilePayload.all)
  func senders(payload: HostilePayload) async throws {
    let identity = SPFIdentity(
      address: try #require(IPAddress("192.0.2.1")), mailFrom: "\(payload.text)@x.test", helo: payload.text,
      time: 0)
    let domain = HostilePlace.spfModifier.domain(payload)
    var explained = domain
    explained.spf = Array("v=spf1 exp=why.x.test -all".utf8)
    for domain in [domain, explained] {
      let why = "why.x.test TXT \"\(HostileDomain.escaped(payload.marked.prefix(250)))\"\n"
      let zones = try ZoneSet(files: [("x", Array((domain.masterFile + why).utf8))])
      let transcript = Transcript(ZoneResolver(zones: zones, otherwise: OfflineResolver()))
      let evaluation = await SPFEvaluator.evaluate(identity, resolver: transcript)
      let report = EvaluationReport(
        identity: identity, evaluation: evaluation,
        work: DomainReport.Work(
          checkedAt: .now, started: .now, duration: .zero, answers: transcript.answers))
      for language in Language.allCases {
        let text = report.text(language: language, ink: Ink(isColored: true), width: 80, verbosity: 2)
        #expect(OutputRules.violations(inText: text) == [])
      }
      #expect(OutputRules.violations(JSONText.make(JSONReport(report), pretty: true), of: .json) == [])
    }
  }
}
