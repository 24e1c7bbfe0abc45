extension JSONReport {
  /// The MX records with whose hosts they name.
  struct MXEntry: JSONObject {
    private let mx: MXFacts
    private let providers: [HostProvider]

    init(_ mx: MXFacts, _ providers: [HostProvider]) { (self.mx, self.providers) = (mx, providers) }

    func addMembers(to json: inout JSONWriter) {
      json.add("hosts", hosts)
      json.add("nullMX", isNull)
      json.add("status", status)
    }

    var isNull: Bool { if case .nullMX = mx.status { true } else { false } }

    private var status: AreaStatus {
      switch mx.status {
      case .found, .nullMX: .found
      case .implicit, .absent, .noSuchDomain: .absent
      case .unknown: mx.answer.failure == nil ? .absent : .unknown
      }
    }

    /// Without the root of a null MX.
    var hosts: [MXHostEntry] {
      zip(mx.exchanges, providers).filter { !isNull || !$0.0.host.isRoot }
        .map { MXHostEntry(exchange: $0, provider: $1) }
    }
  }

  /// One MX host.
  struct MXHostEntry: JSONObject {
    let exchange: MailExchange
    let provider: HostProvider

    func addMembers(to json: inout JSONWriter) {
      let addresses = exchange.addresses.failure == nil ? exchange.addresses.all.map(\.description) : nil
      json.add("addresses", addresses)
      json.add("host", exchange.host)
      json.add("preference", Int(exchange.preference))
      json.add("provider", provider.id)
    }
  }
}
