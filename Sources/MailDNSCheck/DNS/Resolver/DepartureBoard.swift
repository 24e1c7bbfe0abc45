/// What goes out, server by server. Most runs have one server, which is then found without hashing.
struct DepartureBoard {
  private(set) var all: [Departures] = []
  /// Where those to a server are among `all`, but for the first ones.
  private var places: [ServerAddress: Int] = [:]
  /// Where those are that were asked for last: nearly always those that are asked for next.
  private var last = 0

  /// Those to `server`, from sockets of `pool` where there are none yet.
  mutating func departures(to server: ServerAddress, _ pool: () -> SocketPool) -> Departures {
    if last < all.count, all[last].server == server { return all[last] }
    if let first = all.first, first.server == server {
      last = 0
    } else if !places.isEmpty, let place = places[server] {
      last = place
    } else {
      if !all.isEmpty { places[server] = all.count }
      last = all.count
      all.append(Departures(pool()))
    }
    return all[last]
  }
}
