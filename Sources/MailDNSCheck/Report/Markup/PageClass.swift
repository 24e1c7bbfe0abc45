/// The classes that the style sheet knows: nothing that comes from outside is one.
enum PageClass: String, CaseIterable, Sendable {
  // What something comes to, and what an arrow or a box of a picture stands for.
  case ok, unknown, warning, critical, info
  case mail, outbound, bypass, closed, doubt, tip
  case node, internet, gateway, mailbox, people, sender
  case heading, detail, edge
  // Parts of the page.
  case badge, lead, faint, flow, columns, copy, excerpt, order, wide, narrow, list, areas, records, finding,
    fix, remark
  case bySeverity = "by-severity"
  case byName = "by-name"
  case byRoute = "by-route"
}

extension Status {
  var pageClass: PageClass {
    switch self {
    case .ok: .ok
    case .unknown: .unknown
    case .warning: .warning
    case .critical: .critical
    }
  }
}

extension Severity {
  var pageClass: PageClass {
    switch self {
    case .info: .info
    case .unknown: .unknown
    case .warning: .warning
    case .critical: .critical
    }
  }
}
