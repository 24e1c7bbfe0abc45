extension JSONReport {
  func addMembers(to json: inout JSONWriter) {
    json.add("bimi", ifPresent: bimi)
    json.add("changes", ifPresent: changes)
    json.add("checkedAt", checkedAt)
    json.add("dkim", dkim)
    json.add("dmarc", dmarc)
    json.add("domain", domain)
    json.add("evaluation", ifPresent: evaluation)
    json.add("findings", findings)
    json.add("hosts", ifPresent: hosts)
    json.add("mx", mx)
    json.add("ns", ifPresent: ns)
    json.add("queries", queries)
    json.add("route", route)
    json.add("schema", schema)
    json.add("seconds", seconds)
    json.add("senderRequirements", ifPresent: senderRequirements)
    json.add("spf", spf)
    json.add("status", status)
    json.add("tls", ifPresent: tls)
    json.add("unicode", unicode)
  }
}

extension JSONReport.Route {
  func addMembers(to json: inout JSONWriter) {
    json.add("adminCentre", adminCentre)
    json.add("confidence", confidence)
    json.add("evidence", evidence)
    json.add("id", id)
    json.add("inbound", inbound)
    json.add("mailbox", mailbox)
    json.add("outbound", outbound)
    json.add("tenant", tenant)
  }
}

extension JSONReport.Evidence {
  func addMembers(to json: inout JSONWriter) {
    json.add("kind", kind)
    json.add("name", name)
    json.add("provider", provider)
    json.add("value", value)
  }
}

extension JSONReport.MX {
  func addMembers(to json: inout JSONWriter) {
    json.add("hosts", hosts)
    json.add("nullMX", nullMX)
    json.add("status", status)
  }
}

extension JSONReport.Host {
  func addMembers(to json: inout JSONWriter) {
    json.add("addresses", addresses)
    json.add("host", host)
    json.add("preference", preference)
    json.add("provider", provider)
  }
}

extension JSONReport.SPF {
  func addMembers(to json: inout JSONWriter) {
    json.add("all", all)
    json.add("authorizes", authorizes)
    json.add("includes", includes)
    json.add("lookups", lookups)
    json.add("record", record)
    json.add("status", status)
    json.add("tree", tree)
    json.add("voidLookups", voidLookups)
  }
}

extension JSONReport.SPFNode {
  func addMembers(to json: inout JSONWriter) {
    json.add("children", children)
    json.add("lookups", lookups)
    json.add("name", name)
    json.add("state", state)
    json.add("term", term)
    json.add("voidFor", voidFor)
  }
}

extension JSONReport.Authorization {
  func addMembers(to json: inout JSONWriter) {
    json.add("all", all)
    json.add("complete", complete)
    json.add("ipv4Addresses", ipv4Addresses)
    json.add("ranges", ranges)
  }
}

extension JSONReport.DKIM {
  func addMembers(to json: inout JSONWriter) {
    json.add("anySelectorExists", anySelectorExists)
    json.add("asked", asked)
    json.add("delegations", delegations)
    json.add("keys", keys)
    json.add("wildcard", wildcard)
  }
}

extension JSONReport.Delegation {
  func addMembers(to json: inout JSONWriter) {
    json.add("name", name)
    json.add("servers", servers)
  }
}

extension JSONReport.Key {
  func addMembers(to json: inout JSONWriter) {
    json.add("bits", bits)
    json.add("cname", cname)
    json.add("name", name)
    json.add("readings", readings)
    json.add("record", record)
    json.add("revoked", revoked)
    json.add("selector", selector)
    json.add("status", status)
    json.add("testing", testing)
    json.add("type", type)
  }
}

extension JSONReport.Reading {
  func addMembers(to json: inout JSONWriter) {
    json.add("receiver", receiver)
    json.add("result", result)
    json.add("version", version)
  }
}

extension JSONReport.DMARC {
  func addMembers(to json: inout JSONWriter) {
    json.add("alignment", alignment)
    json.add("asked", asked)
    json.add("cname", cname)
    json.add("effectivePolicy", effectivePolicy)
    json.add("foundAt", foundAt)
    json.add("organizationalDomain", organizationalDomain)
    json.add("policies", policies)
    json.add("policy", policy)
    json.add("readings", readings)
    json.add("record", record)
    json.add("reportsTo", reportsTo)
    json.add("status", status)
    json.add("subdomainPolicy", subdomainPolicy)
    json.add("testing", testing)
  }
}

extension JSONReport.DMARCPolicyEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("appliesTo", appliesTo)
    json.add("effectivePolicy", effectivePolicy)
    json.add("legacy", legacy)
    json.add("policy", policy)
    json.add("source", source)
  }
}

extension JSONReport.LegacyPolicy {
  func addMembers(to json: inout JSONWriter) {
    json.add("percentage", percentage)
    json.add("policy", policy)
    json.add("source", source)
    json.add("status", status)
  }
}

extension JSONReport.AlignmentEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("dkim", dkim)
    json.add("provider", provider)
    json.add("spf", spf)
  }
}

extension JSONReport.RequirementEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("bulkOnly", bulkOnly)
    json.add("requiredBy", requiredBy)
    json.add("requirement", requirement)
    json.add("state", state)
  }
}

extension JSONReport.RequiringEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("provider", provider)
    json.add("since", since)
    json.add("source", source)
  }
}

extension JSONReport.Evaluation {
  func addMembers(to json: inout JSONWriter) {
    json.add("domain", domain)
    json.add("explanation", explanation)
    json.add("lookups", lookups)
    json.add("mechanism", mechanism)
    json.add("readings", readings)
    json.add("result", result)
    json.add("voidLookups", voidLookups)
  }
}

extension JSONReport.FindingEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("area", area)
    json.add("fix", fix)
    json.add("id", id)
    json.add("message", message)
    json.add("reference", reference)
    json.add("severity", severity)
    json.add("subject", subject)
  }
}
