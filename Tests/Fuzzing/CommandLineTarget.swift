/// A command line: the program's name and its arguments, each closed by a NUL as in /proc/self/cmdline.
enum CommandLineTarget {
  static func run(_ octets: [UInt8]) {
    let words = octets.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let arguments = Array(words.dropFirst())
    let parsed = ParsedArguments(arguments, programName: words.first)
    switch parsed.invocation {
    case .failure(let error):
      demandVisible(error.wording)
      for language in Language.allCases {
        let line = PluginReport.problem(error.wording, language)
        demand(OutputRules.violations(inPlugin: line) == [], "\(line) is a line of a plugin")
      }
    case .success(let invocation): for text in invocation.domains { check(text) }
    }
    // The same again: reading has no memory.
    let again = ParsedArguments(arguments, programName: words.first)
    demand(again.language == parsed.language && again.isPlugin == parsed.isPlugin, "it is read the same")
  }

  private static func check(_ text: String) {
    do throws(MailDomainError) {
      let domain = try MailDomain(pasted: text)
      demandVisible(domain.unicode)
      let name = domain.name.description
      demand(name.utf8.allSatisfy { $0.isLetterDigitHyphen || $0 == UInt8(ascii: ".") }, "\(name) is a host")
      // With the final dot: `txt` alone is taken for a record type.
      demand((try? MailDomain(pasted: name + ".")) == domain, "\(name) is itself")
      let unicode = domain.unicode + "."
      demand((try? MailDomain(pasted: unicode))?.name == domain.name, "\(unicode) is \(name)")
    } catch {
      demandVisible(error.wording)
    }
  }
}

extension Invocation {
  fileprivate var domains: [String] {
    switch self {
    case .check(let request): request.domains
    case .plugin(let request): request.domains
    case .draftPolicy(let request): request.domains
    default: []
    }
  }
}
