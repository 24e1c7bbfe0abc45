extension RouteVerdict: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    // What the Microsoft 365 admin centre shows.
    json.add("adminCentre", adminCentre?.rawValue)
    json.add("confidence", confidence?.rawValue)
    json.add("evidence", evidence)
    json.add("id", id.rawValue)
    json.add("inbound", each: inbound) { provider, json in json.write(provider.id) }
    json.add("mailbox", mailbox?.text)
    json.add("outbound", each: outbound) { provider, json in json.write(provider.text) }
    json.add("tenant", tenant)
  }
}

extension RouteEvidence: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    json.add("kind", kind.rawValue)
    json.add("name", name)
    json.add("provider", provider.id)
    json.add("value", value)
  }
}
