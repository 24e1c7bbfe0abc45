extension SPFTree: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    let hasRecord = own?.record != nil
    let lookups = countedLookups
    json.add("all", all?.rawValue)
    json.add("authorizes", hasRecord ? authorization : nil)
    json.add("includes", includes)
    json.add("lookups", lookups)
    json.add("record", own?.text.map { VisibleText($0).description })
    json.add("status", areaStatus)
    json.add("tree", hasRecord ? root : nil)
    json.add("voidLookups", lookups != nil ? voidLookups.worse : nil)
  }

  /// Whether receivers can use the domain's own record.
  var areaStatus: JSONReport.AreaStatus {
    switch own?.content {
    case .record: errors.isEmpty ? .found : .invalid
    case .syntaxErrors, .several: .invalid
    case .absent(let nearMisses): nearMisses.isEmpty ? .absent : .invalid
    case .unknown, nil: .unknown
    }
  }

  /// Look-ups of the domain's own record; nil where there is none, or not all of them are known.
  var countedLookups: Int? { own?.record != nil && isComplete ? lookups : nil }
}

/// One term that looks something up, and what it leads to.
extension SPFTreeNode: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    json.add("children", children)
    json.add("lookups", lookups)
    json.add("name", name)
    json.add("state", state.rawValue)
    json.add("term", term)
    json.add("voidFor", each: voidFor) { family, json in json.write(family.rawValue) }
  }
}

extension SPFAuthorization: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    json.add("all", passesAll)
    json.add("complete", !isPartial)
    json.add("ipv4Addresses", addresses.v4Count)
    json.add("ranges", addresses.descriptions)
  }
}
