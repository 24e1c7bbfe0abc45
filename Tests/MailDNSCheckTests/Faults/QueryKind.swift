/// The kinds of questions a fault is committed at: the columns of the matrix.
enum QueryKind: String, CaseIterable, Sendable {
  case mx = "MX"
  case text = "TXT"
  case include = "SPF include, three deep"
  case dmarc = "`_dmarc`"
  case selector = "DKIM selector"
  case address = "address of an MX host"
}
